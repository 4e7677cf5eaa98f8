"""Which font readers load for which letter."""

from pathlib import Path

from braindrain_site.fonts import ranges
from braindrain_site.fonts.setting import setting, usual
from braindrain_site.reading import loading
from tests.support import brought


def test_a_letter_comes_from_the_first_font_that_has_it() -> None:
    rules = list(ranges.loaded(usual("en"), frozenset("aŁя漢한")))
    text = {rule.cut: rule.range for rule in rules if rule[:3] == ("Newsreader", "400", "normal")}
    assert text == {
        "newsreader-text": "",
        "desk-sans-regular": "U+44F",
        "desk-myeongjo-regular": "U+6F22",
    }


def test_every_page_loads_first_what_stands_at_its_top() -> None:
    assert ranges.preloaded(usual("en"), "S") == [
        "newsreader-display", "newsreader-text", "desk-sans-regular", "desk-sans-semibold"
    ]  # fmt: skip
    assert ranges.preloaded(usual("ko"), "본") == [
        "desk-myeongjo-semibold", "desk-hangul-regular", "desk-hangul-semibold",
        "desk-sans-regular",
    ]  # fmt: skip


def test_a_font_of_the_story_leaves_what_it_lacks_to_the_programs(tmp_path: Path) -> None:
    """What pages always say, too: its own readers may have no font with an arrow."""
    made = setting(loading.load(brought.copy(tmp_path)), "en")
    [arrows] = (
        rule.range for rule in ranges.loaded(made, frozenset("a"))
        if rule[:4] == ("plain", "400", "normal", "desk-sans-regular")
    )  # fmt: skip
    assert "U+201E-2197" in arrows
    needed = ranges.needed([(made, frozenset("aя"))])
    assert "↑" not in needed["plain_regular"]
    assert {*"↑я"} <= {*needed["desk-sans-regular"]}
