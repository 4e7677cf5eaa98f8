"""What readers would see change, as one page that opens without a server: pictures side by side."""

import base64
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from braindrain_site.changes import telling
from braindrain_site.changes.change import Change
from braindrain_site.changes.versions import Version
from braindrain_site.pages.templates import Press


class Shown(NamedTuple):
    """A drawing before and after, as addresses that hold the picture; empty where there is none."""

    name: str
    lang: str
    before: str
    after: str


def page(changes: Sequence[Change], before: Version, after: Version, templates: Path) -> str:
    """The page, set by ``changes.html`` in *templates*."""
    drawings = [
        shown
        for each in changes
        if each.kind == "chart"
        for shown in _drawings(each.what, before, after)
    ]
    return Press(templates).bare(
        "changes.html",
        summary=telling.summary(changes),
        kinds=[each for each in telling.by_kind(changes) if each[0] != "chart"],
        headings=telling.HEADINGS,
        name=telling.name,
        drawings=drawings,
    )


def _drawings(key: str, before: Version, after: Version) -> Iterator[Shown]:
    """The chart in each language in which it is another."""
    first, *others = after.proof.edition.site.languages
    for lang, folder in ((first, ""), *((lang, f"{lang}/") for lang in others)):
        path = f"assets/charts/{folder}{key}.svg"
        was, now = (_picture(version, path) for version in (before, after))
        if was != now:
            yield Shown(key, lang, was, now)


def _picture(version: Version, path: str) -> str:
    if path not in version.files:
        return ""
    return "data:image/svg+xml;base64," + base64.b64encode(version.files[path]).decode()
