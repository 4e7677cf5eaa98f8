"""A text as an editor writes it → its pieces: words, figures, calls, claims and statements.

The grammar is closed: between ``{{ }}`` stands a figure or a call, between ``{% %}`` the beginning
or the end of a claim, of a statement or of a term; all else there is a mistake. Nothing is ever
evaluated. What a bracket says by itself is read in ``brackets``, what it says after others here.
"""

import re

from braindrain_site.model.remembered import remembered
from braindrain_site.texts import brackets, slips
from braindrain_site.texts.brackets import (
    ALONE,
    BEGIN,
    BLANK_LINE,
    CALL,
    CAN,
    CANNOT,
    END,
    FIGURE,
    STATED,
    TERM,
    TERM_TAG,
)
from braindrain_site.texts.pieces import (
    BLOCKS,
    Bound,
    Call,
    Claim,
    Mistake,
    Parsed,
    Piece,
    Plain,
    Said,
    Says,
)

_OPENS = re.compile(rf"\{{\{{|\{{%|\{{#|{slips.ODD}")
_CLAIM_TAG = re.compile(r"\{%\s*(end)?claim\b")
_CLAIM_ENDS = "Write {% endclaim %} behind its words."
_RUN = re.compile(r"\{+")
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
_TAG = re.compile(r"\{%\s*(end)?(\w*)")
_UNREADABLE = "What stands between these brackets cannot be read."
_WRITTEN = 'A figure is written {{ its_key }}; a claim {% claim "its_key" %}words{% endclaim %}.'
_MISTYPED = {"say", "says", "said", "state", "states", "statement"}
"""Tags by which a statement was meant, right or wrong."""


@remembered(2**14)
def parse(text: str) -> Parsed:
    """The pieces and the mistakes of *text*.

    >>> parse("{{ left.number }} went").pieces
    (Bound(key='left', form='number', particle=None, at=3), Plain(text=' went', at=17))
    >>> [mistake.sentence for mistake in parse("{{ left + 1 }}").mistakes]
    ['A text cannot calculate or decide.']
    """
    reader = _Reader(text)
    reader.read()
    return Parsed(tuple(reader.pieces), tuple(sorted(reader.mistakes, key=lambda m: m.at)))


