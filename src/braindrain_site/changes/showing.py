"""What readers would see change, as one page that opens without a server: pictures side by side."""

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from braindrain_site.changes import telling
from braindrain_site.changes.comparing import Change
from braindrain_site.changes.versions import Version
from braindrain_site.pages.templates import Press


class Shown(NamedTuple):
    """A drawing before and after, as addresses that hold the picture; empty where there is none."""

    name: str
    before: str
    after: str


def page(changes: Sequence[Change], before: Version, after: Version, templates: Path) -> str:
    """The page, set by ``changes.html`` in *templates*."""
    drawings = [
        Shown(each.what, _picture(before, each.what), _picture(after, each.what))
        for each in changes
        if each.kind == "chart"
    ]
    return Press(templates).bare(
        "changes.html",
        summary=telling.summary(changes),
        kinds=[each for each in telling.by_kind(changes) if each[0] != "chart"],
        headings=telling.HEADINGS,
        name=telling.name,
        drawings=drawings,
    )


def _picture(version: Version, path: str) -> str:
    if path not in version.files:
        return ""
    return "data:image/svg+xml;base64," + base64.b64encode(version.files[path]).decode()
