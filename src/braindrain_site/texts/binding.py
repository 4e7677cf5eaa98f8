"""Figures in words: what ``{{ key }}`` and ``{% claim %}`` in an editor's text turn into."""

import html
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from markupsafe import Markup

from braindrain_site import wording
from braindrain_site.figures import grades
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.model.memory import again
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import TIMES, Bound, Call, Claim, Piece, Plain, Said, Says, Term

_JOINER = "\N{WORD JOINER}"
_LINK = Markup('<a class="{}"{} href="{}">{}</a>')
_SOURCE = Markup('<a class="s"{} href="#s-{}" aria-label="{}">{}</a>')
_ID = Markup(' id="{}"')
_MARK = Markup('<abbr class="mark" title="{}" role="img">{}</abbr>')


T = TypeVar("T")


class Use(NamedTuple):
    """One use of a figure or claim on a page: the id to link back to, the heading it stands under
    and the words that it links.

    Only the first under a heading that may have one has an id: one way back to each is enough.
    """

    anchor: str | None
    where: str
    words: str


@dataclass
class Binding:
    """Renders texts of one page in one language and remembers which numbers the page uses.

    *receipts* is the address of the page that holds the receipts of figures, *verdicts* of the one
    that holds those of claims, both empty for the page itself; *where* is the heading that what is
    rendered next stands under.
    """

    edition: Edition
    amounts: Mapping[str, Amount]
    lang: str
    receipts: str = ""
    verdicts: str = ""
    where: str = ""
    uses: dict[str, list[Use]] = field(default_factory=dict)
    claims: dict[str, list[Use]] = field(default_factory=dict)
    statements: dict[str, list[Use]] = field(default_factory=dict)
    terms: dict[str, list[Use]] = field(default_factory=dict)

    def plain(self, text: str) -> str:
        """*text* with its figures as words only, for titles, descriptions and drawings."""
        return self.words(parse(text).pieces)

    def html(self, text: str) -> Markup:
        """*text*, escaped for HTML, with its figures as links to their receipts."""
        return self.linked(parse(text).pieces)

    def linked(self, pieces: Iterable[Piece]) -> Markup:
        """The same for *pieces*."""
        return Markup("").join(
            escape_text(piece.text) if isinstance(piece, Plain) else self.link(piece)
            for piece in pieces
            if not isinstance(piece, Says)
        )

    def figure(self, key: str, *, back: bool = True) -> Markup:
        """Figure *key* as a link to its receipt, to which something may lead *back*."""
        return self._figure(Bound(key, None, None, 0), back=back)

    def _figure(self, bound: Bound, *, back: bool) -> Markup:
        key, text = bound.key, self._said(bound)
        mark = Markup() if bound.form in TIMES else self._mark(key)  # no year is in doubt
        href, anchor = f"{self.receipts}#r-{key}", self._used("n", self.uses, key, text, back=back)
        linked = _LINK.format("n", anchor, href, Markup("") + text + mark)
        return linked + (wording.followed(text, bound.particle) if bound.particle else "")

    def words(self, pieces: Iterable[Piece]) -> str:
        """*pieces* as words only."""
        return "".join(map(self._words, pieces))

    def _words(self, piece: Piece) -> str:
        match piece:
            case Plain():
                return piece.text
            case Bound():
                text = self._said(piece)
                return text + (wording.followed(text, piece.particle) if piece.particle else "")
            case Claim():
                return self.words(piece.pieces)
            case Term():
                return piece.words
            case Says() | Said():
                return ""
        raise AssertionError(piece)  # links stand in chapters only, which the story renders

    def _said(self, bound: Bound) -> str:
        """A figure in the form that was asked for, without its particle."""
        amount = self.amounts[bound.key]
        match bound.form:
            case "number":
                return wording.number(amount, self.lang)
            case "words":
                return wording.words(amount, self.lang)
            case "quantity":
                return wording.quantity(amount, self.lang)
            case "period" | "span":
                period = self.edition.figures[bound.key].period or ""
                ends = bound.form == "span" and wording.has_ends(period)
                return (wording.span if ends else wording.period)(period, self.lang)
        return wording.phrase(amount, self.lang)

    def link(self, piece: Bound | Call | Claim | Said | Term) -> Markup:
        """A figure or a claim as a link to its receipt, with an id to come back to where it is the
        first under its heading.

        Behind the words of a statement stands a small link of its own.
        """
        match piece:
            case Bound():
                return self._figure(piece, back=True)
            case Claim(key=key):
                text = self.words(piece.pieces)
                href, anchor = f"{self.verdicts}#c-{key}", self._used("c", self.claims, key, text)
                return _LINK.format("c", anchor, href, text)
            case Term(key=key, words=text):
                anchor = self._used("t", self.terms, key, text)
                return _LINK.format("t", anchor, f"{self.verdicts}#g-{key}", text)
            case Said(key=key):
                anchor, words = self._used("s", self.statements, key, ""), self.edition.words
                name, sign = (words[f"statement_{what}"][self.lang] for what in ("name", "sign"))
                return Markup(_JOINER) + _SOURCE.format(anchor, key, name, sign)
        raise AssertionError(piece)

    def remembered(self, what: Hashable, given: object, work: Callable[[], T]) -> T:
        """What *work* makes of *given* on this page, or made of it last time, and the uses."""
        kinds = (self.uses, self.claims, self.statements, self.terms)
        before = [
            {key: tuple((u.where, u.anchor) for u in uses) for key, uses in kind.items()}
            for kind in kinds
        ]
        made_now = []

        def made() -> tuple[T, list[tuple[int, str, Use]]]:
            found = work()
            made_now.append(found)
            return found, [
                (number, key, use)
                for number, kind in enumerate(kinds)
                for key, uses in kind.items()
                for use in uses[len(before[number].get(key, ())) :]
            ]

        page = (what, self.lang, self.receipts, self.verdicts)
        found, added = again(self.edition, page, (given, before), made)
        for number, key, use in () if made_now else added:
            kinds[number].setdefault(key, []).append(use)
        return found

    def _used(
        self, css: str, seen: dict[str, list[Use]], key: str, words: str, *, back: bool = True
    ) -> Markup:
        """The id, as an attribute, for the use of *key* here, in these *words*; or nothing."""
        uses = seen.setdefault(key, [])
        before = [use.where for use in uses if use.anchor]
        first = back and self.where and self.where not in before
        anchor = f"{css}-{key}-{len(before) + 1}" if first else None
        uses.append(Use(anchor, self.where, words))
        return _ID.format(anchor) if anchor else Markup()

    def _mark(self, key: str) -> Markup:
        """A sign behind a number that is disputed or that no source vouches for."""
        if not grades.doubtful(key, self.edition):
            return Markup()
        name = self.edition.words[f"grade_{grades.evidence(key, self.edition)}"][self.lang]
        return Markup(_JOINER) + _MARK.format(name, grades.DOUBTFUL)  # it never begins a line


def escape_text(text: str) -> Markup:
    """*text* for HTML outside tags: quotes stay, so that typographic marks can follow."""
    return Markup(html.escape(text, quote=False))
