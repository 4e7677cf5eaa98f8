"""The pictures that chapters show: what may lie in ``images/``, and how large each is."""

import re
import warnings
from functools import lru_cache
from io import BytesIO

from braindrain_site.model.edition import Image

FOLDER = "images/"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.(png|jpe?g|webp)", re.IGNORECASE)
_KINDS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "webp": "WEBP"}
_MOST_PIXELS, _LONGEST_SIDE = 50_000_000, 10_000
"""More than any camera of a newsroom has; a small file can unfold to any size."""
_TOO_LARGE = (
    f"This image has more than {_MOST_PIXELS // 1_000_000} million pixels, "
    f"or a side of more than {_LONGEST_SIDE:,}.",
    "Save it smaller; it is shown 1,120 pixels wide at most.",
)
_NAMED = (
    "An image is called by letters, digits, _ and -, and .png, .jpg, .jpeg or .webp.",
    "Give it another name, or save it in one of these formats.",
)


@lru_cache(maxsize=256)
def read(name: str, content: bytes) -> Image | tuple[str, str]:
    """The image *name*, looked at whole once; or a sentence and a hint why it cannot be shown."""
    named = _NAME.fullmatch(name)
    if not named:
        return _NAMED
    from PIL import Image as Pictures
    from PIL import UnidentifiedImageError

    kind = _KINDS[named[1].lower()]
    try:
        with warnings.catch_warnings(action="error"):
            picture = Pictures.open(BytesIO(content), formats=tuple(set(_KINDS.values())))
        if picture.format != kind:
            ending = str(picture.format).lower()
            return (
                f"This image is a {picture.format}, whatever its name says.",
                f"Call it .{ending}.",
            )
        width, height = picture.size
        if width * height > _MOST_PIXELS or max(width, height) > _LONGEST_SIDE:
            return _TOO_LARGE
        if getattr(picture, "n_frames", 1) > 1:
            return "This image moves.", "Save a single picture of it."
        turned = picture.getexif().get(0x0112, 1) >= 5  # on its side, as cameras note it
        picture.draft("RGB", (560, 560))  # of a JPEG only as much as shows that it is whole
        picture.load()
    except (Pictures.DecompressionBombError, Pictures.DecompressionBombWarning):
        return _TOO_LARGE
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Warning):
        return "This image is broken, or no PNG, JPEG or WebP.", "Save it anew from your program."
    return Image(name, *((height, width) if turned else (width, height)), content)
