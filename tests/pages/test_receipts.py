"""A receipt says where a number comes from."""

from pathlib import Path

from braindrain_site.figures.grades import evidence, inputs
from braindrain_site.pages.receipts import Receipt, claim_receipts, receipts
from braindrain_site.texts.binding import Binding
from tests.support import small


def receipt(key: str, data: Path = small.FOLDER) -> Receipt:
    edition, amounts, _ = small.judged(data)
    [found] = receipts(edition, amounts, Binding(edition, amounts, "en"), [key])
    return found


def formula(tmp_path: Path, text: str) -> str:
    data = small.copy(tmp_path, ("figures.yaml", "share(left_music, left)", text))
    found = receipt("share_music", data).formula
    assert found is not None
    return found.striptags()


def test_a_given_figure() -> None:
    """Source, place, words as printed, grade and period."""
    found = receipt("left")
    assert (found.phrase, found.period, found.evidence) == ("6 teachers", "2021 to 2024", "primary")
    assert (found.source_key, found.at, found.as_printed) == (
        "school_report",
        "page 1",
        "six teachers",
    )
    assert found.formula is None


def test_a_figure_from_one_cell_has_the_source_of_its_table() -> None:
    """Although it was typed with a formula."""
    found = receipt("left_music")
    assert (found.source_key, found.at, found.period) == ("school_report", "page 1", "2021 to 2024")


def test_a_derived_figure_is_as_weak_as_its_weakest_input() -> None:
    """And links to each of them with their values filled in."""
    found = receipt("pay_multiple")
    assert (found.inputs, found.evidence, found.source) == (
        ("pay_away", "pay_here"),
        "single_source",
        None,
    )
    assert found.formula is not None
    assert found.formula.striptags() == "over $50,000 ÷ about $20,000"
    assert 'href="#r-pay_away"' in found.formula


def test_grades_are_inherited_through_tables() -> None:
    """A share of a primary table is primary."""
    edition, _, _ = small.judged()
    assert evidence("share_music", edition) == "primary"
    assert inputs("share_music", edition) == ("left_music", "left")


def test_formulas_in_words(tmp_path: Path) -> None:
    """Every part of the language can be told."""
    column = "“Teachers” in the table “Leavers by subject”"
    cases = {
        "(left_music + 1 * left) / left": "(3 teachers + (1 × 6 teachers)) ÷ 6 teachers",
        "change(left, left_music)": "3 teachers ÷ 6 teachers − 1",
        "-share(left_music, left)": "−(3 teachers ÷ 6 teachers)",
        "sum(by_subject.teachers) / left": f"the sum of {column} ÷ 6 teachers",
        "rank(by_subject.teachers, 'maths') * 1": f"the rank of maths by {column} × 1",
        "count(by_subject.teachers > 1) / 3": f"the count of {column} > 1 ÷ 3",
        "sum(by_subject.teachers[by_subject.subject != 'NA']) / left": (
            f"the sum of {column}, only where “Subject” in the table “Leavers by subject” ≠ NA"
            " ÷ 6 teachers"
        ),
        "by_subject.teachers['maths'] / left": (
            "2 teachers (maths, in the table “Leavers by subject”) ÷ 6 teachers"
        ),
    }
    for number, (text, expected) in enumerate(cases.items()):
        assert formula(tmp_path / str(number), f'"{text}"') == expected


def test_claims() -> None:
    """The condition with its values, and where it is worded."""
    edition, amounts, judged = small.judged()
    binding = Binding(edition, amounts, "en")
    binding.html('{% claim "over_twice" %}twice{% endclaim %}')
    [found] = claim_receipts(edition, judged, binding)
    assert found.condition.striptags() == "over $50,000 ÷ about $20,000 > 2"
    assert [use.anchor for use in found.uses] == ["c-over_twice-1"]
    assert not found.on_printed
