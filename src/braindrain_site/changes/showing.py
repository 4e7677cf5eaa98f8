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
    """A drawing, or a picture of a chapter, before and after: addresses that hold it, empty where
    there is none; *lang* is empty where it is the same in every language."""

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
    pictures = [
        Shown(each.what, "", _photograph(before, each.what), _photograph(after, each.what))
        for each in changes
        if each.kind == "picture"
    ]
    return Press(templates).bare(
        "changes.html",
        summary=telling.summary(changes),
        kinds=[each for each in telling.by_kind(changes) if each[0] not in {"chart", "picture"}],
        headings=telling.HEADINGS,
        name=telling.name,
        side_by_side={"chart": drawings, "picture": pictures},
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
    return _address("svg+xml", version.files[path]) if path in version.files else ""


def _photograph(version: Version, name: str) -> str:
    """A picture of a chapter in the least of its widths."""
    image = version.proof.edition.images.get(name)
    if not image:
        return ""
    ending = name.lower().rpartition(".")[2].replace("jpg", "jpeg")
    return _address(ending, version.files[image.path(image.widths[0])])


def _address(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"
