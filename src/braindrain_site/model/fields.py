"""The kinds of value an editor types in one field, each with the sentence for a wrong one.

The YAML reader hands every scalar over as the text that was typed, so nothing is guessed:
``NO`` stays Norway and ``1e3`` stays a mistake.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from braindrain_site.model.date_mistakes import day_mistake, period_mistake
from braindrain_site.model.number_mistakes import Mistake, number_mistake, says, whole_mistake

_ADDRESS = re.compile(r"https?://[\w.-]+(:\d+)?([/?#][^\s<>\"`\\\x00-\x1f]*)?")
_ENCODED = str.maketrans({letter: f"%{ord(letter):02X}" for letter in "{|}^"})
"""Letters that browsers copy as they are, and that no address may have (RFC 3986, 2)."""
_PATH = re.compile(r"/(?:(?!\.{1,2}/)[A-Za-z0-9._~-]+/)*")
_MOST_DIGITS = 9
_LONGEST = 1000
"""Letters of a text in YAML, which is a sentence or a few: each has to be measured and broken."""
LONGEST_NAME = 500
"""Letters of what names a mark of a chart, or a cell that may."""
_LONGEST_AROUND = 500
"""Letters around a number, printed as often as the number is."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
KEY = re.compile(r"[a-z][a-z0-9_]{0,59}")
A_NAME = "A name has small letters, digits and _, sixty at most, and begins with a letter."


def wrong(sentence: str, hint: str = "") -> PydanticCustomError:
    """The error a field raises: a sentence that follows the field's name, and what to do."""
    return PydanticCustomError("field", "{sentence}", {"sentence": sentence, "hint": hint})


def _text_of(value: Any, wanted: str) -> str:
    if not isinstance(value, str):
        found = "a list" if isinstance(value, list | tuple) else "a group of keys"
        hint = f"Write {wanted.partition(',')[0]} alone, without brackets."
        raise wrong(f"needs {wanted}, but has {found}.", hint)
    return value.strip()


def _checked(value: Any, wanted: str, mistake: Callable[[str], Mistake]) -> str:
    """What was typed in *value*, if there is no *mistake* in it."""
    text = _text_of(value, wanted)
    if found := mistake(text):
        raise wrong(*found)
    return text


def _number(value: Any) -> Decimal:
    return Decimal(_checked(value, "a number", number_mistake))


def _whole(value: Any) -> int:
    return int(_checked(value, "a number", whole_mistake))


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
        raise wrong(f"needs a language such as en or ko, but {says(text)}.")
    return text


def _day(value: Any) -> dt.date:
    return dt.date.fromisoformat(_checked(value, "a day", day_mistake))


def _period(value: Any) -> str:
    return _checked(value, "a period", period_mistake)


def _address(value: Any) -> str:
    text = _text_of(value, "a web address")
    if not _ADDRESS.fullmatch(text):
        meant = f"https://{text}"
        hint = f"Write {meant}." if "." in text and _ADDRESS.fullmatch(meant) else ""
        raise wrong(f"needs a web address that begins with https://, but {says(text)}.", hint)
    return text.translate(_ENCODED)


def _path(value: Any) -> str:
    text = _text_of(value, "a path")
    if not _PATH.fullmatch(text):
        hint = (
            "It begins and ends with a slash, such as /story/; between them are letters, digits "
            "and . _ ~ -."
        )
        if _PATH.fullmatch(meant := f"/{text.strip('/')}/"):
            hint = f"It begins and ends with a slash: {meant}."
        raise wrong(f"needs a path, but {says(text)}.", hint)
    return text


def site_address(typed: str) -> str:
    """The whole address of a site, from what a host calls it: it ends with a slash.

    Raises ValueError with what is wrong with it: a sentence that follows its name.
    """
    try:
        address = _address(typed.rstrip("/") + "/")
    except PydanticCustomError as error:
        raise ValueError(str(error)) from error
    _, _, path, query, fragment = urlsplit(address)
    if query or fragment or not _PATH.fullmatch(path):
        raise ValueError(f"needs an address such as https://example.org/story/, but {says(typed)}.")
    return address


def _colour(value: Any) -> str:
    text = _text_of(value, "a colour")
    if not text:
        raise wrong("needs a colour, but is empty.", 'Write it between quotes: "#c8321f".')
    if not _COLOUR.fullmatch(text):
        digits = text.lstrip("#").lower()
        meant = "#" + ("".join(2 * digit for digit in digits) if len(digits) == 3 else digits)
        hint = 'Write the six signs of its red, green and blue: "#c8321f".'
        hint = f'Write "{meant}".' if _COLOUR.fullmatch(meant) else hint
        raise wrong(f"needs a colour, but {says(text)}.", hint)
    return text.lower()


def _around(value: Any) -> str:
    text = _line(value)
    if text.replace("{}", "", 1) != text.replace("{}", "") or "{}" not in text:
        raise wrong(f"needs {{}} once, where the number stands, but {says(text)}.")
    if len(text) > _LONGEST_AROUND:
        raise wrong(f"needs {_LONGEST_AROUND} letters at most, but has {len(text):,}.")
    if re.search(r"[{}]", text.replace("{}", "")):
        raise wrong(f"can have no braces besides {{}}, but {says(text)}.")
    return text


def _switch(value: Any) -> bool:
    text = _text_of(value, "true or false")
    if text not in {"true", "false"}:
        meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}
        likely = meant.get(text.lower(), text.lower())
        hint = f"Write {likely}." if likely in {"true", "false"} else ""
        raise wrong(f"needs true or false, but {says(text)}.", hint)
    return text == "true"


def _line(value: Any) -> str:
    text = _text_of(value, "text")
    if not text:
        raise wrong("needs text, but is empty.")
    if len(text) > _LONGEST:
        raise wrong(f"needs {_LONGEST:,} letters at most, but has {len(text):,}.")
    return text


def _one_or_more(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


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
    context = info.context or {}
    languages = context.get("languages", ())
    if words and languages and context.get("draft"):
        # What is not translated yet stands in the other language.
        original = words.get(languages[0]) or next(iter(words.values()))
        words = dict.fromkeys(languages, original) | dict(words)
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
Lines = Annotated[tuple[Line, ...], BeforeValidator(_one_or_more), Field(min_length=1)]
"""Some text, or a list of such."""
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
"""A year, a month or a day (ISO 8601), a span ``2021-01/2025-05``, ``not stated``
or ``always``."""
Address = Annotated[str, _field(_address)]
Colour = Annotated[str, _field(_colour)]
"""Red, green and blue in six hexadecimal digits: ``#c8321f``."""
UrlPath = Annotated[str, _field(_path)]
"""Where a site stands on its host: ``/`` or ``/story/``."""
Switch = Annotated[bool, _field(_switch)]

Text = Annotated[Mapping[str, Line], AfterValidator(_every_language)]
"""The same words in each language of the site: language code → text."""
Name = Annotated[Mapping[str, Annotated[str, _field(_name)]], AfterValidator(_every_language)]
"""A text of a few words, set beside a mark."""
Around = Annotated[Mapping[str, Annotated[str, _field(_around)]], AfterValidator(_every_language)]
"""A text that is set around a number, which ``{}`` stands for."""
Words = Annotated[Text, BeforeValidator(_in_first_language)]
"""A text that may be typed without a language where the site has but one."""
