"""Readers load every letter that an edition uses, drawn as in the full font, and little else."""

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

from braindrain_site.fonts import cutting
from braindrain_site.fonts.faces import face
from braindrain_site.fonts.families import FAMILIES
from braindrain_site.fonts.setting import usual
from tests.support import printed, rare, sites, small
from tests.support.letters import says
from tests.support.reading import Reading

Pages = Mapping[str, bytes]
RULE = re.compile(
    r'@font-face\{font-family:"([^"]*)";src:url\("[^"]*fonts/([\w-]+)\.woff2"\)[^;]*;'
    r"font-weight:(\d+);font-style:(\w+);font-display:swap(?:;[^}]*?unicode-range:([^}]*))?\}"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return sites.make(rare.copy(tmp_path_factory.mktemp("rare")))


def within(ranges: str, char: str) -> bool:
    """Whether CSS's *ranges* (``U+41-5A,U+B1``) hold *char*; none hold all."""
    ends = [one.removeprefix("U+").split("-") for one in ranges.split(",") if one]
    return not ends or any(int(one[0], 16) <= ord(char) <= int(one[-1], 16) for one in ends)


def seen(page: bytes) -> set[str]:
    """The letters that a page shows; what is never seen needs no form."""
    html = re.sub(rb"<(style|script)\b.*?</\1>", b"", page, flags=re.S)
    return {char for text in Reading(html).text for char in text if char.isprintable()}


def letters_in(site: Pages, cut: str) -> set[str]:
    with TTFont(BytesIO(site[f"assets/fonts/{cut}.woff2"])) as font:
        return set(map(chr, font.getBestCmap()))


def boxes(site: Pages, path: str) -> Iterator[str]:
    """The letters of a page that a family of its style has in no font."""
    wanted = seen(site[path])
    found: dict[tuple[str, ...], set[str]] = {}
    for family, cut, weight, style, ranges in RULE.findall(site[path].decode()):
        known = {char for char in letters_in(site, cut) if within(ranges, char)}
        found.setdefault((family, weight, style), set()).update(known)
    assert found
    for family, known in found.items():
        # Arrows and the like come from the next family, as those of the pages themselves do.
        lacking = {char for char in wanted - known if char not in "←↑→↓↗−≈≠≤≥₩한국어†"}
        yield from (f"{family}: {char}" for char in lacking)


@pytest.mark.slow
@pytest.mark.parametrize("path", ["index.html", "figures/index.html", "charts/index.html"])
@pytest.mark.parametrize("home", ["", "ko/"])
def test_no_letter_is_a_box(site: Pages, home: str, path: str) -> None:
    assert {*"음악융합및Łễ漢字я"} <= seen(site["index.html"]) | seen(site["ko/index.html"])
    assert list(boxes(site, home + path)) == []


def test_no_page_of_another_edition_has_a_box(forms_site: Pages) -> None:
    paths = [path for path in forms_site if path.count("/") < 2 and path.endswith(".html")]
    assert paths
    assert [box for path in paths for box in boxes(forms_site, path)] == []


def drawn(font: bytes) -> dict[str, str]:
    """Letter → its outline in a font that readers load."""
    with TTFont(BytesIO(font)) as packed:
        packed.flavor = None
        packed.save(file := BytesIO())
    cut = hb.Font(hb.Face(file.getvalue()))
    found = {}
    for code in cut.face.unicodes:
        pen = SVGPathPen(None, ntos=lambda number: str(round(number)))
        cut.draw_glyph_with_pen(cut.get_nominal_glyph(code), pen)
        found[chr(code)] = str(pen.getCommands())
    return found


@pytest.mark.slow
def test_each_letter_is_drawn_as_in_the_full_font(site: Pages) -> None:
    rarely = {*rare.SYLLABLES, *"".join(rare.LABELS)} - {*" ,"}
    met = set()
    sorts = (sort for lang in ("en", "ko") for sort in usual(lang).sorts())
    cut_as = (it for sort in sorts for cut in sort.cuts for it in (cut, *sort.parts(cut)))
    known = {cut.name: cut.font.full for cut in cut_as}
    cuts = {cut: full for cut, full in known.items() if f"assets/fonts/{cut}.woff2" in site}
    for cut, full in cuts.items():
        for char, outline in drawn(site[f"assets/fonts/{cut}.woff2"]).items():
            if char in rarely:
                met.add(char)
                assert outline == full.outline(full.line(char)[0][0].number), f"{cut}: {char}"
                assert outline != full.outline(0), f"{cut}: {char}"
    assert met == rarely


def test_pictures_are_set_in_the_letters_themselves(site: Pages) -> None:
    for path in ("assets/charts/subjects.svg", "assets/charts/ko/subjects.svg"):
        svg = site[path].decode()
        for label in rare.LABELS:
            assert says(svg, label), label
        box = re.escape(face("desk-sans-regular").outline(0))
        assert not re.search(f'd="{box}"', svg)


def test_pages_without_such_letters_load_none_of_their_fonts(two_site: Pages) -> None:
    english = {rule[1] for rule in RULE.findall(two_site["index.html"].decode())}
    korean = {rule[1] for rule in RULE.findall(two_site["ko/index.html"].decode())}
    assert english == {sort.cuts[0].name for sort in usual("en").sorts()}
    assert korean == {f"desk-{name}" for name in (
        "myeongjo-semibold-1", "myeongjo-semibold-2", "myeongjo-semibold-3", "sans-regular",
        "sans-semibold", "hangul-regular", "hangul-semibold",
    )}  # fmt: skip
    assert "assets/fonts/desk-myeongjo-regular.woff2" not in two_site


def test_an_english_edition_has_no_korean_fonts(printed_site: Pages) -> None:
    assert not [path for path in printed_site if "hangul" in path or "myeongjo" in path]


@pytest.mark.slow
def test_the_same_letters_are_the_same_bytes() -> None:
    """Whatever order Python keeps its sets in."""
    program = (
        "import hashlib; from braindrain_site.fonts import cutting\n"
        "from braindrain_site.fonts.families import Font\n"
        "print(hashlib.sha256(cutting.woff2(Font('desk-sans-regular'), '가나다Łódź')).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True,
            cwd=printed.ROOT, env={"PYTHONPATH": "src", "PYTHONHASHSEED": seed},
        ).stdout
        for seed in "12"
    }  # fmt: skip
    assert len(digests) == 1


