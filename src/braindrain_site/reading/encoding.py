"""The bytes of a file in ``data/`` as text, or the reason why they cannot be read."""

import re
import unicodedata
from functools import lru_cache

from braindrain_site.model.problems import Place, Problem
from braindrain_site.reading import letters

_AS_UTF8 = 'In a spreadsheet save it as "CSV UTF-8"; in an editor choose the encoding UTF-8.'
_OTHER_FILES = {
    b"PK\x03\x04": ("is a workbook or a document", "packed, as Excel and Word save theirs"),
    b"\xd0\xcf\x11\xe0": ("is a workbook or a document", "as old Excel and Word save theirs"),
    b"%PDF": ("is a PDF", "whatever its name says"),
}
"""How files begin that are no text, whatever they are called."""
_COMMON = frozenset(
    "가거계고공과교구국군그금기나남녀년는다대도로리만명목문민별보부비사산상생서세수스시아액업에여연"
    "용원월유율으은을의이인일자장전정제주지천총출하학한합해행"
)
"""Syllables that Korean tables are full of: a quarter of any, and more."""
_MARK = b"\xef\xbb\xbf"


@lru_cache(maxsize=2**10)
def decode(file: str, content: bytes) -> tuple[str, list[Problem]]:
    """The text of *file* with plain newlines, and the problems that stop it being read.

    Letters that are kept in pieces, as macOS keeps Hangul in the names of files, are put together
    (Unicode's form NFC). With problems, the text is the best reading there is, so that a report
    can show the line. Read once however often a preview asks.
    """
    for begins, (what, how) in _OTHER_FILES.items():
        if content.startswith(begins):
            hint = 'Open it there and save what is needed as text: a table as "CSV UTF-8".'
            return _refused(file, "", f"{what}, {how}.", hint)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _refused(file, content.decode("utf-16", "replace"), "is saved as UTF-16.", _AS_UTF8)
    content = content.removeprefix(_MARK)
    try:
        text = plain_newlines(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _not_utf8(file, content, error.start)
    if "\0" in text:
        return _refused(file, text, "is not a text file: it holds zero bytes.", _AS_UTF8)
    if not text.strip():
        return _refused(file, text, "is empty.", "Put back what it held, or delete the file.")
    text = unicodedata.normalize("NFC", text)
    return text, list(letters.mistakes(file, text))


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
    place = letters.place(file, before, len(before))
    text, sentence = content.decode("utf-8", "replace"), "This file is not UTF-8 text from here on."
    if read := korean(content):
        text = read
        sentence = "This file is saved in the Korean Windows encoding (CP949), not in UTF-8."
    return plain_newlines(text), [Problem(place, sentence, _AS_UTF8)]


def korean(content: bytes) -> str:
    """*content* as CP949, if it can be nothing else: empty where that is not certain.

    Most bytes can be read so, even Chinese ones as Hangul; only Korean gives words, of the 2,350
    syllables of KS X 1001 and with many of those that every table has.
    """
    try:
        text = content.decode("cp949")
        beyond = "".join(re.findall(r"[^\x00-\x7f]", text))
        beyond.encode("euc_kr")
    except UnicodeError:
        return ""
    syllables = re.findall("[가-힣]", beyond)
    common = sum(syllable in _COMMON for syllable in syllables)
    certain = re.search("[가-힣]{2}", text) and len(syllables) >= 0.8 * len(beyond)
    return text if certain and 4 * common >= len(syllables) else ""
