"""A PNG shows what the drawing library drew, with fewer bytes."""

import struct

import numpy as np
import vl_convert
from playwright.sync_api import Browser

from braindrain_site.pictures.png import decoded, encoded, png

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">'
    '<rect width="60" height="40" fill="#fbf8f2"/><circle cx="30" cy="20" r="15" fill="#c8321f"/>'
    "</svg>"
)


def test_pixels_are_read_as_drawn() -> None:
    pixels = decoded(vl_convert.svg_to_png(SVG))
    assert pixels.shape == (40, 60, 3)
    assert pixels[0, 0].tolist() == [0xFB, 0xF8, 0xF2]
    assert pixels[20, 30].tolist() == [0xC8, 0x32, 0x1F]


def test_a_browser_shows_the_same_pixels(browser: Browser) -> None:
    drawn = png(SVG, 2)
    assert struct.unpack(">II", drawn[16:24]) == (120, 80)
    page = browser.new_page()
    shown = page.evaluate(
        """async bytes => {
          const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
          const canvas = new OffscreenCanvas(picture.width, picture.height);
          const pen = canvas.getContext("2d");
          pen.drawImage(picture, 0, 0);
          return [...pen.getImageData(0, 0, picture.width, picture.height).data];
        }""",
        list(drawn),
    )
    page.close()
    seen = np.array(shown, np.uint8).reshape(80, 120, 4)[:, :, :3]
    assert (seen == decoded(vl_convert.svg_to_png(SVG, scale=2))).all()


def test_more_colours_than_a_palette_holds_become_their_nearest() -> None:
    shades = np.arange(300 * 3, dtype=np.int64).reshape(1, 300, 3) % 256
    content = encoded(np.repeat(shades, 4, axis=0).astype(np.uint8))
    (length,) = struct.unpack(">I", content[33:37])
    assert content[37:41] == b"PLTE"
    assert length == 256 * 3


def test_the_same_picture_gives_the_same_bytes_and_fewer() -> None:
    assert png(SVG, 2) == png(SVG, 2)
    assert len(png(SVG, 2)) < len(vl_convert.svg_to_png(SVG, scale=2))
