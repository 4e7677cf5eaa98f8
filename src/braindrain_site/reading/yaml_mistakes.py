"""What is wrong with a file that is no YAML: where it went wrong, and not where that was noticed.

The parser says at which letter it could not go on; the slip is often on the line above, where a
bracket or a quote was opened or where a line was indented by a space too few.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from braindrain_site import wording
from braindrain_site.reading import letters, line_slips, yaml_indentation
from braindrain_site.reading.line_slips import Told
from braindrain_site.reading.yaml_indentation import KEY, depth

_TEXT = re.compile(r"(?<=[\s{\[,:])(?:\"(?:[^\"\\]|\\.)*(\"?)|'[^']*('?))")
"""A text between quotes, with its closing one if that stands on the same line."""
_QUOTES = "Put the text between quotes."
_ONE_QUOTED = "Quotes stand at both ends of a text and nowhere in it: write “ and ” or ’ there."
_ANOTHER_BLOCK = ("expected <block end>", "expected '<document start>'")
A_BRACE = (
    "A text cannot begin with a brace here.",
    'Put the whole text between quotes: "{{ key }} …".',
)
_SIGNS = {
    "found character '\\t'": (
        "This line is indented with a tab.",
        "Indent with spaces, two a level.",
    ),
    "found character '": ("A text cannot begin with this character here.", _QUOTES),
    "sequence entries are not allowed": ("A text cannot begin with a hyphen here.", _QUOTES),
    "mapping keys are not allowed": ("A text cannot begin with a question mark here.", _QUOTES),
    "expected a comment or a line break": ("A text cannot begin with this sign here.", _QUOTES),
    "expected chomping": ("A text cannot begin with this sign here.", _QUOTES),
    "expected the node content": (
        "Something is missing before this, or this is too much.",
        "Look for a bracket, a comma or a colon that should not be here.",
    ),
    "expected alphabetic or numeric": ("A text cannot begin with this sign here.", _QUOTES),
    "could not find expected ':'": (
        'This line has no "key: value".',
        "Every line here is a key, a colon, a space and a value.",
    ),
    "found unexpected end of stream": (
        "A quote is opened here and never closed.",
        "Write the same quote at the end of the text.",
    ),
    **dict.fromkeys(
        ("found unknown escape", "expected escape sequence", "found invalid Unicode"),
        (
            "A backslash means something else between double quotes.",
            "Write it twice, or put single quotes round the text.",
        ),
    ),
    **dict.fromkeys(
        _ANOTHER_BLOCK,
        (
            "This line does not fit the lines above it.",
            "Check that it is indented as far as its neighbours, and that quotes stand round the "
            "whole text.",
        ),
    ),
}
"""How the parser begins a sentence → what to say instead."""
_AT_ITS_BEGINNING = (
    "found unexpected end",
    "expected a comment",
    "expected alphabetic",
    "expected chomping",
)
"""What the parser notices only at the end of what is wrong."""


@dataclass(frozen=True)
class _Slip:
    """Where the parser stood when it gave up, and where began what it was in the midst of."""

    lines: Sequence[str]
    problem: str
    line: int
    column: int
    opened: tuple[int, int] | None
    inside: str

    @property
    def here(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    def above(self) -> int:
        """The last line before this that says something."""
        return yaml_indentation.above(self.lines, self.line)


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Told:
    """What an editor has to mend in *lines* that the parser gave up with *error*."""
    mark, context = error.problem_mark or error.context_mark, error.context_mark
    assert mark
    slip = _Slip(
        lines, str(error.problem), mark.line, mark.column,
        (context.line, context.column) if context else None, str(error.context),
    )  # fmt: skip
    known = slip.problem.startswith("could not find") and slip.opened
    suspect = slip.opened[0] if known and slip.opened else slip.line
    if told := _strange_sign(slip) or line_slips.find(lines, suspect):
        return told
    if slip.opened and "flow" in slip.inside and slip.problem.startswith("expected ',' or"):
        return _in_brackets(slip, *slip.opened)
    if slip.problem.startswith("mapping values are not allowed"):
        return _colon(slip)
    if slip.problem.startswith(_ANOTHER_BLOCK) and (told := _block(slip)):
        return told
    if slip.problem.startswith("could not find") and (told := _no_space(slip, slip.above())):
        return told
    if slip.problem.startswith("could not find") and slip.opened:
        return _no_key(slip.lines, slip.opened[0])
    if slip.problem.startswith("sequence entries") and slip.here[slip.column :].strip() == "-":
        sentence = "A dash alone is no value."
        return slip.line, slip.column, sentence, "Leave the key out if nothing is known."
    begins = next((begins for begins in _SIGNS if slip.problem.startswith(begins)), None)
    sentence, hint = _SIGNS[begins] if begins else (f"This is not YAML: {slip.problem}.", "")
    place = slip.line, slip.column
    if slip.opened and slip.problem.startswith(_AT_ITS_BEGINNING):
        place = slip.opened
    if "backslash" in sentence:
        place = slip.line, max(slip.here.rfind("\\", 0, slip.column + 1), 0)
    return *place, sentence, hint


def _strange_sign(slip: _Slip) -> Told | None:
    """A space or a colon that is none, on this line or the one above."""
    for number in (slip.line, slip.above()):
        line = slip.lines[number] if number < len(slip.lines) else ""
        if found := letters.SPACES.search(line):
            what = letters.a_space(found[0])
            return number, found.start(), f"There is {what} here.", "Type a plain space."
        if (at := line.find("：")) >= 0 and not KEY.match(line):
            return number, at, "This is a full-width colon.", "Type a plain one and a space: “: ”."
    return None


def _colon(slip: _Slip) -> Told:
    """A colon where none can be: in a text, or of a line that is not where it should be."""
    key = KEY.match(slip.here)
    if not key or key.end() - 1 != slip.column or " " in key[3].strip():
        sentence = "There is a second colon on this line."
        if slip.here.count("}") > slip.here.count("{"):
            before = re.match(r" *(?:- +|[^:]*: *)", slip.here)
            at = before.end() if before else 0
            sentence = "The bracket { is missing before this; its } stands at the end of the line."
            return slip.line, at, sentence, "Write { here, or delete the } at the end."
        if slip.here[: slip.column].rstrip().endswith(("“", "”")) or "“" in slip.here:
            return _typographic(slip)
        return slip.line, slip.column, sentence, f"{_QUOTES[:-1]} when it has a colon in it."
    above = slip.above()
    if told := _no_space(slip, above):
        return told
    if not KEY.match(slip.lines[above]):
        end = len(slip.lines[above])
        hint = "Every line here is a key, a colon, a space and a value."
        return above, end, 'This line has no "key: value".', hint
    return yaml_indentation.tell(slip.lines, slip.line)


def _no_key(lines: Sequence[str], number: int) -> Told:
    """The line *number*, which is no key with a value."""
    line = lines[number]
    if re.fullmatch("={7}", line.strip()):
        return number, 0, "A merge of two versions has left this line.", "Delete it."
    if line.lstrip().startswith(('"', "'")) and line.count(line.lstrip()[0]) == 1:
        return number, depth(line), *_SIGNS["found unexpected end of stream"]
    above = yaml_indentation.above(lines, number)
    if re.search(r": *[|>][-+]?$", lines[above]) and depth(line) <= depth(lines[above]):
        hint = f"Indent it further than the line above: by {depth(lines[above]) + 2} spaces."
        return number, depth(line), "This text is not indented below its key.", hint
    if re.match(r" *- ", lines[above]) and depth(line) == depth(lines[above]):
        return number, depth(line), "A dash is missing before this.", f"Write - {line.strip()}"
    sentence, hint = _SIGNS["could not find expected ':'"]
    return number, len(line), sentence, hint


def _typographic(slip: _Slip) -> Told:
    at = slip.here.index("“") if "“" in slip.here else slip.column
    return slip.line, at, "This is a typographic quote, which holds no text together here.", _TYPED


_TYPED = 'Type the plain one that is on the keyboard: ".'


def _no_space(slip: _Slip, number: int) -> Told | None:
    """A colon with the value right behind it."""
    line = slip.lines[number]
    found = re.match(r" *(?:- +)*[\w-]+:(?=[^\s/])", line)
    if not found or KEY.match(line):
        return None
    hint = f"Write {line[: found.end()].strip()} {line[found.end() :].strip()}"
    return number, found.end(), "A space is missing after this colon.", hint


def _block(slip: _Slip) -> Told | None:
    """A line that is not where its neighbours are, or a text that goes on after its end."""
    found = slip.problem.rpartition("found ")[2].strip("'")
    if found in {"}", "]"}:
        sentence = f"The bracket {found} closes none that is open."
        return slip.line, slip.column, sentence, "Delete it, or open one before it."
    if found == "<scalar>" and "document" not in slip.problem:
        return _after_a_text(slip)
    dash = slip.here.lstrip().startswith("- ")
    if dash and not any(re.match(r" *- ", line) for line in slip.lines[: slip.line]):
        return slip.line, slip.column, "A dash begins a list, and here is none.", "Delete it."
    items = (line for line in reversed(slip.lines[: slip.line]) if depth(line) <= slip.column)
    if found == "?" and next(items, "").startswith(" " * slip.column + "- "):
        hint = f"Write - {slip.here.strip()}"
        return slip.line, slip.column, "A dash is missing before this.", hint
    if found.startswith("<block") and (KEY.match(slip.here) or dash):
        return yaml_indentation.tell(slip.lines, slip.line)
    return None


def _after_a_text(slip: _Slip) -> Told:
    """Something stands behind a text that has ended."""
    braces = re.search(r": *(\{\{)", slip.here)
    if braces and slip.here.count('"') == 0:
        return slip.line, braces.start(1), *A_BRACE
    for number in range(slip.line - 1, -1, -1):
        if (at := _open_quote(slip.lines[number])) is not None:
            return number, at, *_SIGNS["found unexpected end of stream"]
        if not slip.lines[number].startswith(" "):
            break
    return _ended(slip)


def _open_quote(line: str, start: int = 0) -> int | None:
    """Where in *line* a text between quotes begins that does not end on it."""
    for quoted in _TEXT.finditer(line):
        if quoted.start() >= start and not quoted[1] and not quoted[2]:
            return quoted.start()
    return None


def _in_brackets(slip: _Slip, line: int, column: int) -> Told:
    """What is wrong between { } or [ ] that were opened at *line* and *column*."""
    opening = slip.lines[line]
    kind, closing = opening[column], "}" if opening[column] == "{" else "]"
    if found := re.compile(r": *(\{\{)").search(opening, max(column - 2, 0)):
        return line, found.start(1), *A_BRACE
    if slip.line > line:
        if (at := _open_quote(opening, column)) is not None:
            return line, at, *_SIGNS["found unexpected end of stream"]
        if comment := re.compile(r" #").search(opening, column):
            sentence = "From this # on nothing is read, the closing bracket neither."
            return line, comment.start() + 1, sentence, _QUOTES
        sentence = f"The bracket {kind} is opened here and not closed on its line."
        return line, column, sentence, f"Write {closing} where it ends."
    if slip.problem.endswith("':'"):
        word = re.search(r" (\w+)$", slip.here[: slip.column])
        after = slip.here[slip.column + 1 :].lstrip()
        if word and (word[1] in wording.LANGUAGES or after.startswith("{")):
            sentence = f'A comma is missing before "{word[1]}:".'
            return slip.line, word.start(1), sentence, 'Write it so: {en: "…", ko: "…"}.'
        sentence = f"A text between {kind} {closing} has a colon in it."
        return slip.line, slip.column, sentence, f'{_QUOTES[:-1]}: {kind}en: "a: b"{closing}.'
    if slip.problem.endswith(("'}'", "']'")):
        sentence = (
            f"The bracket {kind} is opened at column {column + 1} and not closed before this."
        )
        return slip.line, slip.column, sentence, f"Write {closing} where it ends."
    if slip.problem.endswith(("'{'", "'['")):
        sentence = f"A text between {kind} {closing} has a bracket in it."
        hint = f'{_QUOTES[:-1]}: {kind}en: "…"{closing}.'
        if re.search(r"\bholds: [^,]*$", slip.here[: slip.column]):
            hint = "Write a formula on a line of its own, below its key: holds: a > b."
        return slip.line, slip.column, sentence, hint
    return _ended(slip)


def _ended(slip: _Slip) -> Told:
    """A text that is over before it was meant to be, for a quote that stands in it."""
    before = slip.here[: slip.column].rstrip('"')
    hint = _ONE_QUOTED
    if re.search(r"\{%[^%]*$|\([^)]*$|\[[^\]]*$", before[1:]):
        hint = "Put single quotes round a name in it: {% claim 'its_key' %}, rank(a.b, 'c')."
    return slip.line, slip.column, "A text between quotes ends before this.", hint
