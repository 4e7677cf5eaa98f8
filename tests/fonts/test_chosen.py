"""What a story chooses is what its pages, drawings, pictures and cards are set in."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from braindrain_site import recipe
from braindrain_site.charts.widths import lettering
from braindrain_site.fonts.setting import setting, usual
from braindrain_site.model.edition import Edition
from tests.support import brought, printed, sites, small

Site = Mapping[str, bytes]
ADDRESS = "https://example.org/"


def made(data: Path) -> tuple[Edition, Site]:
    proof = recipe.judge(data, publishing=False, address=ADDRESS)
    return proof.edition, recipe.plan(proof, printed.TEMPLATES, sites.DRAWN)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, Site]:
    """An edition in two languages, all of it in fonts of its own."""
    return made(brought.copy(tmp_path_factory.mktemp("own"), edition=small.TWO))


@pytest.fixture(scope="module")
def serif(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, Site]:
    """The same, all of it with serifs, of the program's families."""
    data = small.copy(tmp_path_factory.mktemp("serif"), edition=small.TWO)
    english, korean = "newsreader", "desk_myeongjo"
    chosen = f"{{en: {english}, ko: {korean}}}"
    roles = ("headings", "text", "labels")
    (data / "house.yaml").write_text("fonts:\n" + "".join(f"  {it}: {chosen}\n" for it in roles))
    return made(data)


@pytest.fixture(scope="module")
def as_ever(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, Site]:
    return made(small.copy(tmp_path_factory.mktemp("ever"), edition=small.TWO))


def named(site: Site, path: str, role: str) -> str:
    """The first family that the style of a page names for a role."""
    found = re.search(rf'--{role}:"([^"]+)"', site[path].decode())
    assert found, path
    return found[1]


@pytest.mark.parametrize("path", ["index.html", "embed/subjects/index.html", "404.html"])
def test_pages_and_frames_name_the_families(
    own: tuple[Edition, Site], serif: tuple[Edition, Site], path: str
) -> None:
    for role in ("display", "prose", "font"):
        assert named(own[1], path, role) == named(own[1], f"ko/{path}", role) == "plain"
        assert named(serif[1], f"ko/{path}", role) == "Desk Myeongjo"
    assert named(serif[1], path, "font") == "Newsreader"
    assert named(serif[1], path, "display") == "Newsreader Display"


def test_what_is_named_is_there_and_is_loaded_first(own: tuple[Edition, Site]) -> None:
    _, site = own
    for home in ("", "ko/"):
        html = site[f"{home}index.html"].decode()
        preloaded = re.findall(r'rel="preload"[^>]*assets/fonts/([\w-]+)\.woff2', html)
        assert preloaded[0].startswith("plain_bold" if not home else "desk-hangul-semibold")
        for cut in {*preloaded, *re.findall(r"assets/fonts/([\w-]+)\.woff2", html)}:
            assert site[f"assets/fonts/{cut}.woff2"][:4] == b"wOF2"
    assert "assets/fonts/newsreader-text.woff2" not in site


def test_licences_stand_beside_the_fonts_that_are_served(
    own: tuple[Edition, Site], serif: tuple[Edition, Site]
) -> None:
    texts = {path for path in own[1] if path.startswith("assets/fonts/") and ".txt" in path}
    assert "assets/fonts/OFL-Newsreader.txt" not in texts
    assert own[1]["assets/fonts/plain.txt"] == b"You may.\n"
    assert {"assets/fonts/OFL-Newsreader.txt", "assets/fonts/OFL-NotoSerifKR.txt"} <= {*serif[1]}


def test_the_foot_of_a_page_says_what_it_is_set_in(
    own: tuple[Edition, Site], serif: tuple[Edition, Site]
) -> None:
    assert "Fonts: Plain Text" in own[1]["index.html"].decode()
    assert "Noto Serif KR" in serif[1]["ko/index.html"].decode()


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_drawings_are_measured_by_the_fonts_of_labels(
    own: tuple[Edition, Site], serif: tuple[Edition, Site], lang: str
) -> None:
    for edition, _ in (own, serif):
        chosen = setting(edition, lang)
        for bold in (False, True):
            face = chosen.face_of("a", "bold" if bold else "regular")
            widths = lettering(chosen)
            assert widths.width("a", 1, bold) == face.line("a", lang)[1]
            assert widths.width("a", 1, bold) != lettering(usual(lang)).width("a", 1, bold)


def test_drawings_change_with_the_fonts(
    own: tuple[Edition, Site], serif: tuple[Edition, Site], as_ever: tuple[Edition, Site]
) -> None:
    """Labels stand elsewhere, and no drawing is taken from the cache of another choice."""
    first, second, usually = (
        re.findall(r'<div class="wide">.*?</div>', site["embed/subjects/index.html"].decode())
        for _, site in (own, serif, as_ever)
    )
    assert first == second  # both have the letters of Newsreader
    assert first != usually


def test_pictures_and_cards_are_drawn_in_them(
    own: tuple[Edition, Site], serif: tuple[Edition, Site], as_ever: tuple[Edition, Site]
) -> None:
    path = "assets/charts/subjects.svg"
    assert {*re.findall(r'<path id="(\D+)\d', own[1][path].decode())} == {
        "plain_bold", "plain_regular",
    }  # fmt: skip
    assert {*re.findall(r'<path id="(\D+)\d', serif[1][path].decode())} <= {"nd", "nt", "nb"}
    korean = serif[1]["assets/charts/ko/subjects.svg"].decode()
    assert {*re.findall(r'<path id="(\D+)\d', korean)} <= {"dms", "dmr"}
    cards = [site["assets/cards/chart-subjects.png"] for _, site in (own, serif, as_ever)]
    assert len({*cards}) == 3


def test_a_specification_names_them(own: tuple[Edition, Site]) -> None:
    spec = json.loads(own[1]["assets/charts/subjects.vl.json"])
    assert spec["title"]["font"].startswith("Plain Text, ")
    assert spec["title"]["subtitleFont"].startswith("Plain Text, ")


def test_another_font_under_the_same_name_is_another_font(tmp_path: Path) -> None:
    data = brought.copy(tmp_path)
    before = setting(made(data)[0], "en")
    (data / "fonts/Plain-regular.ttf").write_bytes(brought.font("italic"))
    after = setting(made(data)[0], "en")
    assert before.known_by != after.known_by
    assert before.face_of("a", "regular").data != after.face_of("a", "regular").data


def test_a_name_reaches_no_style(tmp_path: Path) -> None:
    """Styles call a family by its key, which has letters, digits and _."""
    data = brought.copy(tmp_path)
    house = data / "house.yaml"
    evil = "x} </style><script>alert(1)</script>"
    house.write_text(house.read_text().replace("Plain Text", f'"{evil}"'))
    html = made(data)[1]["index.html"].decode()
    assert "alert(1)" not in html.partition("<style>")[2].partition("</style>")[0]
    assert "<script>alert" not in html
    assert "alert(1)" in html  # at the foot, as text
