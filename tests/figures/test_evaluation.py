"""What formulas come to, what they refuse, and where."""

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from braindrain_site.figures import evaluation
from braindrain_site.figures.evaluation import Scope, Series, Verdict
from braindrain_site.figures.formulas import FormulaError
from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount
from braindrain_site.model.entries import Qualifier, Unit
from braindrain_site.model.tables import Column, Sidecar, Table
from braindrain_site.reading.csv_tables import read_table
from tests.support import small

UNITS: Mapping[str, Unit] = {
    "people": small.unit(print={"en": "{}"}, dimension="people"),
    "USD": small.unit(print={"en": "{}"}, dimension="USD"),
    "percent": small.unit(print={"en": "{}%"}, dimension="1", scale="0.01"),
}

NOTE = {
    "name": "note",
    "type": "number",
    "title": {"en": "Note"},
    "constraints": {"required": "false"},
}


def towns() -> Table:
    about = Sidecar(
        title={"en": "Towns"}, source="s", at={"en": "p"}, period="2024",
        primaryKey=("name",),
        fields=(
            Column(name="name", type="string", title={"en": "Town"}),
            Column(name="people", type="integer", unit="people", title={"en": "People"}),
            Column(name="rise", type="number", unit="percent", title={"en": "Rise"}),
            Column(name="coast", type="string", title={"en": "On the coast"}),
            Column.model_validate(NOTE),
        ),
    )  # fmt: skip
    text = "name,people,rise,coast,note\nA,30,1.5,yes,\nB,10,-0.5,no,1\nC,10,0.2,yes,2\n"
    table, problems = read_table("towns", "t.csv", text, about)
    assert table, problems
    return table


KNOWN = {
    "offer": amounts.given(Decimal(330000), UNITS["USD"], "over"),
    "pay": amounts.given(Decimal(73000), UNITS["USD"], "about"),
    "old": amounts.given(Decimal("100.62"), UNITS["USD"]),
    "new": amounts.given(Decimal("101.39"), UNITS["USD"]),
    "crowd": amounts.given(Decimal(56), UNITS["people"]),
}
SCOPE = Scope(KNOWN.__getitem__, frozenset(KNOWN), {"towns": towns()}, UNITS)


def number(text: str) -> Decimal:
    value = evaluation.evaluate(text, SCOPE)
    assert isinstance(value, Amount)
    return value.value


@st.composite
def sums(draw: st.DrawFn, depth: int = 3) -> str:
    """A formula of numbers, signs and brackets."""
    if depth == 0 or draw(st.booleans()):
        return str(draw(st.integers(1, 99)))
    left, right = draw(sums(depth - 1)), draw(sums(depth - 1))
    return f"({left} {draw(st.sampled_from('+-*/'))} {right})"


@given(sums())
def test_formulas_agree_with_python(text: str) -> None:
    """The same text gives the same number as Python's own arithmetic."""
    try:
        expected = eval(text)
    except ZeroDivisionError:
        with pytest.raises(FormulaError, match="zero"):
            evaluation.evaluate(text, SCOPE)
        return
    try:
        value = number(text)
    except FormulaError:
        assume(False)  # Python's rounding may miss an exact zero in a divisor
    assert float(value) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sum(towns.people)", 50),
        ("count(towns.people)", 3),
        ("max(towns.people)", 30),
        ("min(towns.rise)", Decimal("-0.005")),
        ("rank(towns.people, 'A')", 1),
        ("rank(towns.people, 'C')", 2),
        ("towns.people['B']", 10),
        ("share(towns.people['A'], sum(towns.people))", Decimal("0.6")),
        ("count(towns.rise < 0)", 1),
        ("sum(towns.people[towns.coast == 'yes'])", 40),
        ("sum(towns.people[towns.coast != 'yes'])", 10),
        ("rank(towns.people[towns.coast == 'yes'], 'C')", 2),
        ("count(towns.note)", 2),
        ("-crowd + crowd", 0),
        ("(1 + towns.rise['A']) * (1 + towns.rise['B'])", Decimal("1.015") * Decimal("0.995")),
    ],
)
def test_tables(text: str, value: Decimal | int) -> None:
    """Columns, cells, conditions and the functions over them."""
    assert number(text) == value


def test_change_and_its_digits() -> None:
    """0.765 percent is known to the hundredth of a percent, not further."""
    change = evaluation.evaluate("change(old, new)", SCOPE)
    assert isinstance(change, Amount)
    assert change.rounded().value == Decimal("0.0077")


@pytest.mark.parametrize(
    ("text", "always", "printed"),
    [
        ("offer / pay > 4", True, True),
        ("offer / pay > 4.5", False, True),
        ("offer / pay > 4.6", False, False),
        ("crowd == 56", True, True),
        ("crowd != 57 and crowd >= 56", True, True),
        ("crowd == 56 and crowd < 50", False, False),
        ("pay <= 73000", False, True),
    ],
)
def test_verdicts(text: str, always: bool, printed: bool) -> None:
    """A comparison holds for every value the words allow, for the printed ones, or not at all."""
    verdict = evaluation.evaluate(text, SCOPE)
    assert isinstance(verdict, Verdict)
    assert (verdict.always, verdict.printed) == (always, printed)


