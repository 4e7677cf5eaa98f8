"""Pictures to take away and to share: complete, of the right size, and not drawn twice."""

import json
import re
import struct
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest
import vl_convert

from braindrain_site import recipe
from braindrain_site.pictures import canvas
from tests.support import printed, sites, small
from tests.support.letters import TYPE, letters, says

CHARTS = ("subjects", "pay")
DAGGER = TYPE.line("†", "display")[0][0].name
ADDRESSED = ("site.yaml", "languages: [en]", "languages: [en]\naddress: https://example.org/")
PAGES = ("story", "charts", "figures", "sources", "method", "data")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return printed.site(tmp_path_factory.mktemp("small"), ADDRESSED)


def size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("key", CHARTS)
def test_a_picture_opens_alone(site: Mapping[str, bytes], key: str) -> None:
    text = site[f"assets/charts/{key}.svg"].decode()
    root = ElementTree.fromstring(text)
    assert "var(" not in text
    assert "<text" not in text
    outside = re.findall(r'(?:href|src|url\()[="(]+([^#"][^")]*)', text)
    assert [address for address in outside if not address.startswith("http://www.w3.org/")] == []
    said = {e.tag.partition("}")[2]: e.text for e in root.iter() if e.get("id")}
    assert said["title"]
    assert said["desc"]


@pytest.mark.parametrize("key", CHARTS)
def test_a_png_has_two_pixels_for_one(site: Mapping[str, bytes], key: str) -> None:
    root = ElementTree.fromstring(site[f"assets/charts/{key}.svg"])
    drawn = tuple(float(root.attrib[name]) * 2 for name in ("width", "height"))
    assert size(site[f"assets/charts/{key}.png"]) == drawn


def test_a_caveat_travels_with_its_chart(tmp_path: Path, site: Mapping[str, bytes]) -> None:
    without = ("charts.yaml", "caveat: {en: Not the same school.}", "notes: {en: x}")
    folder = printed.data(tmp_path)
    charts = folder / "charts.yaml"
    charts.write_text(charts.read_text().replace(*without[1:]))
    plain = sites.make(folder)
    height = size(site["assets/charts/pay.png"])[1]
    assert size(plain["assets/charts/pay.png"])[1] < height
    spec = json.loads(site["assets/charts/pay.vl.json"])
    assert spec["usermeta"]["caveat"] == "Read with care. Not the same school."
    assert spec["usermeta"]["caveat"] in spec["title"]["subtitle"]
    assert "caveat" not in json.loads(plain["assets/charts/pay.vl.json"])["usermeta"]


def test_marks_and_what_nobody_opened_travel_with_a_chart(tmp_path: Path) -> None:
    disputed = ("figures.yaml", "origin: head_teacher", "disputed: {reason: {en: Not so.}}")
    site = printed.site(tmp_path, disputed)
    svg, spec = (site[f"assets/charts/pay.{ending}"].decode() for ending in ("svg", "vl.json"))
    meta = json.loads(spec)["usermeta"]
    assert "†" in "".join(json.loads(spec)["title"]["text"])
    assert meta["source"].lower().count("not opened by us") == 1
    for line in (meta["dagger"], *meta["source"].split("\n")):
        assert says(svg, line)
    assert next(letter.size for letter in letters(svg) if letter.name == DAGGER) > 29


@pytest.mark.parametrize("key", CHARTS)
def test_a_specification_draws(site: Mapping[str, bytes], key: str) -> None:
    text = site[f"assets/charts/{key}.vl.json"].decode()
    spec = json.loads(text)
    assert "var(" not in text
    assert '"url"' not in text, "its data stand inside"
    svg = ElementTree.fromstring(vl_convert.vegalite_to_svg(spec))
    texts = ["".join(e.itertext()) for e in svg.iter() if e.tag.endswith("}text")]
    assert set(spec["title"]["text"]) <= set(texts)
    assert float(svg.attrib["width"]) == spec["width"] + 2 * spec["padding"]["left"]


@pytest.mark.parametrize("what", [*PAGES, *(f"chart-{key}" for key in CHARTS)])
def test_a_card_has_the_size_that_networks_show(site: Mapping[str, bytes], what: str) -> None:
    card = site[f"assets/cards/{what}.png"]
    assert size(card) == (1200, 630)
    assert len(card) < 80_000


def test_no_card_is_like_another(site: Mapping[str, bytes]) -> None:
    cards = [content for path, content in site.items() if path.startswith("assets/cards/")]
    assert len(cards) == len(set(cards)) == len(PAGES) + len(CHARTS)


def test_a_card_that_no_page_can_name_is_not_drawn(
    tmp_path: Path, site: Mapping[str, bytes]
) -> None:
    """Without an address no page names one; with it each card is named by its page."""
    plain = printed.site(tmp_path)
    assert not [path for path in plain if path.startswith("assets/cards/")]
    assert b"og:image" not in plain["index.html"]
    pages = b"".join(content for path, content in site.items() if path.endswith(".html"))
    named = set(re.findall(r'og:image" content="https://example.org/([^"]+)', pages.decode()))
    assert named == {path for path in site if path.startswith("assets/cards/")}


@pytest.mark.slow
def test_the_same_data_make_the_same_bytes_drawn_or_remembered(
    tmp_path: Path, site: Mapping[str, bytes]
) -> None:
    """Whichever is drawn first, and by whom; what is remembered loads no drawing library."""
    folder, cache = printed.data(tmp_path, ADDRESSED), tmp_path / "cache"
    assert recipe.make(recipe.judge(folder), printed.TEMPLATES, cache) == site
    kept = set(cache.iterdir())
    program = (
        "import sys; from pathlib import Path; from braindrain_site import recipe\n"
        f"made = recipe.make(recipe.judge(Path({str(folder)!r})), "
        f"Path({str(printed.TEMPLATES)!r}), Path({str(cache)!r}))\n"
        "loaded = [name for name in ('altair', 'vl_convert') if name in sys.modules]\n"
        "print(loaded, len(made))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True, text=True, cwd=printed.ROOT, env={"PYTHONPATH": "src"},
    )  # fmt: skip
    assert ended.stdout.strip() == f"[] {len(site)}", ended.stderr
    assert set(cache.iterdir()) == kept
    assert recipe.make(recipe.judge(folder), printed.TEMPLATES, cache) == site


def test_a_story_without_a_chart_has_a_card(tmp_path: Path) -> None:
    """And all its pages."""
    data = small.copy(
        tmp_path, ADDRESSED, ("story/en/01-leaving.md", '{{ chart("subjects") }}', ""),
        ("claims.yaml", "half_music:\n  holds: share(left_music, left) == 0.5\n", ""),
    )  # fmt: skip
    (data / "charts.yaml").write_text("{}\n", "utf-8")
    made = sites.make(data)
    assert {f"assets/cards/{page}.png" for page in PAGES} <= {*made}
    assert size(made["assets/cards/story.png"]) == (1200, 630)
    assert [path for path in made if path.startswith("assets/charts/")] == []


def test_a_drawing_without_words_is_as_large_as_it_may_be() -> None:
    """There is no text on it that would be too small."""
    assert canvas.smallest_text("<svg/>") == canvas.LEAST
