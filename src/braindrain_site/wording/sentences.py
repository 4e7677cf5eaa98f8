"""Where a paragraph's sentences begin and end, in each language.

A sentence ends with a full stop, a question mark, an exclamation mark or an ellipsis, with whatever
marks close behind it, before white space and something that can begin a sentence. A full stop may
also end an abbreviation: one that goes before a name never ends a sentence, any other only before a
word that begins many.
"""

import re
from collections.abc import Iterator

_CLOSING = "\"'”’)\\]»›」』》"
_END = re.compile(rf"[.?!…。？！]+[{_CLOSING}]*(?=\s|$)")
_BEFORE_A_NAME = re.compile(
    r"(?:^|[\s(“‘\"'])(?:Adm|Capt|Col|Dr|Drs|Fig|Gen|Gov|Hon|Lt|Maj|Messrs|Mr|Mrs|Ms|Mx|No|Nos|Pres"
    r"|Prof|Profs|Rep|Reps|Rev|Sec|Sen|Sens|Sgt|St|vs|cf|ca|e\.g|i\.e|viz|pp?|vol|approx)\.$"
)
_ABBREVIATED = re.compile(
    r"(?:^|[\s(“‘\"'])(?:(?:[A-Za-z]\.){1,4}[A-Za-z]|[A-Z]|Ph\.D|M\.Sc|B\.Sc|Jr|Sr|Inc|Corp|Co|Ltd|etc|al"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Univ|Inst|Assn|Dept|est)\.$"
)
_BEGINS = re.compile(
    r"[\"'“‘(\[]*(?:The|This|That|These|Those|It|Its|He|She|They|We|I|You|In|On|At|By|For|From|As|If"
    r"|But|And|Or|Nor|So|Yet|A|An|There|Then|When|While|After|Before|Some|Many|Most|No|None|Not"
    r"|What|Who|Whether|To|Of|With|Without|Even|Only|Such|Our|Their|Each|All|Both)\b(?!\.)"
)
_GOES_ON = {
    "en": re.compile(r"[\"'“‘(\[]*[a-z]"),
    "ko": re.compile(r"(?:이?라[고는며]|고 |며 |는 |하고)"),
}
"""What follows a mark that ended a quotation and not the sentence."""


def split(words: str, lang: str) -> Iterator[tuple[int, int]]:
    """From where to where each sentence of *words*, one paragraph in *lang*, goes.

    >>> text = "Rep. Seo of the U.S. House left. The Ph.D. stays."
    >>> [text[start:end] for start, end in split(text, "en")]
    ['Rep. Seo of the U.S. House left.', 'The Ph.D. stays.']
    """
    start = len(words) - len(words.lstrip())
    for found in _END.finditer(words):
        end = found.end()
        after = end + len(words[end:]) - len(words[end:].lstrip())
        if after < len(words) and not _ends(words, found, after, lang):
            continue
        if start < end:
            yield start, end
        start = after
    if words[start:].strip():
        yield start, len(words.rstrip())


def _ends(words: str, found: re.Match[str], after: int, lang: str) -> bool:
    """Whether the mark that was *found* ends a sentence, of which there are more words *after*."""
    if _GOES_ON.get(lang, _GOES_ON["en"]).match(words, after):
        return False
    if not found[0].startswith(".") or found[0].startswith(".."):
        return True
    if lang == "ko" and words[found.start() - 1].isdigit():
        return False  # a date: a Korean sentence ends with a verb
    before = words[max(0, found.start() - 12) : found.start() + 1]
    if _BEFORE_A_NAME.search(before):
        return False
    return not _ABBREVIATED.search(before) or _BEGINS.match(words, after) is not None
