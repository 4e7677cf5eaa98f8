"""What readers see of a chapter, and where each letter of it was typed.

Taken from what Markdown made of it, not from what was typed: so nothing that is printed escapes,
and nothing that is not printed is judged.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from markdown_it.token import Token

from braindrain_site.model.remembered import remembered
from braindrain_site.texts import document, tags
from braindrain_site.texts.document import HELD, Document
from braindrain_site.texts.pieces import Bound, Claim, Said, Term
from braindrain_site.texts.vouched import in_words

Run = tuple[str, Token, int, bool, bool]
"""Words, the token they stand in, the letter of its content at which they begin, whether the rest
follow letter by letter, and whether a figure or a claim vouches for them."""


@dataclass(frozen=True, eq=False)
class Shown:
    """Words with a digit for each figure, and from where to where in them something vouches."""

    words: str
    vouched: tuple[tuple[int, int], ...]
    _read: Document
    _starts: tuple[int, ...]
    _runs: tuple[Run, ...]

    def place(self, at: int) -> int:
        """Where the letter *at* of the words was typed."""
        number = bisect_right(self._starts, at) - 1
        _, token, began, follows, _ = self._runs[number]
        return self._read.place(token, began + (at - self._starts[number]) * follows)


@remembered(2**9)
def shown(text: str) -> Shown:
    """What readers see of *text*, a chapter below its heading."""
    read = document.read(text)
    runs = [run for run in _runs(read) if run[0]]
    starts = tuple(accumulate((len(words) for words, *_ in runs), initial=0))
    words = "".join(words for words, *_ in runs)
    vouched = [span for span, run in zip(pairwise(starts), runs, strict=True) if run[-1]]
    return Shown(words, tuple(vouched), read, starts[:-1], tuple(runs))


def _runs(read: Document) -> Iterator[Run]:
    """The words of each paragraph, and of what stands apart from them in it."""
    for token in read.tokens:
        if token.type == "inline":
            yield from _inline(token, read)
        elif token.type == "fence":
            yield _code(token.content), token, 0, True, False
        else:
            continue
        yield "\n\n", token, 0, False, False
    for listed in lists(read.tokens):
        if not listed.counts:
            item = listed.items[0]
            yield item.info, item, 0, False, False
            yield "\n\n", item, 0, False, False


def _inline(token: Token, read: Document) -> Iterator[Run]:
    beside: list[Run] = []
    address = False
    for child in token.children or ():
        if child.type in {"link_open", "link_close"}:
            address = child.type == "link_open" and child.markup in {"autolink", "bare"}
        elif address:
            continue  # an address as it stands says nothing of what it leads to
        began = child.meta.get("at", 0) + len(child.markup) * (child.type == "code_inline")
        if child.type == "piece" and not isinstance(held := read.held[child.meta["held"]], Said):
            vouched = isinstance(held, Bound | Claim)
            words = in_words(held) if isinstance(held, Bound | Claim) else " "
            words = held.words if isinstance(held, Term) else words
            yield words, token, began, False, vouched
        said, follow = _said(child)
        yield said, token, began, follow, False
        for apart in _beside(child):
            at = token.content.find(apart, began)
            beside.append(("\n", token, began, False, False))
            beside.append((apart, token, max(at, began), at >= began, False))
    yield from beside


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
    return (" ", True) if child.type in {"image", "footnote_ref"} else ("", True)


def _beside(child: Token) -> Iterator[str]:
    """What *child* shows elsewhere: words beside a picture, or when pointed at."""
    if child.type == "image":
        yield document.alternative(child)
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
