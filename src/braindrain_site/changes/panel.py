"""What differs from what is published, as the preview shows it: a line, and a list with links."""

import html
from collections.abc import Sequence
from itertools import islice

from braindrain_site.changes import telling
from braindrain_site.changes.change import Change
from braindrain_site.changes.versions import Version
from braindrain_site.pages.addresses import PAGES
from braindrain_site.preview.panels import Differing

_MOST = 200
"""Changes that are listed: who has more reads the report."""
_STORY, _METHOD = PAGES["story"].path, PAGES["method"].path
_OF_FILES = {"figures": ("figures/index.html", "r-"), "sources": ("sources/index.html", "")}
"""Files of entries → the page that shows an entry, and how it is called there."""


def differing(changes: Sequence[Change], after: Version) -> Differing:
    """What *changes* there are up to the version *after*; empty where there is none."""
    if not changes:
        return Differing()
    summary = telling.summary(changes).removesuffix(".") + " from what is published"
    listed = islice(((kind, each) for kind, found in telling.by_kind(changes) for each in found),
                    _MOST)  # fmt: skip
    told: list[str] = []
    last = ""
    for kind, change in listed:
        if kind != last:
            told.append(f"{'</ul>' if last else ''}<h2>{telling.HEADINGS[kind]}</h2><ul>")
            last = kind
        told.append(_item(change, after))
    return Differing(summary, "".join((*told, "</ul>", "<p>All of it: make changes</p>")))


def _item(change: Change, after: Version) -> str:
    name, address = html.escape(telling.name(change)), _address(change, after)
    named = f'<a href="{html.escape(address)}">{name}</a>' if address else name
    lang = f' lang="{change.lang}"' if change.lang else ""
    sides = (("del", "before", change.before), ("ins", "after", change.after))
    unseen = '<span class="preview-unseen" lang="en">'
    said = "".join(
        f"<{tag}{lang}>{unseen}{when}: </span>{html.escape(text)}</{tag}>"
        for tag, when, text in sides
        if text
    )
    return f"<li>{named}{said}</li>"


def _address(change: Change, after: Version) -> str:
    """Where in the preview it is to be seen; empty where that is nowhere, or not any more."""
    edition = after.proof.edition
    first = edition.site.languages[0]
    home = f"/{change.lang}/" if change.lang not in {"", first} else "/"
    key = change.what.partition(":")[0]
    match change.kind:
        case "number" | "grade" if key in edition.figures:
            return f"{home}figures/index.html#r-{key}"
        case "claim" if key in edition.claims:
            return f"{home}{_STORY}#c-{key}"
        case "chapter" | "sentence" if any(key == each.slug for each in edition.story[first]):
            return f"{home}{_STORY}#{key}"
        case "sentence":
            return f"{home}{_METHOD}"
        case "cell" if key in edition.tables:
            return f"{home}data/index.html#t-{key}"
        case "chart" if key in edition.charts:
            return f"{home}charts/{key}/index.html"
        case "text" | "entry":
            return _of_entry(change.what, home, after)
        case "page" if change.what in after.files:
            return f"/{change.what}"
    return ""


def _of_entry(what: str, home: str, after: Version) -> str:
    """Where an entry of a YAML file is to be seen: ``charts.yaml: subjects, headline``."""
    file, _, rest = what.partition(".yaml: ")
    key = rest.partition(",")[0]
    if file == "charts" and key in after.proof.edition.charts:
        return f"{home}charts/{key}/index.html"
    page, begins = _OF_FILES.get(file, ("", ""))
    return f"{home}{page}#{begins}{key}" if page else ""
