"""The kinds of value an editor types in one field, each with the sentence for a wrong one.

The YAML reader hands every scalar over as the text that was typed, so nothing is guessed:
``NO`` stays Norway and ``1e3`` stays a mistake.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

NUMBER = re.compile(r"-?(?=[\d.]{1,24}(?!.))(0|[1-9]\d{0,17})(\.\d+)?", re.ASCII)
"""No more digits before the point than a machine's whole number holds, nor in all than decimals
are worked out with."""
_PERIOD = re.compile(r"[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_ADDRESS = re.compile(r"https?://[\w.-]+(:\d+)?([/?#][^\s<>\"`\\\x00-\x1f]*)?")
_PATH = re.compile(r"/(?:(?!\.{1,2}/)[A-Za-z0-9._~-]+/)*")
_MOST_DIGITS = 9
_LONGEST = 1000
"""Letters of a text in YAML, which is a sentence or a few: each has to be measured and broken."""
LONGEST_NAME = 500
"""Letters of what names a mark of a chart, or a cell that may."""
_LONGEST_AROUND = 500
"""Letters around a number, printed as often as the number is."""
_LANGUAGE = re.compile(r"[a-z]{2,3}")
KEY = re.compile(r"[a-z][a-z0-9_]{0,59}")
NOT_STATED = "not stated"


def wrong(sentence: str, hint: str = "") -> PydanticCustomError:
    """The error a field raises: a sentence that follows the field's name, and what to do."""
    return PydanticCustomError("field", "{sentence}", {"sentence": sentence, "hint": hint})


def _text_of(value: Any, wanted: str) -> str:
    if not isinstance(value, str):
        found = "a list" if isinstance(value, list | tuple) else "a group of keys"
        raise wrong(f"needs {wanted}, but has {found}.")
    return value.strip()


def _says(text: str) -> str:
    return f'says "{text}"' if text else "is empty"


def number_mistake(text: str) -> str:
    """What to do about a number nobody can read for sure, as a hint; empty when it is fine."""
    if NUMBER.fullmatch(text):
        return ""
    if re.fullmatch(r"-?[0-9.]{19,}", text):
        return "Write eighteen digits at most, or twenty-three with decimals."
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", text):
        return f"Write it without commas: {text.replace(',', '')}."
    if re.fullmatch(r"-?[\d.]+[eE][+-]?\d+", text):
        return "Write all the digits, without an exponent."
    if re.match(r"[−–]", text):
        return "Write the minus sign as a plain hyphen: -."
    if re.search(r"[₩$€£%]|won|USD", text):
        return "Write the number alone; the unit has a place of its own."
    if text.lower() in {"nan", "inf", "-inf", "∞", "-∞", "infinity"}:
        return "A number that is not known has no row; leave it out and say so in a note."
    if re.fullmatch(r"-?0\d+(\.\d+)?", text):
        return f"Write it without leading zeros: {text.lstrip('0') or '0'}."
    return "Write digits, with a point for decimals: 100.62."


def _number(value: Any) -> Decimal:
    text = _text_of(value, "a number")
    if hint := number_mistake(text):
        raise wrong(f"needs a number, but {_says(text)}.", hint)
    return Decimal(text)


def _whole(value: Any) -> int:
    number = _number(value)
    if number != number.to_integral_value():
        raise wrong(f'needs a whole number, but says "{value}".')
    return int(number)


def _digits(value: Any) -> int:
    digits = _whole(value)
    if abs(digits) > _MOST_DIGITS:
        raise wrong(f'needs {_MOST_DIGITS} at most, but says "{value}".')
    return digits


def _scale(value: Any) -> Decimal:
    scale = _number(value)
    if scale <= 0:
        raise wrong(f'needs a number above zero, but says "{value}".')
    return scale


def _tongue(value: Any) -> str:
    text = _text_of(value, "a language")
    if not _LANGUAGE.fullmatch(text):
        raise wrong(f"needs a language such as en or ko, but {_says(text)}.")
    return text


def check_day(text: str) -> bool:
    """Whether *text* is a day of the calendar, its year of four digits from 1000 on."""
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return _PERIOD.fullmatch(text) is not None and text.count("-") == 2


def _day(value: Any) -> dt.date:
    text = _text_of(value, "a day")
    if not check_day(text):
        raise wrong(f"needs a day such as 2025-07-08, but {_says(text)}.")
    return dt.date.fromisoformat(text)


def check_period(text: str) -> bool:
    """Whether *text* is a year, a month, a day, a span of two, or ``not stated``."""
    parts = text.split("/")
    known = len(parts) <= 2 and all(map(_check_moment, parts))
    return text == NOT_STATED or (known and parts == sorted(parts))


