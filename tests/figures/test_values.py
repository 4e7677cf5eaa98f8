"""Given and derived figures, and whether they agree."""

from pathlib import Path

import pytest

from braindrain_site import wording
from braindrain_site.figures import values
from braindrain_site.reading import loading
from tests.support import small


def sentences(data: Path) -> list[str]:
    return [problem.sentence for problem in values.work_out(loading.load(data)).problems]


def test_derived_figures_follow_the_table() -> None:
    """A cell, a share of it, and a quotient with its looseness."""
    _, found, _ = small.judged()
    assert found["left_music"].value == 3
    assert found["share_music"].shown == 50
    assert (found["pay_multiple"].qualifier, found["pay_multiple"].about) == ("over", True)
    assert len(found) == len(list(found)) == 7


def test_a_figure_that_fails_is_told_once(tmp_path: Path) -> None:
    """What rests on it is not told as well."""
    data = small.copy(tmp_path, ("figures.yaml", '["music"]', '["musik"]'))
    assert sentences(data) == ['No row is called "musik".']


def test_a_circle_is_told_with_its_path(tmp_path: Path) -> None:
    """Whichever figure is asked for first."""
    data = small.copy(
        tmp_path,
        ("figures.yaml", "share(left_music, left)", "pay_multiple / 2"),
        ("figures.yaml", "pay_away / pay_here", "share_music * 2"),
    )
    [sentence] = sentences(data)
    assert sentence.endswith("pay_multiple → share_music → pay_multiple.")


@pytest.mark.parametrize(
    ("digits", "about", "firm"), [("-3", True, True), ("-2", True, False), ("-1", False, False)]
)
def test_about_allows_a_digit_more(tmp_path: Path, digits: str, about: bool, firm: bool) -> None:
    """20,000 is known to thousands: hundreds may be asked for where "about" stands before them."""
    edits = [
        ("figures.yaml", "pay_away / pay_here", f"pay_here * 1.25\n  digits: {digits}"),
        ("figures.yaml", "unit: times", "unit: USD/year"),
    ]
    assert (sentences(small.copy(tmp_path / "about", *edits)) == []) is about
    edits.append(("figures.yaml", "qualifier: about", "qualifier: exactly"))
    assert (sentences(small.copy(tmp_path / "firm", *edits)) == []) is firm


@pytest.mark.parametrize(
    ("typed", "formula", "digits", "says"),
    [
        (("6.25", "4"), "long - short", "", "2"),
        (("6.25", "4"), "long - short", "1", "2.3"),
        (("6.25", "4.00"), "long - short", "", "2.25"),
        (("6.25", "4"), "long / short", "", "1.6"),
        (("6", "4"), "long / short", "", "1.5"),
    ],
)
def test_a_figure_has_the_digits_of_its_coarsest_input(
    tmp_path: Path, typed: tuple[str, str], formula: str, digits: str, says: str
) -> None:
    """Unless it asks for more of them: who does knows that a whole number is exact."""
    data = small.copy(tmp_path)
    for name, value in zip(("long", "short"), typed, strict=True):
        small.add(
            data / "figures.yaml",
            f"{name}:\n  label: {{en: of it}}\n  unit: teachers\n  value: {value}\n"
            "  period: 2024\n  source: school_report\n  at: page 1\n",
        )
    unit = "times" if "/" in formula else "teachers"
    asked = f"  digits: {digits}\n" if digits else ""
    small.add(
        data / "figures.yaml",
        f"worked_out:\n  label: {{en: of it}}\n  unit: {unit}\n  formula: {formula}\n{asked}",
    )
    _, figures, _ = small.judged(data)
    assert wording.number(figures["worked_out"], "en") == says
