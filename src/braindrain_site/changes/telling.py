"""What readers would see change, as text for a terminal and as Markdown for a pull request."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from braindrain_site.changes.change import KINDS, Change, Kind
from braindrain_site.terminal import counted

HEADINGS: dict[Kind, str] = {
    "name": "Names: the addresses that they have",
    "number": "Numbers",
    "cell": "Cells of tables",
    "grade": "How well a number is known",
    "claim": "Claims: words, conditions, and how far they are from false",
    "chapter": "Chapters",
    "sentence": "Sentences",
    "text": "Other words",
    "entry": "Sources, periods and the like",
    "chart": "Charts",
    "picture": "Pictures",
    "page": "Pages",
    "download": "Downloads",
}
_NOUNS: dict[Kind, str] = {
    "name": "name",
    "number": "number",
    "cell": "cell",
    "grade": "grade",
    "claim": "claim",
    "chapter": "chapter",
    "sentence": "sentence",
    "text": "other text",
    "entry": "other entry|other entries",
    "chart": "chart",
    "picture": "picture",
    "page": "page",
    "download": "download",
}
_FILES = {"chart", "picture", "download"}
"""Of which it is told that they differ, and not how."""
NOTHING = "Readers see nothing new."


def summary(changes: Sequence[Change]) -> str:
    """One sentence: ``3 numbers and 2 sentences differ.``"""
    counts = [(kind, _count(kind, changes)) for kind in KINDS]
    told = [_counted(count, kind) for kind, count in counts if count]
    if not told:
        return NOTHING
    *most, last = told
    verb = "differs" if sum(count for _, count in counts) == 1 else "differ"
    return f"{', '.join(most)}{' and ' if most else ''}{last} {verb}."


def _counted(count: int, kind: Kind) -> str:
    one, _, many = _NOUNS[kind].partition("|")
    return f"{count} {many}" if many and count != 1 else counted(count, one)


def _count(kind: Kind, changes: Sequence[Change]) -> int:
    """How many there are: a chapter or a claim is one in all its languages."""
    found = [change.what for change in changes if change.kind == kind]
    return len({*found} if kind in {"chapter", "claim"} else found)


def as_text(changes: Sequence[Change]) -> str:
    """Every change under the heading of its kind, before and after on lines of their own."""
    lines: list[str] = []
    for kind, found in by_kind(changes):
        lines += [HEADINGS[kind], "=" * len(HEADINGS[kind])]
        for change in found:
            if change.kind in _FILES:
                lines.append(f"{name(change)}: {change.after}")
                continue
            lines.append(name(change))
            lines += [f"  - {change.before}"] if change.before else []
            lines += [f"  + {change.after}"] if change.after else []
        lines.append("")
    return "\n".join((*lines, summary(changes)))


def as_markdown(changes: Sequence[Change]) -> str:
    """The same as GitHub Flavored Markdown: a table for each kind."""
    lines = [f"**{summary(changes)}**", ""]
    for kind, found in by_kind(changes):
        lines += [f"### {HEADINGS[kind]}", "", "| where | before | after |", "|---|---|---|"]
        lines += [
            f"| {_cell(name(change))} | {_cell(change.before)} | {_cell(change.after)} |"
            for change in found
        ]
        lines.append("")
    return "\n".join(lines)


def by_kind(changes: Sequence[Change]) -> Iterator[tuple[Kind, list[Change]]]:
    """The changes of each kind, in their order; downloads by their folders."""
    for kind, found in groupby(changes, lambda change: change.kind):
        listed = [*found]
        yield kind, [*_by_folder(listed)] if kind == "download" else listed


def _by_folder(downloads: Iterable[Change]) -> Iterator[Change]:
    found: dict[str, list[str]] = {}
    for each in downloads:
        folder, slash, file = each.what.rpartition("/")
        found.setdefault(f"{folder}{slash} {each.after}".strip(), []).append(file)
    for folder, files in found.items():
        yield Change("download", folder, "", ", ".join(files))


def name(change: Change) -> str:
    """What changed, in the words of the report: its key, and where readers meet it; and, as one
    does not see it, whether only spaces or breaks of lines are others."""
    lang = f"[{change.lang}] " if change.lang else ""
    spaces = ", only its spaces" if change.before.split() == change.after.split() != [] else ""
    if change.kind == "sentence":
        return f"{lang}{', '.join(change.where)}{spaces}"
    what = f"{lang}{change.what}"
    what += f" – {change.label}" if change.label else ""
    return f"{what} ({', '.join(change.where)}){spaces}" if change.where else what + spaces


def _cell(words: str) -> str:
    """*words* in one cell: no mark in them ends it or means anything."""
    shown = "".join(f"\\{char}" if char in "\\`*_[]<>|~$" else char for char in words)
    return shown.replace("\n", " ") or "–"
