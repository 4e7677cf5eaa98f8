"""Where each number comes from, ready to show: formula filled in, inputs, source."""

import ast
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup, escape

from braindrain_site import wording
from braindrain_site.figures import formulas
from braindrain_site.figures.grades import evidence, inputs
from braindrain_site.judging.claims import Judged
from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition, Evidence, Source
from braindrain_site.model.fields import NUMBER, Text
from braindrain_site.texts.binding import Binding, Use
from braindrain_site.wording.filling import filled

_SIGNS: dict[type[ast.AST], str] = {
    ast.Add: "+", ast.Sub: "−", ast.Mult: "×", ast.Div: "÷",
    ast.Lt: "<", ast.LtE: "≤", ast.Gt: ">", ast.GtE: "≥", ast.Eq: "=", ast.NotEq: "≠",
}  # fmt: skip


@dataclass(frozen=True)
class Receipt:
    """All there is to say of one figure, in one language."""

    key: str
    label: str
    phrase: str
    period: str | None
    formula: Markup | None
    inputs: tuple[str, ...]
    source_key: str | None
    source: Source | None
    at: str | None
    as_printed: str | None
    reported_by: str | None
    evidence: Evidence
    note: Markup | None
    caveat: Markup | None
    uses: tuple[Use, ...]


@dataclass(frozen=True)
class ClaimReceipt:
    """A worded comparison with the condition that makes it true, its values filled in."""

    key: str
    condition: Markup
    inputs: tuple[str, ...]
    on_printed: bool
    caveat: Markup | None
    uses: tuple[Use, ...]


def receipts(
    edition: Edition, amounts: Mapping[str, Amount], binding: Binding, keys: Iterable[str]
) -> tuple[Receipt, ...]:
    """The receipts of the figures *keys*; links in them go where *binding* keeps its receipts."""
    return tuple(_receipt(key, edition, amounts, binding) for key in keys)


def _receipt(
    key: str, edition: Edition, amounts: Mapping[str, Amount], binding: Binding
) -> Receipt:
    figure = edition.figures[key]
    source_key, at = figure.source, figure.at
    cell = _cell_table(figure.formula, edition)
    if cell and source_key is None:
        source_key, at = edition.tables[cell].about.source, edition.tables[cell].about.at
    period = figure.period or (edition.tables[cell].about.period if cell else None)
    source = edition.sources[source_key] if source_key else None
    formula = _filled_in(figure.formula, edition, binding) if figure.formula else None
    return Receipt(
        key=key,
        label=binding.plain(figure.label[binding.lang]),
        phrase=wording.phrase(amounts[key], binding.lang),
        period=wording.period(period, binding.lang) if period else None,
        formula=formula,
        inputs=inputs(key, edition),
        source_key=source_key,
        source=source,
        at=at[binding.lang] if at else None,
        as_printed=_quoted(figure.as_printed, source, binding.lang),
        reported_by=figure.reported_by[binding.lang] if figure.reported_by else None,
        evidence=evidence(key, edition),
        note=binding.html(figure.note[binding.lang]) if figure.note else None,
        caveat=binding.html(figure.caveat[binding.lang]) if figure.caveat else None,
        uses=tuple(binding.uses.get(key, ())),
    )


def _quoted(words: str | None, source: Source | None, lang: str) -> str | None:
    """*words* as printed in *source*, marked when that is in another language."""
    if words is None or source is None or source.language == lang:
        return words
    return Markup('<span lang="{}">{}</span>').format(source.language, words)


def claim_receipts(
    edition: Edition, judged: Mapping[str, Judged], binding: Binding
) -> tuple[ClaimReceipt, ...]:
    """The receipts of the claims that the page of *binding* words."""
    return tuple(
        ClaimReceipt(
            key=key,
            condition=_filled_in(judged[key].claim.holds, edition, binding),
            inputs=tuple(
                n for n in formulas.names(judged[key].claim.holds) if n in edition.figures
            ),
            on_printed=judged[key].claim.on == "printed values",
            caveat=binding.html(caveat[binding.lang])
            if (caveat := judged[key].claim.caveat)
            else None,
            uses=tuple(uses),
        )
        for key, uses in binding.claims.items()
    )


def _cell_table(formula: str | None, edition: Edition) -> str | None:
    """The table a formula takes its one cell from; None for any other formula."""
    if formula is None:
        return None
    match formulas.parse(formula):
        case ast.Subscript(
            value=ast.Attribute(value=ast.Name(id=name)), slice=ast.Constant(value=str())
        ) if name in edition.tables:
            return name
    return None


def _filled_in(formula: str, edition: Edition, binding: Binding) -> Markup:
    """*formula* as a reader sees it: names become linked values, signs those of arithmetic."""
    return _spell(formulas.parse(formula), _Spelling(edition, binding))


