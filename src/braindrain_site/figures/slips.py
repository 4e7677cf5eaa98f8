"""What keeps a text from being a formula: the sign that stands wrong, and the one that is meant."""

import re
import unicodedata

_NO_FORMULA = "This is not a formula."
_STRINGS = re.compile(r"\"[^\"]*\"|'[^']*'")
_SIGNS: tuple[tuple[str, str], ...] = (
    (r"\{\{\s*([\w.]+)\s*\}\}", "A formula has no braces. Write {1}."),
    (r"^\s*=(?!=)", "Delete the = at its beginning."),
    (r"[“”„‘’«»]", 'Type the plain quotes of the keyboard: ".'),
    (r"=>", "Write >=."),
    (r"=<", "Write <=."),
    (r"(?<![<>=!])=(?!=)", "Write == where two things have to be equal."),
    (r"<>|≠", "Write !=."),
    (r"≥", "Write >=."),
    (r"≤", "Write <=."),
    (r"[×·∙•]", "Write * to multiply."),
    (r"÷", "Write / to divide."),
    (r"[−–—]", "Write the minus sign as a plain hyphen: -."),
    (r"(?<![\w.])\d+(?:\.\d+)?\s*%", "Write a share of one: 0.1 is 10%."),
    (r"[$€£¥₩]", "Write the number alone; units come from the figures."),
    (r"&&?|\bAND\b", "Write and between two comparisons."),
    (r"\|\|?|\bor\b|\bOR\b", "Only and joins comparisons."),
    (r"\[\s*(?=[^\W\d])[^\]\"'=<>]*\]", 'Write the row\'s key between quotes: ["…"].'),
    (r"(?<![\w.])\d[\d.]*\s*[A-Za-z가-힣]\w*", "Write a number in digits alone."),
)  # fmt: skip
"""What people write instead of a sign of the language → what to write; {1} is its first part."""


def explain(text: str, noticed: int) -> tuple[str, int, str]:
    """What is wrong with *text*, where, and what to write; *noticed* is where Python gave up."""
    bare = _STRINGS.sub(lambda quoted: "_" * len(quoted[0]), text)
    for pattern, hint in _SIGNS:
        if found := re.search(pattern, bare):
            written = found[1] if found.re.groups else ""
            return _NO_FORMULA, found.start(), hint.replace("{1}", written)
    for at, char in enumerate(bare):
        plain = unicodedata.normalize("NFKC", char)
        if plain != char and plain.isascii() and not char.isalnum():
            return _NO_FORMULA, at, f"Type the plain sign: {plain}"
    if quote := re.search("[\"']", bare):
        return "A quote is opened here and never closed.", quote.start(), "Close it."
    return _brackets(bare) or (_NO_FORMULA, noticed, "Check brackets and signs.")


def _brackets(bare: str) -> tuple[str, int, str] | None:
    """The bracket that has no other half."""
    closing, opened = {"(": ")", "[": "]"}, list[tuple[int, str]]()
    for at, char in enumerate(bare):
        if char in closing:
            opened.append((at, char))
        elif char in closing.values() and (not opened or closing[opened.pop()[1]] != char):
            return f"The bracket {char} closes none that is open.", at, "Delete it."
    if opened:
        at, char = opened[-1]
        hint = f"Write {closing[char]} where it ends."
        return f"The bracket {char} is not closed.", at, hint
    return None
