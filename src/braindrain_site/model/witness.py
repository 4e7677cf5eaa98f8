"""Whether words stand in a text that is not kept.

Of a text that others own only digests are kept, salted, of each run of one to twelve of its words:
enough to prove a quotation verbatim, and too little to read the text again.
"""

import base64
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

LONGEST = 12
"""Words of the longest run; a longer quotation is proved run by run."""
_BYTES = 5
"""Of a digest: among a million runs, words that are not there are taken for one once in a million
times."""
_WORD = re.compile(r"[^\W_]+(?:[.,:'/-][^\W_]+)*|[%‰$€£¥₩]")
_ALIKE = str.maketrans({"’": "'", "‘": "'", "‑": "-", "‐": "-"})
_LINE = 96


@dataclass(frozen=True)
class Witness:
    """What is known of a text: the digests of its runs of words."""

    salt: str
    runs: frozenset[bytes]

    def has(self, words: str) -> bool:
        """Whether *words* stand in the text, one after another, whatever marks are between them.

        False for what has no word.
        """
        found = words_of(words)
        runs = max(len(found) - LONGEST, 0) + 1
        parts = [found[start : start + LONGEST] for start in range(runs)]
        return bool(found) and all(_digest(self.salt, part) in self.runs for part in parts)


def words_of(text: str) -> list[str]:
    """The words and numbers of *text* as they are compared: marks and capitals do not count.

    >>> words_of("around 100 million bricks ($73,000) – “the lake’s own”")
    ['around', '100', 'million', 'bricks', '$', '73,000', 'the', "lake's", 'own']
    """
    return _WORD.findall(unicodedata.normalize("NFC", text).translate(_ALIKE).casefold())


def witness(text: str, salt: str) -> Witness:
    """What is kept of *text*."""
    return Witness(salt, frozenset(_digest(salt, run) for run in _runs(words_of(text))))


def _runs(words: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            yield words[start:end]


def _digest(salt: str, run: Sequence[str]) -> bytes:
    return blake2b(" ".join(run).encode(), digest_size=_BYTES, key=salt.encode()).digest()


def written(kept: Witness) -> str:
    """*kept* as the text of a file: the salt, then the digests in order, in lines."""
    code = base64.b64encode(b"".join(sorted(kept.runs))).decode()
    lines = [code[start : start + _LINE] for start in range(0, len(code), _LINE)]
    return "\n".join([kept.salt, *lines, ""])


@lru_cache(maxsize=64)
def read(file: str) -> Witness:
    """What ``written`` wrote. Raises ValueError for anything else."""
    salt, _, code = file.partition("\n")
    digests = base64.b64decode(code.replace("\n", ""), validate=True)
    if not 1 <= len(salt) <= 64 or not digests or len(digests) % _BYTES:
        raise ValueError("no digests")
    starts = range(0, len(digests), _BYTES)
    return Witness(salt, frozenset(digests[start : start + _BYTES] for start in starts))
