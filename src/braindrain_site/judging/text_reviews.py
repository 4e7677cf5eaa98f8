"""Has every text of the YAML files been compared with its original since that was written?

What was compared stands in ``reviewed/``, in a file for each YAML file (one for all tables), a line
for each text: where it is, and a digest of its original. Sorted lines of their own merge well, and
a row that moves in its list keeps its line.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Edition
from braindrain_site.model.memory import recall
from braindrain_site.model.problems import Place, Problem

_WHOLE = ("site", "house", "units", "tables", "calculator")
"""Files that are compared as one, or a table at a time: their parts have no names to call."""
_MANY = (
    "make reviewed lists each beside its original, with the name by which you mark it when both "
    "say the same."
)
_NO_PROSE = re.compile(
    r"\{\{[^{}]*\}\}|(?<!\S)(?:\S+@\S+|https?://\S+|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?"
    r"|(?=\S*\d)(?:[A-Z\d_]|[^\w\s])+|CC BY(?:-[A-Z]{2})*)(?!\S)|^[A-Z&]{2,6}$"
)
"""Figures, addresses, numbers, licences and a name in initials: the same in every language."""
_FEW = 3
"""Texts of a kind that are told with their originals; more are listed by the command."""


@dataclass(frozen=True)
class Pair:
    """A text of a YAML file and its translation, which stands at *place* and has a *path*."""

    path: tuple[str, ...]
    file: str
    """Its stamps' file below ``data/``."""
    name: str
    """What it is compared with: ``charts.subjects``, ``tables.pay``, ``site``."""
    key: str
    original: str
    translated: str
    place: Place

    @property
    def stamp(self) -> str:
        """The line that says that the two were compared."""
        return f"{self.key} {sha256(self.original.encode()).hexdigest()[:8]}"


def check(draft: Draft) -> list[Problem]:
    """A problem at each translation that was not compared with its original as it is now.

    What is the same to the letter, and no prose, needs no comparison.

    One is told for all of a record, or of a file, that never was compared. Of many, which all wait
    for the same command, the hint is that.
    """
    return recall(draft.edition, "text reviews", lambda: [*_told(draft.edition)])


def _told(edition: Edition) -> Iterator[Problem]:
    found = [*_not_compared(edition)]
    count = Counter(problem.sentence for problem in found)
    for problem in found:
        yield problem if count[problem.sentence] <= _FEW else replace(problem, hint=_MANY)


def _not_compared(edition: Edition) -> Iterator[Problem]:
    told: set[str] = set()
    for pair in _waiting(edition):
        before = {_key(line) for line in _stamps(edition, pair.file)}
        name = pair.name if before else pair.name.partition(".")[0]
        hint = (
            f"It says: {pair.original}\n   When both say the same, run: make reviewed name={name}"
        )
        if pair.key in before:
            sentence = "The original of this text has changed since it was translated."
            yield Problem(pair.place, sentence, hint)
        elif name not in told:
            told.add(name)
            sentence = "Nobody has compared this translation with its original yet."
            yield Problem(pair.place, sentence, hint)


def waiting(edition: Edition) -> dict[str, list[Pair]]:
    """Name → the pairs in it that wait to be compared, in every language."""
    found: dict[str, list[Pair]] = {}
    for pair in _waiting(edition):
        found.setdefault(pair.name, []).append(pair)
    return found


def stamps(edition: Edition, names: Collection[str]) -> dict[str, str]:
    """Path below ``data/`` → the stamps when the texts of *names* have been compared as well.

    A stamp of a text that is there no more is dropped.
    """
    pairs = [*_pairs(edition)]
    return {
        file: _stamped(edition, file, [pair for pair in pairs if pair.file == file], names)
        for file in {pair.file for pair in pairs if pair.name in names}
    }


def carried(
    before: Edition, after: Edition, moved: Callable[[tuple[str, ...]], tuple[str, ...]]
) -> dict[str, str]:
    """Path below ``data/`` → the stamps of *after*, which says what *before* did by other names.

    *moved* gives the path of a text in *after*. What was compared before has been compared.
    """
    now = {pair.path: pair for pair in _pairs(after)}
    found: dict[str, set[str]] = {}
    for pair in _pairs(before):
        other = now[moved(pair.path)]
        for line in _stamps(before, pair.file):
            if line == pair.stamp:
                found.setdefault(pair.file, set()).add(other.stamp)
            elif _key(line) == pair.key:
                digest = line.rpartition(" ")[2]
                found.setdefault(pair.file, set()).add(f"{other.key} {digest}")
    return {file: "".join(f"{line}\n" for line in sorted(lines)) for file, lines in found.items()}


def _stamped(edition: Edition, file: str, pairs: list[Pair], names: Collection[str]) -> str:
    before = _stamps(edition, file)
    lines = {pair.stamp for pair in pairs if pair.name in names or pair.stamp in before}
    waits = {pair.key for pair in pairs if pair.stamp not in lines}
    lines |= {line for line in before if _key(line) in waits}
    return "".join(f"{line}\n" for line in sorted(lines))


def _waiting(edition: Edition) -> Iterator[Pair]:
    pairs = (pair for pair in _pairs(edition) if pair.stamp not in _stamps(edition, pair.file))
    return (pair for pair in pairs if not _is_one_text(pair))


def _is_one_text(pair: Pair) -> bool:
    """Whether both are the same to the letter and have no word that could be left untranslated."""
    words = _NO_PROSE.sub("", pair.original)
    return pair.original == pair.translated and not any(map(str.isalpha, words))


def _pairs(edition: Edition) -> Iterator[Pair]:
    first, *others = edition.site.languages
    for path, text in edition.texts.items():
        original = edition.texts.get((*path[:-1], first))
        if path[-1] in others and original is not None:
            file, _, table = path[0].removesuffix(".yaml").partition("/")
            where = [*filter(None, [table]), *path[1:-1]]
            name = ".".join([file, *([] if where[0] != table and file in _WHOLE else where[:1])])
            key = " ".join(part for part in where if not part.isdigit())
            stamps_file = f"reviewed/{path[-1]}/{file}.txt"
            yield Pair(path, stamps_file, name, key, original, text, edition.place(*path))


def _stamps(edition: Edition, file: str) -> frozenset[str]:
    return _lines(edition.reviewed.get(file, ""))


@lru_cache(maxsize=64)
def _lines(text: str) -> frozenset[str]:
    return frozenset(text.split("\n")) - {""}


def _key(line: str) -> str:
    return line.rpartition(" ")[0]
