"""What stays on one line of a page: a number with its unit, a particle with what it follows.

Browsers break a line between words, in Korean too (``word-break: keep-all``), but also after a
bracket or a percent sign, before a middle dot and inside ``1억 2173만 원``. Here a no-break space
or a word joiner (Unicode Standard Annex 14, classes GL and WJ) stands wherever that would part what
is read as one, and in titles wherever a short word has a hyphen. Only text that readers see as
lines is changed: no drawing, code or attribute.
"""

import re
from collections.abc import Iterator

from braindrain_site.model.remembered import remembered

_TAG = re.compile(
    r"""(<(script|style|svg|title|textarea|pre|code)\b.*?</\2>|<!--.*?-->"""
    r"""|<(?:[^<>"']|"[^"]*"|'[^']*')*>)""",
    re.DOTALL,
)
_BLOCK = re.compile(r"(?=\n<(?:section|div|li|figure)\b)")
"""Where a part of a page begins, on a line of its own: in no drawing, script or code."""
_INLINE = re.compile(r"</?(?:a|abbr|b|cite|em|i|q|small|span|strong|sub|sup)\b")
_JOINER = "\N{WORD JOINER}"
_NO_BREAK = "\N{NO-BREAK SPACE}"
_SPACES = {
    "en": re.compile(r"(?<=\d) (?=(?:(?:m|b|tr)illion|times)\b)|(?<=\bper) (?=\d)| (?=·|[-–—] )"),
    "ko": re.compile(r"(?<=\d[만억조경]) (?=[\d가-힣])| (?=·|[-–—] )"),
}
"""The spaces that no line may end with, by language: what follows a dash may begin one."""
_JOINTS = {
    "en": re.compile(r"(?<=[^\s\u2060])(?=·)|(?<=\b[A-Z][-‐])(?=\w)"),  # K-Tech
    "ko": re.compile(
        r"(?<=[%‰)\]†’”』」])(?=[가-힣])"  # 58%로, 보상(28.8%)보다
        r"|(?<=\b[A-Z][-‐])(?=\w)|(?<=[^\s\u2060])(?=[~·])|(?<=~)(?=[^\s\u2060])"
    ),
}
"""The places between two letters where no line may end, by language."""
_DOT = re.compile(r" (?=·)"), re.compile(r"(?<=[^\s\u2060])(?=·)")
"""The same for any other: no line begins with a dot."""
_TITLE = re.compile(r"<(/?)(?:h[1-6]\b|p class=\"standfirst\"|p>)")
"""Where a title or a standfirst begins, and where either may end."""
_WORD = re.compile(r"\S+")
_SHORT = 17
"""The letters of a word that a title on the smallest phone has room for in a line."""
_HYPHEN = re.compile(r"(?<=\w[-‐–/])(?=\w)")


def kept_together(html: str, lang: str) -> str:
    """*html*, a page in *lang*, with what belongs together on one line.

    >>> kept_together("<p>합치면 <a>58%</a>로 <i>8983만 원</i></p>", "ko").split()
    ['<p>합치면', '<a>58%</a>\\u2060로', '<i>8983만', '원</i></p>']
    """
    return "".join(_block_kept(block, lang) for block in _BLOCK.split(html))


@remembered(2**12)
def _block_kept(html: str, lang: str) -> str:
    """The same for a part of a page: most parts stay while one of them is written."""
    kept, title = "", False
    for piece in _pieces(html):
        if isinstance(piece, list):
            kept += _run(piece, lang, title)
        else:
            kept += piece
            edge = _TITLE.match(piece)
            title = not edge[1] and piece != "<p>" if edge else title
    return kept


def _pieces(html: str) -> Iterator[str | list[str]]:
    """*html* in order: what is left alone, and runs of text with the tags inside a line.

    Of a run, text and tags take turns, text first.
    """
    run: list[str] = []
    parts = _TAG.split(html)  # text, tag, the tag's name if its content is left alone, text, …
    for text, tag in zip(parts[::3], [*parts[1::3], ""], strict=True):
        run.append(text)
        if tag and _INLINE.match(tag):
            run.append(tag)
        else:
            yield run
            yield tag
            run = []


def _run(parts: list[str], lang: str, title: bool) -> str:
    """The text of *parts* mended as if no tag stood in it, and the tags where they were."""
    texts = parts[::2]
    whole = "".join(texts)
    spaces = {found.start() for found in _SPACES.get(lang, _DOT[0]).finditer(whole)}
    joints = {found.start() for found in _JOINTS.get(lang, _DOT[1]).finditer(whole)}
    joints |= set(_hyphens(whole)) if title else set()
    if not spaces and not joints:
        return "".join(parts)
    at = 0
    for number, text in enumerate(texts):
        parts[2 * number] = "".join(
            _JOINER * (place in joints) + (_NO_BREAK if place in spaces else letter)
            for place, letter in enumerate(text, at)
        )
        at += len(text)
    return "".join(parts)


def _hyphens(title: str) -> Iterator[int]:
    """The places behind hyphens, dashes and strokes in the short words of *title*.

    A long word may be wider than the line, and then breaks best at its hyphen.
    """
    for word in _WORD.finditer(title):
        if len(word[0]) <= _SHORT:
            yield from (found.start() for found in _HYPHEN.finditer(title, *word.span()))
