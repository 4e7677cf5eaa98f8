"""Every letter has a font; what none has is told apart."""

import pytest

from braindrain_site.fonts.families import (
    CUTS,
    FAMILIES,
    PICTURES,
    PLAIN,
    Style,
    face_of,
    full,
    lacking,
    runs,
    written,
)

COMMON = [chr(code) for code in range(0x20, 0x10000) if PLAIN.match(chr(code))]


@pytest.mark.parametrize("style", PICTURES)
def test_every_common_letter_is_in_every_style(style: Style) -> None:
    known = set().union(*(full(name).letters for name in PICTURES[style]))
    assert [char for char in COMMON if char not in known] == []
    assert len({*COMMON} & {*map(chr, range(0xAC00, 0xD7A4))}) == 11_172


@pytest.mark.parametrize("lang", FAMILIES)
def test_every_common_letter_is_in_every_family(lang: str) -> None:
    for family in FAMILIES[lang]:
        known = [char for char in COMMON if any(CUTS[cut].takes(char) for cut in family.cuts)]
        assert len(known) == len(COMMON), family


def test_what_no_font_has() -> None:
    assert lacking("aŁ한漢я½†₩–\N{WORD JOINER}\n") == set()
    assert lacking("🎓ไ\ue000") == {"🎓", "ไ", "\ue000"}
    assert lacking("\N{VARIATION SELECTOR-16}\N{ZERO WIDTH JOINER}") == set()


def test_a_letter_comes_from_the_first_font_that_has_it() -> None:
    assert [(face.name, run) for face, run in runs("a한漢b", "regular")] == [
        ("desk-sans-regular", "a한"),
        ("desk-myeongjo-regular", "漢"),
        ("desk-sans-regular", "b"),
    ]
    assert face_of("🎓", "bold").name == "desk-sans-semibold"


def test_what_the_program_writes_is_known() -> None:
    assert {*"을를이가은는와과만억원"} <= written("ko")
    assert written("en") == frozenset()