def _check_moment(text: str) -> bool:
    return check_day(text) if text.count("-") > 1 else _PERIOD.fullmatch(text) is not None


def _period(value: Any) -> str:
    text = _text_of(value, "a period")
    if check_period(text):
        return text
    raise wrong(
        f"needs a year, a month such as 2024-04, or a span, but {_says(text)}.",
        "A span has the earlier end first: 2021-01/2025-05. "
        f'If the source does not say, write "{NOT_STATED}".',
    )


def _address(value: Any) -> str:
    text = _text_of(value, "a web address")
    if not _ADDRESS.fullmatch(text):
        raise wrong(f"needs a web address that begins with https://, but {_says(text)}.")
    return text


def _path(value: Any) -> str:
    text = _text_of(value, "a path")
    if not _PATH.fullmatch(text):
        raise wrong(
            f"needs a path, but {_says(text)}.",
            "It begins and ends with a slash, such as /drain/; between them are letters, digits "
            "and . _ ~ -.",
        )
    return text


def _around(value: Any) -> str:
    text = _line(value)
    if text.replace("{}", "", 1) != text.replace("{}", "") or "{}" not in text:
        raise wrong(f"needs {{}} once, where the number stands, but {_says(text)}.")
    if len(text) > _LONGEST_AROUND:
        raise wrong(f"needs {_LONGEST_AROUND} letters at most, but has {len(text):,}.")
    if re.search(r"[{}]", text.replace("{}", "")):
        raise wrong(f"can have no braces besides {{}}, but {_says(text)}.")
    return text


def _switch(value: Any) -> bool:
    text = _text_of(value, "true or false")
    if text not in {"true", "false"}:
        raise wrong(f"needs true or false, but {_says(text)}.")
    return text == "true"


def _line(value: Any) -> str:
    text = _text_of(value, "text")
    if not text:
        raise wrong("needs text, but is empty.")
    if len(text) > _LONGEST:
        raise wrong(f"needs {_LONGEST:,} letters at most, but has {len(text):,}.")
    return text


def _name(value: Any) -> str:
    text = _line(value)
    if len(text) > LONGEST_NAME:
        raise wrong(f"needs {LONGEST_NAME} letters at most, but has {len(text)}.")
    return text


def _in_first_language(value: Any, info: ValidationInfo) -> Any:
    """Words without a language are in the site's first."""
    first, *_ = (info.context or {}).get("languages", ()) or ("en",)
    return {first: value} if isinstance(value, str) else value


def _every_language(words: Mapping[str, str], info: ValidationInfo) -> Mapping[str, str]:
    """Refuses words in too few languages; the reader passes the site's languages.

    Words in one more are a translation on its way; what cannot be a language is a mistyped key.
    """
    languages = (info.context or {}).get("languages", ())
    for language in languages:
        if language not in words:
            raise wrong(f'has no words in "{language}".', f"Add a line: {language}: …")
    for language in words:
        if languages and language not in languages and not _LANGUAGE.fullmatch(language):
            raise wrong(
                f'has words in "{language}", which is no language of this site.',
                "The languages stand in site.yaml.",
            )
    return words


def _field(check: Callable[[Any], Any]) -> BeforeValidator:
    return BeforeValidator(check)


Line = Annotated[str, _field(_line)]
"""Some text, not empty."""
Number = Annotated[Decimal, _field(_number)]
"""Plain digits, kept as typed: ``100.620`` has three decimals."""
Scale = Annotated[Decimal, _field(_scale)]
"""A number above zero."""
Digits = Annotated[int, _field(_digits)]
"""How many decimals to print, less than nought for tens and hundreds."""
Tongue = Annotated[str, _field(_tongue)]
"""A language by its code (ISO 639): ``en``."""
Day = Annotated[dt.date, _field(_day)]
"""An ISO 8601 day."""
Period = Annotated[str, _field(_period)]
"""A year, a month or a day (ISO 8601), a span ``2021-01/2025-05``, or ``not stated``."""
Address = Annotated[str, _field(_address)]
UrlPath = Annotated[str, _field(_path)]
"""Where a site stands on its host: ``/`` or ``/drain/``."""
Switch = Annotated[bool, _field(_switch)]

Text = Annotated[Mapping[str, Line], AfterValidator(_every_language)]
"""The same words in each language of the site: language code → text."""
Name = Annotated[Mapping[str, Annotated[str, _field(_name)]], AfterValidator(_every_language)]
"""A text of a few words, set beside a mark."""
Around = Annotated[Mapping[str, Annotated[str, _field(_around)]], AfterValidator(_every_language)]
"""A text that is set around a number, which ``{}`` stands for."""
Words = Annotated[Text, BeforeValidator(_in_first_language)]
"""A text that may be typed without a language where the site has but one."""
