"""Numbers and times as Korean papers write them.

The rules are those of the National Institute of Korean Language (국립국어원): 한글 맞춤법 for
spelling and spacing, its appendix 문장 부호 for marks, 표준어 규정 for word forms.
"""

import datetime as dt
from decimal import Decimal

from babel.numbers import format_decimal

from braindrain_site.model.entries import Qualifier

NOT_STATED = "시점 미상"
TYPED_IN = (10_000, "만 ")
_GROUPS = ("", "만", "억", "조", "경")
_SMALL = "한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두".split()
_PLACES = ("첫째 둘째 셋째 넷째 다섯째 여섯째 일곱째 여덟째 아홉째 열째 열한째 열두째").split()
_NTH = "번째"
_FIRST = {str(n): word for n, word in enumerate(["첫", *_SMALL[1:]], 1)}
"""Before 번째 a small number is a word, and the first is 첫 (표준국어대사전, 첫 and 번째)."""
_BEFORE: dict[Qualifier, str] = {"about": "약 ", "up_to": "최대 "}
_AFTER: dict[Qualifier, str] = {"over": " 이상", "under": " 미만"}
_ROUGHLY: dict[Qualifier, str] = {
    "over": " 이상(어림)", "up_to": " 이하(어림)", "under": " 미만(어림)",
}  # fmt: skip
"""After a bound that is itself rounded: 약 goes with neither 이상 nor 최대."""


def grouped(value: Decimal, decimals: int | None) -> str:
    """In groups of four digits, each with its name and a space between (한글 맞춤법 §44).

    Within a group there is no comma, which would part the digits by three.

    >>> [grouped(Decimal(n), None) for n in (2344, 73500, 330000, 100620000, 335200000000)]
    ['2344', '7만 3500', '33만', '1억 62만', '3352억']
    >>> grouped(Decimal("1.3"), 2), grouped(Decimal("12345.6"), None)
    ('1.30', '1만 2345.6')
    """
    shown = -value.normalize().as_tuple().exponent if decimals is None else decimals  # type: ignore[operator]
    whole, _, tail = f"{value:.{max(0, shown)}f}".partition(".")
    parts = []
    for power, name in reversed(list(enumerate(_GROUPS))):
        count = int(whole) // 10 ** (4 * power)
        if power < len(_GROUPS) - 1:
            count %= 10**4
        if count or (power == 0 and tail):
            parts.append(f"{count}{name}")
    text = " ".join(parts) or "0"
    return f"{text}.{tail}" if tail else text


def cell(value: Decimal, decimals: int) -> str:
    """Thousands apart by commas, as tables of statistics have it, so that columns line up.

    >>> cell(Decimal(1234567), 0), cell(Decimal("1.3"), 2)
    ('1,234,567', '1.30')
    """
    return str(format_decimal(value, f"#,##0.{'0' * decimals}", locale="ko"))


def small(value: int, *, ranked: bool) -> str | None:
    """The native numeral that goes before a counter (네 곳), or the place (표준어 규정 §6: 열두째).

    >>> small(4, ranked=False), small(12, ranked=True), small(0, ranked=False)
    ('네', '열두째', None)
    """
    return (_PLACES if ranked else _SMALL)[value - 1] if 0 < value <= len(_SMALL) else None


def ordinal(number: int) -> str:
    """The digits; 위 is the unit's.

    >>> ordinal(35)
    '35'
    """
    return str(number)


def said(number: str, around: tuple[str, str], qualifier: Qualifier, about: bool) -> str:
    """약 and 최대 right before the number, 이상 and 미만 after all, so also a rounded bound.

    A counter joins digits and stands apart from a word (한글 맞춤법 §43): 56명, 1만 명.

    >>> said("33만", ("", "달러"), "over", False), said("4.5", ("", "배"), "over", True)
    ('33만 달러 이상', '4.5배 이상(어림)')
    >>> said("1", ("", "번째"), "exactly", False), said("13", ("", "번째"), "exactly", False)
    ('첫 번째', '13번째')
    >>> said("0.36", ("1만 명당 ", "명"), "about", False), said("4", ("", "배"), "up_to", True)
    ('1만 명당 약 0.36명', '4배 이하(어림)')
    """
    before, after = around
    if after.startswith(_NTH) and number in _FIRST:
        number = _FIRST[number]
    apart = " " if _is_hangul(number[-1]) and after and _is_hangul(after[0]) else ""
    if about and qualifier in _ROUGHLY:
        return f"{before}{number}{apart}{after}{_ROUGHLY[qualifier]}"
    loose = "약 " if about else _BEFORE.get(qualifier, "")
    return f"{before}{loose}{number}{apart}{after}{_AFTER.get(qualifier, '')}"


def _is_hangul(char: str) -> bool:
    return "가" <= char <= "힣"


def day(date: dt.date) -> str:
    """Year, month, day.

    >>> day(dt.date(2025, 7, 8))
    '2025년 7월 8일'
    """
    return f"{date.year}년 {date.month}월 {date.day}일"


def span(moments: list[str]) -> str:
    """One moment, or two with a swung dash and no spaces (문장 부호: 물결표); the year said once.

    >>> span(["2024"]), span(["2024-04"]), span(["2025-07-08"])
    ('2024년', '2024년 4월', '2025년 7월 8일')
    >>> span(["2021-01", "2025-05"]), span(["2021", "2024"]), span(["2024-01", "2024-05"])
    ('2021년 1월~2025년 5월', '2021~2024년', '2024년 1~5월')
    """
    said = [_moment(text) for text in moments]
    if len(said) == 1:
        return said[0]
    first, last = said
    if len(moments[0]) == len(moments[1]) == len("2024"):
        return f"{moments[0]}~{last}"
    year = first.partition(" ")[0]
    if last.startswith(f"{year} ") and first != year:
        last = last.removeprefix(f"{year} ")
        if len(moments[1]) == len("2024-04"):
            first = first.removesuffix("월")
    return f"{first}~{last}"


def throughout(first: str, last: str) -> str:
    """From the one moment to the other, as a sentence has it; a year they share is said once.

    >>> throughout("2021-01", "2025-05"), throughout("2024-01", "2024-05")
    ('2021년 1월부터 2025년 5월까지', '2024년 1월부터 5월까지')
    >>> throughout("2000", "2003"), throughout("2024-01-03", "2024-02-04")
    ('2000년부터 2003년까지', '2024년 1월 3일부터 2월 4일까지')
    """
    begin, end = _moment(first), _moment(last)
    year = begin.partition(" ")[0]
    return f"{begin}부터 {end.removeprefix(f'{year} ') if year != begin else end}까지"


def _moment(text: str) -> str:
    return " ".join(
        f"{int(part)}{name}" for part, name in zip(text.split("-"), "년월일", strict=False)
    )
