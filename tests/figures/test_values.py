"""Given and derived figures, and whether they agree."""

from pathlib import Path

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
    ("old", "new", "word"),
    [
        ("share(left_music, left)", "left > 1", "gives no number"),
        ("share(left_music, left)", "left_music * 1", "gives teachers, but"),
        ("sum(by_subject.teachers)", "left > 1", "gives no number"),
        ("sum(by_subject.teachers)", "nobody + 1", 'no figure "nobody"'),
        ("sum(by_subject.teachers)", "pay_away / 1", "cannot be compared"),
        ("sum(by_subject.teachers)", "sum(by_subject.teachers) + 1", '"left" is 6, but'),
    ],
)
def test_mistakes(tmp_path: Path, old: str, new: str, word: str) -> None:
    """A formula or a cross-check that cannot be right."""
    [sentence] = sentences(small.copy(tmp_path, ("figures.yaml", old, new)))
    assert word in sentence


def test_a_check_that_rests_on_a_failed_figure_is_silent(tmp_path: Path) -> None:
    """The failure itself is told, not its echo."""
    data = small.copy(
        tmp_path,
        ("figures.yaml", '["music"]', '["musik"]'),
        ("figures.yaml", "sum(by_subject.teachers)", "left_music * 2"),
    )
    assert sentences(data) == ['No row is called "musik".']


@given(st.decimals("-50", "50", places=4))
def test_a_printed_number_agrees_with_what_rounds_to_it(value: Decimal) -> None:
    """And with nothing else."""
    exact = amounts.given(value, PERCENT)
    rounded = amounts.given(amounts.round_to(value, Decimal("0.1")), PERCENT)
    off = amounts.given(rounded.shown + Decimal("0.1"), PERCENT)
    assert values.agree(rounded, exact)
    assert not values.agree(off, exact)


@pytest.mark.parametrize(
    ("printed", "found", "agrees"),
    [("over", "5", True), ("over", "3", False), ("up_to", "4", True), ("about", "4.2", True)],
)
def test_loose_numbers_agree_with_all_they_allow(printed: str, found: str, agrees: bool) -> None:
    """ "Over 4" agrees with 5; "about 4" with what rounds to it."""
    loose = amounts.given(Decimal(4), PERCENT, printed)  # type: ignore[arg-type]
    assert values.agree(loose, amounts.given(Decimal(found), PERCENT)) is agrees


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
