"""A full font is what its digest says, measures letters and draws them."""

import hashlib
from itertools import product

import pytest

from braindrain_site.fonts.faces import face
from braindrain_site.fonts.families import FAMILIES, FOLDER, SUMS


def test_the_digests_are_those_of_the_fonts() -> None:
    """By them the build tells whether what it made is still right."""
    told = {line[66:]: line[:64] for line in SUMS.read_text().splitlines()}
    there = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in FOLDER.glob("*.ttf.br")
    }
    assert told == there
    fonts = {font.name for family in FAMILIES.values() for font in family.fonts.values()}
    assert {f"{name}.ttf.br" for name in fonts} == {*there}


def test_every_syllable_has_an_outline_of_its_own() -> None:
    kinds = product(("sans", "myeongjo"), ("regular", "semibold"))
    for name in (f"desk-{design}-{weight}" for design, weight in kinds):
        full = face(name)
        glyphs = [full.line(chr(code))[0][0].number for code in range(0xAC00, 0xD7A4)]
        assert len({*glyphs} - {0}) == 11_172
        some = {full.outline(glyph) for glyph in (0, *glyphs[::97])}
        assert len(some) == 1 + len(glyphs[::97])


def test_a_line_is_kerned_and_its_figures_are_equally_wide() -> None:
    sans = face("desk-sans-regular")
    assert sans.line("AV")[1] < sans.line("A")[1] + sans.line("V")[1]
    assert sans.line("111")[1] == pytest.approx(sans.line("888")[1])


def test_a_mark_typed_by_itself_stands_on_its_letter() -> None:
    sans = face("desk-sans-regular")
    assert sans.line("e\N{COMBINING ACUTE ACCENT}") == sans.line("é")
    marks, wide = sans.line("x\N{COMBINING ACUTE ACCENT}")
    assert len(marks) == 2
    assert wide == sans.line("x")[1]
    assert 0 < marks[1].x + 0.5 < wide + 0.5
