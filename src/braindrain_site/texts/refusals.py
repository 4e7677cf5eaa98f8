"""What a chapter's Markdown may not hold: all that no page would show as it was meant.

Each mistake is told where it was typed, with what to write instead. What is left of markup that
Markdown could not read (``](``, ``~~``, ``[^a]``) is looked for in the words that readers would
see.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from braindrain_site.model.remembered import remembered
from braindrain_site.texts import document
from braindrain_site.texts.document import HELD, Document
from braindrain_site.texts.paragraphs import Around, Paragraph
from braindrain_site.texts.pieces import BLOCKS, Bound, Call, Claim, Mistake, Said, Term
from braindrain_site.texts.shown import lists

_CELL = re.compile(r"(?<!\\)\|")
_FOOTNOTE = re.compile(r"[ \t]*\[\^([^\]\s]+)\]:")
_LABEL = re.compile(r"\[([^\[\]]+)\]")
_NOWHERE = {
    "comment": ("No reader sees what stands in a comment.", "Take it out, or delete it."),
    "html_inline": ("A {} cannot stand inside a tag.", "Name it between tags."),
    "link": ("A {} cannot stand in an address or its title.", "Write the address as it is."),
    "image": ("A {} cannot stand in the words of an image.", "Name it in the text."),
    "code": ("A {} cannot stand in code.", "Put it on a line of its own."),
}

_WHAT = {Bound: "figure", Claim: "claim", Said: "statement", Term: "term"}

_DEEPEST = 20
"""Levels of elements in one another; a list has two. Far deeper, Markdown would stop reading."""
_HIDING = {
    "comment": "comment",
    "fence": "code",
    "code_inline": "code",
    "html_inline": "html_inline",
    "link_open": "link",
    "image": "image",
}


@remembered(2**9)
def mistakes(text: str, around: Around) -> tuple[Mistake, ...]:
    """All that is wrong with *text*, a chapter below its heading, in reading order."""
    read = document.read(text)
    found = [*_blocks(read), *_numbers(read), *_tables(read), *_footnotes(read)]
    found += [*_addresses(read), *_lost(read)]
    for token in read.tokens:
        if token.type == "inline":
            found += Paragraph(read, token, around).mistakes()
    return tuple(sorted(found, key=lambda mistake: mistake.at))


def _blocks(read: Document) -> Iterator[Mistake]:
    opened: list[Token] = []
    for before, token in zip((None, *read.tokens), read.tokens, strict=False):
        at = _begins(read, token)
        if token.level == _DEEPEST and token.nesting > 0:
            yield Mistake(
                at, "Lists and quotations are nested too deep here.", "Set it less far in."
            )
            return
        if token.type == "heading_open" and token.tag not in {"h2", "h3"}:
            yield Mistake(at, *_heading(token))
        elif token.type == "comment" and token.info:
            yield Mistake(at, "This comment is not closed.", "Write --> on the line that ends it.")
        elif token.type == "fence" and not _closed(token, read.lines):
            yield Mistake(at, "This code is not closed.", f"Write {token.markup} below it.")
        elif token.type == "chart" and token.level:
            call = read.held[token.meta["held"]]
            what = BLOCKS[call.name] if isinstance(call, Call) else "chart"
            sentence = f"A {what} stands outside lists, quotations and <details>."
            yield Mistake(at, sentence, "Put an empty line before it, and no blanks.")
        elif token.type == "summary_open" and (not before or before.type != "details_open"):
            yield Mistake(at, "A <summary> stands right below its <details>.", "Move it there.")
        elif before and before.type == "details_open" and token.type != "summary_open":
            sentence = "This <details> has no summary, which readers open it by."
            yield Mistake(
                _begins(read, before),
                sentence,
                "Write <summary>words</summary> on the line below it.",
            )
        if token.type == "details_close" and (not opened or opened[-1].type != "details_open"):
            yield Mistake(at, "No <details> is open here.", "Delete it, or open one before.")
        elif token.nesting > 0:
            opened.append(token)
        elif token.nesting < 0:
            yield from _left_open(read, opened, token)
    yield from (_open(read, each) for each in opened if each.type == "details_open")


def _left_open(read: Document, opened: list[Token], closes: Token) -> Iterator[Mistake]:
    """The <details> that are open where what they stand in ends; takes what ends off *opened*."""
    while opened and opened[-1].type == "details_open" and closes.type != "details_close":
        yield _open(read, opened.pop())
    if opened:
        opened.pop()


def _open(read: Document, token: Token) -> Mistake:
    at = _begins(read, token)
    hint = "Write </details> on a line of its own below it."
    return Mistake(at, "This <details> is not closed.", hint)


def _heading(token: Token) -> tuple[str, str]:
    if token.tag == "h1":
        return "A chapter has one heading with a single #, its first line.", "Write ## before it."
    return "Headings go no deeper than ###.", "Write ### before it, or make it a **bold** line."


def _closed(token: Token, lines: Sequence[str]) -> bool:
    last = lines[token.map[1] - 1].strip() if token.map else ""
    several = token.map is not None and token.map[1] - token.map[0] > 1
    return several and last.startswith(token.markup) and not last.strip(token.markup[0])


def _numbers(read: Document) -> Iterator[Mistake]:
    """Items whose numbers readers would see changed: a list counts up from its first."""
    for listed in lists(read.tokens):
        typed = [int(item.info) for item in listed.items]
        for number, item in enumerate(listed.items):
            if typed[number] not in {typed[0], typed[0] + number} and item.map:
                sentence = f'Readers would see "{typed[0] + number}.": a list counts up by one.'
                hint = f"Number it {typed[0] + number}, or write {typed[number]}\\. for no list."
                yield Mistake(_words_at(read, item.map[0]), sentence, hint)
                break


def _begins(read: Document, token: Token) -> int:
    return _words_at(read, token.map[0]) if token.map else 0


def _words_at(read: Document, line: int) -> int:
    return read.offset(line, len(read.lines[line]) - len(read.lines[line].lstrip()))


def _tables(read: Document) -> Iterator[Mistake]:
    """Rows with more cells than the head of their table: Markdown leaves these out."""
    head = 0
    for token in read.tokens:
        if token.type != "tr_open" or not token.map:
            head = 0 if token.type == "table_open" else head
            continue
        line = token.map[0]
        cells = len(_CELL.split(read.lines[line].strip().removeprefix("|").removesuffix("|")))
        head = head or cells
        if cells > head:
            sentence = f"This row has {cells} cells, the head of its table {head}."
            hint = r"Give the head as many, or write \| for a bar that parts no cells."
            yield Mistake(_words_at(read, line), sentence, hint)


def _footnotes(read: Document) -> Iterator[Mistake]:
    """Notes that no reader would see: nothing refers to them, or another has their name."""
    numbers = {label.upper(): number for label, number in read.footnotes.items()}
    seen: set[str] = set()
    for line, words in enumerate(read.lines):
        found = _FOOTNOTE.match(words)
        if not found:
            continue
        label = found[1].upper()
        if label in seen:
            sentence = f"There are two footnotes [^{found[1]}]."
            at = read.offset(line, words.index("[^"))
            yield Mistake(at, sentence, "Give one of them another name.")
        elif numbers.get(label, 0) < 0:
            sentence = f"No text refers to the footnote [^{found[1]}], so no reader would see it."
            hint = f"Write [^{found[1]}] where it belongs, or delete it."
            yield Mistake(read.offset(line, words.index("[^")), sentence, hint)
        seen.add(label)


def _addresses(read: Document) -> Iterator[Mistake]:
    """Lines that say where a link leads, but none does: Markdown does not print them."""
    own = {line for _, line in read.addresses}
    words = "\n".join(line for number, line in enumerate(read.lines) if number not in own)
    used = {normalizeReference(label) for label in _LABEL.findall(words)}
    seen: set[str] = set()
    for label, line in read.addresses:
        at = _words_at(read, line)
        if label.startswith("^"):
            sentence = "A footnote stands outside lists and quotations."
            yield Mistake(at, sentence, "Begin its line with [^.")
        elif label in seen:
            sentence = "Another line says already where this link leads."
            yield Mistake(at, sentence, "Give one of the two another name.")
        elif label not in used:
            sentence = "No link refers to this line, so no reader would see it."
            hint = r"Delete it; or write \[ for words between brackets before a colon."
            yield Mistake(at, sentence, hint)
        seen.add(label)


def _lost(read: Document) -> Iterator[Mistake]:
    """Figures, claims and links to which Markdown gave no place where they could be printed."""
    seen = dict(found for token in read.tokens for found in _held_in(token))
    for number, each in enumerate(read.held):
        why = seen.get(number, "link")
        if why == "code" and not (isinstance(each, Call) and each.name in BLOCKS):
            continue
        if why:
            what = BLOCKS.get(each.name, each.name) if isinstance(each, Call) else _WHAT[type(each)]
            sentence, hint = _NOWHERE[why]
            yield Mistake(each.at, sentence.format(what), hint)


def _held_in(token: Token) -> Iterator[tuple[int, str]]:
    """The pieces in *token*, each with what hides it; nothing hides one that is printed."""
    if token.type in {"chart", "piece"}:
        yield token.meta["held"], ""
    hides, content = _HIDING.get(token.type, ""), token.content
    if token.type == "html_inline" and content.startswith("<!--"):
        hides = "comment"
    elif token.type in {"link_open", "image"}:
        content += str(token.attrs)
    if token.type == "comment" and token.info:
        hides = ""  # where it opens is told, not all that it swallows
        yield from ((int(number), "") for number in HELD.findall(content))
    if hides:
        yield from ((int(number), hides) for number in HELD.findall(content))
    if token.type != "image":
        yield from (found for child in token.children or () for found in _held_in(child))
