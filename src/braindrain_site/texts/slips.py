"""Braces that are nearly right: what was meant by them, and how it is written.

Word processors curl quotes, and hands forget a brace, a quote or a percent sign. What was meant is
plain in most cases, so it is told instead of the grammar, and nothing that follows is blamed.
"""

import re
from dataclasses import dataclass

_OPEN = r"[{｛]{1,3}(?:\s?[{｛])?[%％]?\s*"
_CLOSE = r"\s*[%％]?[}｝](?:\s?[}｝]){0,2}"
_QUOTE = r"[\"'“”„‘’‚«»「」＂＇]{0,2}"
_NAME = r"([A-Za-z]\w*)"
_KEY = rf"\s*[:=(（]?\s*{_QUOTE}{_NAME}{_QUOTE}\s*[)）]?"
_BEGIN = re.compile(rf"{_OPEN}(?i:(claim|says)s?)\b{_KEY}{_CLOSE}")
_END = re.compile(
    rf"{_OPEN}(?i:/\s*claims?|end[\s_-]*claims?|end)(?:\s+{_QUOTE}{_NAME}{_QUOTE})?{_CLOSE}"
)
_END_SAYS = re.compile(rf"{_OPEN}(?i:/\s*says|end[\s_-]+says){_CLOSE}")
_CALL = re.compile(rf"{_OPEN}(?i:(chart|source|page)s?)\b{_KEY}{_CLOSE}")
_FIGURE = re.compile(
    rf"{_OPEN}{_QUOTE}([A-Za-z]\w*(?:(?:\\_|-|[^\S\n]+)[A-Za-z]\w*)*)((?:\.\w+)*){_QUOTE}{_CLOSE}"
)
_UNCLOSED = re.compile(r"\{\{\s*([A-Za-z]\w*(?:\.\w+){0,2})")
_DECIDES = frozenset("and or not if else elif is in for set call raw endif endfor".split())

ODD = (
    r"(?<!\{)\{\s*[a-z]\w*_\w*(?:\.\w+)*\s*\}\}"
    r"|\{\s\{\s*[a-z]\w*_\w*(?:\.\w+)*\s*\}\s\}|｛\s?｛\s*[a-z]\w*(?:\.\w+)*\s*｝\s?｝"
    r"|[{｛]\s?[%％]?\s*(?:end[\s_-]?)?claim\b[^{}｛｝\n]{0,90}[%％}｝]"
    r"|[{｛]\s?(?:chart|source|page)\(\s*[\"'“‘„][^{}｛｝\n]{0,90}[}｝]"
)
"""What stands for an opening bracket though it is none."""


@dataclass(frozen=True)
class Slip:
    """What was meant, by which key, and up to where: figure, call, claim, says or an end.

    The sentence and the hint tell the editor.
    """

    meant: str
    key: str
    end: int
    sentence: str
    hint: str


def find(text: str, at: int) -> Slip | None:
    """What was meant by the brace *at* in *text*; None if that is not plain."""
    if found := _END_SAYS.match(text, at):
        sentence = "This is not how a statement ends."
        return Slip("endsays", "", found.end(), sentence, "Write {% endsays %}.")
    if found := _END.match(text, at):
        sentence = "This is not how a claim ends."
        return Slip("endclaim", "", found.end(), sentence, "Write {% endclaim %}.")
    if found := _BEGIN.match(text, at):
        word = found[1].lower()
        written = f'{{% {word} "{found[2]}" %}}'
        sentence = f"This is not how a {'claim' if word == 'claim' else 'statement'} begins."
        return Slip(word, found[2], found.end(), sentence, f"Write {written} with plain quotes.")
    if found := _CALL.match(text, at):
        name = found[1].lower()
        written = f'{{{{ {name}("{found[2]}") }}}}'
        sentence = f"This is not how a {name} is named."
        return Slip("call", found[2], found.end(), sentence, f"Write {written} with plain quotes.")
    return _figure(text, at)


def _figure(text: str, at: int) -> Slip | None:
    found = _FIGURE.match(text, at)
    if not found or _DECIDES & set(found[1].split()):
        return None
    key = re.sub(r"\\_|-|\s+", "_", found[1])
    if "%" in found[0][:3] and "_" not in key:
        return None  # a tag of some other program
    sentence = "This is not how a figure is named."
    hint = f"Write {{{{ {key}{found[2]} }}}}."
    return Slip("figure", key, found.end(), sentence, hint)


def unclosed(text: str, at: int) -> tuple[str, str] | None:
    """What to say of the figure *at* whose braces nothing closes; None where it is none."""
    if found := _UNCLOSED.match(text, at):
        return "These braces are not closed.", f"Write {{{{ {found[1]} }}}}."
    return None
