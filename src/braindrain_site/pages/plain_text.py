"""HTML of ours as plain text: paragraphs, lists and tables, each note named by its number."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser

_PARAGRAPHS = {"blockquote", "details", "div", "dl", "figure", "p", "pre", "section", "table", "ul"}
_PARAGRAPHS |= {"h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol"}
_LINES = {"dd", "dt", "li", "summary", "tr"}
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_PARTS = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\N{WORD JOINER}": None})
_AFTER_BULLET = re.compile(r"(^(?: {2})*(?:-|\d+\.))\s+", re.MULTILINE)
_NOTE = re.compile(r"#[rcsg]-\w+")


def plain_text(html: str, notes: Mapping[str, int] | None = None) -> str:
    """*html* as text; behind a link to one of the *notes* stands its number in brackets.

    >>> plain_text('<p>It is <a href="#r-left">6&nbsp;teachers</a>.</p>', {"r-left": 3})
    'It is 6 teachers [3].'
    """
    reader = _Reader(notes or {})
    reader.feed(html)
    reader.close()
    text = re.sub(r" *\n *(?=\n)| +(?=\n)", "\n", "".join(reader.found))
    text = _AFTER_BULLET.sub(r"\1 ", re.sub(r"\n{3,}", "\n\n", text))
    return text.strip()


class _Reader(HTMLParser):
    """Gathers the words of HTML, with line ends where blocks begin and end."""

    def __init__(self, notes: Mapping[str, int]) -> None:
        super().__init__()
        self.notes = notes
        self.found: list[str] = []
        self._lists: list[int | None] = []
        self._behind: list[str] = []
        self._cells = 0
        self._is_sign = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag in _PARAGRAPHS | _LINES:
            self._break(tag)
        if tag in {"ul", "ol"}:
            self._lists.append(int(said.get("start", 1)) if tag == "ol" else None)
        elif tag == "li":
            self.found.append(self._bullet())
        elif tag == "tr":
            self._cells = 0
        elif tag in {"td", "th"}:
            self.found.append(" | " if self._cells else "")
            self._cells += 1
        elif tag == "br":
            self.found.append("\n")
        elif tag == "img":
            self.found.append(said.get("alt", ""))
        elif tag == "a":
            self._behind.append(self._leads_to(said.get("href", "")))
            self._is_sign = said.get("class") == "s"  # the sign of a statement: its number says it

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._behind:
            self._is_sign = False
            self.found.append(self._behind.pop())
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        if tag in _PARAGRAPHS | _LINES:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        words = "" if self._is_sign else _BLANKS.sub(" ", data).translate(_PARTS)
        at_start = not self.found or self.found[-1].endswith(("\n", " ", "| "))
        self.found.append(words.lstrip() if at_start else words)

    def _break(self, tag: str) -> None:
        inside = tag in _LINES or (self._lists and tag in {"ul", "ol"})
        self.found.append("\n" if inside else "\n\n")

    def _bullet(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is not None:
            self._lists[-1] = number + 1
        indent = "  " * (len(self._lists) - 1)
        return f"{indent}- " if number is None else f"{indent}{number}. "

    def _leads_to(self, href: str) -> str:
        """What stands behind a link: the number of a note, an address elsewhere, or nothing."""
        if _NOTE.fullmatch(href):
            number = self.notes.get(href[1:])
            return f" [{number}]" if number else ""
        return f" <{href}>" if href.startswith(("http://", "https://")) else ""
