"""A font that a story brings is there, may be used, and can be read; else that is told.

What can be told without a font is in ``tests/mistakes/``.
"""

import random
from pathlib import Path

import brotli
import pytest

from braindrain_site import recipe
from braindrain_site.fonts import cutting, packing
from braindrain_site.fonts.families import Font
from braindrain_site.judging import fonts
from braindrain_site.model.problems import Rejected
from tests.support import brought


def told(data: Path) -> list[str]:
    try:
        recipe.judge(data)
    except Rejected as rejected:
        return [
            f"{it.place.file}:{it.place.line}:{it.place.column} {it.sentence} {it.hint}"
            for it in rejected.problems
        ]
    return []


@pytest.mark.parametrize("content", [brought.font(), brought.woff2()], ids=["ttf", "woff2"])
def test_a_font_may_come_plain_or_packed(tmp_path: Path, content: bytes) -> None:
    data = brought.copy(tmp_path)
    (data / "fonts/Plain-regular.ttf").write_bytes(content)
    assert told(data) == []


BAD = {
    "a page": (b"<html>", "this is no font. It can be TrueType, OpenType or WOFF2."),
    "nothing": (b"", "this is no font. It can be TrueType, OpenType or WOFF2."),
    "woff": (b"wOFF" + bytes(40), "this font is packed as WOFF. Take its .woff2, .ttf or .otf."),
    "a collection": (
        b"ttcf" + bytes(40),
        "these are several fonts in one file. Save the one that you mean by itself.",
    ),
    "half": (brought.font()[:3000], "it is broken. Take it anew from where you got it."),
    "half, packed": (
        brought.woff2()[:3000], "this font is broken. Take it anew from where you got it."
    ),
    "variable": (
        brought.variable(),
        "it is a variable font, many weights in one file. Take a file for each weight; most "
        "families have them in a folder static/.",
    ),
    "signs alone": (brought.font(letters="!?"), "it has no letters. Choose a font for text."),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_font_to_be_used_is_told_where_it_is_named(tmp_path: Path, kind: str) -> None:
    content, wanted = BAD[kind]
    data = brought.copy(tmp_path)
    (data / "fonts/Plain-bold.ttf").write_bytes(content)
    assert told(data) == [f'data/house.yaml:8:11 "Plain-bold.ttf" cannot be used: {wanted}']


def test_what_unpacks_without_end_is_told_and_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "_MOST", 10_000)
    with pytest.raises(packing.NoFont, match="unpacks to more than"):
        packing.opened(brought.woff2())
    bomb = brotli.compress(bytes(50_000))
    with pytest.raises(packing.NoFont, match="unpacks to more than"):
        packing._decompressed(bomb)


def test_a_font_larger_than_any_is_told_and_not_read(tmp_path: Path) -> None:
    data = brought.copy(tmp_path)
    (data / "fonts/Plain-bold.ttf").write_bytes(bytes(5_000_001))
    [problem] = told(data)
    assert problem == (
        "data/fonts/Plain-bold.ttf:1:1 This file is larger than 5 MB. "
        "Save it as WOFF2, with fewer letters."
    )


@pytest.mark.parametrize("way", ["/etc/hostname", "../site.yaml", "../fonts/../../data/site.yaml"])
def test_no_way_leads_to_a_font_elsewhere(tmp_path: Path, way: str) -> None:
    data = brought.copy(tmp_path)
    house = data / "house.yaml"
    house.write_text(house.read_text().replace("Plain-bold.ttf", way))
    assert told(data) == [
        f'data/house.yaml:8:11 There is no file "{way}" in fonts/. '
        "Put it into fonts/, beside this file, and write its name as it is there."
    ]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    data = brought.copy(tmp_path)
    (data / "fonts/Plain-bold.ttf").unlink()
    (data / "fonts/Plain-bold.ttf").symlink_to("/etc/hostname")
    [problem] = told(data)
    assert problem.startswith("data/fonts/Plain-bold.ttf:1:1 This link leads out of data/.")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"\0a"])
def test_a_licence_is_a_text(tmp_path: Path, content: bytes) -> None:
    data = brought.copy(tmp_path)
    (data / "fonts/OFL.txt").write_bytes(content)
    assert told(data) == [
        'data/house.yaml:6:14 "OFL.txt" is no text that readers can open. '
        "Save the licence as plain text (UTF-8)."
    ]


def test_charts_need_a_bold_font(tmp_path: Path) -> None:
    assert told(brought.copy(tmp_path / "text", without="bold", labels="desk_sans")) == []
    assert told(brought.copy(tmp_path / "labels", without="bold")) == [
        'data/house.yaml:1:47 "plain" has no bold font, by which charts set apart what they name. '
        'Add a line "bold: …" to it, or choose another.'
    ]


def test_a_font_in_a_folder_below_is_named_with_it(tmp_path: Path) -> None:
    data = brought.copy(tmp_path)
    (data / "fonts/static").mkdir()
    (data / "fonts/Plain-bold.ttf").rename(data / "fonts/static/Plain-bold.ttf")
    assert told(data) == [
        'data/house.yaml:8:11 "Plain-bold.ttf" is looked for in fonts/. '
        "Write static/Plain-bold.ttf."
    ]


def test_letters_that_only_the_storys_font_has_can_be_typed(tmp_path: Path) -> None:
    """No font of the program has Thai letters; this one has one, which looks like a bracket."""
    data = brought.copy(tmp_path)
    story = data / "story/en/01-leaving.md"
    story.write_text(story.read_text() + "\nThey wrote ไ.\n")
    [problem] = told(data)
    assert 'No font here has "ไ" (THAI CHARACTER SARA AI MAIMALAI).' in problem
    for style in ("regular", "bold", "italic"):
        (data / f"fonts/Plain-{style}.ttf").write_bytes(brought.with_letter("ไ", style))
    assert told(data) == []


@pytest.mark.parametrize("seed", range(15))
def test_a_font_with_something_amiss_is_cut_or_told(seed: int) -> None:
    """Whatever bytes are changed: what is not told here would stop a build with no word."""
    chance, content = random.Random(seed), bytearray(brought.font())
    for _ in range(chance.choice((1, 5, 50))):
        content[chance.randrange(len(content))] = chance.randrange(256)
    found = fonts._wrong(bytes(content))
    if found is None:
        font = Font("amiss", bytes(content))
        assert cutting.woff2(font, "".join(font.full.letters))
    else:
        assert all(found)
