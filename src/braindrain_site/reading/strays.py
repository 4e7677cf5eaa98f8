"""Files that nobody reads: a mistyped name, better said than silently ignored."""

from collections.abc import Sequence

from braindrain_site.model.problems import nearest
from braindrain_site.reading.desk import Desk

_SINGLE = (
    "site.yaml",
    "house.yaml",
    "words.yaml",
    "units.yaml",
    "origins.yaml",
    "sources.yaml",
    "figures.yaml",
    "charts.yaml",
    "claims.yaml",
    "statements.yaml",
    "verdicts.yaml",
    "calculator.yaml",
    "glossary.yaml",
    "exempt.yaml",
    "changes.yaml",
)
"""The files that there is one of."""
_STAMPS = ("tables.txt", *(name.replace(".yaml", ".txt") for name in _SINGLE))
_WORKBOOKS = {"xlsx", "xls", "xlsm", "xlsb", "ods", "numbers", "gsheet", "cell"}


def refuse_strays(desk: Desk) -> None:
    """Tells of each file that nobody reads, in place of whatever else is wrong in it."""
    if not desk.languages:
        return
    strays = [path for path in desk.files if not _is_read(path, desk.languages)]
    names = {desk.name(path) for path in strays}
    desk.problems = [problem for problem in desk.problems if problem.place.file not in names]
    for path in strays:
        desk.problem(path, *_stray(path, desk))


def _is_read(path: str, languages: Sequence[str]) -> bool:
    """Whether the file at *path* has a place in an edition in these *languages*.

    No one types in ``reviewed/``: what is left there of chapters and languages that are gone is
    nobody's mistake.
    """
    folder, _, name = path.rpartition("/")
    top, _, lang = folder.partition("/")
    match top:
        case "":
            return name in (*_SINGLE, "mark.svg")
        case "tables":
            return not lang and name.endswith((".csv", ".yaml"))
        case "witnesses":
            return not lang and name.endswith(".txt")
        case "method":
            return not lang and name in {f"{lang}.md" for lang in languages}
        case "story":
            return lang in languages and name.endswith(".md")
        case "reviewed":
            return len(folder.split("/")) == 2 and (name.endswith(".md") or name in _STAMPS)
    return False


def _stray(path: str, desk: Desk) -> tuple[str, str]:
    """What to say of a file that nothing reads."""
    stem, _, suffix = path.rpartition(".")
    if suffix.lower() in _WORKBOOKS:
        hint = 'Save its sheet as "CSV UTF-8" in tables/, and keep the workbook elsewhere.'
        if f"{stem}.csv" in desk.files:
            hint = f"{stem}.csv beside it is what is read; keep the workbook elsewhere."
        return "A workbook cannot be read here.", hint
    if suffix.lower() == "svg" and "/" not in path and "mark.svg" not in desk.files:
        hint = 'If it is the sign of the publication, call it "mark.svg".'
        return "Nothing reads this file.", hint
    meant = path.lower().removesuffix(".txt").replace(".yml", ".yaml")
    if meant not in desk.files and _is_read(meant, desk.languages):
        return "Nothing reads this file.", f'Call it "{meant}".'
    hint = nearest(path, _SINGLE, "Delete it, or see data/README.md for where it belongs.")
    copied = next((name for name in _SINGLE if f'"{name}"' in hint and name in desk.files), None)
    if copied:
        hint = f"If it is a copy of {copied}, delete it."
    return "Nothing reads this file.", hint
