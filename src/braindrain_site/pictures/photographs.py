"""The pictures that chapters show, in the widths that readers' screens need.

Each is drawn anew, so that nothing a camera wrote into a file (such as a place) is published.
"""

from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from braindrain_site.disk.cache import Cache
from braindrain_site.model.edition import Edition, Image
from braindrain_site.model.files import Make

_SAVED: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 82, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 82},
}


def make_images(edition: Edition, cache: Path | None = None) -> dict[str, Make]:
    """Path below the site → what makes each image of the edition at each of its widths."""
    kept = Cache(cache, [Path(__file__)], ("pillow",))
    return {
        image.path(width): partial(_made, kept, image, width)
        for image in edition.images.values()
        for width in image.widths
    }


def _made(kept: Cache, image: Image, width: int) -> bytes:
    return kept.content((image.path(width), width), lambda: resized(image.content, width))


def resized(content: bytes, width: int) -> bytes:
    """The picture *content*, upright and *width* pixels wide, in its own format."""
    from PIL import Image as Pictures
    from PIL import ImageOps

    with Pictures.open(BytesIO(content)) as picture:
        kind = str(picture.format)
        profile = picture.info.get("icc_profile") if picture.mode != "CMYK" else None
        upright = ImageOps.exif_transpose(picture)
    if kind == "JPEG":
        upright = upright.convert("RGB")
    elif upright.mode == "P":
        upright = upright.convert("RGBA")
    height = max(1, round(upright.height * width / upright.width))
    small = upright.resize((width, height), Pictures.Resampling.LANCZOS)
    small.info.clear()
    saved = BytesIO()
    small.save(saved, kind, icc_profile=profile, **_SAVED[kind])
    return saved.getvalue()
