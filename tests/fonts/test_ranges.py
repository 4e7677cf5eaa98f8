"""Which font readers load for which letter."""

from pathlib import Path

from braindrain_site.fonts import ranges
from braindrain_site.fonts.ranges import Used
from braindrain_site.fonts.setting import setting, usual
from braindrain_site.reading import loading
from tests.support import brought, small

KOREAN = Used(frozenset("a가나다라漢한"), (frozenset("가나z"), frozenset("나라")))


def test_a_letter_comes_from_the_first_font_that_has_it() -> None:
    rules = list(ranges.loaded(usual("en"), Used(frozenset("aŁя漢한"))))
    text = {rule.cut: rule.range for rule in rules if rule[:3] == ("Newsreader", "400", "normal")}
    assert text == {
        "newsreader-text": "",
        "desk-sans-regular": "U+44F",
        "desk-myeongjo-regular": "U+6F22",
    }


def test_every_page_loads_first_what_stands_at_its_top() -> None:
    assert ranges.preloaded(usual("en"), Used(frozenset("S")), "S") == [
        "newsreader-display", "newsreader-text", "desk-sans-regular", "desk-sans-semibold"
    ]  # fmt: skip
    assert ranges.preloaded(usual("ko"), KOREAN, "본") == [
        "desk-myeongjo-semibold-1", "desk-hangul-regular", "desk-hangul-semibold",
        "desk-sans-regular",
    ]  # fmt: skip


def test_a_font_of_the_story_leaves_what_it_lacks_to_the_programs(tmp_path: Path) -> None:
    """What pages always say, too: its own readers may have no font with an arrow."""
    made = setting(loading.load(brought.copy(tmp_path)), "en")
    [arrows] = (
        rule.range for rule in ranges.loaded(made, Used(frozenset("a")))
        if rule[:4] == ("plain", "400", "normal", "desk-sans-regular")
    )  # fmt: skip
    assert "U+201E-2197" in arrows
    needed = ranges.needed([(made, Used(frozenset("aя")))])
    assert "↑" not in needed["plain_regular"]
    assert {*"↑я"} <= {*needed["desk-sans-regular"]}


def test_a_font_of_headings_alone_comes_in_parts() -> None:
    """The likeliest stands last, where browsers ask first."""
    rules = [it for it in ranges.loaded(usual("ko"), KOREAN) if it.family == "Desk Myeongjo"]
    assert [(it.cut.removeprefix("desk-myeongjo-semibold"), it.range) for it in rules] == [
        ("-3", "U+6F22-D55C"), ("-2", "U+6F22-D55C"), ("-1", ""),
    ]  # fmt: skip
    needed = ranges.needed([(usual("ko"), KOREAN)])
    first, second, third = (needed[rule.cut] for rule in reversed(rules))
    assert {*"aA1한가나"} <= {*first}
    assert not {*first} & {*"다라漢"}
    assert (second, third) == ("라", "漢다")


def test_parts_without_letters_are_not_made() -> None:
    used = Used(frozenset("가나"), (frozenset("가"), frozenset()))
    rules = [it.cut for it in ranges.loaded(usual("ko"), used) if it.family == "Desk Myeongjo"]
    assert rules == ["desk-myeongjo-semibold-3", "desk-myeongjo-semibold-1"]
    plain = Used(frozenset("é"), (frozenset(), frozenset()))
    assert "newsreader-display" in ranges.needed([(usual("en"), plain), (usual("ko"), plain)])
    assert ranges.preloaded(usual("ko"), plain, "본")[0] == "desk-myeongjo-semibold"


def test_so_does_the_font_that_headings_of_another_family_take_their_hangul_from(
    tmp_path: Path,
) -> None:
    data = small.copy(tmp_path, edition=small.TWO)
    (data / "house.yaml").write_text("fonts: {headings: {ko: newsreader}}\n")
    made = setting(loading.load(data), "ko")
    rules = [it for it in ranges.loaded(made, KOREAN) if it.family == "Newsreader Display"]
    assert [it.cut for it in rules[1:]] == [f"desk-myeongjo-semibold-{n}" for n in (3, 2, 1)]
    assert {it.range for it in rules[1:]} == {"U+6F22-D55C"}  # 한국어 too
    assert ranges.preloaded(made, KOREAN, "본")[0] == "desk-myeongjo-semibold-1"


def test_what_sets_text_or_labels_too_is_whole(tmp_path: Path) -> None:
    data = small.copy(tmp_path, edition=small.TWO)
    (data / "house.yaml").write_text("fonts: {text: {ko: desk_myeongjo}}\n")
    made = setting(loading.load(data), "ko")
    assert ranges.preloaded(made, KOREAN, "본")[0] == "desk-myeongjo-semibold"
    assert {*"가나다라漢"} <= {*ranges.needed([(made, KOREAN)])["desk-myeongjo-semibold"]}
