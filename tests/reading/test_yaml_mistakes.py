"""A slip in YAML is told where it was made, whatever the parser noticed first."""

import pytest

from braindrain_site.model.problems import Place
from braindrain_site.reading import yaml_files


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        (
            "pay_here:\n  label: {en: x}\n    unit: USD\n  value: 2\n",
            (3, 5),
            "This line is indented by 4 spaces, the lines above it by 0 or 2.",
        ),
        (
            "pay_here:\n  unit: teachers\n    value: 2\n  period: 2024\n",
            (3, 5),
            "This line is indented by 4 spaces, the lines above it by 0 or 2.",
        ),
        (
            "pay_here:\n  unit: teachers\n value: 2\n  period: 2024\n",
            (3, 2),
            "This line is indented by 1 space, the lines above it by 0 or 2.",
        ),
        (
            "a:\n  b: 1\n c:\n  d: 1\n",
            (3, 2),
            "This line is indented by 1 space, the lines above it by 0 or 2.",
        ),
        (
            "a:\n    b: 1\n  c: 2\n",
            (3, 3),
            "This line is indented by 2 spaces, the lines above it by 0 or 4.",
        ),
        (
            "fields:\n  - name: a\n   type: b\n",
            (3, 4),
            "This line is indented by 3 spaces, the lines above it by 0, 2 or 4.",
        ),
        (
            "fields:\n  - name: a\n      type: b\n",
            (3, 7),
            "This line is indented by 6 spaces, the lines above it by 0, 2 or 4.",
        ),
        (
            "fields:\n - name: a\n   type: b\n  - name: c\n",
            (4, 3),
            "This line is indented by 2 spaces, the lines above it by 0, 1 or 3.",
        ),
        ("pay_here:\n  unit： teachers\n  value: 2\n", (2, 7), "This is a full-width colon."),
        (
            "pay_here:\n  unit:teachers\n  value: 2\n",
            (2, 8),
            "A space is missing after this colon.",
        ),
        ("pay_here:\n  unit teachers\n  value: 2\n", (2, 16), 'This line has no "key: value".'),
        ("pay_here\n  unit: teachers\n  value: 2\n", (1, 9), 'This line has no "key: value".'),
        ("a:\n  note: see: this\n  b: 1\n", (2, 12), "There is a second colon on this line."),
        ("a:\n  note: {en: see: this}\n  b: 1\n", (2, 17), "A text between { } has a colon in it."),
        (
            "a:\n  note: {en: Pay: the gap, ko: 나}\n  b: 1\n",
            (2, 17),
            "A text between { } has a colon in it.",
        ),
        (
            "a:\n  note: {en: x\n  b: 1\nc:\n  d: 2\n",
            (2, 9),
            "The bracket { is opened here and not closed on its line.",
        ),
        (
            'a:\n  note: {en: "x"\n  b: 1\nc:\n  d: 2\n',
            (2, 9),
            "The bracket { is opened here and not closed on its line.",
        ),
        (
            "a:\n  note: [a, b\n  b: 1\nc:\n  d: 2\n",
            (2, 9),
            "The bracket [ is opened here and not closed on its line.",
        ),
        ("a:\n  note: {en: x}}\n  b: 1\n", (2, 16), "The bracket } closes none that is open."),
        (
            "a:\n  note: [a, b}\n  b: 1\n",
            (2, 14),
            "The bracket [ is opened at column 9 and not closed before this.",
        ),
        ('a:\n  note: "abc\n  b: 1\nc: 2\n', (2, 9), "A quote is opened here and never closed."),
        (
            'a:\n  note: "abc\n  b: "def"\nc: 2\n',
            (2, 9),
            "A quote is opened here and never closed.",
        ),
        (
            'a:\n  note: {en: "abc, ko: "def"}\n  b: 1\n',
            (2, 25),
            "A text between quotes ends before this.",
        ),
        (
            'a:\n  note: {en: "abc}\n  b: {en: "def"}\n',
            (2, 14),
            "A quote is opened here and never closed.",
        ),
        ("a:\n  note: 'abc\n  b: 1\n", (2, 9), "A quote is opened here and never closed."),
        (
            "a:\n  note: {en: 'It's here'}\n  b: 1\n",
            (2, 18),
            "A text between quotes ends before this.",
        ),
        ("a:\n  note: 'It's here'\n  b: 1\n", (2, 13), "A text between quotes ends before this."),
        (
            'a:\n  note: "He said "no" to it"\n  b: 1\n',
            (2, 19),
            "A text between quotes ends before this.",
        ),
        (
            'a:\n  note: {en: "He said "no" to it"}\n  b: 1\n',
            (2, 24),
            "A text between quotes ends before this.",
        ),
        (
            'a:\n  note: {en: "Seoul" and Busan}\n  b: 1\n',
            (2, 22),
            "A text between quotes ends before this.",
        ),
        (
            'a:\n  note: "Seoul" and Busan\n  b: 1\n',
            (2, 17),
            "A text between quotes ends before this.",
        ),
        (
            "a:\n  note: “pay: here”\n  b: 1\n",
            (2, 9),
            "This is a typographic quote, which holds no text together here.",
        ),
        (
            "a:\n  note: {en: Room #4 here}\n  b: 1\n",
            (2, 19),
            "From this # on nothing is read, the closing bracket neither.",
        ),
        ("a:\n\tnote: x\n", (2, 1), "This line is indented with a tab."),
        ("a:\n  b: 1\n\tnote: x\n", (3, 1), "This line is indented with a tab."),
        ("a: %x\n", (1, 4), "A text cannot begin with this character here."),
        ("a: `x`\n", (1, 4), "A text cannot begin with this character here."),
        ("a: *x*\n", (1, 4), "A text cannot begin with this sign here."),
        ("a: > x\n", (1, 4), "A text cannot begin with this sign here."),
        ("a: | x\n", (1, 4), "A text cannot begin with this sign here."),
        ("a: - b\n", (1, 4), "A text cannot begin with a hyphen here."),
        ("a: ? b\n", (1, 4), "A text cannot begin with a question mark here."),
        ("a: {en: *bold* word}\n", (1, 9), "A text cannot begin with this sign here."),
        ('a: "C:\\Users\\x"\n', (1, 7), "A backslash means something else between double quotes."),
        ('a: "x\\UFFFFFFFFb"\n', (1, 6), "A backslash means something else between double quotes."),
        ('a: "\\u12"\n', (1, 5), "A backslash means something else between double quotes."),
        ("a: {{ left }}\n", (1, 5), "A text cannot begin with a brace here."),
        ("a: {en: {{ left }} left}\n", (1, 9), "A text cannot begin with a brace here."),
        (
            "a:\n  note: {{ left }} people\n  b: 1\n",
            (2, 9),
            "A text cannot begin with a brace here.",
        ),
        (
            "# Title\n\nWords here: and\n- list\n",
            (4, 1),
            "A dash begins a list, and here is none.",
        ),
        ("a:\n  -b\n  - c\n", (2, 4), "A space is missing after this dash."),
        ("a:\n  * b\n  - c\n", (2, 3), "This begins no line of a list."),
        ("a: 1\n// note\nb: 2\n", (2, 1), "This begins no comment."),
        ('a:\n  b {en: "c"}\n', (2, 4), "A colon is missing here."),
        ("a: (en: b, ko: c)\n", (1, 4), "This bracket holds no text in several languages."),
        ("a: {en: [b] c, ko: d}\n", (1, 9), "A text cannot begin with a bracket here."),
        ("a: {en: - b, ko: c}\n", (1, 9), "A text cannot begin with a hyphen here."),
        ("a: {en: b,, ko: c}\n", (1, 11), "Here is a comma too many."),
        ("a:\n  b: 1\n...\n  c: 2\n", (3, 1), "This line parts the file in two."),
        ("a:\n  - b: 1\n    c: 2\n  b: 3\n", (4, 3), "A dash is missing before this."),
        ("a:\n  - b\n  c\n  - d\n", (3, 3), "A dash is missing before this."),
        (
            "a:\n    b: 1\n  c: 2\n  d: 3\n",
            (2, 5),
            "This line is indented by 4 spaces, those below it by 2.",
        ),
        ("a:\n  b: |\n  c\n  d: e\n", (3, 3), "This text is not indented below its key."),
        ('"a:\n  b: 1\n', (1, 1), "A quote is opened here and never closed."),
        ("a: {en: b ko: c}\n", (1, 11), 'A comma is missing before "ko:".'),
        ("a: 1\n=======\nb: 2\n", (2, 1), "A merge of two versions has left this line."),
        ("a: -\n", (1, 4), "A dash alone is no value."),
    ],
)
def test_where_it_was_made(text: str, place: tuple[int, int], sentence: str) -> None:
    """Brackets and quotes where they were opened, lines by their indentation."""
    [problem] = yaml_files.read("a.yaml", text).problems
    assert (problem.place, problem.sentence) == (Place("a.yaml", *place), sentence)
    assert problem.hint
