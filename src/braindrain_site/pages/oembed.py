"""What a publishing system asks for that embeds a chart by its address (oEmbed 1.0, 2.3)."""

import json
import re
from collections.abc import Callable

from braindrain_site.pages.addresses import whole
from braindrain_site.pages.material import Material

_WIDTH = 640
"""What most columns have room for."""
_HEIGHT = re.compile(r' height="(\d+)"')
_CARD = {"thumbnail_width": 1200, "thumbnail_height": 630}


def oembed(material: Material, key: str, code: Callable[[], str]) -> bytes:
    """The document of the chart *key* (oEmbed 1.0, "rich"); *code* gives what embeds it.

    A host without programs gives one answer, whatever width is asked for: the frame is as wide as
    its place, and needs no more height anywhere than is told.
    """
    site, html = material.edition.site, code()
    found = _HEIGHT.search(html)
    assert found, "code that embeds a chart says how tall it is"
    told = {
        "version": "1.0",
        "type": "rich",
        "title": material.drawings[key].title,
        "provider_name": site.publisher[material.lang],
        "provider_url": whole(site, material.home),
        "html": html,
        "width": _WIDTH,
        "height": int(found[1]),
    }
    card = material.card(f"chart-{key}")
    if card in material.exports:
        told |= {"thumbnail_url": f"{site.address}{card}", **_CARD}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
