"""A mark is shapes in the house's colours, and nothing that a page should not hold."""

import pytest

from braindrain_site.reading import mark

SHAPES = '<g fill="var(--ink)"><circle cx="16" cy="16" r="9"/></g><path d="M1 2h3"/>'


def drawing(inside: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{inside}</svg>'


def test_shapes_come_out_as_they_were_drawn() -> None:
    assert mark.read(drawing(SHAPES)) == (SHAPES, [])


@pytest.mark.parametrize(
    "beside",
    ["<title>A sign</title>", "<defs><style>x</style></defs>", "<metadata><a><g/></a></metadata>",
     '<sodipodi:namedview id="x"/>'],
)  # fmt: skip
def test_what_a_program_says_of_its_shapes_is_left_out(beside: str) -> None:
    path = '<path id="layer1" inkscape:label="x" d="M1 2h3"/>'
    assert mark.read(drawing(beside + path)) == ('<path d="M1 2h3"/>', [])


@pytest.mark.parametrize(
    ("inside", "line", "sentence"),
    [
        ("\n<script>1</script>", 2, "A mark cannot have <script>."),
        ("<foreignObject/>", 1, "A mark cannot have <foreignObject>."),
        ('<path onclick="x" d="M1 2"/>', 1, '"onclick" of <path> cannot be shown.'),
        ('<path d="M1 2" fill="red"/>', 1, '"fill" needs a colour, but says "red".'),
        ('<path d="&quot;&gt;"/>', 1, '"d" has signs that no shape needs.'),
        ("<path>", 1, "This is no drawing: its tags do not fit."),
    ],
)
def test_all_else_is_told(inside: str, line: int, sentence: str) -> None:
    _, [wrong] = mark.read(drawing(inside))
    assert wrong[:2] == (line, sentence)


def test_nothing_is_unfolded() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n' + drawing("&b;")
    shapes, [wrong] = mark.read(bomb)
    assert (shapes, wrong[0]) == ("", 1)