@given(
    st.decimals(1, 99, places=1),
    st.decimals(1, 99, places=1),
    st.sampled_from(["exactly", "about", "over", "up_to"]),
    st.sampled_from(
        [(">", operator.gt), ("<", operator.lt), (">=", operator.ge), ("<=", operator.le)]
    ),
    st.decimals(0, 1, places=3),
)
def test_what_always_holds_holds_for_each_value_allowed(
    left: Decimal,
    right: Decimal,
    qualifier: Qualifier,
    sign: tuple[str, Callable[[Decimal, Decimal], bool]],
    share: Decimal,
) -> None:
    """No value that the words allow makes a verdict of "always" false."""
    known = {"a": amounts.given(left, UNITS["USD"], qualifier)}
    scope = Scope(known.__getitem__, frozenset(known), {}, UNITS)
    verdict = evaluation.evaluate(f"a {sign[0]} {right}", scope)
    assert isinstance(verdict, Verdict)
    high = known["a"].high if known["a"].high.is_finite() else left * 1000
    true_value = known["a"].low + (high - known["a"].low) * share
    assert not verdict.always or sign[1](true_value, right)


@pytest.mark.parametrize(
    ("text", "offset", "word"),
    [
        ("crowd + nobody", 8, 'no figure "nobody"'),
        ("towns + 1", 0, 'no figure "towns"'),
        ("town.people", 0, 'no table "town"'),
        ("towns.peopl", 6, 'no column "peopl"'),
        ("towns.people['D']", 13, 'No row is called "D"'),
        ("towns.people[1]", 13, "key or a condition"),
        ("crowd + pay", 0, "Here people and USD cannot be added."),
        ("crowd > pay", 0, "people and USD cannot be compared"),
        ("share(crowd, pay)", 0, "set against each other"),
        ("crowd / 0", 0, "This divides by a number that may be zero."),
        ("sum(crowd)", 4, "needs a column"),
        ("sum(towns.coast)", 4, "column of numbers"),
        ("sum(towns.people[towns.people > 99])", 4, "No number is left"),
        ("towns.people + 1", 0, "a whole column"),
        ("(crowd > 1) + 1", 1, "a comparison"),
        ("'a' + 1", 0, "a word"),
        ("summ(towns.people)", 0, 'no function "summ"'),
        ("share(crowd)", 0, "needs 2 parts"),
        ("sum(towns.people, crowd)", 0, "needs one part"),
        ("rank(towns.people, 'D')", 19, "not in the column"),
        ("rank(towns.people, crowd)", 19, "not in the column"),
        ("crowd > 1 and crowd", 14, 'Both sides of "and"'),
        ("towns.people > 'x'", 0, "Words and numbers"),
        ("towns.coast > 'x'", 0, "have no order"),
        ("towns.people > towns.rise", 0, "Only numbers"),
        ("crowd > 'x'", 0, "Only numbers"),
        ("crowd in 3", 6, "not a formula"),
        ("from + 1", 0, 'no figure "from"'),
        ("share(crowd, pay", 5, "( is not closed"),
        ("share(crowd, pay))", 17, ") closes none"),
        ("share(“crowd”, pay)", 6, "not a formula"),
        ("crowd ≥ 3", 6, "not a formula"),
        ("crowd => 3", 6, "not a formula"),
        ("crowd = 3", 6, "not a formula"),
        ("crowd × 3", 6, "not a formula"),
        ("crowd > 10%", 8, "not a formula"),
        ("=crowd", 0, "not a formula"),
        ("{{ crowd }} / 2", 0, "not a formula"),
        ("towns.people[North Side]", 12, "not a formula"),
        ('towns.people["A]', 13, "never closed"),
        ("（crowd)", 0, "not a formula"),
        ("1e999", 0, "no such number"),
    ],
)
def test_refused_at_its_place(text: str, offset: int, word: str) -> None:
    """Each mistake says what is wrong and points into the formula."""
    with pytest.raises(FormulaError) as caught:
        evaluation.evaluate(text, SCOPE)
    assert word in caught.value.sentence
    assert caught.value.offset == offset


def test_a_table_in_place_of_a_figure_gets_a_hint() -> None:
    """The hint shows how a table is used."""
    with pytest.raises(FormulaError) as caught:
        evaluation.evaluate("towns + 1", SCOPE)
    assert "towns.name" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("crowd + pay", "Turn one into the unit of the other"),
        ("crowd > pay", "Turn one into the unit of the other"),
        ("crowd / 0", "Divide by a figure that is above zero"),
    ],
)
def test_what_to_do_where_numbers_do_not_go_together(text: str, hint: str) -> None:
    with pytest.raises(FormulaError) as caught:
        evaluation.evaluate(text, SCOPE)
    assert caught.value.hint.startswith(hint)


@pytest.mark.parametrize(
    "text",
    [
        '__import__("os")',
        "().__class__",
        "open('x')",
        "9**9**9",
        "[x for x in towns]",
        "lambda: 1",
        "crowd.__class__.__mro__",
        "f'{crowd}'",
        "True",
        "1 if crowd else 2",
        "crowd or pay",
        "~1",
        "sum(towns.people, key=1)",
        "1 < 2 < 3",
        "crowd // 2",
        "{1}",
        "...",
        "b'x'",
        "1j",
        "x := 1",
    ],
)
def test_nothing_else_can_be_reached(text: str) -> None:
    """The language has no way to the machine, to attributes or to loops."""
    with pytest.raises(FormulaError):
        evaluation.evaluate(text, SCOPE)


@pytest.mark.parametrize(
    "text", ["1 + " * 74 + "1", "(" * 150 + ")" * 150, "1" * 301, "-" * 299 + "1", "\0"]
)
def test_bounds(text: str) -> None:
    """A formula that is too long, too deep or no text is refused at once."""
    with pytest.raises(FormulaError):
        evaluation.evaluate(text, SCOPE)


@given(st.text(st.sampled_from("abcrowdtns.[]()'\"+-*/<>=0123456789, "), max_size=40))
def test_any_text_is_worked_out_or_refused(text: str) -> None:
    """Nothing an editor types ends in a traceback."""
    try:
        value: Any = evaluation.evaluate(text, SCOPE)
    except FormulaError:
        return
    assert isinstance(value, Amount | Series | Verdict | str)
