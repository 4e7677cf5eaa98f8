"""HTML elements, written anew: nothing that was typed stands in them but what is known."""

from collections.abc import Mapping
from html import escape

from markdown_it.token import Token
from markupsafe import Markup
from mdurl import encode

from braindrain_site.texts import tags
from braindrain_site.texts.binding import Binding
from braindrain_site.texts.pieces import Call


def opening(tag: str, attributes: Mapping[str, str]) -> str:
    """A tag that opens, told its *attributes*."""
    told = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<{tag}{told}>"


def attributes(token: Token) -> dict[str, str]:
    """What a tag that Markdown made is told: where a link leads, where a list starts."""
    kept: dict[str, str] = {}
    for name, value in token.attrs.items():
        if name == "style":
            kept["class"] = str(value).removeprefix("text-align:")
        elif name == "href" and (tags.elsewhere(str(value)) or tags.here(str(value))):
            kept[name] = encode(str(value))
        elif name in {"title", "start", "open"}:
            kept[name] = str(value)
    return kept


def typed_tag(typed: str) -> str:
    """A tag that someone typed, written anew with what it may be told."""
    tag = tags.read(typed)
    if not tag or tag.name not in tags.ATTRIBUTES:
        return ""
    if tag.closes:
        return f"</{tag.name}>"
    kept = tag.known()
    if not (tags.elsewhere(kept.get("href", "")) or tags.here(kept.get("href", ""))):
        kept.pop("href", None)
    return opening(tag.name, kept)


def linked_call(call: Call, binding: Binding, addresses: Mapping[str, tuple[str, str]]) -> Markup:
    """A source or a page by the name that readers know it by, linked."""
    if call.name == "page":
        return Markup('<a href="{}">{}</a>').format(*addresses[call.key])
    source = binding.edition.sources[call.key]
    href, title = f"{addresses['sources'][0]}#{call.key}", source.title[binding.lang]
    tongue = source.tongue(binding.lang)
    if tongue:
        return Markup('<a href="{}" lang="{}">{}</a>').format(href, tongue, title)
    return Markup('<a href="{}">{}</a>').format(href, title)
