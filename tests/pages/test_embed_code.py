"""A frame is as tall as what it holds, wherever it stands, without the script of its host."""

import html
import re
from collections.abc import Mapping

import pytest

from tests.support.reader import Reader

WIDTHS = (320, 360, 480, 639, 640, 768, 1200)
LEAST, MOST = -0.04, 0.2
"""How far a frame may be from the height of its page: words break in steps, the code in lines."""


@pytest.fixture(scope="module", params=["forms_site", "two_site"])
def site(
    request: pytest.FixtureRequest,
) -> Mapping[str, bytes]:
    made: Mapping[str, bytes] = request.getfixturevalue(request.param)
    return made


def codes(site: Mapping[str, bytes]) -> dict[str, str]:
    """The path of each frame → the code that shows it."""
    found = {}
    for path, page in site.items():
        if re.search(r"charts/\w+/index", path):
            [code] = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page.decode(), re.S)
            found[path.replace("charts/", "embed/")] = html.unescape(code)
    return found


def test_a_frame_is_as_tall_as_its_page_without_any_script(
    reader: Reader, site: Mapping[str, bytes]
) -> None:
    for path, code in codes(site).items():
        frame = code.partition("<script>")[0].replace('loading="lazy" ', "")
        assert f'src="{path}"' in frame
        theirs = f'<!doctype html><body style="margin:0">{frame}'.encode()
        reader.theirs["theirs.html"] = theirs
        page = reader.open("theirs.html")
        page.frames[1].evaluate("document.fonts.ready")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            held = page.frames[1].evaluate("document.body.getBoundingClientRect().height")
            box = page.locator("iframe").bounding_box()
            assert box
            assert LEAST <= box["height"] / held - 1 <= MOST, f"{path} at {width}"


def test_the_height_follows_the_place_and_not_the_window(
    reader: Reader, site: Mapping[str, bytes]
) -> None:
    """A column of 400 pixels gives the same height in a wide window as in a narrow one."""
    [(_, code), *_] = codes(site).items()
    reader.site = {}
    reader.theirs["theirs.html"] = f'<div style="width:400px">{code}</div>'.encode()
    heights = set()
    for width in (420, 1400):
        reader.page.set_viewport_size({"width": width, "height": 800})
        box = reader.open("theirs.html").locator("iframe").bounding_box()
        assert box
        heights.add(box["height"])
    assert len(heights) == 1
