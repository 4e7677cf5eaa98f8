"""The site's mark as browsers and telephones keep it: pixels beside the drawing, and the manifest
that names them where the site has an address."""

import json
from collections.abc import Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from braindrain_site.charts.palette import palette
from braindrain_site.disk.cache import Cache
from braindrain_site.model.edition import Edition
from braindrain_site.model.files import Make
from braindrain_site.pages.addresses import up
from braindrain_site.pages.material import Material
from braindrain_site.pictures import canvas

FAVICON = "favicon.ico"
"""Browsers ask for it at the top of a host, whatever a page names."""
MANIFEST = "site.webmanifest"


class Icon(NamedTuple):
    """A square of *size* pixels; the mark takes this *share* of its side."""

    size: int
    share: float
    purpose: str = "any"


ICONS = {
    "assets/icons/touch.png": Icon(180, 0.72),
    "assets/icons/192.png": Icon(192, 0.86),
    "assets/icons/512.png": Icon(512, 0.86),
    "assets/icons/maskable.png": Icon(512, 0.56, "maskable"),
}
"""Path → icon. One that is masked keeps its mark inside the circle that every mask leaves, four
fifths across (W3C, Web Application Manifest, "Icon masks")."""


def make_icons(edition: Edition, cache: Path | None = None) -> dict[str, Make]:
    """Path below the site → what makes each picture of the mark of *edition*, on paper."""
    here = Path(__file__)
    kept = Cache(cache, [here, here.with_name("png.py")], ("vl-convert-python", "pillow"))
    day = palette(edition.house).day
    mark, paper = canvas.resolved(edition.mark, day), day["paper"]

    def pixels(icon: Icon) -> bytes:
        return kept.content((mark, paper, icon), lambda: _pixels(mark, paper, icon))

    def favicon() -> bytes:
        drawn = pixels(Icon(32, 1))
        return kept.content((FAVICON, drawn), lambda: _as_ico(drawn))

    made: dict[str, Make] = {path: partial(pixels, icon) for path, icon in ICONS.items()}
    made |= {FAVICON: favicon, "assets/icon.svg": partial(_drawing, edition)}
    return made


def _drawing(edition: Edition) -> bytes:
    """The mark as a drawing, by day and by night."""
    colours = palette(edition.house)
    day, night = (
        ":root{" + ";".join(f"--{name}:{each[name]}" for name in each) + "}"
        for each in (colours.day, colours.night)
    )
    style = f"<style>{day}@media (prefers-color-scheme:dark){{{night}}}</style>"
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    return f"{head}{style}{edition.mark}</svg>\n".encode()


def _pixels(mark: str, paper: str, icon: Icon) -> bytes:
    from braindrain_site.pictures import png

    return png.png(on_paper(mark, paper, icon))


def on_paper(mark: str, paper: str, icon: Icon) -> str:
    """The shapes of the *mark*, 32 by 32, in the middle of a square of *paper*."""
    edge, scale = icon.size * (1 - icon.share) / 2, icon.size * icon.share / 32
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{icon.size}" height="{icon.size}">'
        f'<rect width="{icon.size}" height="{icon.size}" fill="{paper}"/>'
        f'<g transform="translate({edge:.2f} {edge:.2f}) scale({scale:.4f})">'
        f"{mark}</g></svg>"
    )


def _as_ico(drawn: bytes) -> bytes:
    from PIL import Image

    with Image.open(BytesIO(drawn)) as picture:
        picture.convert("RGB").save(kept := BytesIO(), "ICO", sizes=[picture.size])
    return kept.getvalue()


def manifest(material: Material) -> bytes:
    """What a telephone calls the site in the language of *material* (W3C, Web Application
    Manifest). It stays a page in a browser, whose address says whose numbers these are."""
    site, lang = material.edition.site, material.lang
    paper = palette(material.edition.house).day["paper"]
    told: Mapping[str, object] = {
        "name": material.binding().plain(site.title[lang]),
        "short_name": site.publisher[lang],
        "description": material.binding().plain(site.description[lang]),
        "lang": lang,
        "start_url": "./",
        "display": "browser",
        "background_color": paper,
        "theme_color": paper,
        "icons": [
            {
                "src": up(material.home + MANIFEST) + path,
                "sizes": f"{icon.size}x{icon.size}",
                "type": "image/png",
                "purpose": icon.purpose,
            }
            for path, icon in ICONS.items()
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
