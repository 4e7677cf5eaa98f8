"""Markdown with figures bound into it → HTML with places for charts.

Contributors write the text, so what Markdown makes of it is cleaned: no script, style or frame.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import markdown
import nh3
from markupsafe import Markup

from braindrain_site.model.edition import Chapter
from braindrain_site.texts.binding import Binding
from braindrain_site.texts.grammar import Bound, Call, Claim, Piece, Plain, parse

_TAGS = {
    "a", "abbr", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "hr", "i",
    "li", "ol", "p", "q", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead",
    "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "lang"},
    "span": {"lang"},
    "i": {"lang"},
    "th": {"scope"},
    "abbr": {"title"},
}
_OURS = {"a": {"class", "href", "id", "lang"}, "abbr": {"class", "title"}}
"""What links to receipts and sources have besides; nobody types these."""
_HELD = "\ue000{}\ue001"
"""Stands for a piece while Markdown is read: two letters for private use, which mean nothing."""
_HOLDER = re.compile("\ue000(\\d+)\ue001")
_FOREIGN = re.compile("[\ue000\ue001]|&#(?:0*5734[45]|x0*e00[01])\\b;?", re.IGNORECASE)
"""The same letters as someone might type them."""
_OTHER_HOST = re.compile(r"[\x00-\x20]*[/\\][\t\n\r]*[/\\]")
"""How an address begins that leads to another host without saying by which protocol."""


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
    return tuple(_told(chapter, binding, addresses) for chapter in chapters)


def _told(chapter: Chapter, binding: Binding, addresses: Mapping[str, tuple[str, str]]) -> Told:
    title = binding.where = binding.plain(chapter.title)
    parts: list[Prose | Slot] = []
    for run in _runs(parse(chapter.text).pieces):
        if isinstance(run, Slot):
            parts.append(run)
        elif html := _html(run, binding, addresses):
            parts.append(Prose(html))
    return Told(chapter.slug, binding.html(chapter.title), title, tuple(parts))


def _runs(pieces: Iterable[Piece]) -> Iterator[list[Piece] | Slot]:
    """*pieces* from one chart to the next, and the charts."""
    run: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Call) and piece.name == "chart":
            yield run
            yield Slot(piece.key)
            run = []
        else:
            run.append(piece)
    yield run


def _html(
    pieces: list[Piece], binding: Binding, addresses: Mapping[str, tuple[str, str]]
) -> Markup:
    """*pieces* as HTML: what was typed becomes clean, then what is ours takes its place in it.

    A piece is used only where it is printed: Markdown leaves out some, as in a comment.
    """
    held: list[Bound | Call | Claim] = []
    typed: list[str] = []
    for piece in pieces:
        if isinstance(piece, Plain):
            typed.append(_FOREIGN.sub("", piece.text))
        else:
            typed.append(_HELD.format(len(held)))
            held.append(piece)
    html = _marked_up("".join(typed))

    def ours(found: re.Match[str]) -> Markup:
        piece = held[int(found[1])]
        if isinstance(piece, Call):
            return _linked(piece, binding, addresses)
        return binding.link(piece)

    whole = _HOLDER.sub(ours, html)
    return Markup(_clean(_FOREIGN.sub("", whole), _ATTRIBUTES | _OURS).strip())


@lru_cache(maxsize=512)
def _marked_up(typed: str) -> str:
    """What Markdown makes of *typed*, clean; most of it stays while a part is being written."""
    extensions = ["smarty", "sane_lists", "tables", "def_list"]
    return _clean(markdown.markdown(typed, extensions=extensions), _ATTRIBUTES)


def _linked(call: Call, binding: Binding, addresses: Mapping[str, tuple[str, str]]) -> Markup:
    """A source or a page by the name that readers know it by, linked."""
    if call.name == "page":
        return Markup('<a href="{}">{}</a>').format(*addresses[call.key])
    source = binding.edition.sources[call.key]
    href, title = f"{addresses['sources'][0]}#{call.key}", source.title[binding.lang]
    tongue = source.tongue(binding.lang)
    if tongue:
        return Markup('<a href="{}" lang="{}">{}</a>').format(href, tongue, title)
    return Markup('<a href="{}">{}</a>').format(href, title)


def _clean(html: str, attributes: dict[str, set[str]]) -> str:
    """*html* with no other elements and attributes than text needs; an address holds no piece."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"*": set(), **attributes},
        attribute_filter=_allowed,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def _allowed(tag: str, name: str, value: str) -> str | None:
    """The value of an attribute, or None where it is left out."""
    elsewhere = name == "href" and _OTHER_HOST.match(value)
    return None if elsewhere or _FOREIGN.search(value) else value
