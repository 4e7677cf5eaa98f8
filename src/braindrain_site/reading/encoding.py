"""The bytes of a file in ``data/`` as text, or the reason why they cannot be read."""

import re

from braindrain_site.model.problems import Place, Problem

_AS_UTF8 = 'Save it again as "UTF-8" (without a byte-order mark).'

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What no text holds: control characters, halves of characters and what Unicode leaves unused."""
AN_UNSEEN = ("There is an invisible control character here.", "Delete it.")


def decode(file: str, content: bytes) -> tuple[str, list[Problem]]:
    """The text of *file* with plain newlines, and the problems that stop it being read.

    With problems, the text is the best reading there is, so that a report can show the line.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _refused(file, content.decode("utf-16", "replace"), "is saved as UTF-16.", _AS_UTF8)
    if content.startswith(b"\xef\xbb\xbf"):
        text = content.decode("utf-8-sig", "replace")
        return _refused(file, text, "begins with an invisible byte-order mark.", _AS_UTF8)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(file, content, error.start)
    if "\0" in text:
        return _refused(file, text, "is not a text file: it holds zero bytes.", _AS_UTF8)
    if not text.strip():
        return _refused(file, text, "is empty.", "Put back what it held, or delete the file.")
    text = plain_newlines(text)
    if found := UNSEEN.search(text):
        before = text[: found.start()]
        place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return text, [Problem(place, *AN_UNSEEN)]
    return text, []


def printable(name: str) -> str:
    """The name of a file as it can be printed: what is no letter becomes a question mark.

    >>> printable("tables/\\udcff\\n.csv")
    'tables/??.csv'
    """
    return "".join(char if char.isprintable() else "?" for char in name)


def plain_newlines(text: str) -> str:
    """*text* with Windows' and old Mac's line ends turned into plain ones."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refused(file: str, text: str, what: str, hint: str) -> tuple[str, list[Problem]]:
    return plain_newlines(text), [Problem(Place(file), f"This file {what}", hint)]


def _not_utf8(file: str, content: bytes, start: int) -> tuple[str, list[Problem]]:
    before = plain_newlines(content[:start].decode("utf-8"))
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    try:
        text = content.decode("cp949")
        sentence = "This file is saved in the Korean Windows encoding (CP949), not in UTF-8."
        hint = 'In Excel choose "CSV UTF-8"; in Hancell or an editor choose the encoding UTF-8.'
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
        sentence = "This file is not UTF-8 text from here on."
        hint = _AS_UTF8
    return plain_newlines(text), [Problem(Place(file, line, column), sentence, hint)]
