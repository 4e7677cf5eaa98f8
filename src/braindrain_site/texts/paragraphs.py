"""What one paragraph of a chapter may not hold: tags, links, images and what is left of markup."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby

from markdown_it.token import Token

from braindrain_site.model.problems import nearest
from braindrain_site.texts import tags
from braindrain_site.texts.document import HELD, Document, alternative
from braindrain_site.texts.leftovers import LEFTOVERS, Leftover
from braindrain_site.texts.pieces import BLOCKS, Call, Mistake

_BARE = re.compile(r"www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|kr|io|gov|edu)\b")
"""How an address begins that lacks its protocol."""
_LINK = "Write [words](https://example.org/page)."
_IMAGE = 'Write ![what it shows](file.jpg "Photo: who made it").'


@dataclass(frozen=True)
class Around:
    """What a chapter can lead to: the ids of its page, the addresses from it, the images."""

    anchors: frozenset[str]
    paths: frozenset[str]
    images: frozenset[str]


class Paragraph:
    """The words of one paragraph, heading or cell, gone through once."""

    def __init__(self, read: Document, token: Token, around: Around) -> None:
        self.read, self.around = read, around
        self.children: Sequence[Token] = token.children or ()
        self.token = token
        self.found: list[Mistake] = []
        line = token.map[0] if token.map else 0
        self.item = re.match(r"\s*(?:[-*+]|\d+[.)])\s", read.lines[line]) is not None

    def mistakes(self) -> list[Mistake]:
        """All that is wrong with it."""
        self._tags()
        links = 0
        for child in self.children:
            if child.type == "link_open":
                links += 1
                self._address(child, str(child.attrs.get("href", "")))
            elif child.type == "link_close":
                links -= 1
            elif child.type == "image":
                self._image(child)
            elif child.type == "piece":
                self._piece(child, links)
        left = list(LEFTOVERS)
        for words, run in groupby(self.children, key=lambda child: child.type.startswith("text")):
            if words:
                self._leftovers(list(run), left)
        return self.found

    def _tell(self, child: Token, sentence: str, hint: str) -> None:
        at = self.read.place(self.token, child.meta.get("at", 0))
        self.found.append(Mistake(at, sentence, hint))

    def _tags(self) -> None:
        opened: list[tuple[str, Token]] = []
        told: set[str] = set()
        """Tags that were refused: they are told once, and their ends are none of their own."""
        for child in self.children:
            if child.type != "html_inline" or child.content.startswith("<!--"):
                continue
            tag = tags.read(child.content)
            if not tag:
                self._tell(child, "Only tags and comments may stand between < and >.", "Delete it.")
                continue
            wrong = tags.refused(tag)
            if wrong and tag.name not in told:
                self._tell(child, *wrong)
            elif tag.name == "a" and not tag.closes and not wrong:
                self._address(child, tag.known().get("href", ""))
            if wrong or tag.name in told:
                told |= {"details", "summary"} if tag.name in {"details", "summary"} else {tag.name}
            elif tag.closes:
                self._close(opened, tag.name, child)
            elif tag.name != "br":
                opened.append((tag.name, child))
        for name, child in opened:
            hint = f"Write </{name}> behind its last word."
            self._tell(child, f"This <{name}> is not closed in its paragraph.", hint)

    def _close(self, opened: list[tuple[str, Token]], name: str, child: Token) -> None:
        if opened and opened[-1][0] == name:
            opened.pop()
        else:
            self._tell(child, f"No <{name}> is open here.", "Delete it, or open one before.")

    def _piece(self, child: Token, links: int) -> None:
        each = self.read.held[child.meta["held"]]
        if isinstance(each, Call) and each.name in BLOCKS:
            sentence = f"A {BLOCKS[each.name]} stands alone on its line."
            hint = "Leave nothing else on its line; spaces do no harm."
            self.found.append(Mistake(each.at, sentence, hint))
        elif links:
            what = "This is a link itself, and cannot stand in the words of another."
            self.found.append(Mistake(each.at, what, "Put it before or behind the link."))

    def _image(self, child: Token) -> None:
        source = str(child.attrs.get("src", ""))
        if len(self.children) > 1:
            hint = "Put empty lines before and behind it."
            self._tell(child, "An image stands alone in its paragraph.", hint)
        elif HELD.search(f"{child.attrs} {child.content}"):
            return  # told as lost
        elif source.startswith("data:"):
            hint = "Save it as a file in data/images/. " + _IMAGE
            self._tell(child, "This image is pasted into the text.", hint)
        elif source not in self.around.images:
            known = sorted(self.around.images)
            otherwise = "Put the file there, and write its name alone between ( and )."
            sentence = f'There is no image "{source}" in data/images/.'
            self._tell(child, sentence, nearest(source, known, otherwise))
        elif not alternative(child).strip():
            hint = "Say between [ and ] what it shows, for those who cannot see it."
            self._tell(child, "This image has no words.", hint)
        elif not str(child.attrs.get("title", "")).strip():
            self._tell(child, "This image has no credit.", _IMAGE)

    def _address(self, child: Token, address: str) -> None:
        if HELD.search(address):
            return  # told as lost
        if child.info == "unclear":
            hint = "Put it between < and >."
            self._tell(child, "Where this address ends is not clear.", hint)
        elif wrong := _wrong(address, self.around):
            self._tell(child, *wrong)

    def _leftovers(self, run: Sequence[Token], left: list[Leftover]) -> None:
        """Tells the first of what is *left* to be told in a *run* of words, and strikes it off."""
        words = "".join(map(_left, run))
        for leftover in left:
            found = leftover.pattern.search(words)
            begins = self.item and run[0] is self.children[0]
            if not found or (leftover.item and not (begins and found.start() == 0)):
                continue
            at, reached = 0, 0
            for token in run:
                if reached <= found.start():
                    at = token.meta.get("at", 0) + found.start() - reached
                reached += len(_left(token))
            place = self.read.place(self.token, at)
            sentence = leftover.sentence.format(found[0].strip())
            self.found.append(Mistake(place, sentence, leftover.hint))
            left.remove(leftover)
            return


def _left(token: Token) -> str:
    """The words of *token* that may be left of markup: no letter that was marked as one, save for
    the & of letters marked twice (``&amp;nbsp;``)."""
    twice = token.info == "entity" and token.content == "&"
    return "\0" if token.type == "text_special" and not twice else token.content


def _wrong(address: str, around: Around) -> tuple[str, str] | None:
    """What is wrong with the *address* of a link: a sentence and a hint."""
    if tags.elsewhere(address):
        return None
    scheme = address.strip().partition(":")
    if scheme[1] and scheme[0].isalpha():
        return f'A link cannot lead to "{scheme[0]}:".', _LINK
    if not tags.here(address):
        return "This link says nowhere to go.", _LINK
    path, _, anchor = address.partition("#")
    if not path:
        return None if anchor in around.anchors else _dead(anchor, around.anchors)
    page = path.partition("?")[0]
    if page in around.paths:
        known = {each.partition("#")[2] for each in around.paths if each.startswith(f"{page}#")}
        return _dead(anchor, known) if anchor and known and anchor not in known else None
    if _BARE.match(path):
        return "This address lacks its beginning.", f"Write https://{address}."
    hint = 'Write {{ page("method") }} for a page of this site, and https:// before any other.'
    pages = sorted(each for each in around.paths if "#" not in each)
    return f'This site has no page "{path}".', nearest(path, pages, hint)


def _dead(anchor: str, known: Collection[str]) -> tuple[str, str]:
    """What to say of an anchor that is none of the *known*: the nearest, if there is one."""
    ends = sorted(each for each in known if each.endswith(f"-{anchor}"))
    otherwise = "A chapter is called as its file is, #name; a number #r- and its key."
    hint = f'Did you mean "{ends[0]}"?' if ends else nearest(anchor, sorted(known), otherwise)
    return f'No place there is called "#{anchor}".', hint
