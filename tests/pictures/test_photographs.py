"""Images are published in the widths that screens need, upright and with nothing else in them."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pictures

from braindrain_site.model.edition import Image
from braindrain_site.model.problems import Rejected
from braindrain_site.pictures import photographs
from tests.reading.test_images import drawn
from tests.support import sites, small

SHOWN = '![A school](school.jpg "Photo: The board")\n\n'


def edition(tmp_path: Path, content: bytes, shown: str = SHOWN) -> Path:
    data = small.copy(tmp_path, ("story/en/01-leaving.md", "In the years", f"{shown}In the years"))
    (data / "images").mkdir()
    (data / "images/school.jpg").write_bytes(content)
    return data


def pixels(site: Mapping[str, bytes], path: str) -> tuple[int, int]:
    with Pictures.open(BytesIO(site[path])) as picture:
        return picture.size


def test_an_image_on_the_page(tmp_path: Path) -> None:
    """Several widths, its size, its words, its credit; fetched when it comes near."""
    site = sites.make(edition(tmp_path, drawn("JPEG", (2000, 1000))))
    [tag] = re.findall(r"<img [^>]*>", site["index.html"].decode())
    assert 'width="2000" height="1000" alt="A school" loading="lazy"' in tag
    several = re.findall(r"(assets/images/school-[0-9a-f]{12}-(\d+)\.jpg) \2w", tag)
    assert [int(width) for _, width in several] == [560, 1120]
    assert [pixels(site, path) for path, _ in several] == [(560, 280), (1120, 560)]
    assert '<small class="credit">Photo: The board</small>' in site["index.html"].decode()


@pytest.mark.parametrize(
    ("width", "widths"), [(300, (300,)), (560, (560,)), (800, (560, 800)), (4000, (560, 1120))]
)
def test_no_width_is_made_up(width: int, widths: tuple[int, ...]) -> None:
    """An image is never published wider than it is."""
    assert Image("a.png", width, width, b"").widths == widths


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_of_the_camera_is_published(kind: str) -> None:
    """Where a picture was taken is nobody's business; which way is up is kept to."""
    exif = Pictures.Exif()
    exif[0x0112], exif[0x010F] = 6, "A camera"
    content = photographs.resized(drawn(kind, exif=exif), 400)
    assert b"A camera" not in content
    with Pictures.open(BytesIO(content)) as picture:
        assert (picture.format, picture.size) == (kind, (400, 600))


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "CMYK", "I;16"])
def test_pictures_of_any_kind(mode: str) -> None:
    """In grey, with a palette, see-through, for printing."""
    saved = BytesIO()
    kind = "JPEG" if mode == "CMYK" else "PNG"
    Pictures.new(mode, (900, 90)).save(saved, kind)
    with Pictures.open(BytesIO(photographs.resized(saved.getvalue(), 560))) as picture:
        assert picture.size == (560, 56)


def test_an_image_that_nobody_shows(tmp_path: Path) -> None:
    """It would be published for nothing."""
    with pytest.raises(Rejected) as caught:
        sites.make(edition(tmp_path, drawn("JPEG", (9, 9)), shown=""))
    [problem] = caught.value.problems
    assert (str(problem.place), problem.sentence) == (
        "data/images/school.jpg:1:1",
        "No chapter shows this image.",
    )