@pytest.mark.slow
def test_without_a_new_letter_no_full_font_is_read(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    edition = small.judged(small.TWO)[0]
    served = cutting.Served(edition, cache)
    made = {name: make() for name, make in served.files().items()}
    assert "desk-hangul-regular.woff2" in made
    program = (
        "import sys; from pathlib import Path; from tests.support import small\n"
        "from braindrain_site.fonts.cutting import Served\n"
        f"served = Served(small.judged(small.TWO)[0], Path({str(cache)!r}))\n"
        "made = [make() for make in served.files().values()]\n"
        "print(sum(map(len, made)), len(served.dress('ko').faces))\n"
        "print([name for name in ('uharfbuzz', 'fontTools') if name in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True, text=True, cwd=printed.ROOT, env={"PYTHONPATH": "src:."},
    )  # fmt: skip
    size = sum(map(len, made.values()))
    assert ended.stdout == f"{size} {len(served.dress('ko').faces)}\n[]\n", ended.stderr


def test_a_cut_says_whose_it_is_and_bears_no_reserved_name() -> None:
    """The Open Font License, 2 and 3: "Pretendard" is for the unchanged font."""
    for font in (font for family in FAMILIES.values() for font in family.fonts.values()):
        with TTFont(BytesIO(cutting.subset(font, "a한漢"))) as cut:
            said = {record.nameID: str(record) for record in cut["name"].names}
        assert "Copyright" in said[0] or "(c)" in said[0], font
        assert not re.search("Pretendard|Source", said[1] + said[4] + said[6]), font
