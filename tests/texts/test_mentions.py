"""What a text speaks of, where, and what it may not do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braindrain_site.model.problems import Place
from braindrain_site.texts import mentions


def found(text: str) -> tuple[list[tuple[str, str, str]], list[str]]:
    lines = ["# heading", *text.split("\n")]
    mentioned, problems = mentions.find(text, Place("a.md", 2, 1), lines)
    seen = [(m.kind, m.key, f"{m.place.line}:{m.place.column}") for m in mentioned]
    return seen, [f"{p.place.line}:{p.place.column} {p.sentence}" for p in problems]


def test_mentions_in_reading_order() -> None:
    """Every name with its place, also when it stands twice on a line."""
    text = (
        "left {{ left }} {{ left.words }}\n"
        '{% claim "left" %}x {{ a }}{% endclaim %}\n{{ chart("c") }}'
    )
    assert found(text) == (
        [
            ("figure", "left", "2:9"),
            ("figure", "left", "2:20"),
            ("claim", "left", "3:11"),
            ("figure", "a", "3:24"),
            ("chart", "c", "4:11"),
        ],
        [],
    )


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("a {{ left.perod }}", "2:11", 'no "perod"'),
        ("a {{ left.number.words }}", "2:18", 'no "words"'),
        ("a {{ left.eul.number }}", "2:3", "cannot calculate"),
        ("a {{ graf('x') }}", "2:6", 'no function "graf"'),
        ("a {{ 1 + 2 }}", "2:3", "cannot calculate"),
        ("a {{ left }} {{ left + 2 }}", "2:14", "cannot calculate"),
        ("a {% if left %}b{% endif %}", "2:3", "cannot calculate"),
        ("a {% for x in left %}b{% endfor %}", "2:3", "cannot calculate"),
        ("a {{ left|upper }}", "2:3", "cannot calculate"),
        ("a {{ left['x'] }}", "2:3", "cannot calculate"),
        ("a {{ left.__class__ }}", "2:11", 'no "__class__"'),
        ("a {{ left", "2:3", "not closed"),
        ("a\nb {% claim 'x' %}", "3:3", "not closed"),
        ("{{ chart(left) }}", "2:10", "between quotes"),
        ("{% include 'x' %}", "2:1", "cannot calculate"),
    ],
)
def test_what_a_text_may_not_do(text: str, place: str, word: str) -> None:
    """Texts name things; they do not run."""
    _, [problem] = found(text)
    assert problem.startswith(place)
    assert word in problem


@given(st.text(st.sampled_from("{}%# leftchart.()\"'\n")))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing an editor types ends in a traceback."""
    _, problems = found(text)
    assert all(problem.endswith(".") for problem in problems)
