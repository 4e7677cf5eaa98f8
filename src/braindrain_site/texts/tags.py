"""The HTML that people may type in a chapter, tag by tag, and what to write instead of the rest."""

import re
from dataclasses import dataclass
from html import unescape

ATTRIBUTES: dict[str, frozenset[str]] = {
    **dict.fromkeys("b br code del em ins mark q s small strong sub sup".split(), frozenset[str]()),
    "a": frozenset({"href", "lang", "title"}),
    "abbr": frozenset({"title"}),
    "cite": frozenset({"lang"}),
    "i": frozenset({"lang"}),
    "span": frozenset({"lang"}),
}
"""What may stand inside a paragraph, and what each may be told."""
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)(.*?)/?>", re.DOTALL)
_ATTRIBUTE = re.compile(
    r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""", re.DOTALL
)
_ELSEWHERE = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_HERE = re.compile("(?!.*[\\\\\\x00-\\x20\ue000\ue001])(?!//)(?:[^:#]+(?:#.*)?|#.*)")
"""An address on this site: no other protocol, and no other host without one."""
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""A language by its code (IETF BCP 47)."""
_OTHERS = "A page shows nothing of other hosts: write a link to it, [words](https://…)."
_PARTS = "Delete the tag; an empty line parts paragraphs."
_INSTEAD = {
    **dict.fromkeys("iframe embed object video audio source script link".split(), _OTHERS),
    **dict.fromkeys("p div section article aside header footer center".split(), _PARTS),
    **dict.fromkeys(
        "ul ol li".split(), "Write a list as lines that begin with - or 1. and a blank."
    ),
    **dict.fromkeys("dl dt dd".split(), "Write the word, and below it a line “: what it means”."),
    **dict.fromkeys(
        "table thead tbody tfoot tr th td caption colgroup col".split(),
        "Write a table with bars: | a | b |, below it | --- | --- |.",
    ),
    **dict.fromkeys("h1 h2 h3 h4 h5 h6".split(), "Write ## and a blank before a heading."),
    **dict.fromkeys(
        ("img", "figure", "figcaption", "picture"),
        'Write ![what it shows](file.jpg "Photo: who made it").',
    ),
    **dict.fromkeys(
        ("details", "summary"),
        "Put <details>, <summary>…</summary> and </details> each on a line of its own.",
    ),
    "blockquote": "Write > and a blank before each line of a quotation.",
    "hr": "Write --- on a line of its own.",
    "pre": "Write ``` on a line of its own before and after it.",
    "strike": "Write ~~words~~ or <del>words</del>.",
    "u": "Write *words* or **words**: what is underlined looks like a link.",
    "font": "Delete the tag; how words look is the site's.",
    "style": "Delete it; how words look is the site's.",
}


@dataclass(frozen=True)
class Tag:
    """A tag as typed: ``<abbr title="…">``."""

    name: str
    closes: bool
    attributes: tuple[tuple[str, str], ...]

    def known(self) -> dict[str, str]:
        """Those of its attributes that it may have."""
        allowed = ATTRIBUTES.get(self.name, frozenset())
        return {name: value for name, value in self.attributes if name in allowed}


def read(typed: str) -> Tag | None:
    """The tag *typed*, or None for a comment, a declaration or an instruction."""
    found = _TAG.fullmatch(typed)
    if not found:
        return None
    attributes = tuple(
        (one[1].lower(), unescape(one[2] or one[3] or one[4] or ""))
        for one in _ATTRIBUTE.finditer(found[3])
    )
    return Tag(found[2].lower(), bool(found[1]), attributes)


def refused(tag: Tag) -> tuple[str, str] | None:
    """A sentence and a hint where *tag* says what no page would show."""
    sign = "If < is a sign and no tag, leave a blank behind it."
    if tag.name not in ATTRIBUTES:
        instead = _INSTEAD.get(tag.name, f"Delete the tag; what it holds may stay. {sign}")
        return f"There is no tag <{tag.name}> in a chapter.", instead
    for name, _ in tag.attributes:
        if name not in ATTRIBUTES[tag.name]:
            may = f"Delete it. {sign}" if "=" not in name else sign
            return f'The tag <{tag.name}> has no "{name}" in a chapter.', may
    lang = tag.known().get("lang", "en")
    if not _LANG.fullmatch(lang):
        return f'"{lang}" is no language.', 'Write it by its code, between plain quotes: lang="ko".'
    return None


def elsewhere(address: str) -> bool:
    """Whether *address* says whole where on other hosts it leads."""
    return _ELSEWHERE.match(address) is not None


def here(address: str) -> bool:
    """Whether *address* may be one on this site."""
    return _HERE.fullmatch(address) is not None
