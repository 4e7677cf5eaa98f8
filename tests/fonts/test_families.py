"""Every letter has a font; what none has is told apart."""

import pytest

from braindrain_site.fonts.families import AFTER, FAMILIES, PLAIN, lacking, written
from braindrain_site.model import house

COMMON = [chr(code) for code in range(0x20, 0x10000) if PLAIN.match(chr(code))]


def test_a_story_can_choose_each_of_them() -> None:
    assert (*FAMILIES,) == house.FAMILIES
    for family in FAMILIES.values():
        assert {"regular", "bold"} <= family.fonts.keys() <= {*house.STYLES}
        assert family.licence.startswith("OFL-")


@pytest.mark.parametrize("style", AFTER)
def test_what_a_family_lacks_the_program_has(style: str) -> None:
    lacked = [char for char in COMMON if not any(cut.takes(char) for cut in AFTER[style])]
    assert lacked == []
    assert len({*COMMON} & {*map(chr, range(0xAC00, 0xD7A4))}) == 11_172


def test_what_no_font_has() -> None:
    assert lacking("aŁ한漢я½†₩–\N{WORD JOINER}\n") == set()
    assert lacking("🎓ไ\ue000") == {"🎓", "ไ", "\ue000"}
    assert lacking("\N{VARIATION SELECTOR-16}\N{ZERO WIDTH JOINER}") == set()


def test_what_the_program_writes_is_known() -> None:
    assert {*"을를이가은는와과만억원"} <= written("ko")
    assert written("en") == frozenset()
