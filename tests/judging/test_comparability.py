"""Unlike things are not set side by side in silence."""

from pathlib import Path

import pytest

from braindrain_site.judging import comparability
from braindrain_site.judging.draft import Draft
from braindrain_site.reading import loading
from tests.support import small

Edit = tuple[str, str, str]


def sentences(data: Path) -> list[str]:
    return [problem.sentence for problem in comparability.check(Draft(loading.load(data)))]


def bases(here: str, away: str) -> list[Edit]:
    """Edits that give the two pays of the small edition a basis each."""
    return [
        ("figures.yaml", "value: 20000", f"value: 20000\n  basis: {{{here}}}"),
        ("figures.yaml", "value: 50000", f"value: 50000\n  basis: {{{away}}}"),
    ]


CAVEATS: list[Edit] = [
    ("figures.yaml", "pay_away / pay_here", "pay_away / pay_here\n  caveat: {en: Beware.}"),
    ("claims.yaml", "pay_away / pay_here > 2", "pay_away / pay_here > 2\n  caveat: {en: Beware.}"),
]


def test_the_small_edition_compares_like_with_like() -> None:
    """Nothing to tell."""
    assert sentences(small.FOLDER) == []


@pytest.mark.parametrize(
    ("here", "away", "words"),
    [
        ("career: all", "career: start", "pay_away counts starting pay, pay_here whole careers"),
        (
            "conversion: market",
            "conversion: ppp",
            "purchasing power, pay_here market exchange rates",
        ),
        ("prices: nominal", "prices: constant", "constant prices, pay_here money of the day"),
        ("quantity: stock", "quantity: flow", "a flow, pay_here a stock"),
        ("departures: all", "departures: abroad", "departures abroad, pay_here all departures"),
        ("edition: A", "edition: B", "pay_away counts B, pay_here A"),
    ],
)
def test_each_part_of_a_basis(tmp_path: Path, here: str, away: str, words: str) -> None:
    """Told for the formula and for the claim, and silenced by a caveat."""
    edits = bases(here, away)
    found = sentences(small.copy(tmp_path / "a", *edits))
    assert len(found) == 2
    assert all(words in sentence for sentence in found)
    assert sentences(small.copy(tmp_path / "b", *edits, *CAVEATS)) == []


@pytest.mark.parametrize(
    ("here", "away"),
    [
        ("career: all", "career: all"),
        ("career: all", "prices: nominal"),
        ("population: some", "population: others"),
    ],
)
def test_what_goes_together(tmp_path: Path, here: str, away: str) -> None:
    """The same part, different parts, other people."""
    assert sentences(small.copy(tmp_path, *bases(here, away))) == []


def test_money_of_different_years(tmp_path: Path) -> None:
    """Money of the day, with inflation in between."""
    earlier = (
        "figures.yaml",
        "qualifier: about\n  period: 2024",
        "qualifier: about\n  period: 2019",
    )
    data = small.copy(tmp_path, earlier, *bases("prices: nominal", "prices: nominal"))
    assert len(sentences(data)) == 2
    assert "money of 2024, pay_here money of 2019" in sentences(data)[0]


def test_a_derived_figure_counts_what_its_inputs_agree_on(tmp_path: Path) -> None:
    """And what it says of itself comes first."""
    data = small.copy(
        tmp_path, *bases("career: all, prices: nominal", "career: start, prices: nominal")
    )
    basis = comparability.counted("pay_multiple", loading.load(data)).basis
    assert (basis.of("career"), basis.prices) == (None, "nominal")


def test_charts_of_figures(tmp_path: Path) -> None:
    """A chart needs its caveat too."""
    data = small.copy(tmp_path, *bases("career: all", "career: start"), *CAVEATS)
    chart = (
        "pay:\n  form: bar\n  rows:\n    - {figure: pay_here, label: {en: A}}\n"
        "    - {figure: pay_away, label: {en: B}}\n  headline: {en: H}\n  subtitle: {en: S}\n"
    )
    with (data / "charts.yaml").open("a") as file:
        file.write(chart)
    assert len(sentences(data)) == 1
    with (data / "charts.yaml").open("a") as file:
        file.write("  caveat: {en: Beware.}\n")
    assert sentences(data) == []


def test_a_formula_nobody_can_read_is_left_to_others(tmp_path: Path) -> None:
    """Told where figures are worked out."""
    data = small.copy(tmp_path, ("claims.yaml", "pay_away / pay_here > 2", "pay_away +"))
    assert sentences(data) == []
