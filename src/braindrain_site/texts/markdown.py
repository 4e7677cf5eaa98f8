"""Markdown with figures bound into it → HTML with places for charts.

Contributors write the text, so what Markdown makes of it is cleaned: no script, style or frame.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import markdown
import nh3
from markupsafe import Markup, escape

from braindrain_site.model.edition import Chapter
from braindrain_site.texts.binding import Binding

_TAGS = {
    "a", "abbr", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "hr", "i",
    "li", "ol", "p", "q", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead",
    "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"class", "href", "id", "lang"},
    "span": {"lang"},
    "i": {"lang"},
    "th": {"scope"},
    "abbr": {"class", "title"},
}
_SLOT = re.compile(r"<p>⟦(\w+)⟧</p>")


@dataclass(frozen=True)
class Prose:
    """A run of text between charts, ready for the page."""

    html: Markup


@dataclass(frozen=True)
class Slot:
    """Where a chart stands."""

    chart: str


@dataclass(frozen=True)
class Told:
    """A chapter ready for the page: its address, its heading, and its text and charts in order."""

    slug: str
    title: Markup
    plain_title: str
    parts: tuple[Prose | Slot, ...]


def tell(
    chapters: tuple[Chapter, ...], binding: Binding, addresses: Mapping[str, tuple[str, str]]
) -> tuple[Told, ...]:
    """*chapters* as HTML. *addresses* gives each page a text may link to its address and name.

    The figures and claims used are left in ``binding.uses`` and ``binding.claims``.
    """
    binding.functions = _functions(binding, addresses)
    return tuple(_told(chapter, binding) for chapter in chapters)


def _functions(binding: Binding, addresses: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    def source(key: str) -> Markup:
        found = binding.edition.sources[key]
        tongue = found.tongue(binding.lang)
        said = Markup(' lang="{}"').format(tongue) if tongue else ""
        href = f"{addresses['sources'][0]}#{key}"
        title = escape(found.title[binding.lang])
        return Markup(f'<a href="{escape(href)}"{said}>{title}</a>')

    def page(key: str) -> Markup:
        href, name = addresses[key]
        return Markup(f'<a href="{escape(href)}">{escape(name)}</a>')

    return {"source": source, "page": page, "chart": lambda key: f"\n\n⟦{key}⟧\n\n"}


def _told(chapter: Chapter, binding: Binding) -> Told:
    title = binding.where = binding.plain(chapter.title)
    pieces = _SLOT.split(_html(binding.markup(chapter.text)))
    parts = [
        Slot(piece) if number % 2 else Prose(Markup(piece.strip()))
        for number, piece in enumerate(pieces)
    ]
    kept = tuple(part for part in parts if isinstance(part, Slot) or part.html)
    return Told(chapter.slug, binding.html(chapter.title), title, kept)


def _html(text: str) -> str:
    html = markdown.markdown(text, extensions=["smarty", "sane_lists", "tables", "def_list"])
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, link_rel=None)
