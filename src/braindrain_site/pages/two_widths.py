"""A chart's drawing at both widths for a page that says once what both would say."""

import re

from markupsafe import Markup

_SAID = re.compile(r"<title id=.*?</title><desc id=.*?</desc>", re.DOTALL)
_HEAD = re.compile(r'<svg xmlns="[^"]*" (viewBox="[^"]*").*?>')
_SPOT = re.compile(r' data-t="([^"]*)"')


def at_two_widths(key: str, wide: str, narrow: str) -> tuple[Markup, Markup]:
    """Both drawings of chart *key*, called by the element ``t-KEY`` and described by ``w-KEY``.

    Where the spots of both say the same in the same order, those of the narrow one leave it to the
    other: the page's script looks there.
    """
    if _SPOT.findall(wide) == _SPOT.findall(narrow):
        narrow = _SPOT.sub(' data-t=""', narrow)
    return _led_by(key, wide), _led_by(key, narrow)


def _led_by(key: str, svg: str) -> Markup:
    names = f'aria-labelledby="t-{key}" aria-describedby="w-{key}"'
    head = rf'<svg \1 role="img" {names}>'  # a page says the rest to all of its drawings
    return Markup(_HEAD.sub(head, _SAID.sub("", svg, count=1), count=1))
