"""Where a skeleton stands in a file that is written already, whose letters all stay as they are."""

import re

from braindrain_site.reading import chapter_list, encoding, yaml_files
from braindrain_site.reading.yaml_files import Document
from braindrain_site.skeletons.ground import Unwritten

_NOTHING = re.compile(r"^\{\}[ \t]*\r?\n?", re.MULTILINE)
"""How a file says that it has no entries."""
_HEAD = re.compile(r"\ufeff?(?:(?:#.*)?\r?\n)*")
"""What stands above the first entry: comments and empty lines."""


def added(file: str, text: str, entry: str, first: bool = False) -> tuple[str, int]:
    """*text* with the *entry* at its end, or *first* in it, and on which line that begins.

    Raises Unwritten where it would not be one, for all stands between braces.
    """
    before = yaml_files.read(file, encoding.plain_newlines(text.removeprefix("\ufeff"))).value or {}
    kept = _NOTHING.sub("", text) if not before else text
    end = "\r\n" if "\r\n" in text else "\n"
    if kept and not kept.endswith(("\n", "\r")):
        kept += end
    head = _HEAD.match(kept) if first and before else None
    above, below = (kept[: head.end()], end + kept[head.end() :]) if head else (kept, "")
    if before and not head and not kept.endswith(2 * end):
        above += end
    line = encoding.plain_newlines(above).count("\n") + 1
    after = above + entry.replace("\n", end) + below
    found = yaml_files.read(file, encoding.plain_newlines(after.removeprefix("\ufeff"))).value
    if not isinstance(found, dict) or {**found, **before} != found or len(found) <= len(before):
        raise Unwritten(
            f"An entry does not fit below what {file} holds: it stands between braces. "
            "Write each entry on lines of its own, and begin again."
        )
    return after, line


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
