"""A PNG shows what the drawing library drew, with fewer bytes."""

from io import BytesIO

import pytest
import vl_convert
from PIL import Image

from braindrain_site.pictures.png import png, with_palette

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">'
    '<rect width="60" height="40" fill="#fbf8f2"/><circle cx="30" cy="20" r="15" fill="#c8321f"/>'
    "</svg>"
)


def pixels(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def test_the_pixels_are_those_that_were_drawn() -> None:
    shown = pixels(png(SVG, 2))
    assert shown.size == (120, 80)
    assert shown.tobytes() == pixels(vl_convert.svg_to_png(SVG, scale=2)).tobytes()
    assert shown.getpixel((0, 0)) == (0xFB, 0xF8, 0xF2)
    assert shown.getpixel((60, 40)) == (0xC8, 0x32, 0x1F)


@pytest.mark.parametrize(
    "most", [160_000, pytest.param(16_000_000, marks=pytest.mark.slow, id="as many as may be")]
)
def test_a_picture_has_no_more_pixels_than_memory_holds(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A very tall one is drawn smaller."""
    if most < 16_000_000:
        monkeypatch.setattr("braindrain_site.pictures.png._MOST_PIXELS", most)
    tall = SVG.replace('height="40"', f'height="{most // 25}"')
    width, height = pixels(png(tall, 2)).size
    assert 0.95 * most < height * width < 1.05 * most


def test_more_colours_than_a_palette_holds_become_near_ones() -> None:
    many = Image.frombytes("RGB", (30, 30), bytes(n * 7 % 256 for n in range(2700)))
    drawn = BytesIO()
    many.save(drawn, "PNG")
    with Image.open(BytesIO(with_palette(drawn.getvalue()))) as shown:
        assert shown.mode == "P"
        assert len(shown.getcolors() or []) <= 256


def test_as_many_colours_as_a_palette_holds_stay_as_they_are() -> None:
    many = Image.frombytes("RGB", (16, 32), bytes(n // 3 % 256 for n in range(1536)))
    drawn = BytesIO()
    many.save(drawn, "PNG")
    assert pixels(with_palette(drawn.getvalue())).tobytes() == many.tobytes()


def test_the_same_picture_gives_the_same_bytes_and_fewer() -> None:
    assert png(SVG, 2) == png(SVG, 2)
    assert len(png(SVG, 2)) < len(vl_convert.svg_to_png(SVG, scale=2))
