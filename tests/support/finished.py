"""What a finished page says that no data say: its words and spoken attributes, less what is bound.

The program is made to set all that it takes from the data between « and »: amounts, days, cells,
claims, and what it fills in. What then stands outside of these was typed, or is the program's own.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest
from markupsafe import Markup

from braindrain_site import recipe, wording
from braindrain_site.charts import records
from braindrain_site.judging.vouching import CITED
from braindrain_site.model.edition import Edition
from braindrain_site.pages import (
    calculator,
    comparison_in_words,
    credits,
    data_page,
    downloads,
    formula_in_words,
    formula_parts,
    head_and_foot,
    promise_tracker,
    receipts,
    search_page,
    sheet,
    sources_page,
)
from braindrain_site.quantities import quantities
from braindrain_site.quantities.spans import NUMBERS, Kind
from braindrain_site.texts import binding
from braindrain_site.texts.mentions import field_of
from braindrain_site.texts.pieces import Claim, Piece
from braindrain_site.wording import filling
from tests.support import sites

_FROM_DATA = ("number", "words", "quantity", "phrase", "cell_text", "day", "period", "span")
_WRITERS = (
    binding, calculator, comparison_in_words, credits, data_page, downloads, formula_in_words,
    formula_parts, head_and_foot, promise_tracker, receipts, records, search_page, sheet,
    sources_page,
)  # fmt: skip
_SPOKEN = ("alt", "aria-label", "title")
_VOID = frozenset("area br circle col hr img input line link meta path rect use".split())
_INLINE = frozenset("a abbr b cite code del em i ins mark q s small span strong sub sup".split())
_INLINE |= {"br", "tspan"}
_UNREAD = frozenset("script style pre code textarea q".split())
"""What is no text of ours: programs, what is typed into a file, and what documents print."""
_NAMES = {("description",), ("og:title",), ("og:site_name",), ("og:description",)}
_BOUND = re.compile("«[^«»]*»")
_LETTERS = re.compile("[A-Za-z가-힣]")
_UNSEEN = re.compile("[\u2060\u200b]")
_LENIENT = (
    "p#w-",
    "p.caveat",
    "p.changed",
    "p.small",
    "section.hits",
    "section.receipts",
    "svg",
    "div.sheet",
    "label",
    "legend",
)
"""What a record says of itself, and the names of marks."""


def mark(patch: pytest.MonkeyPatch) -> None:
    """Sets what comes from the data between « and », until *patch* is undone."""
    marked = {name: _marked(getattr(wording, name)) for name in _FROM_DATA}
    for module in _WRITERS:
        patch.setattr(module, "wording", SimpleNamespace(**{**vars(wording), **marked}))
    patch.setattr(formula_parts.Parts.figure, "__defaults__", (marked["phrase"],))
    plain, part = binding.Binding._words, filling._part

    def words(self: binding.Binding, piece: Piece) -> str:
        return f"«{plain(self, piece)}»" if isinstance(piece, Claim) else plain(self, piece)

    def filled(typed: object, found: re.Match[str]) -> object:
        said = part(typed, found)
        if found[2] is not None:
            return said  # a word that goes with a number is the program's own
        return Markup("«{}»").format(said) if hasattr(said, "__html__") else f"«{said}»"

    patch.setattr(binding, "_LINK", Markup(binding._LINK.replace(">{}<", ">«{}»<")))
    patch.setattr(binding.Binding, "_words", words)
    patch.setattr(filling, "_part", filled)


def _marked(write: Callable[..., str]) -> Callable[..., str]:
    return lambda *given, **named: f"«{write(*given, **named)}»"


@dataclass
class _Block:
    """Words that are read together, and the elements around them."""

    around: tuple[str, ...]
    words: str = ""
    stated: bool = False


@dataclass
class _Open:
    tag: str
    name: str
    """The tag with its classes and its id: ``p.standfirst``, ``section#grades``."""


