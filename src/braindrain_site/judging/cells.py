"""Does a name of a cell, written as formulas write it, lead to one?"""

from collections.abc import Iterator

from braindrain_site.figures import formulas
from braindrain_site.figures.formulas import Cell, FormulaError
from braindrain_site.figures.values import told
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Place, Problem, nearest

_SO = 'Write it as formulas do: table.column["row"].'


def problems(edition: Edition, text: str, place: Place) -> Iterator[Problem]:
    """What is wrong with *text*, which names a cell and stands at *place*."""
    try:
        cell = formulas.cell(text)
    except FormulaError as error:
        yield told(error, place)
        return
    if cell is None:
        yield Problem(place, "This is not the name of one cell.", _SO)
        return
    if cell.table not in edition.tables:
        yield Problem(
            place, f'There is no table "{cell.table}".', nearest(cell.table, edition.tables)
        )
        return
    table = edition.tables[cell.table]
    columns = [column.name for column in table.about.fields]
    for what, name, known in (("column", cell.column, columns), ("row", cell.row, table.keys)):
        if name not in known:
            sentence = f'The table "{cell.table}" has no {what} "{name}".'
            yield Problem(place, sentence, nearest(name, known))


def named(text: str) -> Cell:
    """The cell that *text* names, which has no problem."""
    cell = formulas.cell(text)
    assert cell is not None, text
    return cell


def typed(edition: Edition, cell: Cell) -> str:
    """What stands in *cell*."""
    return edition.tables[cell.table].cell(cell.column, cell.row)
