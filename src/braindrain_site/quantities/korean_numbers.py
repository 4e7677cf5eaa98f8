"""Korean numbers in words: what they come to.

Sino-Korean numerals by place value in groups of four (한글 맞춤법 §44), native ones to ninety-nine
and the short forms that they have before a counter (표준국어대사전, under 한, 두, 세, 스무).
"""

import re
from fractions import Fraction

SINO = dict(zip("영일이삼사오육칠팔구", range(10), strict=True)) | {"공": 0}
_PART = re.compile(r"(?=.)([영공일이삼사오육칠팔구]|\d+(?:\.\d+)?)?([십백천])?")
PLACES = {"십": 10, "백": 100, "천": 1000}
SCALES = {"만": 10**4, "억": 10**8, "조": 10**12}
NATIVE_TENS = {
    "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40,
    "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90,
}  # fmt: skip
NATIVE_UNITS = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "서": 3, "넷": 4, "네": 4,
    "넉": 4, "너": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
_NATIVE = NATIVE_UNITS | {
    ten + unit: tens + units
    for ten, tens in NATIVE_TENS.items()
    if ten != "스무"
    for unit, units in NATIVE_UNITS.items()
} | NATIVE_TENS  # fmt: skip


def value(text: str) -> Fraction | None:
    """The number that *text* spells in letters or digits, or both; None if it spells none.

    >>> [str(value(said)) for said in ("오만 칠천", "쉰여섯", "33만", "1억 62만", "2.5")]
    ['57000', '56', '330000', '100620000', '5/2']
    >>> value("천이백"), value("십백"), value("교수")
    (Fraction(1200, 1), None, None)
    """
    text = text.replace(",", "")
    if text in _NATIVE:
        return Fraction(_NATIVE[text])
    joined = "".join(text.split())
    if not joined or joined[0] == "." or joined.count(".") > 1:
        return None
    return _groups(joined)


def _groups(text: str) -> Fraction | None:
    total, start, smallest = Fraction(0), 0, 10**16
    for at, letter in enumerate(text):
        if letter in SCALES:
            group = _group(text[start:at]) if at > start else (Fraction(1) if not start else None)
            if group is None or not group or SCALES[letter] >= smallest:
                return None
            smallest, start = SCALES[letter], at + 1
            total += group * smallest
    if start == len(text):
        return total
    last = _group(text[start:])
    return None if last is None or last >= smallest else total + last


def _group(text: str) -> Fraction | None:
    """A number below ten thousand in letters, or any in digits with 십, 백, 천 behind them."""
    total, reached, smallest = Fraction(0), 0, 10**4
    for match in _PART.finditer(text):
        digits, place = match.groups()
        if match.start() != reached or (digits in ("영", "공") and len(text) > 1):
            return None
        number = Fraction(SINO.get(digits, digits) if digits else 1)
        reached, unit = match.end(), PLACES.get(place, 1)
        if unit >= smallest:
            return None
        smallest, total = unit, total + number * unit
    return total if reached == len(text) else None
