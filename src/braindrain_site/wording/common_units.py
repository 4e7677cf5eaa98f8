"""Units that many stories need, as an editor would write them: ``new unit percent`` does so."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class CommonUnit(NamedTuple):
    """What a unit prints by language, what it prints when there is one, and its other lines."""

    print: Mapping[str, str]
    singular: Mapping[str, str] = {}
    more: Sequence[str] = ()

    def lines(self, languages: Sequence[str], unknown: str) -> list[str]:
        """The lines below its name; *unknown* stands for the words of any other language."""
        texts = {"print": self.print} | ({"singular": self.singular} if self.singular else {})
        said = {
            field: ", ".join(f'{lang}: "{words.get(lang, unknown)}"' for lang in languages)
            for field, words in texts.items()
        }
        return [*(f"{field}: {{{words}}}" for field, words in said.items()), *self.more]


_PURE = 'dimension: "1"'
_PERCENT = (_PURE, "scale: 0.01")


def _counted(one: str, many: str, korean: str, *more: str) -> CommonUnit:
    prints = {"en": f"{{}} {many}", "ko": f"{{}}{korean}"}
    return CommonUnit(prints, prints | {"en": f"{{}} {one}"}, more)


COMMON: Mapping[str, CommonUnit] = {
    "percent": CommonUnit({"en": "{}%", "ko": "{}%"}, {}, _PERCENT),
    "percentage points": _counted("percentage point", "percentage points", "%포인트", *_PERCENT),
    "times": CommonUnit({"en": "{} times", "ko": "{}배"}, {}, (_PURE,)),
    "rank": CommonUnit({"en": "{}", "ko": "{}위"}, {}, (_PURE, "ordinal: true")),
    "people": _counted("person", "people", "명"),
    "households": _counted("household", "households", "가구"),
    "countries": _counted("country", "countries", "개국"),
    "years": _counted("year", "years", "년", "dimension: year"),
    "months": _counted("month", "months", "개월", "dimension: year", "scale: 0.083333333333333333"),
    "days": _counted("day", "days", "일"),
    "hours": _counted("hour", "hours", "시간"),
    "USD": CommonUnit({"en": "${}", "ko": "{}달러"}),
    "EUR": CommonUnit({"en": "€{}", "ko": "{}유로"}),
    "KRW": CommonUnit({"en": "{} won", "ko": "{}원"}),
    "tonnes": _counted("tonne", "tonnes", "톤"),
    "kilometres": _counted("kilometre", "kilometres", "킬로미터"),
}
"""Name in ``units.yaml`` → the unit."""
