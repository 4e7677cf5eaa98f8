"""Whoever follows a receipt gets what stands above it, or is told why not."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from braindrain_site import wording
from braindrain_site.figures import values as figures
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Figure
from braindrain_site.pages import formula_in_words
from braindrain_site.pages.formula_in_words import Calculation
from braindrain_site.texts.binding import Binding
from tests.support import small

_WHERE = re.compile(r" \([^()]*, in the table “[^”]*”\)")
_TOKEN = re.compile(r"(\d[\d,]*(?:\.\d+)?)( million| billion| trillion)?(%)?|[-+*/()]")
_SIGNS = str.maketrans("−×÷", "-*/")
LARGE = {None: 1, " million": 10**6, " billion": 10**9, " trillion": 10**12}
UNITS = {
    "months": small.unit(
        print={"en": "{} months"}, dimension="year", scale="0.0833333333333333333"
    ),
    "years": small.unit(print={"en": "{} years"}, dimension="year"),
    "teachers/year": small.unit(print={"en": "{} teachers a year"}, dimension="teachers/year"),
    "index": small.unit(print={"en": "{}"}, dimension="1", scale="0.01"),
}
EDITION = small.judged()[0]
Typed = Mapping[str, Mapping[str, Any]]


def followed(text: str) -> Decimal:
    """What a reader gets who types the numbers and signs of *text* into a calculator."""

    def typed(token: re.Match[str]) -> str:
        if token[1] is None:
            return token[0]
        number = Decimal(token[1].replace(",", "")) * LARGE[token[2]]
        return f"Decimal('{number / 100 if token[3] else number}')"

    tokens = _TOKEN.finditer(_WHERE.sub("", text).translate(_SIGNS))
    return Decimal(eval("".join(map(typed, tokens)), {"Decimal": Decimal}))


def adds_up(text: str, amount: Amount) -> bool:
    """Whether following *text* gives the number printed of *amount*, rounded as that is."""
    phrase = wording.quantity(amount, "en")
    printed = followed(phrase)
    step = Decimal(1).scaleb(-len(phrase.split(" ")[0].strip("%").partition(".")[2]))
    step *= next((large for name, large in LARGE.items() if name and name in phrase), 1)
    step /= 100 if "%" in phrase else 1
    hidden = amount.unit is UNITS["index"]
    step = max(step, amount.step * 100 if hidden else amount.step)
    return (followed(text) / step).quantize(Decimal(1), ROUND_HALF_UP) * step == printed


def judged(typed: Typed) -> tuple[Edition, figures.Figures, Binding]:
    """The small edition with these figures besides. Raises KeyError if one has no number."""
    edition = EDITION
    more = {
        key: Figure.model_validate({"label": {"en": key}, **fields})
        for key, fields in typed.items()
    }
    units = {**edition.units, **UNITS}
    lines = {**edition.lines, "typed": (repr(typed),)}  # what an edition is remembered by
    edition = replace(edition, figures={**edition.figures, **more}, units=units, lines=lines)
    amounts = figures.Figures(edition)
    for key in edition.figures:
        if key not in amounts:
            amounts.work_out(key)
    return edition, amounts, Binding(edition, amounts, "en")


def given_figure(value: str, unit: str, qualifier: str = "exactly") -> Mapping[str, Any]:
    return {"value": value, "unit": unit, "qualifier": qualifier, "source": "school_report",
            "at": {"en": "page 1"}, "period": "2024"}  # fmt: skip


def shown(key: str, typed: Typed) -> tuple[Calculation, Amount]:
    _, amounts, binding = judged(typed)
    return formula_in_words.calculation(key, binding), amounts[key]


def test_every_receipt_of_the_edition_adds_up() -> None:
    edition, amounts, binding = judged({})
    derived = [key for key, figure in edition.figures.items() if figure.formula]
    found = {key: formula_in_words.calculation(key, binding) for key in derived}
    assert len(found) == 3
    assert [key for key in derived if not adds_up(found[key].text.striptags(), amounts[key])] == []


def test_rounded_inputs_get_the_digits_it_takes() -> None:
    """330,000 ÷ 120,000 is 2.75, and the figure is 2.7: the divisor was 123,564."""
    typed = {
        "offer": given_figure("330000", "USD/year", "over"),
        "pay": given_figure("100", "million KRW/year", "about"),
        "rate": given_figure("809.3", "KRW/USD"),
        "pay_ppp": {"formula": "pay / rate", "unit": "USD/year"},
        "multiple": {"formula": "offer / pay_ppp", "unit": "times", "digits": "1"},
    }
    found, amount = shown("multiple", typed)
    assert found.text.striptags() == "over $330,000 ÷ about $124,000"
    assert (found.remark, adds_up(found.text.striptags(), amount)) == ("finer", True)
    assert not adds_up("over $330,000 ÷ about $120,000", amount)


def test_months_are_turned_into_years_where_readers_see_it() -> None:
    """56 in 53 months are 12.7 a year only times 12."""
    typed = {
        "span": given_figure("53", "months"),
        "gone": given_figure("56", "teachers"),
        "pace": {"formula": "gone / span", "unit": "teachers/year", "digits": "1"},
    }
    found, amount = shown("pace", typed)
    assert found.text.striptags() == "56 teachers ÷ 53 months × 12"
    assert adds_up(found.text.striptags(), amount)


def test_and_back() -> None:
    """A sum of months is divided to be told in years, brackets around it."""
    typed = {
        "span": given_figure("53", "months"),
        "both": {"formula": "span + span", "unit": "years", "digits": "1"},
    }
    found, amount = shown("both", typed)
    assert found.text.striptags() == "(53 months + 53 months) ÷ 12"
    assert adds_up(found.text.striptags(), amount)


def test_a_divisor_printed_as_nought_gets_digits() -> None:
    """0.04 is printed as 0.0 where one decimal was asked for."""
    typed = {
        "small": given_figure("0.04", "times"),
        "smaller": {"formula": "small * 1", "unit": "times", "digits": "1"},
        "large": {"formula": "2 / smaller", "unit": "times", "digits": "-1"},
    }
    found, _ = shown("large", typed)
    assert found.text.striptags() == "2 ÷ 0.04 times"


def test_what_cannot_be_followed_is_said() -> None:
    """An index is read as 100; where it stands for 1 in a sum, no digits and no factor help."""
    typed = {
        "level": given_figure("114.8", "index"),
        "odd": {"formula": "1 + level", "unit": "times", "digits": "1"},
    }
    found, amount = shown("odd", typed)
    assert found.remark == "unrounded"
    assert not adds_up(found.text.striptags(), amount)


_VALUES = st.decimals("0.1", "9999", places=2).map(str) | st.integers(1, 9999).map(str)
_FORMULAS = st.sampled_from([
    "a / q", "q * b", "q + a", "q - b", "1 - q / a", "change(q, b)", "share(b, q)",
    "a * (1 + q)", "-q", "a / (b / q)", "q / q2", "q2 * q - q", "2 * q", "100 * q / a",
])  # fmt: skip


@settings(deadline=None)
@given(
    _VALUES, _VALUES, _FORMULAS, st.sampled_from(["times", "percent", "index"]),
    st.sampled_from(["times", "percent", "index"]),
)  # fmt: skip
def test_any_receipt_adds_up_or_says_that_it_does_not(
    a: str, b: str, formula: str, between: str, unit: str
) -> None:
    """Whatever is divided by what, and in whichever unit it is printed."""
    typed = {
        "a": given_figure(a, "times"),
        "b": given_figure(b, "times"),
        "q": {"formula": "a / b", "unit": between},
        "q2": {"formula": "b / a", "unit": "times"},
        "z": {"formula": formula, "unit": unit},
    }
    try:
        found, amount = shown("z", typed)
    except KeyError:  # such as a division by nought
        reject()
    assert found.remark == "unrounded" or adds_up(found.text.striptags(), amount)
    assert found.remark != "unrounded" or "index" in (between, unit) or not amount.value


@pytest.mark.parametrize("text", ["1 + 1", "about $2.5 million − 50%"])
def test_a_calculator(text: str) -> None:
    """Reads what receipts print."""
    assert followed(text) == {"1 + 1": 2}.get(text, Decimal("2499999.5"))
