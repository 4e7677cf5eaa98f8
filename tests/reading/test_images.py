"""An image is looked at whole before it is shown; what cannot be is told in words."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image as Pictures

from braindrain_site.model.edition import Image
from braindrain_site.reading import images


def drawn(kind: str, size: tuple[int, int] = (1200, 800), **told: object) -> bytes:
    """A picture of one colour."""
    saved = BytesIO()
    Pictures.new("RGB", size, "teal").save(saved, kind, **told)
    return saved.getvalue()


def bomb() -> bytes:
    """A PNG of a few bytes that says it has ten thousand million pixels."""
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 9)), (b"IEND", b"")]
    chunks = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def moving() -> bytes:
    saved = BytesIO()
    first, second = (Pictures.new("RGB", (9, 9), colour) for colour in ("teal", "red"))
    first.save(saved, "WEBP", save_all=True, append_images=[second], duration=9)
    return saved.getvalue()


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.png", "PNG"), ("a.jpg", "JPEG"), ("A-1_b.JPEG", "JPEG"), ("a.webp", "WEBP")],
)
def test_an_image_is_read(name: str, kind: str) -> None:
    """With its size in pixels."""
    found = images.read(name, drawn(kind))
    assert isinstance(found, Image)
    assert (found.name, found.width, found.height) == (name, 1200, 800)


def test_a_picture_on_its_side_is_as_wide_as_it_is_shown() -> None:
    """Cameras note which way is up (Exif 2.32, tag 0x0112)."""
    exif = Pictures.Exif()
    exif[0x0112] = 6
    found = images.read("a.jpg", drawn("JPEG", exif=exif))
    assert isinstance(found, Image)
    assert (found.width, found.height) == (800, 1200)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("my school.png", drawn("PNG", (9, 9)), "is called by letters"),
        ("학교.png", drawn("PNG", (9, 9)), "is called by letters"),
        ("school.gif", drawn("GIF", (9, 9)), "is called by letters"),
        ("school.svg", b"<svg/>", "is called by letters"),
        ("school.png", drawn("JPEG", (9, 9)), "is a JPEG, whatever its name says"),
        ("school.png", b"", "broken"),
        ("school.png", b"not a picture", "broken"),
        ("school.png", drawn("GIF", (9, 9)), "broken, or no PNG"),
        ("school.png", drawn("PNG")[:-400], "broken"),
        ("school.jpg", drawn("JPEG")[:2000], "broken"),
        ("school.webp", drawn("WEBP")[:200], "broken"),
        ("school.png", bomb(), "50 million pixels"),
        ("school.png", drawn("PNG", (10_001, 1)), "side of more than 10,000"),
        ("school.webp", moving(), "moves"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown(name: str, content: bytes, sentence: str) -> None:
    """Told in a sentence, and what to do in another."""
    found = images.read(name, content)
    assert not isinstance(found, Image)
    assert sentence in found[0]
    assert found[1]
