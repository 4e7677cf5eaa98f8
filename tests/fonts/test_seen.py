"""Fonts come late and nothing moves: what stands in for them takes exactly their place."""

import base64
import io
import re
from collections.abc import Mapping

import pytest
from fontTools.ttLib import TTFont

from braindrain_site.figures import grades
from braindrain_site.fonts.faces import read
from tests.support import printed
from tests.support.reader import Reader, as_reader, moved

STOPGAP = printed.TEMPLATES / "css/stopgap.b64"
SYLLABLES = range(0xAC00, 0xD7A4)
PAGES = (
    "index.html",
    "charts/subjects/index.html",
    "embed/subjects/index.html",
    "figures/index.html",
    "sources/index.html",
)


@pytest.fixture(scope="module")
def site(two_site: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return two_site


def _style(site: Mapping[str, bytes], path: str) -> str:
    return site[path].decode().partition("<style>")[2].partition("</style>")[0]


def _advances(font: TTFont) -> dict[int, float]:
    """Unicode → advance in em."""
    em = font["head"].unitsPerEm
    return {code: font["hmtx"][name][0] / em for code, name in font.getBestCmap().items()}


@as_reader(*({"viewport": {"width": width, "height": 900}} for width in (360, 768, 1280)))
@pytest.mark.parametrize("home", ["", "ko/"])
def test_late_fonts_move_nothing(reader: Reader, home: str) -> None:
    reader.wait = 0.2
    for path in PAGES:
        page = reader.open(home + path)
        assert moved(page) == [], path


def _loaded(reader: Reader, path: str) -> list[str]:
    """Which parts of the headings' font a page has loaded."""
    page = reader.open(path)
    page.evaluate("document.fonts.ready")
    parts = re.findall(r"fonts/desk-myeongjo-semibold(-\d)\.woff2\"\) f", _style(reader.site, path))
    shown = """[...document.fonts].filter(face => /^.?Desk Myeongjo/.test(face.family))
        .map(face => face.status == "loaded")"""
    return [part for part, there in zip(parts, page.evaluate(shown), strict=True) if there]


@as_reader({})
def test_headings_load_no_more_than_they_need(reader: Reader) -> None:
    for path in PAGES:
        assert "-3" not in _loaded(reader, f"ko/{path}"), path
    story = "ko/index.html"
    assert _loaded(reader, story) == ["-1"]
    with TTFont(io.BytesIO(reader.site["assets/fonts/desk-myeongjo-semibold-3.woff2"])) as font:
        unlikely = chr(min(font.getBestCmap()))
    reader.theirs[story] = reader.site[story].replace(b"</h1>", unlikely.encode() + b"</h1>", 1)
    assert "-3" in _loaded(reader, story)


@pytest.mark.slow
def test_every_font_that_sets_numbers_has_the_sign_of_doubt(site: Mapping[str, bytes]) -> None:
    """Else it would come from another font, heavier or lighter than the number it belongs to."""
    for path in (path for path in site if path.endswith(".woff2")):
        with TTFont(io.BytesIO(site[path])) as font:
            known = font.getBestCmap()
        digits = {*map(ord, "0123456789")} & known.keys()
        assert ord(grades.DOUBTFUL) in known or not digits, path


@pytest.mark.parametrize("home", ["", "ko/"])
def test_the_style_is_not_escaped(site: Mapping[str, bytes], home: str) -> None:
    """A browser decodes no entities in a style, and drops a face whose source has one."""
    for path in PAGES:
        assert "&#" not in _style(site, home + path), path


def test_the_stopgap_has_every_syllable_and_each_is_as_wide_as_the_real_ones() -> None:
    with TTFont(io.BytesIO(base64.b64decode(STOPGAP.read_text()))) as font:
        stopgap = _advances(font)
    assert set(stopgap) == {*SYLLABLES, ord("↑")}
    for name in ("desk-sans-regular", "desk-sans-semibold"):
        real = _advances(TTFont(io.BytesIO(read(name))))
        assert {real[code] for code in SYLLABLES} == {stopgap[code] for code in SYLLABLES}
        if name.endswith("regular"):  # no arrow stands in bold
            assert real[ord("↑")] == stopgap[ord("↑")]


def test_in_headlines_the_stopgap_is_as_wide_as_theirs(site: Mapping[str, bytes]) -> None:
    faces = re.findall(
        r'font-family:"Myeongjo Stopgap".*?size-adjust:([\d.]+)%', _style(site, "ko/index.html")
    )
    with TTFont(io.BytesIO(base64.b64decode(STOPGAP.read_text()))) as font:
        [size], width = map(float, faces), _advances(font)[ord("한")]
    for weight in ("regular", "semibold"):
        real = _advances(TTFont(io.BytesIO(read(f"desk-myeongjo-{weight}"))))
        [wanted] = {real[code] for code in real.keys() & {*SYLLABLES}}
        assert width * size / 100 == pytest.approx(wanted, abs=1e-4)