class _Reader:
    """Goes through a text once, from one opening bracket to the next."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.mistakes: list[Mistake] = []
        self.pieces: list[Piece] = []
        self._claim: tuple[str, int, int, int] | None = None
        """The open claim: its key, and where that, the claim and its words begin."""
        self._inside: list[Plain | Bound] = []
        self._says: tuple[str, int] | None = None
        """The open statement: its key, and where it was opened."""
        self._held: list[Mistake] = []
        """What the open claim may not hold: told when it ends, for it may be one nobody closed."""
        self._refused: set[str] = set()
        """Tags whose beginning was a mistake: their end is none of its own."""
        self._closings = dict.fromkeys(_CLOSES.values(), 0)

    def read(self) -> None:
        reached = 0
        while opened := _OPENS.search(self.text, reached):
            self._add(Plain(self.text[reached : opened.start()], reached))
            reached = self._bracket(opened.start())
        self._add(Plain(self.text[reached:], reached))
        if self._claim:
            self._forgotten()
        if self._says and not self._refused & _MISTYPED:
            hint = "Write {% endsays %} behind the last word of the sentence."
            self._mistake(self._says[1], "This statement is not closed.", hint)

    def _add(self, piece: Plain | Bound) -> None:
        if not isinstance(piece, Plain) or piece.text:
            (self._inside if self._claim else self.pieces).append(piece)

    def _mistake(self, at: int, sentence: str, hint: str) -> None:
        self.mistakes.append(Mistake(at, sentence, hint))

    def _bracket(self, at: int) -> int:
        """Reads the bracket that opens *at*; says where it ends."""
        if (found := FIGURE.match(self.text, at)) and not self._ends_a_claim(found):
            self._figure(found)
        elif found := CALL.match(self.text, at):
            self._call(found)
        elif found := ALONE.match(self.text, at):
            self._name(Call(found[1], "", found.start(1)), found.start(1))
        elif found := TERM.match(self.text, at):
            self._term(found)
        elif found := BEGIN.match(self.text, at):
            (self._begin if found[1] == "claim" else self._state)(found)
        elif found := END.match(self.text, at):
            (self._end if found[1] == "claim" else self._stated)(at)
        elif unquoted := brackets.unquoted(self.text, at):
            mistake, found = unquoted
            self.mistakes.append(mistake)
            if found[0].startswith("{%"):
                self._refused.add(found[1])
        elif (found := TERM_TAG.match(self.text, at)) and "term" not in self._refused:
            self.mistakes.append(brackets.half_a_term(found))
            if not found[1]:
                self._refused.add("term")
        else:
            return self._refuse(at)
        return found.end()

    def _ends_a_claim(self, found: re.Match[str]) -> bool:
        """Whether a figure's braces stand for those of an end."""
        return self._claim is not None and found[1] == "endclaim"

    def _figure(self, found: re.Match[str]) -> None:
        bound, mistake = brackets.figure(found)
        self._add(bound)
        if mistake:
            self.mistakes.append(mistake)

    def _call(self, found: re.Match[str]) -> None:
        call = brackets.call(found)
        if isinstance(call, Mistake):
            self.mistakes.append(call)
        else:
            self._name(call, found.start(1))

    def _name(self, call: Call, at: int) -> None:
        """Adds what is called for *at* a place, if it may stand there."""
        what = BLOCKS.get(call.name, call.name)
        if self._claim:
            hint = "Close it before, with {% endclaim %}."
            self._held.append(Mistake(at, f"A claim's words cannot hold a {what}.", hint))
        elif self._says and call.name in BLOCKS:
            hint = "Close it before, with {% endsays %}."
            self._mistake(at, f"A statement cannot hold a {what}.", hint)
        else:
            self.pieces.append(call)

    def _term(self, found: re.Match[str]) -> None:
        if self._claim:
            hint = "Close it before, with {% endclaim %}."
            sentence = "A claim's words cannot hold a term."
            self._held.append(Mistake(found.start(), sentence, hint))
            return
        term = brackets.term(found)
        if isinstance(term, Mistake):
            self.mistakes.append(term)
        else:
            self.pieces.append(term)

    def _state(self, found: re.Match[str]) -> None:
        if self._claim:
            hint = "Close the claim before, with {% endclaim %}; or mark the whole sentence."
            self._mistake(found.start(), "A statement cannot stand in a claim.", hint)
            self._refused.add("says")
        elif self._says:
            hint = "Close the first before, with {% endsays %}."
            self._mistake(found.start(), "A statement cannot stand in another.", hint)
            self._refused.add("says")
        else:
            key, place = brackets.keyed(found, 2)
            self._says = key, found.start()
            self.pieces.append(Says(key, place))

    def _stated(self, at: int) -> None:
        if self._refused & _MISTYPED:
            self._refused -= _MISTYPED
        elif self._says is None:
            self._mistake(at, "No statement is open here.", STATED)
        else:
            if self._claim:
                self._forgotten()
            if mistake := brackets.stated(self.text, self._says[1], at):
                self.mistakes.append(mistake)
            self.pieces.append(Said(*self._says, at))
            self._says = None

    def _begin(self, found: re.Match[str]) -> None:
        if self._claim and not self._closed_twice(found.end()):
            self._forgotten()
        if self._claim:
            hint = "Close the first before, with {% endclaim %}."
            self._mistake(found.start(), "A claim cannot stand in another.", hint)
            self._refused.add("claim")
        else:
            self._claim = *brackets.keyed(found, 2), found.start(), found.end()

    def _closed_twice(self, start: int) -> bool:
        """Whether two ends follow one another from *start* on, as of a claim within a claim."""
        first = _CLAIM_TAG.search(self.text, start)
        second = first and first[1] and _CLAIM_TAG.search(self.text, first.end())
        return bool(second and second[1])

    def _forgotten(self) -> None:
        """Gives up the open claim, which nothing closes."""
        assert self._claim
        self._mistake(self._claim[2], "This claim is not closed.", _CLAIM_ENDS)
        self.pieces += self._inside
        self._claim, self._inside, self._held = None, [], []

    def _end(self, at: int) -> None:
        if "claim" in self._refused:
            self._refused.remove("claim")
        elif self._claim is None:
            hint = 'Write {% claim "its_key" %} before its words, or delete this.'
            self._mistake(at, "No claim is open here.", hint)
        else:
            key, place, opened, words = self._claim
            if not self.text[words:at].strip():
                self._mistake(opened, "This claim has no words.", "Write them before its end.")
            elif BLANK_LINE.search(self.text, opened, at):
                hint = "Close it in the paragraph in which it begins."
                self._mistake(opened, "The words of this claim go over an empty line.", hint)
            self.pieces.append(Claim(key, tuple(self._inside), place))
            self.mistakes += self._held
            self._claim, self._inside, self._held = None, [], []

    def _refuse(self, at: int) -> int:
        """A mistake at the bracket that opens *at*; says from where to read on."""
        if slip := slips.find(self.text, at):
            self._as_meant(slip, at)
            return slip.end
        closing = _CLOSES.get(self.text[at : at + 2])
        if closing is None:
            self._add(Plain(self.text[at], at))
            return at + 1
        end = self._next(closing, at + 2)
        if closing == "#}":
            hint = "Delete it; in YAML, what follows # on a line of its own is no text."
            self._mistake(at, "A text has no comments, and {# opens one.", hint)
            return end + 2 if end >= 0 else at + 2
        other = _OPENS.search(self.text, at + 2)
        if end < 0 or (other and other.start() < end):
            self._mistake(at, *(slips.unclosed(self.text, at) or (_UNREADABLE, _WRITTEN)))
            if _CLAIM_TAG.match(self.text, at):
                self._refused.add("claim")
            run = _RUN.match(self.text, at)
            return max(at + 2, run.end() if run else 0)
        tag = _TAG.match(self.text, at)
        inside = self.text[at + 2 : end]
        if not (tag and tag[1] and tag[2] in self._refused):
            readable = inside.strip() and inside[0] not in "{-+" and inside[-1] not in "-+"
            self._mistake(at, *((CANNOT, CAN) if readable else (_UNREADABLE, _WRITTEN)))
        self._refused.add(tag[2] if tag else "")
        return end + 2

    def _as_meant(self, slip: slips.Slip, at: int) -> None:
        """Tells of a *slip* and goes on as if it were written rightly."""
        self._mistake(at, slip.sentence, slip.hint)
        if slip.meant == "claim":
            if self._claim:
                self._forgotten()
            self._claim = slip.key, self.text.index(slip.key, at), at, slip.end
        elif slip.meant == "endclaim" and (self._claim or not self._says):
            self._end(at)
        elif slip.meant == "says":
            self._refused.add("says")
        elif slip.meant.startswith("end"):
            self._says = None
            self._refused -= _MISTYPED

    def _next(self, closing: str, start: int) -> int:
        """Where *closing* stands next; looked for once, however many brackets wait for it."""
        if 0 <= self._closings[closing] < start:
            self._closings[closing] = self.text.find(closing, start)
        return self._closings[closing]
