"""How a year, a day and a period are written, and what to write in place of what people write.

One definition for field and cell: each ``…_mistake`` gives None for what can be used, or else how
the sentence about it goes on after the name of its field, and what to write instead.
"""

import calendar
import datetime as dt
import re

from braindrain_site.model.number_mistakes import Mistake, plain_digits, says

_YEAR = re.compile(r"[12][0-9]{3}")
_MONTH = re.compile(r"([12][0-9]{3})-([0-9]{2})")
_DAY = re.compile(r"([12][0-9]{3})-([0-9]{2})-([0-9]{2})")
NOT_STATED = "not stated"
ALWAYS = "always"
"""The time of what was never otherwise: a definition, a constant."""
UNDATED = frozenset({NOT_STATED, ALWAYS})
"""Periods that are no time."""
_MONTHS = [name.lower() for name in calendar.month_abbr if name]


def year_mistake(text: str) -> Mistake:
    """What is wrong with a year."""
    if _YEAR.fullmatch(text):
        return None
    found = re.findall(r"(?<!\d)[12]\d{3}(?!\d)", plain_digits(text))
    hint = f"Write {found[0]}." if len(found) == 1 else "Write one year, such as 2024."
    if re.search(r"\d[-/~–]\d", text):
        hint = "Write one year; what is longer or shorter than a year needs type: period."
    return f"needs a year of four digits, but {says(text)}.", hint


def day_mistake(text: str) -> Mistake:
    """What is wrong with a day: it is written otherwise (ISO 8601), or there is none such."""
    if _DAY.fullmatch(text):
        return _not_in_the_calendar(text)
    moment = moment_meant(text)
    hint = "Write year, month and day, such as 2025-07-08."
    if re.fullmatch(r"[34]\d{4}", text):
        hint = "A spreadsheet counts days so. Give the column the format yyyy-mm-dd there."
    elif moment.count("-") == 2:
        hint = f"Write {moment}."
    elif len(either := _either_day(text)) == 2:
        hint = f"It can be {either[0]} or {either[1]}: write the one that is meant."
    return f"needs a day such as 2025-07-08, but {says(text)}.", hint


def _not_in_the_calendar(text: str) -> Mistake:
    """What is wrong with a month or a day, written as such."""
    year, month, *day = map(int, text.split("-"))
    if not 1 <= month <= 12:
        return f"{says(text)}, and there is no such month.", "The months are 01 to 12."
    days = calendar.monthrange(year, month)[1]
    if day and not 1 <= day[0] <= days:
        hint = f"{dt.date(year, month, 1):%B %Y} has {days} days."
        return f"{says(text)}, and there is no such day.", hint
    return None


def period_mistake(text: str) -> Mistake:
    """What is wrong with a period: a year, a month, a day, a span of two, or no time at all."""
    if text in UNDATED:
        return None
    ends = text.split("/")
    if len(ends) <= 2 and all(p.fullmatch(e) for e in ends for p in [_shape(e)]):
        for end in ends:
            if end.count("-") and (mistake := _not_in_the_calendar(end)):
                meant = period_meant(text)
                hint = f"If a span is meant, write {meant}." if meant else mistake[1]
                return mistake[0].replace(end, text), hint
        if ends == sorted(ends):
            return None
        hint = f"Write the earlier end first: {ends[1]}/{ends[0]}."
        return f"{says(text)}, a span that ends before it begins.", hint
    hint = (
        "A span has the earlier end first: 2021-01/2025-05. "
        f'If the source does not say, write "{NOT_STATED}"; of what holds at all times, "{ALWAYS}".'
    )
    if meant := period_meant(text):
        hint = f"Write {meant}."
    elif len(either := _either_day(text)) == 2:
        hint = f"It can be {either[0]} or {either[1]}: write the one that is meant."
    return f"needs a year, a month such as 2024-04, or a span, but {says(text)}.", hint


def _shape(text: str) -> re.Pattern[str]:
    """How a moment has to look that has as many hyphens as *text*."""
    return (_YEAR, _MONTH, _DAY)[min(text.count("-"), 2)]


def period_meant(text: str) -> str:
    """The period that *text* can only mean; empty if nobody can be sure."""
    if quarter := re.fullmatch(r"(\d{4})[년\s-]*Q?([1-4])(/4|분기)?|Q([1-4])\s*(\d{4})", text):
        year, number = quarter[1] or quarter[5], int(quarter[2] or quarter[4])
        if "Q" in text or quarter[3]:
            return f"{year}-{number * 3 - 2:02}/{year}-{number * 3:02}"
    short = re.fullmatch(r"([12]\d)(\d{2})\s*[-–/]\s*(\d{2})", text)
    if short and short[3] > max(short[2], "12"):
        return f"{short[1]}{short[2]}/{short[1]}{short[3]}"
    if moment := moment_meant(text):
        return moment
    for sign in ("~", "–", "—", "〜", "～", " to ", " - ", "-", "∼", "/"):
        ends = [moment_meant(end.strip()) for end in text.split(sign)]
        if len(ends) == 2 and all(ends) and ends == sorted(ends):
            return "/".join(ends)
    return ""


def _without_time(text: str) -> str:
    return re.sub(
        r",?[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AaPp][Mm]|Z)?$", "", plain_digits(text).strip()
    )


def _either_day(text: str) -> list[str]:
    """The days that *text* can be where the year stands last: 11/22/2026 is one, 1/2/2026 two."""
    found = re.fullmatch(r"(\d{1,2})([/.-])\s?(\d{1,2})\2\s?([12]\d{3})\.?", _without_time(text))
    if not found:
        return []
    one, other, year = int(found[1]), int(found[3]), found[4]
    days = (f"{year}-{month:02}-{day:02}" for month, day in ((one, other), (other, one)))
    return [day for day in dict.fromkeys(days) if not _not_in_the_calendar(day)]


def moment_meant(text: str) -> str:
    """The year, month or day that *text* can only mean; empty if nobody can be sure."""
    text = _without_time(text)
    if either := _either_day(text):
        return either[0] if len(either) == 1 else ""
    named = re.fullmatch(
        r"(?:(\d{1,2})[\s-])?([A-Za-z]{3})[a-z]*\.?[\s-](?:(\d{1,2}),? )?(\d{4})", text
    )
    parts: list[str]
    if named and named[2].lower() in _MONTHS:
        month = _MONTHS.index(named[2].lower()) + 1
        parts = [named[4], str(month), *filter(None, [named[1] or named[3]])]
    elif plain := re.fullmatch(
        r"(\d{4})(?:년|\.0)?|(\d{4})(\d{2})(\d{2})?"
        r"|(\d{4})\s*[-–‐‑./년M]\s*(\d{1,2})\s*(?:[-–‐‑./월]\s*(\d{1,2}))?\s*(?:[일월.])?",
        text,
    ):
        parts = [part for part in plain.groups() if part]
    else:
        return ""
    moment = "-".join([parts[0], *(f"{int(part):02}" for part in parts[1:])])
    if not _shape(moment).fullmatch(moment):
        return ""
    return "" if "-" in moment and _not_in_the_calendar(moment) else moment
