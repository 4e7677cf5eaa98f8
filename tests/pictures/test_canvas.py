"""A picture needs nothing that is not in it."""

from xml.etree import ElementTree

from braindrain_site.pictures.canvas import Canvas, resolved
from tests.support.letters import COLOURS, TYPE, letters, says

DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="20"><title>unsaid</title>'
    '<g font-size="12" text-anchor="end"><text x="40" y="10" fill="var(--subject)">six</text></g>'
    '<path fill="none" data-t="six teachers" d="M0,0h9v9z"/>'
    '<rect width="5" height="5" fill="var(--quiet)" class="bar"/></svg>'
)


def drawn() -> ElementTree.Element:
    canvas = Canvas(100, TYPE, COLOURS)
    canvas.svg(DRAWN, 10, 20, 2)
    canvas.text("Six & more", 5, 90, 16, "display")
    return ElementTree.fromstring(canvas.finish(120, "Six", "Six teachers left."))


def test_only_colours_are_resolved() -> None:
    assert resolved("var(--subject) var(--font)", COLOURS) == f"{COLOURS['subject']} var(--font)"


def test_a_drawing_keeps_its_marks_and_loses_what_is_unseen() -> None:
    tags = [element.tag.partition("}")[2] for element in drawn().iter()]
    assert tags.count("text") == 0
    assert tags.count("title") == 1
    bars = [e for e in drawn().iter() if e.get("fill") == COLOURS["quiet"]]
    assert len(bars) == 1
    assert "class" not in bars[0].attrib
    assert not [e for e in drawn().iter() if "data-t" in e.attrib or e.get("d") == "M0,0h9v9z"]


def test_every_letter_refers_to_an_outline_in_the_picture() -> None:
    root = drawn()
    known = {element.get("id") for element in root.iter()}
    used = [e.get("{http://www.w3.org/1999/xlink}href", "")[1:] for e in root.iter()]
    used = [name for name in used if name]
    assert len(used) == len("six") + len("Six&more")
    assert set(used) <= known


def test_text_ends_where_the_drawing_says() -> None:
    wide = TYPE.width("six", "regular") * 12
    [six] = [e for e in drawn().iter() if e.get("fill") == COLOURS["subject"]]
    assert six.attrib["transform"].startswith(f"translate({40 - wide:.2f}".rstrip("0"))


def test_a_block_has_its_beginning_in_bold_and_room_for_it() -> None:
    canvas = Canvas(300, TYPE, COLOURS)
    words = "Read with care. Six teachers left the school on the hill for one in the city."
    end = canvas.block(words, 20, 10, 200, 16, lead="Read with care.")
    svg = canvas.finish(200, "t", "d")
    assert says(svg, "Read with care.", "bold")
    assert says(svg, words.removeprefix("Read with care."))
    seen = letters(svg)
    assert all(20 <= letter.x < 220 for letter in seen)
    assert 10 < min(letter.y for letter in seen) < max(letter.y for letter in seen) < end


def test_a_block_can_end_at_its_place() -> None:
    canvas = Canvas(300, TYPE, COLOURS)
    canvas.block("six", 290, 10, 200, 16, anchor="end")
    [first, *_] = letters(canvas.finish(200, "t", "d"))
    assert first.x == 290 - round(16 * TYPE.width("six", "regular"), 2)
