"""Every change as an Atom feed, one in each language (RFC 4287).

A feed and its entries must keep their ids wherever they move (4.2.6), so these hold no address:
each is a UUID made from what never changes (RFC 4122, 4.3), which claims nobody's domain, as a
``tag:`` would. While the site has no address, links are relative. They count from the feed's own
place (RFC 3986, 5.1.3), so no ``xml:base`` is needed.
"""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from uuid import UUID, uuid5
from xml.etree import ElementTree as Tree

from markupsafe import Markup

from braindrain_site.judging import amendments
from braindrain_site.model.files import Make
from braindrain_site.pages import change_notes, changes_page
from braindrain_site.pages.addresses import CHANGES, FEED
from braindrain_site.pages.material import Material
from braindrain_site.texts.binding import Binding
from braindrain_site.wording.filling import filled

_ATOM = "http://www.w3.org/2005/Atom"
_STORIES = UUID("0c1f6d0e-5a0b-4b0a-9d58-2f1f6f3f9a41")
"""The namespace of all ids: a random one, of this program."""


def make_feed(material: Material) -> dict[str, Make]:
    """Path below the site → what makes the feed of a language; none of a site without changes."""
    if not material.edition.changes:
        return {}
    return {material.home + FEED: partial(_feed, material)}


def _feed(material: Material) -> bytes:
    site, lang, words = material.edition.site, material.lang, material.words
    binding = material.binding_at(CHANGES.path)
    top = f"{site.address}{material.home}" if site.address else ""
    feed = Tree.Element("feed", {"xmlns": _ATOM, "xml:lang": lang})
    title = filled(
        words["page_title"], page=words["corrections_title"], site=binding.plain(site.title[lang])
    )
    _add(feed, "title", title)
    _add(feed, "id", _id(material))
    _add(feed, "updated", _moment(max(each.day for each in material.edition.changes.values())))
    _add(_add(feed, "author"), "name", site.publisher[lang])
    _add(feed, "link", rel="self", type="application/atom+xml", href=top + FEED)
    _add(feed, "link", rel="alternate", type="text/html", href=top + CHANGES.path)
    for key, _ in amendments.newest_first(material.edition):
        _entry(feed, key, material, binding, top)
    Tree.indent(feed, "")
    text: str = Tree.tostring(feed, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _entry(feed: Tree.Element, key: str, material: Material, binding: Binding, top: str) -> None:
    edition, lang = material.edition, material.lang
    changed = edition.changes[key]
    entry = _add(feed, "entry")
    dated = change_notes.dated(edition, key, lang)
    _add(entry, "title", f"{dated}: {binding.plain(changed.done[lang])}")
    _add(entry, "id", _id(material, key))
    _add(entry, "updated", _moment(changed.day))
    _add(entry, "link", rel="alternate", type="text/html", href=f"{top}{CHANGES.path}#{key}")
    _add(entry, "category", term=changed.kind, label=material.words[f"change_{changed.kind}"])
    _add(entry, "content", Markup("").join(_told(key, material, binding)), type="html")


def _told(key: str, material: Material, binding: Binding) -> Iterator[Markup]:
    """What was done and why, and each value before and after; as HTML without links."""
    entry, lang = material.edition.changes[key], material.lang
    yield Markup("<p>{}</p>").format(binding.plain(entry.done[lang]))
    why = material.words["change_cause"]
    yield Markup("<p>{} {}</p>").format(why, binding.plain(entry.cause[lang]))
    items = [
        Markup("<li>{}: {}</li>").format(line.name, line.told)
        for line in changes_page.lines(key, binding)
    ]
    if items:
        yield Markup("<ul>{}</ul>").format(Markup("").join(items))


def _add(
    above: Tree.Element, name: str, text: str | None = None, **attributes: str
) -> Tree.Element:
    found = Tree.SubElement(above, name, attributes)
    found.text = str(text) if text is not None else None
    return found


def _moment(day: dt.date) -> str:
    """The beginning of *day* (RFC 3339)."""
    return f"{day.isoformat()}T00:00:00Z"


def _id(material: Material, key: str = "") -> str:
    """The id of the feed of a language, or of an entry in it."""
    site, first = material.edition.site, material.edition.site.languages[0]
    name = "\n".join((site.publisher[first], site.published.isoformat(), material.lang, key))
    return uuid5(_STORIES, name).urn
