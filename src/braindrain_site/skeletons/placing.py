"""Where a skeleton stands in a file that is written already, whose letters all stay as they are."""

import re
from collections.abc import Mapping

from braindrain_site.reading import chapter_list, encoding, yaml_files
from braindrain_site.reading.document import Document
from braindrain_site.skeletons.ground import Unwritten

_NOTHING = re.compile(r"^\{\}[ \t]*\r?\n?", re.MULTILINE)
"""How a file says that it has no entries."""


def appended(file: str, text: str, entry: str) -> tuple[str, int]:
    """*text* with the *entry* at its end, and on which line that begins.

    Raises Unwritten where it would not be one, for all stands between braces.
    """
    before = yaml_files.read(file, encoding.plain_newlines(text.removeprefix("\ufeff"))).value or {}
    kept = _NOTHING.sub("", text) if not before else text
    end = "\r\n" if "\r\n" in text else "\n"
    if kept and not kept.endswith(("\n", "\r")):
        kept += end
    if before and not kept.endswith(2 * end):
        kept += end
    line = encoding.plain_newlines(kept).count("\n") + 1
    after = kept + entry.replace("\n", end)
    _require_beside(file, after, before)
    return after, line


def on_top(file: str, text: str, entry: str) -> tuple[str, int]:
    """*text* with the *entry* before all others, below what is said of the file itself, and on
    which line it begins. Raises Unwritten as ``appended`` does."""
    document = yaml_files.read(file, encoding.plain_newlines(text.removeprefix("\ufeff")))
    if not document.value:
        return appended(file, text, entry)
    mark = text[: text.startswith("\ufeff")]
    lines = text.removeprefix(mark).splitlines(keepends=True)
    first = at = min(place.line for path, place in document.keys.items() if len(path) == 1) - 1
    while at and lines[at - 1].startswith("#"):
        at -= 1
    at = at or first  # a comment on the first line is on the file
    end = "\r\n" if "\r\n" in text else "\n"
    after = mark + "".join([*lines[:at], entry.replace("\n", end), end, *lines[at:]])
    _require_beside(file, after, document.value)
    return after, at + 1


def _require_beside(file: str, after: str, before: Mapping[str, object]) -> None:
    """Raises Unwritten unless *after* holds an entry more than *before*, and all of that."""
    found = yaml_files.read(file, encoding.plain_newlines(after.removeprefix("\ufeff"))).value
    if not isinstance(found, dict) or {**found, **before} != found or len(found) <= len(before):
        raise Unwritten(
            f"An entry does not fit below what {file} holds: it stands between braces. "
            "Write each entry on lines of its own, and begin again."
        )


def listed(text: str, site: Document, name: str) -> tuple[str, int]:
    """The *text* of ``site.yaml`` with a draft called *name* last in its list, and its line.

    Raises Unwritten where the last of them goes on over several lines.
    """
    item = f"{{name: {name}, draft: true}}"
    number = len(site.value["chapters"]) - 1
    place, last = site.places["chapters", str(number)], site.value["chapters"][number]
    lines = text.split("\n")
    line = lines[place.line - 1]
    shift = place.column - 1 + line.startswith("\ufeff")
    if re.fullmatch(r" *- +", dash := line[:shift]):
        end = "\r" if line.endswith("\r") else ""
        lines[place.line - 1] = line.rstrip("\r") + end
        lines.insert(place.line, f"{dash}{item}{end}")
        return "\n".join(lines), place.line + 1
    before = re.compile(rf"""(["']?){re.escape(str(last))}\1|\{{[^}}]*\}}""").match(line, shift)
    if not before:
        raise Unwritten(f"Write the list of chapters in {site.file} one a line, and begin again.")
    lines[place.line - 1] = f"{line[: before.end()]}, {item}{line[before.end() :]}"
    return "\n".join(lines), place.line


def numbered(name: str, paths: list[str]) -> str:
    """What the file of a last chapter is called beside *paths*, which stand in order of names."""
    names = (path.rsplit("/", 1)[1] for path in chapter_list.in_folder(paths)[0])
    numbers = [int(found[1]) for each in names if (found := re.match(r"(\d\d)-", each))]
    return f"{max(numbers) + 1:02}-{name}" if numbers and max(numbers) < 99 else name
