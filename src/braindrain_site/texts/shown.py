"""What readers see of a chapter, letter by letter, each with where it was typed.

Taken from what Markdown made of it, not from what was typed: so nothing that is printed escapes,
and nothing that is not printed is judged.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.token import Token

from braindrain_site.texts import document, tags
from braindrain_site.texts.document import HELD, Document


@dataclass(frozen=True)
class Shown:
    """Words with a blank for each piece; ``at`` says of each letter where it was typed."""

    words: str
    at: tuple[int, ...]


@lru_cache(maxsize=2**9)
def shown(text: str) -> Shown:
    """What readers see of *text*, a chapter below its heading."""
    words: list[str] = []
    at: list[int] = []
    for run, places in _runs(document.read(text)):
        words += [run, "\n\n"]
        at += [*places, *[places[-1] if places else 0] * 2]
    return Shown("".join(words), tuple(at))


def _runs(read: Document) -> Iterator[tuple[str, Sequence[int]]]:
    """The words of each paragraph, and of what stands apart from them in it."""
    for token in read.tokens:
        if token.type == "inline":
            yield from _inline(token, read.places(token))
        elif token.type == "fence" and token.map:
            for number, line in enumerate(token.content.split("\n"), token.map[0] + 1):
                yield _code(line), [read.offset(number, column) for column in range(len(line))]
    for listed in lists(read.tokens):
        if not listed.counts and (first := listed.items[0]).map:
            row = first.map[0]
            at = read.offset(row, max(0, read.lines[row].find(first.info)))
            yield first.info, [at] * len(first.info)


def _inline(token: Token, places: Sequence[int]) -> Iterator[tuple[str, Sequence[int]]]:
    words: list[str] = []
    at: list[int] = []
    apart: list[tuple[str, int]] = []
    address = False
    for child in token.children or ():
        if child.type in {"link_open", "link_close"}:
            address = child.type == "link_open" and child.markup in {"autolink", "bare"}
        elif address:
            continue  # an address as it stands says nothing of what it leads to
        began = child.meta.get("at", 0)
        said, follow = _said(child)
        words.append(said)
        at += [places[min(began + each * follow, len(places) - 1)] for each in range(len(said))]
        apart += [(said, places[began]) for said in _beside(child)]
    yield "".join(words), at
    for said, where in apart:
        yield said, [where] * len(said)


def _said(child: Token) -> tuple[str, bool]:
    """What *child* shows in its line, and whether it shows letter by letter what was typed."""
    if child.type == "text":
        return child.content, True
    if child.type == "code_inline":
        return _code(child.content), True
    if child.type == "text_special":
        return child.content, False
    if child.type in {"softbreak", "hardbreak"} or child.content.startswith("<br"):
        return "\n", True
    return (" ", True) if child.type in {"piece", "image", "footnote_ref"} else ("", True)


def _beside(child: Token) -> Iterator[str]:
    """What *child* shows elsewhere: words beside a picture, or when pointed at."""
    if child.type == "image":
        yield child.content
    if child.type in {"image", "link_open"} and child.attrs.get("title"):
        yield str(child.attrs["title"])
    if child.type == "html_inline" and (tag := tags.read(child.content)):
        yield from (value for name, value in tag.attributes if name == "title")


def _code(content: str) -> str:
    return HELD.sub(lambda found: " " * len(found[0]), content)


@dataclass(frozen=True)
class Numbered:
    """A numbered list: its items, and whether their numbers only count them."""

    items: tuple[Token, ...]
    counts: bool


def lists(tokens: Sequence[Token]) -> Iterator[Numbered]:
    """Every numbered list. One item alone with a number of its own is no count: ``2024. A year``;
    but it may go on where an earlier list ended."""
    opened: list[tuple[Token, list[Token]]] = []
    ended: set[int] = {0}
    for token in tokens:
        if token.type == "ordered_list_open":
            opened.append((token, []))
        elif token.type == "list_item_open" and token.info and opened:
            opened[-1][1].append(token)
        elif token.type == "ordered_list_close":
            _, items = opened.pop()
            first = int(items[0].info)
            yield Numbered(tuple(items), len(items) > 1 or first - 1 in ended)
            ended.add(first + len(items) - 1)
