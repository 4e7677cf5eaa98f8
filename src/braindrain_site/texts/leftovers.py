"""Markup that Markdown leaves standing among the words: what it was meant to be, and the cure."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Leftover:
    """A pattern in what readers would see, which must begin an ``item`` of a list if told so.

    In the sentence, braces stand for what was found.
    """

    pattern: re.Pattern[str]
    sentence: str
    hint: str
    item: bool = False


_LINK = "Write [words](https://example.org/page), without blanks in the address."
_BLANK = "Leave no blank inside of the marks, and close them in the same paragraph."
_FOUND = (
    (r"!\[[^\]\n]*\][(\[]", "This image cannot be read.",
     'Write ![what it shows](file.jpg "Photo: who made it"), without blanks in the name.'),
    (r"\[\[_?TOC_?\]\]|\[TOC\]|\[toc\]", "There is no {} here: the contents make themselves.",
     "Delete it."),
    (r"\[\^[^\]\s]+\]", "There is no footnote {}.",
     "Write a line that begins with it and a colon: [^name]: the words of the note."),
    (r"\[\[[^\]\n]*\]\]", "There are no links of the kind {}.",
     f"{_LINK[:-1]}; a figure is {{{{ its_key }}}}."),
    (r"\]\(", "This link cannot be read.", _LINK),
    (r"^\[[^\]\n]+\]:[ \t]*\Z", "This address cannot be read.",
     "Write [name]: https://example.org/page and nothing behind it."),
    (r"\][ \t]+\(\Z", "This link cannot be read.", "Leave no blank between ] and (."),
    (r"(?<=\])\[[^\]\n]+\]", "No address is called {}.",
     "Write [name]: https://example.org/page on a line of its own, or the address itself."),
    (r"\[/?(?:caption|embed|gallery|audio|video|playlist|iframe|youtube)\b[^\]\n]*\]",
     "There is no {} in a chapter.", "Delete it; write a link or an image instead."),
    (r"\{:?[ \t]*[.#][\w-][^}\n]*\}", "A chapter has no classes or ids: {}.", "Delete it."),
    (r"\[[ xX]\](?=\s)", "A list has no boxes to tick.", "Delete the brackets."),
    (r"^[ \t]*(?:={3,}|-{3,})[ \t]*$", "A line of {} makes no heading.",
     "Write ## and a blank before the heading."),
    (r"^[ \t]*(?:\|[ \t]*:?-+|:?-{2,}):?[ \t]*\|", "This table cannot be read.",
     "Put an empty line before it, and as many dashes as the head has cells: | --- | --- |."),
    (r"^[ \t]*(?::::|!!!|\?\?\?)", "There are no boxes of the kind {}.",
     "Write the words alone, or <details> with its <summary>."),
    (r"^[ \t]*#{2,}[^#\s]", "This heading lacks a blank.", "Write ## and a blank before it."),
    (r"==[^=\s][^=\n]*==", "The marks == mean nothing here.", "Write <mark>words</mark>."),
    (r"^[ \t]*[•·▪◦‣●○■□◆◇▶►➢][ \t]", "This sign makes no list.",
     "Write - and a blank in its place."),
    (r"(?<=\w)\[[a-z]\](?=[\s.,;:!?]|\Z)", "There is no note {}.",
     "Delete it: a comment of Google Docs left it; a footnote is [^name]."),
    (r"\*\*", "These ** make nothing bold.", _BLANK),
    (r"~~", "These ~~ strike nothing out.", _BLANK),
    (r"</?[A-Za-z]\w*:[A-Za-z]\w*(?:\s[^<>\n]*)?/?>", "There is no tag {} in a chapter.",
     "Delete it; a word processor left it."),
    (r"^\[!\w+\]", "There are no boxes of the kind {}.", "Write the words alone."),
    (r"(?<!\w)_(?=[^\s_])[^_\n]*[^\s_]_(?=[가-힣])", "These _ make nothing italic.",
     "Write *words*: before a particle _ does nothing."),
    (r"<!--", "This comment is not closed.", "Write --> behind its last word."),
    (r"&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z]{2,31});|&(?:nbsp|amp|lt|gt|quot|middot)(?![\w;])",
     "{} is no letter that HTML knows.", "Write the letter itself."),
    (r"(?i:https?:/{1,2})\S", "This address cannot be read.",
     "Put it between < and >: <https://example.org>."),
)  # fmt: skip
LEFTOVERS = tuple(
    Leftover(re.compile(pattern, re.MULTILINE), sentence, hint, sentence.startswith("A list"))
    for pattern, sentence, hint in _FOUND
)
