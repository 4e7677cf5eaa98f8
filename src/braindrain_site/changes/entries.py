"""What readers would see change in tables and in whatever else an entry of a YAML file says."""

from collections.abc import Iterator

from braindrain_site import wording
from braindrain_site.changes.change import Change, differing, moved
from braindrain_site.model.edition import Edition
from braindrain_site.model.tables import Table

_TOLD = {"value", "holds", "draft", "as_printed"}
"""Keys whose change is told as a number's or a claim's, or is none for readers."""
_UNSEEN = {"exempt.yaml", "words.yaml", "units.yaml"}
_LOOKS = {("house.yaml", "colours"), ("house.yaml", "families"), ("house.yaml", "fonts")}
Cells = dict[str, dict[str, str]]
"""Column → key of a row → what was typed."""


def cells(before: Edition, after: Edition) -> Iterator[Change]:
    """Every cell of every table, by the key of its row; a whole table or column at once."""
    for name in {**before.tables, **after.tables}:
        old, new = before.tables.get(name), after.tables.get(name)
        if old is None or new is None:
            was_long, is_long = (f"{len(each.keys)} rows" if each else "" for each in (old, new))
            yield Change("cell", f"{name}: the table", was_long, is_long)
            continue
        was, now = _typed(old), _typed(new)
        for column, other in _renamed(was, now):
            yield Change("cell", f"{name}: a column's name", column, other)
            was[other] = was.pop(column)
        for column in {**was, **now}:
            for key, then, typed in differing(was.get(column, {}), now.get(column, {})):
                yield Change("cell", f"{name}: {key}, {column}", then, typed)


def _renamed(was: Cells, now: Cells) -> list[tuple[str, str]]:
    """Columns that hold what others held."""
    gone = [name for name in was if name not in now]
    come = {str(cells): name for name, cells in now.items() if name not in was}
    return [(name, come[str(was[name])]) for name in gone if str(was[name]) in come]


def _typed(table: Table) -> Cells:
    key = {*table.about.primaryKey}
    return {
        column.name: {row: table.cell(column.name, row) for row in table.keys}
        for column in table.about.fields
        if column.name not in key
    }


def entries(before: Edition, after: Edition) -> Iterator[Change]:
    """What is no text of its own: sources, periods, addresses, days, the form of a chart.

    Of an entry that comes or goes its words tell enough; what the house chooses has none.
    """
    if before.mark != after.mark:
        yield Change("entry", "mark.svg: the sign", "", "changed")
    was, now = _said(before), _said(after)
    told = {path[:2] for path in was} & {path[:2] for path in now} | _LOOKS
    for path in (path for path in {**was, **now} if path[:2] in told):
        what = ": ".join((path[0], ", ".join(path[1:])))
        for old, new in moved(was.get(path, []), now.get(path, []), ", "):
            yield Change("entry", what, old, new)


def _said(edition: Edition) -> dict[tuple[str, ...], list[str]]:
    """Path without the places in lists → what is said there, in order."""
    found: dict[tuple[str, ...], list[str]] = {}
    first = edition.site.languages[0]
    for path, text in edition.scalars.items():
        named = tuple(part for part in path if not part.isdigit())
        is_text = path in edition.texts or (*path, first) in edition.texts
        elsewhere = path[-1] in wording.LANGUAGES or path[:2] == ("site.yaml", "chapters")
        if not (is_text or elsewhere or path[0] in _UNSEEN or named[-1] in _TOLD):
            found.setdefault(named, []).append(text)
    return found
