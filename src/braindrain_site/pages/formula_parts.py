"""What formulas are made of, as readers see it: figures, columns and cells by name and value."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup, escape

from braindrain_site import wording
from braindrain_site.model.amounts import Amount
from braindrain_site.model.date_mistakes import UNDATED
from braindrain_site.model.fields import Text
from braindrain_site.model.tables import joined
from braindrain_site.texts.binding import Binding
from braindrain_site.wording.filling import filled


@dataclass(frozen=True)
class Parts:
    """The parts of one formula in the language of *binding*, linked where that keeps receipts."""

    binding: Binding
    finer: int = 0
    """How many digits more than where they stand alone figures get."""

    @property
    def lang(self) -> str:
        """The language of the page."""
        return self.binding.lang

    def figure(self, key: str, write: Callable[[Amount, str], str] = wording.phrase) -> Markup:
        """The value of figure *key*, linked to its receipt."""
        amount = wording.finer(self.binding.amounts[key], self.finer)
        return self.link(key, write(amount, self.lang))

    def link(self, key: str, text: str) -> Markup:
        """*text*, linked to the receipt of figure *key*."""
        href = f"{self.binding.receipts}#r-{key}"
        return Markup('<a href="{}">{}</a>').format(href, text)

    def dated_label(self, key: str) -> str:
        """The label of figure *key* with its time, where that is stated."""
        period = self.binding.edition.figures[key].period
        if period is None or period in UNDATED:
            return self._label(key)
        when = wording.period(period, self.lang)
        return self.words("dated", label=self._label(key), period=when)

    def _label(self, key: str) -> str:
        return self._plain(self.binding.edition.figures[key].label)

    def column(self, table: str, column: str) -> Markup:
        """A column by its title and that of its *table*."""
        about = self.binding.edition.tables[table].column(column)
        assert about is not None
        return self.words("column", column=self._plain(about.title), table=self._title(table))

    def cell(self, table: str, column: str, key: str, pattern: str = "cell") -> Markup:
        """The value of a cell with the names of its row and its *table*."""
        value, title = self.cell_value(table, column, key), self._title(table)
        return self.words(pattern, value=value, row=self.row(table, key), table=title)

    def cell_value(self, table: str, column: str, key: str) -> str:
        """The value of a cell, with its unit."""
        found = self.binding.edition.tables[table]
        about = found.column(column)
        unit = self.binding.edition.units[about.unit] if about and about.unit else None
        return wording.cell_said(found.cell(column, key), unit, self.lang)

    def row(self, table: str, key: str) -> str:
        """The row called *key* by the name that readers know it by."""
        found = self.binding.edition.tables[table]
        names = found.about.primaryKey
        return joined(self.value(table, name, found.cell(name, key)) for name in names)

    def value(self, table: str, column: str, typed: str) -> str:
        """What a reader sees for the word *typed* in a column."""
        found = self.binding.edition.tables[table].column(column)
        labels = found.labels if found else {}
        return self._plain(labels[typed]) if typed in labels else typed

    def words(self, name: str, **parts: str) -> Markup:
        """The interface words for formulas called *name*, with *parts* in their places."""
        return escape(filled(self.binding.edition.words[f"formula_{name}"][self.lang], **parts))

    def _title(self, table: str) -> str:
        return self._plain(self.binding.edition.tables[table].about.title)

    def _plain(self, text: Text) -> str:
        return self.binding.plain(text[self.lang])
