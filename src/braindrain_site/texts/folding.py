"""A text as numbers are looked for in it: every numeral a digit, nothing that cannot be seen."""

import re
import unicodedata
from collections.abc import Sequence

_ODD = re.compile("[\u1100-\u11ff]+|[^\x00-\x7f\xa0\uac00-\ud7a3“”‘’–—…·\ue000-\uf8ff]")
_SELECTORS = range(0xFE00, 0xFE10)


def folded(text: str) -> tuple[str, Sequence[int]]:
    """*text* folded, and of each letter of that, and its end, where it stands in *text*.

    >>> folded("５\\u200b6 of ½")[0], list(folded("５\\u200b6")[1])
    ('56 of 1', [0, 2, 3])
    """
    if text.isascii():
        return text, range(len(text) + 1)
    parts: list[str] = []
    at: list[int] = []
    reached = 0
    for found in _ODD.finditer(text):
        letters = _fold(found[0])
        parts += [text[reached : found.start()], letters]
        at += [*range(reached, found.start()), *[found.start()] * len(letters)]
        reached = found.end()
    return "".join([*parts, text[reached:]]), [*at, *range(reached, len(text) + 1)]


def _fold(letters: str) -> str:
    """What stands for one letter, or for Hangul in parts: a numeral of any kind is a digit."""
    if "\u1100" <= letters[0] <= "\u11ff":
        return unicodedata.normalize("NFC", letters)
    if unicodedata.category(letters) == "Cf" or ord(letters) in _SELECTORS:
        return ""
    if (value := unicodedata.numeric(letters, None)) is not None:
        return str(unicodedata.decimal(letters, 1 if value else 0))
    return unicodedata.normalize("NFKC", letters)
