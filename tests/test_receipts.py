"""Whoever follows a receipt of the finished site with a calculator gets what it says."""

import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from html import unescape

import pytest

from braindrain_site import recipe, wording
from braindrain_site.model.amounts import Amount
from braindrain_site.recipe import Proof
from tests.figures.test_recount import LARGE, followed
from tests.support import sites
from tests.support.named import named
from tests.support.printed import ROOT

pytestmark = pytest.mark.slow

_RECEIPT = re.compile(r'<li (?:class="receipt" )?id="r-(\w+)".*?</li>', re.S)
_FORMULA = re.compile(r'<p class="formula">Calculated: (.*?)</p>', re.S)
_CLAIM = re.compile(r'<li id="c-(\w+)">.*?</p>\s*<p class="formula">(.*?)</p>', re.S)
_BESIDE = re.compile(r" \((?![^()]*[−+×÷][^()]*\))[^()]*\)|per [\d,]+(?: \w+)*|\([^()]*“[^()]*\)")
"""What tells a number apart and is none of the sum: labels, years, and what a rate is of."""
_LOOKED_UP = re.compile(r"the (?:place|number) of|sum of|highest|lowest")
_COMPARED = re.compile(
    r"(?:(.+?) = )?([^=]+?)(?:, which)? is (more|less) than (?:(.+?) = )?([^=]+)"
)


@pytest.fixture(scope="module")
def proof() -> Proof:
    return recipe.judge(ROOT / "data", publishing=False)


@pytest.fixture(scope="module")
def pages(proof: Proof) -> Mapping[str, bytes]:
    return recipe.plan(proof, sites.TEMPLATES, sites.DRAWN)


def words(html: str) -> str:
    return unescape(re.sub("<[^<>]*>", "", html)).replace("\N{NO-BREAK SPACE}", " ")


def number(text: str) -> Decimal:
    """What the numbers and signs of *text* come to."""
    plain = text.replace("\N{WORD JOINER}", "")
    while plain != (plain := _BESIDE.sub("", plain)):
        pass
    return followed(plain)


def calculated(page: str) -> Iterator[tuple[str, str]]:
    """Key and formula of each receipt that shows one to be followed."""
    for receipt in _RECEIPT.finditer(page):
        formula = _FORMULA.search(receipt[0])
        if formula and not _LOOKED_UP.search(words(formula[1])):
            yield receipt[1], words(formula[1])


def step_of(amount: Amount) -> Decimal:
    """The last digit that is printed of *amount*."""
    said = wording.number(amount, "en").partition(" ")[0]
    step = Decimal(1).scaleb(-len(said.partition(".")[2]))
    phrase = wording.quantity(amount, "en")
    step *= next((large for name, large in LARGE.items() if name and name in phrase), 1)
    scale = amount.unit.scale if amount.unit and amount.unit.scale < 1 else Decimal(1)
    if "%" in phrase:
        return step / 100
    return max(step, amount.step / scale)


def test_every_formula_gives_the_number_above_it(proof: Proof, pages: Mapping[str, bytes]) -> None:
    """Or says that the values before rounding were taken, or shows more digits and says so."""
    wrong, seen = [], 0
    for key, formula in calculated(pages["figures/index.html"].decode()):
        if proof.edition.words["receipt_unrounded"]["en"] in formula:
            continue
        seen += 1
        formula = formula.removesuffix(proof.edition.words["receipt_finer"]["en"])
        amount = proof.amounts[key]
        got, step = number(formula), step_of(amount)
        shown = number(wording.quantity(amount, "en"))
        if (got / step).quantize(Decimal(1), ROUND_HALF_UP) * step != shown:
            wrong.append(f"{key}: {formula} is {got}, not {shown}")
    assert wrong == []
    assert seen


def test_every_comparison_holds_as_it_is_printed(pages: Mapping[str, bytes]) -> None:
    """Both sides as a reader sees them; sides that are worked out give what stands behind "="."""
    wrong, seen = [], 0
    for key, condition in _CLAIM.findall(named(pages["index.html"])):
        for part in words(condition).removesuffix(".").split("; "):
            found = _COMPARED.fullmatch(part)
            if not found or _LOOKED_UP.search(part):
                continue
            seen += 1
            left, right = number(found[2]), number(found[5])
            if not (left > right if found[3] == "more" else left < right):
                wrong.append(f"{key}: {part}")
            for sum_, said in ((found[1], found[2]), (found[4], found[5])):
                if sum_ and abs(number(sum_) / number(said) - 1) > Decimal("0.02"):
                    wrong.append(f"{key}: {sum_} is not {said}")
    assert wrong == []
    assert seen