class _Page(HTMLParser):
    """The blocks of a page, those of its spoken attributes among them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.blocks: list[_Block] = []
        self._open: list[_Open] = []
        self._block = _Block(())
        self.feed(html)
        self._end()

    def _around(self) -> tuple[str, ...]:
        return tuple(each.name for each in self._open)

    def _end(self) -> None:
        if self._block.words.strip():
            self.blocks.append(self._block)
        self._block = _Block(self._around())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        name = tag + "".join(f".{each}" for each in told.get("class", "").split())
        name += f"#{told['id']}" if "id" in told else ""
        spoken = [told[each] for each in _SPOKEN if each in told]
        if (told.get("name", told.get("property", "")),) in _NAMES:
            spoken.append(told["content"])
        self.blocks += [_Block((*self._around(), name), words) for words in spoken]
        self._block.stated |= name.startswith("a.s#")
        if tag not in _VOID:
            self._open.append(_Open(tag, name))
        if tag not in _INLINE:
            self._end()

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        while self._open and self._open[-1].tag != tag:
            self._open.pop()
        if tag not in _INLINE:
            self._end()
        if self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if any(each.tag in _UNREAD for each in self._open):
            return
        self._block.words += data


def unvouched(html: bytes, edition: Edition, lang: str) -> Iterator[str]:
    """Each quantity of a page made after ``mark`` that nothing on it vouches for, in its words."""
    cited = _cited(edition)
    labels = " ".join(figure.label[lang] for figure in edition.figures.values())
    for block in _Page(html.decode()).blocks:
        if not _is_own(block):
            words = _UNSEEN.sub("", block.words).replace("\N{NO-BREAK SPACE}", " ")
            for each in cited:
                words = each.sub(" ", words)
            strict = _is_strict(block) and not block.stated
            for said, where, kind in _unvouched(words, lang, strict=strict):
                if kind in NUMBERS or said not in labels:
                    yield f'"{said}" in "{where}"'


def _cited(edition: Edition) -> list[re.Pattern[str]]:
    """Titles, places and quoted words of documents, and words that are exempt; longest first."""
    said = [text for path, text in edition.texts.items() if field_of(path) in CITED]
    said += [words for each in edition.exempt.values() for words in each.words]
    longest = sorted({*said}, key=len, reverse=True)
    return [re.compile(re.escape(each), re.IGNORECASE) for each in longest]


def _is_own(block: _Block) -> bool:
    """Whether the program says it: numbers of chapters, counts, cells of data, axes, widths."""
    counts = ("dt", "dd", "p.ordinal", "div.sheet", "svg")
    counted = any(each.startswith(counts) for each in block.around)
    meanings = any(each.endswith("#meanings") for each in block.around)
    return meanings or (counted and not _LETTERS.search(block.words))


def _is_strict(block: _Block) -> bool:
    """Whether comparisons, totals and changes need something that vouches for them there."""
    if any(each.startswith(_LENIENT) for each in block.around):
        return False
    story = "main.story#main" in block.around and any(map(_is_told, block.around))
    return story or any(".headline" in each or ".subtitle" in each for each in block.around)


def _is_told(name: str) -> bool:
    return name.startswith(("div.prose", "p.standfirst", "h1", "section.chapter"))


def _unvouched(words: str, lang: str, *, strict: bool) -> Iterator[tuple[str, str, Kind]]:
    """Each quantity, and the words around it."""
    before = ""
    lacking = words.count("«") - words.count("»")  # a drawing breaks lines anywhere
    words = "«" * -lacking + words + "»" * lacking
    while before != words:
        before, words = words, _BOUND.sub(lambda found: "\0" * len(found[0]), words)
    read = words.replace("\0", "0")
    for span in quantities(read, lang):
        said = words[span.start : span.end].strip("\0 ")
        if (strict or span.kind in NUMBERS) and any(map(str.isalnum, said)):
            where = " ".join(read[max(0, span.start - 40) : span.end + 20].split())
            yield said, where, span.kind


def loose(data: Path, patch: pytest.MonkeyPatch) -> list[str]:
    """What nothing vouches for on the pages of the site of *data*, each with its page."""
    proof = recipe.judge(data, publishing=False)
    first, *others = proof.edition.site.languages
    mark(patch)
    pages = recipe.plan(proof, sites.TEMPLATES, sites.DRAWN)
    found = []
    for path in pages:
        lang = path.partition("/")[0]
        if path.endswith(".html"):
            left = unvouched(pages[path], proof.edition, lang if lang in others else first)
            found += [f"{path}: {each}" for each in left]
    return found
