"""One statement says what everything is set in; the program's own is as it ever was."""

from pathlib import Path

import pytest

from braindrain_site.fonts.setting import Setting, Sort, setting, usual
from braindrain_site.reading import loading
from tests.support import brought, small


def chosen(tmp_path: Path, house: str, lang: str = "en") -> Setting:
    data = small.copy(tmp_path, edition=small.TWO)
    (data / "house.yaml").write_text(house)
    return setting(loading.load(data), lang)


def rules(made: Setting) -> list[tuple[str, str, str, str]]:
    return [(it.family, it.weight, it.style, it.cuts[0].name) for it in made.sorts()]


def test_a_house_that_says_nothing_is_set_as_ever() -> None:
    assert rules(usual("en")) == [
        ("Newsreader Display", "500", "normal", "newsreader-display"),
        ("Newsreader", "400", "normal", "newsreader-text"),
        ("Newsreader", "700", "normal", "newsreader-bold"),
        ("Newsreader", "400", "italic", "newsreader-italic"),
        ("Desk Sans", "400", "normal", "desk-sans-regular"),
        ("Desk Sans", "600", "normal", "desk-sans-semibold"),
    ]
    assert rules(usual("ko")) == [
        ("Desk Myeongjo", "600", "normal", "desk-myeongjo-semibold"),
        ("Desk Sans", "400", "normal", "desk-sans-regular"),
        ("Desk Sans", "600", "normal", "desk-sans-semibold"),
    ]
    assert rules(usual("ru")) == rules(usual("en"))


def test_a_bold_font_takes_every_weight_that_the_styles_ask_for(tmp_path: Path) -> None:
    """Else browsers set headings, which ask for 500, in the regular one."""
    made = chosen(tmp_path, "fonts: {headings: desk_sans, text: desk_sans}")
    assert rules(made) == [
        ("Desk Sans", "400", "normal", "desk-sans-regular"),
        ("Desk Sans", "500 700", "normal", "desk-sans-semibold"),
    ]
    assert {made.stack(role) for role in ("headings", "text", "labels")} == {made.stack("text")}


def test_a_language_may_have_its_own(tmp_path: Path) -> None:
    house = "fonts: {text: {ko: desk_myeongjo}, labels: newsreader}"
    korean, english = chosen(tmp_path / "ko", house, "ko"), chosen(tmp_path / "en", house)
    assert [rule[:2] for rule in rules(korean)] == [
        ("Desk Myeongjo", "400"), ("Desk Myeongjo", "600"), ("Newsreader", "400"),
        ("Newsreader", "600"),
    ]  # fmt: skip
    assert [rule[:2] for rule in rules(english)] == [
        ("Newsreader Display", "500"), ("Newsreader", "400"), ("Newsreader", "600 700"),
        ("Newsreader", "400"),
    ]  # fmt: skip
    assert korean.known_by != english.known_by


def test_a_letter_comes_from_the_first_font_that_has_it() -> None:
    assert [(face.name, run) for face, run in usual("en").runs("a한漢b", "regular")] == [
        ("desk-sans-regular", "a한"),
        ("desk-myeongjo-regular", "漢"),
        ("desk-sans-regular", "b"),
    ]
    assert usual("en").face_of("🎓", "bold").name == "desk-sans-semibold"


def test_korean_headings_have_their_own_letters_and_spaces_in_pictures_too() -> None:
    assert usual("ko").face_of("A", "display").name == "desk-myeongjo-semibold"
    assert usual("en").face_of("A", "display").name == "newsreader-display"


def test_in_korean_headings_the_mark_of_doubt_is_no_wider_than_in_labels() -> None:
    assert usual("ko").face_of("†", "display").name == "desk-sans-semibold"
    assert usual("en").face_of("†", "display").name == "newsreader-display"
    assert usual("ko").face_of("†", "display").line("†", "ko")[1] < 0.7  # ems


def test_a_family_of_the_story(tmp_path: Path) -> None:
    made = setting(loading.load(brought.copy(tmp_path)), "en")
    assert rules(made) == [
        ("plain", "400", "normal", "plain_regular"),
        ("plain", "500 700", "normal", "plain_bold"),
        ("plain", "400", "italic", "plain_italic"),
    ]
    assert made.face_of("A", "bold").name == "plain_bold"
    assert made.face_of("한", "bold").name == "desk-sans-semibold"
    assert made.outside("labels").startswith("Plain Text, Pretendard, ")


@pytest.mark.parametrize("missing", ["bold", "italic"])
def test_what_a_family_of_the_story_has_not(tmp_path: Path, missing: str) -> None:
    data = brought.copy(tmp_path, without=missing, labels="desk_sans")
    made = [*setting(loading.load(data), "en").sorts()]
    own = [(it.weight, it.style) for it in made if it.family == "plain"]
    without: dict[str, list[tuple[str, str]]] = {
        # One font for text and headings; browsers make text bold, and no heading.
        "bold": [("400 500", "normal"), ("400", "italic")],
        "italic": [("400", "normal"), ("500 700", "normal")],
    }
    assert own == without[missing]
    assert all(isinstance(it, Sort) and it.whole for it in made)
