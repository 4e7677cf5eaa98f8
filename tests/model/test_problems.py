"""How problems are printed."""

from hypothesis import given
from hypothesis import strategies as st

from braindrain_site.model.problems import Place, Problem, Rejected, listed, nearest, report

LINES = {"data/a.yaml": ("first: 1", "  이름: abc")}


def test_a_problem_shows_its_line_and_a_caret() -> None:
    """Place, sentence, line, caret and hint, one below the other."""
    problem = Problem(Place("data/a.yaml", 1, 8), "This is wrong.", "Do that.")
    assert report([problem], LINES) == (
        "data/a.yaml:1:8: This is wrong.\n    1 | first: 1\n      |        ^\n   Do that.\n"
    )


def test_hangul_is_two_columns_wide() -> None:
    """The caret stands under the letter also after Korean ones."""
    lines = report([Problem(Place("data/a.yaml", 2, 7), "No.")], LINES).splitlines()
    assert lines[2] == "      |         ^"


def test_a_place_outside_the_file_has_no_line() -> None:
    """A missing file is told with its name alone."""
    assert (
        report([Problem(Place("data/b.yaml"), "Missing.")], LINES) == "data/b.yaml:1:1: Missing.\n"
    )


@given(
    st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=400),
    st.data(),
)
def test_the_caret_stands_under_its_letter_in_long_lines_too(
    line: str, data: st.DataObject
) -> None:
    """A paragraph is one line of hundreds of letters; only the part around the place is shown."""
    column = data.draw(st.integers(1, len(line)))
    _, shown, caret = report(
        [Problem(Place("a.md", 1, column), "No.")], {"a.md": (line,)}
    ).splitlines()
    assert shown[caret.index("^")] == line[column - 1]
    assert len(shown) <= 110


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 9), st.integers(1, 9))))
def test_problems_come_in_file_order_and_once(spots: list[tuple[str, int, int]]) -> None:
    """However they were found."""
    rejected = Rejected([Problem(Place(*spot), "x") for spot in spots], {})
    places = [problem.place for problem in rejected.problems]
    assert places == sorted(set(places))


def test_nearest() -> None:
    """A near word is suggested, a far one is not."""
    assert nearest("sorce", ["source", "unit"]) == 'Did you mean "source"?'
    assert nearest("zzz", ["source"], "Look again.") == "Look again."


def test_listed() -> None:
    """As a sentence lists."""
    assert (listed(["a"]), listed(["a", "b", "c"])) == ("a", "a, b or c")


def test_a_long_value_is_told_by_its_first_letters() -> None:
    """And what stands between two short ones is no value."""
    rest = "needs a number that is not as long as this one here, but says nothing of the kind"
    sentence = f'"value" {rest} "{"9" * 400}".'
    told = report([Problem(Place("a.yaml"), sentence)], {})
    assert told == f'a.yaml:1:1: "value" {rest} "{"9" * 60}…".\n'


def test_of_many_the_first_are_told_and_how_many_more() -> None:
    """In each file."""
    problems = [
        Problem(Place(f"{name}.yaml", line), f"No {name}{line}.")
        for name in "ab"
        for line in range(1, 99)
    ]
    told = report(problems, {}).split("\n\n")
    assert told[9:12] == ["a.yaml:10:1: No a10.", "a.yaml: and 88 more.", "b.yaml:1:1: No b1."]
    assert len(told) == 22


def test_what_is_wrong_alike_is_told_once_with_all_its_places() -> None:
    """In whichever files; the first ten further ones, each with the letters around it."""
    lines = {"a.md": ("Apollo 11",) * 9, "b.md": (f"{'so ' * 40}Apollo 11",) * 9}
    places = [Place("a.md", line, 8) for line in range(1, 10)]
    places += [Place("b.md", line, 128) for line in range(1, 5)]
    one, other = Problem(Place("a.md", 2, 1), "Another."), Problem(places[3], "No.", "So.")
    alike = [Problem(place, "No.", "Do that.") for place in places]
    first, second, third = report(sorted([*alike, one, other]), lines).split("\n\n")
    told = first.splitlines()
    assert told[:5] == [
        "a.md:1:8: No.",
        "    1 | Apollo 11",
        "      |        ^",
        "   Do that.",
        "   The same at 12 more places:",
    ]
    assert told[5] == "   a.md:2:8: Apollo 11"
    assert told[14:] == [f"   b.md:2:128: …  {'so ' * 10}Apollo 11", "   and at 2 more"]
    assert second.startswith("a.md:2:1: Another.")
    assert third.splitlines()[-1] == "   So."


def test_one_more_place_without_a_line() -> None:
    """Where no line can be shown, its address alone."""
    problems = [Problem(Place("a.yaml"), "No."), Problem(Place("b.yaml"), "No.")]
    assert report(problems, {}) == (
        "a.yaml:1:1: No.\n   The same at 1 more place:\n   b.yaml:1:1\n"
    )


def test_what_nobody_sees_is_shown_as_a_sign() -> None:
    """The caret points to something."""
    lines = {"a.yaml": ("a\u200bb",)}
    assert "a␣b\n      |  ^" in report([Problem(Place("a.yaml", 1, 2), "No.")], lines)
