"""Does a unit print its numbers as large as they are?

A number is printed multiplied by a scale above one, with the words for it: 4,515 of a unit whose
scale is a million are "4.515 billion". So no such word stands beside it once more, nor a measure
that is the multiple itself; and what is printed as a percentage is a hundredth.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from braindrain_site import wording
from braindrain_site.judging.draft import Draft
from braindrain_site.model import amounts
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Unit
from braindrain_site.model.problems import Problem
from braindrain_site.texts.placing import placed

_ENGLISH = r"hundred|thousand|million|billion|trillion|dozen|lakh|crore|bn|mn|mln|mio|tn|trn"
_KOREAN = r"(?:[십백천]?[만억조]|[십백천])"
_COUNTED = (
    "원|명|달러|유로|엔|위안|파운드|톤|개|대|건|가구|세대|킬로|미터|리터|배럴|마리|권|표|주|호|곳"
)
_MONEY = r"(?:(?:US|A|C|HK)?[$€£¥₩]|(?-i:[A-Z]{3})|won|dollars?|euros?|원|달러)"
_MULTIPLE = re.compile(
    # after the number: {} million, {}k, {} (in thousands), ${}m, {}만 명, {},000, {} × 1000
    rf"\{{\}}[\s-]*(?P<after>\(?(?:in )?(?:{_ENGLISH})s?\b(?: of\b)?\)?"
    r"|(?-i:k)\b|,?0{2,}\b|[x×*] ?10[\d,]*"
    rf"|{_KOREAN}(?=$|[^\w]|[A-Za-z㎞㎡㎏㏊]|{_COUNTED}))"
    rf"|\{{\}} ?(?P<money>[mM]{{1,2}})(?= {_MONEY})|{_MONEY} ?\{{\}} ?(?P<sum>[mM]{{1,2}})\b"
    # before it: million {}, $m {}, thousands of dollars: {}
    rf"|(?<!per )\b(?P<word>(?:{_ENGLISH})s?)(?: of)?(?: {_MONEY})?:?\s*\{{\}}"
    rf"|[$€£¥₩](?P<sign>m|bn|k|tn)\s*\{{\}}"
    rf"|(?<!\w)(?P<ko>[백천]만|십억|억|조) ?{_MONEY}?:?\s*\{{\}}",
    re.IGNORECASE,
)
_MEASURES = {
    r"kilomet(?:re|er)s?|km|킬로미터|㎞": (1000,),
    r"kilogram(?:me)?s?|kilos?|kg|킬로그램|㎏": (1000,),
    r"tonn?e?s?|톤": (1000, 1000000),
    r"hectares?|ha|헥타르|㏊": (10000,),
    r"minutes?|분": (60,),
    r"hours?|시간": (60, 3600),
    r"days?|일": (24, 1440, 86400),
    r"weeks?|주": (7, 168),
    r"months?|개월": (30,),
    r"years?|년": (12, 52, 365, Decimal("365.25"), 8760),
    r"decades?": (10,),
    r"centur(?:y|ies)|세기": (100,),
}
"""What a measure is called → how many of smaller ones it is."""
_PERCENT = re.compile(r"\{\} ?(?:%|퍼센트|per ?cent)")


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at each unit that would print or count its numbers too large."""
    edition = draft.edition
    for key, unit in edition.units.items():
        if unit.scale > 1:
            yield from [*_twice(edition, key, unit)] or _larger(edition, key, unit)
        yield from _percent(edition, key, unit)


def _twice(edition: Edition, key: str, unit: Unit) -> Iterator[Problem]:
    """The words beside the number that the number has in it."""
    for field in ("print", "singular"):
        for lang, pattern in (getattr(unit, field) or {}).items():
            if not (found := _MULTIPLE.search(pattern)):
                continue
            group = found.lastgroup or ""
            start = edition.place("units.yaml", key, field, lang)
            place = placed(pattern, start, edition.lines[start.file])(found.start(group))
            sentence = (
                f'"{found[group].strip("() ")}" would be said twice: with a scale of '
                f"{unit.scale.normalize():f}, {{}} is the number already multiplied, and 1 is "
                f'printed as "{_one(unit, lang)}".'
            )
            rest = pattern[: found.start(group)] + pattern[found.end(group) :]
            fitting = " ".join(re.sub(r"(?<=\{\}) *(?=[가-힣])", "", rest).split())
            yield Problem(place, sentence, f'Write "{fitting}".')


def _one(unit: Unit, lang: str) -> str:
    return wording.quantity(amounts.given(Decimal(1), unit), lang)


def _measure(key: str, unit: Unit) -> str:
    """The measure beside the number that is the scale itself, if the number is one of smaller
    ones; a thousand tonnes of tonnes are none."""
    for pattern in unit.print.values():
        for measure, factors in _MEASURES.items():
            found = re.search(rf"\{{\}} ?({measure})(?![a-z가-힣])", pattern, re.IGNORECASE)
            counted = re.compile(rf"(?<![a-z가-힣])(?:{measure})(?![a-z가-힣])", re.IGNORECASE)
            if (
                found
                and unit.scale in factors
                and not counted.search(unit.dimension)
                and not re.search(rf"{_ENGLISH}|\d", key)
            ):
                return found[1]
    return ""


def _larger(edition: Edition, key: str, unit: Unit) -> Iterator[Problem]:
    """A measure whose numbers would be printed as so many of the smaller one."""
    if not (measure := _measure(key, unit)):
        return
    sentence = (
        "With a scale above 1 {} is the number already multiplied: 1 would be printed as "
        f'"{_one(unit, edition.site.languages[0])}".'
    )
    smaller = (1 / unit.scale).quantize(Decimal("1e-18")).normalize()
    hint = (
        f'For "{measure}", delete "scale" and "dimension" here, and give the unit of '
        f'{unit.dimension}, if there is one, "dimension: {key}" and "scale: {smaller:f}".'
    )
    yield Problem(edition.place("units.yaml", key, "scale"), sentence, hint)


def _percent(edition: Edition, key: str, unit: Unit) -> Iterator[Problem]:
    """A percentage that calculates as if it were so many wholes."""
    if amounts.dimension(unit.dimension) or unit.scale == Decimal("0.01"):
        return
    if any(_PERCENT.search(pattern) for pattern in unit.print.values()):
        scaled = ("units.yaml", key, "scale") in edition.places
        place = edition.place("units.yaml", key, "scale" if scaled else "dimension")
        whole = amounts.in_unit(amounts.bare(1), unit)
        said = wording.quantity(whole, edition.site.languages[0])
        sentence = f'A percent is a hundredth: a whole would be printed as "{said}".'
        yield Problem(place, sentence, "Write scale: 0.01.")
