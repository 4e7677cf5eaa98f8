"""The words by which a sentence says that something may be so, by language: a closed list."""

import re
from functools import cache

_WORDS = {
    "en": (
        r"may",  # not May, the month
        r"(?<!the )(?<!their )(?<!its )(?<!his )(?<!her )(?<!our )(?<!all )might",  # no power
        r"could(?! not\b|n['’]t)",
        r"would(?! not\b|n['’]t)",
        r"[Pp]erhaps|[Pp]ossibly|[Pp]robably|[Aa]pparently|(?:[Uu]n)?[Ll]ikely",
        r"seems?|seemed|appears?(?= to)|appeared(?= to)",
        r"(?:is|are|was|were) (?:said|thought|expected|believed|due) to",
        r"plan(?:s|ned)?|propos(?:e|es|ed|al)|intends?|hopes?|aims? to|risks?|fear(?:s|ed)?",
    ),
    "ko": (
        r"(?<!알 )(?<!서 볼 )수(?:도|는)? ?있(?!다시피|듯)",  # not: it is known, it is to be seen
        r"지도? 모[르른를릅]",
        r"(?:것|듯|으로|로) ?보[이인였]",
        r"[것듯] ?같|듯하|듯 하",
        r"전망|예상|추정|가능성|우려|아마|계획|예정|방침|추진|검토|제안",
    ),
}
EXAMPLES = {"en": "may, might, could, would, likely", "ko": "수 있다, 지도 모른다, 전망, 보인다"}
"""Language → some of them, to tell whoever wrote none."""


def known(lang: str) -> bool:
    """Whether the words of possibility of *lang* are listed: else nobody can look for them."""
    return lang in _WORDS


@cache
def pattern(lang: str) -> re.Pattern[str]:
    """What finds every word of possibility in a text in *lang*.

    >>> bool(pattern("en").search("In May it fell")), bool(pattern("en").search("it may fall"))
    (False, True)
    """
    found = "|".join(_WORDS[lang])
    return re.compile(rf"\b(?:{found})\b" if lang == "en" else found)
