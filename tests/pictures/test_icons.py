"""The mark as browsers and telephones keep it."""

import json
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from posixpath import join, normpath

import pytest
from PIL import Image, ImageChops

from braindrain_site.pictures import icons
from braindrain_site.pictures.icons import Icon
from tests.support import sites, small
from tests.support.reading import Reading

PAPER = (0xFB, 0xF8, 0xF2)


def picture(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def inked(image: Image.Image) -> tuple[int, int, int, int]:
    """The corners of what is no paper."""
    paper = Image.new("RGB", image.size, PAPER)
    found = ImageChops.difference(image, paper).getbbox()
    assert found
    return found


def test_each_is_as_large_as_it_says(two_site: Mapping[str, bytes]) -> None:
    for path, icon in icons.ICONS.items():
        assert picture(two_site[path]).size == (icon.size, icon.size), path
    assert picture(two_site["favicon.ico"]).size == (32, 32)
    assert two_site["favicon.ico"].startswith(b"\0\0\1\0"), "it is an ICO"


def test_no_mask_cuts_the_mark(two_site: Mapping[str, bytes]) -> None:
    """What is masked keeps a circle of four fifths; a telephone rounds the corners of the rest."""
    image = picture(two_site["assets/icons/maskable.png"])
    middle, reach = image.width / 2, 0.4 * image.width
    left, top, right, bottom = inked(image)
    corners = [(x, y) for x in (left, right) for y in (top, bottom)]
    assert all((x - middle) ** 2 + (y - middle) ** 2 <= reach**2 for x, y in corners)


def test_the_mark_stands_in_the_middle_of_its_paper() -> None:
    drawn = icons.on_paper('<path d="M0 0h32v32H0z"/>', "#ffffff", Icon(64, 0.5))
    assert 'fill="#ffffff"' in drawn
    assert 'translate(16.00 16.00) scale(1.0000)"><path d="M0 0h32v32H0z"/></g>' in drawn


def test_its_colours_are_those_of_the_day_and_of_the_night(two_site: Mapping[str, bytes]) -> None:
    drawn = two_site["assets/icon.svg"].decode()
    assert "prefers-color-scheme:dark" in drawn
    assert drawn.count("--subject:#") == 2


@pytest.mark.parametrize("path", ["index.html", "ko/figures/index.html"])
def test_pages_name_it_and_with_an_address_the_manifest(tmp_path: Path, path: str) -> None:
    edit = ("site.yaml", "languages:", "address: https://example.org/\nlanguages:")
    site = sites.make(small.copy(tmp_path, edit, edition=small.TWO))
    links = [a for tag, a in Reading(site[path]).elements if tag == "link"]
    named = {a["rel"]: normpath(join(path, "..", a["href"])) for a in links}
    assert named["apple-touch-icon"] == "assets/icons/touch.png"
    at = named["manifest"]
    told = json.loads(site[at])
    assert told["lang"] == ("ko" if path.startswith("ko/") else "en")
    assert normpath(join(at, "..", told["start_url"])) == (at.rpartition("/")[0] or ".")
    for icon in told["icons"]:
        size = picture(site[normpath(join(at, "..", icon["src"]))]).size
        assert icon["sizes"] == "{}x{}".format(*size)
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}


def test_without_an_address_there_is_no_manifest(two_site: Mapping[str, bytes]) -> None:
    """A page that is opened from a disk may load none."""
    assert not [path for path in two_site if path.endswith(".webmanifest")]
    assert b"webmanifest" not in two_site["index.html"]
