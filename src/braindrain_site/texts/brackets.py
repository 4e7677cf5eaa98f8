"""A bracket of a text by itself: how each is written, what it says, and what is wrong with it."""

import re

from braindrain_site.model.problems import listed, nearest
from braindrain_site.texts.pieces import BLOCKS, KEYLESS, TIMES, Bound, Call, Mistake, Term
from braindrain_site.wording import PARTICLES

FORMS = ("number", "words", "quantity", *TIMES)
CALLS = (*BLOCKS, "source", "page")

_NAME = r"[^\W\d]\w*"
_KEY = r"""(?:"([^"\\\n{}]*)"|'([^'\\\n{}]*)')"""
FIGURE = re.compile(rf"\{{\{{\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*\}}\}}")
CALL = re.compile(rf"\{{\{{\s*({_NAME})\s*\(\s*{_KEY}\s*\)\s*\}}\}}")
ALONE = re.compile(rf"\{{\{{\s*({'|'.join(KEYLESS)})\s*\(\s*\)\s*\}}\}}")
BEGIN = re.compile(rf"\{{%\s*(claim|says)\s+{_KEY}\s*%\}}")
END = re.compile(r"\{%\s*end(claim|says)\s*%\}")
TERM = re.compile(rf"\{{%\s*term\s+{_KEY}\s*%\}}([^{{}}]*)\{{%\s*endterm\s*%\}}")
TERM_TAG = re.compile(r"\{%\s*(end)?term\b[^{}]*%\}")
_TERMED = 'A term is written {% term "its_key" %}words{% endterm %}.'
_MARKS = re.compile(r"[*_`~<>\[\]|\\]")
_UNQUOTED = re.compile(rf"\{{\{{\s*({_NAME})\s*\(\s*({_NAME})\s*\)\s*\}}\}}")
_UNQUOTED_BEGIN = re.compile(rf"\{{%\s*(claim|says|term)\s+({_NAME})\s*%\}}")
BLANK_LINE = re.compile(r"\n[ \t]*\n")
CANNOT = "A text cannot calculate or decide."
CAN = (
    "It can name a figure, a chart, a source, a page, a claim or a statement; "
    "a sum belongs in figures.yaml as a formula."
)
_PARTS = re.compile(r"\n[ \t]*(?:\n|[-*+>#]|\d+[.)])")
"""What ends a paragraph or an item of a list."""
STATED = 'A statement is written {% says "its_key" %}A sentence.{% endsays %}'


def figure(found: re.Match[str]) -> tuple[Bound, Mistake | None]:
    """The figure of *found*, with what is wrong with its form or particle."""
    names = [(part[0], found.start(1) + part.start()) for part in re.finditer(_NAME, found[1])]
    (key, at), *parts = names
    form = parts.pop(0)[0] if parts and parts[0][0] in FORMS else None
    particle = parts.pop(0)[0] if parts and parts[0][0] in PARTICLES else None
    bound = Bound(key, form, particle, at)
    if not parts:
        return bound, None
    if particle:
        return bound, Mistake(found.start(), CANNOT, CAN)
    name, place = parts[0]
    known = tuple(PARTICLES) if form else (*FORMS, *PARTICLES)
    what = f"The particles are {listed(known)}." if form else f"A figure has {listed(FORMS)}."
    return bound, Mistake(place, f'A figure has no "{name}".', nearest(name, known, what))


def call(found: re.Match[str]) -> Call | Mistake:
    """What *found* calls for, or what is wrong with it."""
    name, (key, at) = found[1], keyed(found, 2)
    if name not in CALLS:
        hint = nearest(name, CALLS, f"Write {listed(CALLS)}.")
        return Mistake(found.start(1), f'There is no function "{name}".', hint)
    if name in KEYLESS:
        sentence = f"There is only one {BLOCKS[name]}: it is not named."
        return Mistake(at, sentence, f"Write {{{{ {name}() }}}}.")
    return Call(name, key, at)


def term(found: re.Match[str]) -> Term | Mistake:
    """The term of *found*, or what is wrong with its words."""
    words = found[3]
    if not words.strip():
        return Mistake(found.start(), "This term has no words.", "Write them before its end.")
    if BLANK_LINE.search(words):
        hint = "Close it in the paragraph in which it begins."
        return Mistake(found.start(), "The words of this term go over an empty line.", hint)
    if mark := _MARKS.search(words):
        hint = "Set marks around the whole term, or leave them out."
        sentence = f"The words of a term hold no {mark[0]}."
        return Mistake(found.start(3) + mark.start(), sentence, hint)
    key, at = keyed(found, 1)
    return Term(key, words, at)


def half_a_term(found: re.Match[str]) -> Mistake:
    """What is wrong with the beginning of a term that has no end, or holds more than words; or with
    an end by itself."""
    if found[1]:
        return Mistake(found.start(), "No term is open here.", _TERMED)
    end = found.string.find("{%", found.end())
    closed = end >= 0 and TERM_TAG.match(found.string, end)
    if closed and closed[1]:
        sentence, hint = "The words of a term hold no braces.", "Write the words themselves."
    else:
        sentence, hint = "This term is not closed.", "Write {% endterm %} behind its words."
    return Mistake(found.start(), sentence, hint)


def unquoted(text: str, at: int) -> tuple[Mistake, re.Match[str]] | None:
    """What is wrong *at* a bracket whose name lacks quotes, and that bracket."""
    if found := _UNQUOTED.match(text, at):
        hint = f'Write {{{{ {found[1]}("{found[2]}") }}}}.'
    elif found := _UNQUOTED_BEGIN.match(text, at):
        hint = f'Write {{% {found[1]} "{found[2]}" %}}.'
    else:
        return None
    return Mistake(found.start(2), "Put the name between quotes.", hint), found


def stated(text: str, began: int, ended: int) -> Mistake | None:
    """What is wrong with the statement that *began* and *ended* there: it has no words, or has more
    than a paragraph."""
    words = text[text.index("%}", began) + 2 : ended]
    if not words.strip():
        return Mistake(began, "This statement has no words.", STATED)
    if _PARTS.search(words):
        hint = "Write {% endsays %} behind its sentence; mark other sentences by themselves."
        return Mistake(began, "This statement goes beyond its paragraph.", hint)
    return None


def keyed(found: re.Match[str], group: int) -> tuple[str, int]:
    """The key of *found* between quotes of either kind, the first in *group*, and its place."""
    if found[group] is None:
        group += 1
    return found[group], found.start(group)