@dataclass(frozen=True)
class _Spelling:
    edition: Edition
    binding: Binding

    @property
    def lang(self) -> str:
        return self.binding.lang

    def figure(self, key: str) -> Markup:
        text = wording.phrase(self.binding.amounts[key], self.lang)
        label = self.said(self.edition.figures[key].label)
        href = f"{self.binding.receipts}#r-{key}"
        return Markup('<a href="{}" title="{}">{}</a>').format(href, label, text)

    def column(self, table: str, column: str) -> Markup:
        about = self.edition.tables[table].about
        found = self.edition.tables[table].column(column)
        assert found is not None
        return self.words("column", column=self.said(found.title),
                          table=self.said(about.title))  # fmt: skip

    def cell(self, table: str, column: str, key: str) -> Markup:
        found = self.edition.tables[table]
        row = found.typed[found.about.primaryKey] == key
        about = found.column(column)
        unit = self.edition.units[about.unit] if about and about.unit else None
        typed = str(found.typed.loc[row, column].iloc[0])
        value = wording.cell_text(typed, unit, self.lang)
        if unit and NUMBER.fullmatch(typed):
            value = wording.quantity(amounts.given(Decimal(typed), unit), self.lang)
        name = self.value(table, found.about.primaryKey, key)
        return self.words("cell", value=value, row=name, table=self.said(found.about.title))

    def value(self, table: str, column: str, typed: str) -> str:
        """What a reader sees for the word *typed* in a column."""
        found = self.edition.tables[table].column(column)
        labels = found.labels if found else {}
        return self.said(labels[typed]) if typed in labels else typed

    def said(self, text: Text) -> str:
        return self.binding.plain(text[self.lang])

    def words(self, name: str, **parts: str) -> Markup:
        return escape(filled(self.edition.words[f"formula_{name}"][self.lang], **parts))


def _spell(node: ast.expr, say: _Spelling) -> Markup:
    match node:
        case ast.Constant(value=value):
            return escape(value)
        case ast.Name(id=key):
            return say.figure(key)
        case ast.UnaryOp(operand=operand):
            return Markup("−{}").format(_bracketed(operand, say))
        case ast.BinOp(left=left, op=op, right=right):
            return _sum(_bracketed(left, say), _SIGNS[type(op)], _bracketed(right, say))
        case ast.Compare(
            left=ast.Attribute(value=ast.Name(id=table), attr=column),
            ops=[op],
            comparators=[ast.Constant(value=str(key))],
        ):
            return _sum(say.column(table, column), _SIGNS[type(op)], say.value(table, column, key))
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _sum(_spell(left, say), _SIGNS[type(op)], _spell(right, say))
        case ast.BoolOp(values=values):
            return Markup("; ").join(_spell(value, say) for value in values)
        case ast.Attribute(value=ast.Name(id=table), attr=column):
            return say.column(table, column)
        case ast.Subscript(
            value=ast.Attribute(value=ast.Name(id=table), attr=column),
            slice=ast.Constant(value=str(key)),
        ):
            return say.cell(table, column, key)
        case ast.Subscript(value=whole, slice=condition):
            return say.words("where", column=_spell(whole, say), condition=_spell(condition, say))
        case ast.Call(func=ast.Name(id=name), args=args):
            return (_rank if name == "rank" else _CALLS.get(name, _worded(name)))(args, say)
    raise AssertionError(ast.dump(node))  # the formula was evaluated before, so its parts are known


def _sum(left: str, sign: str, right: str) -> Markup:
    return Markup("{} {} {}").format(left, sign, right)


def _bracketed(node: ast.expr, say: _Spelling) -> Markup:
    text = _spell(node, say)
    compound = isinstance(node, ast.BinOp) or (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CALLS
    )
    return Markup("({})").format(text) if compound else text


def _worded(name: str) -> Callable[[list[ast.expr], _Spelling], Markup]:
    def spelled(args: list[ast.expr], say: _Spelling) -> Markup:
        return say.words(name, column=_spell(args[0], say))

    return spelled


def _share(args: list[ast.expr], say: _Spelling) -> Markup:
    return _sum(_bracketed(args[0], say), "÷", _bracketed(args[1], say))


def _change(args: list[ast.expr], say: _Spelling) -> Markup:
    return Markup("{} ÷ {} − 1").format(_bracketed(args[1], say), _bracketed(args[0], say))


def _rank(args: list[ast.expr], say: _Spelling) -> Markup:
    """The row of a rank by the name that readers know it by."""
    whole, key = args
    column = whole.value if isinstance(whole, ast.Subscript) else whole
    assert isinstance(column, ast.Attribute)
    assert isinstance(column.value, ast.Name)
    assert isinstance(key, ast.Constant)
    table = column.value.id
    row = say.value(table, say.edition.tables[table].about.primaryKey, str(key.value))
    return say.words("rank", column=_spell(whole, say), row=row)


_CALLS = {"share": _share, "change": _change}
