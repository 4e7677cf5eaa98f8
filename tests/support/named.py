"""The story with its notes called by their names, as the page calls them by numbers for short."""

import re

_NAME = re.compile(r'<li id="(n\d+)">\s*<p class="phrase" id="([rcg]-\w+)"')


def named(page: bytes) -> str:
    """The text of a story *page*, links to notes and the notes themselves by name."""
    html = page.decode()
    names = dict(_NAME.findall(html))
    return re.sub(
        r'(href="#|<li id=")(n\d+)"', lambda at: f'{at[1]}{names.get(at[2], at[2])}"', html
    )
