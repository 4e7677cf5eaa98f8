"""The notes at the end of a page by their numbers, which are shorter than their names.

A link to a note says the number and is called by it, so that figures lead back to it and paper
shows it; the note itself keeps its name as well, for who links to it from elsewhere.
"""

import re
from collections.abc import Iterable

_LINK = re.compile(
    r'<a(?P<kind> class="\w+")?(?: id="(?P<use>[\w-]+)")? href="#(?P<note>[rcsgd]-\w+)"'
)
_USE = re.compile(r"-(\d+)$")


class Numbers:
    """The *notes* of a page and the *documents* they name, by id and key, in order."""

    def __init__(self, notes: Iterable[str] = (), documents: Iterable[str] = ()) -> None:
        self.notes = {note: number for number, note in enumerate(notes, 1)}
        """Note → its number."""
        self._documents = {f"d-{key}": f"d{at}" for at, key in enumerate(documents, 1)}

    def use(self, anchor: str, note: str) -> str:
        """The id in short of the link *anchor* to *note*, of which a chapter has one; the first
        on the page is called by the number alone."""
        found = _USE.search(anchor)
        again = f"-{found[1]}" if found and found[1] != "1" else ""
        return f"{self.notes[note]}{again}" if note in self.notes else anchor

    def said(self, html: str) -> str:
        """*html* with its links to notes and documents in short."""
        return _LINK.sub(self._link, html) if self.notes else html

    def _link(self, found: re.Match[str]) -> str:
        kind, use, note = found["kind"] or "", found["use"], found["note"]
        if note in self._documents:
            return f'<a href="#{self._documents[note]}"'
        if number := self.notes.get(note):
            short = self.use(use, note) if use else ""
            own = f' id="{short}"' if use else ""
            told = f' data-note="{number}"' if use and short != str(number) else ""
            return f'<a{kind}{own} href="#n{number}"{told}'
        return found[0]
