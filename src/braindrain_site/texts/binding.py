"""Figures in words: what ``{{ key }}`` and ``{% claim %}`` in an editor's text turn into."""

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from braindrain_site import wording
from braindrain_site.figures import grades
from braindrain_site.model.amounts import Amount
from braindrain_site.model.edition import Edition
from braindrain_site.texts.mentions import environment

_JOINER = "\N{WORD JOINER}"


class Use(NamedTuple):
    """One use of a figure on a page: the id to link back to and the heading it stands under."""

    anchor: str
    where: str


class BoundText:
    """A figure's number in a sentence: plain as text, in HTML a link to its receipt.

    By the name of a particle it gives itself with that particle behind the link.
    """

    def __init__(self, binding: "Binding", key: str, text: str, particle: str = "") -> None:
        self._binding, self._key, self._text = binding, key, text
        self._particle = particle

    def __str__(self) -> str:
        return self._text + self._particle

    def __html__(self) -> str:
        return self._binding.link("n", "r", self._key, self._text) + self._particle

    def __getattr__(self, name: str) -> "BoundText":
        if name not in wording.PARTICLES:
            raise AttributeError(name)
        particle = wording.followed(self._text, name)
        return BoundText(self._binding, self._key, self._text, particle)


class BoundFigure(BoundText):
    """A figure by its key: the whole phrase, and its parts by name."""

    def __init__(self, binding: "Binding", key: str, amount: Amount) -> None:
        super().__init__(binding, key, wording.phrase(amount, binding.lang))
        self._amount = amount

    def _part(self, text: str) -> BoundText:
        return BoundText(self._binding, self._key, text)

    @property
    def number(self) -> BoundText:
        """The number alone: ``56``."""
        return self._part(wording.number(self._amount, self._binding.lang))

    @property
    def words(self) -> BoundText:
        """The number as a word when it is small: ``four``."""
        return self._part(wording.words(self._amount, self._binding.lang))

    @property
    def quantity(self) -> BoundText:
        """The number with its unit, its qualifier left to the sentence around it."""
        return self._part(wording.quantity(self._amount, self._binding.lang))

    @property
    def period(self) -> BoundText:
        """The time the figure speaks of: ``2019``."""
        figure = self._binding.edition.figures[self._key]
        return self._part(wording.period(figure.period or "", self._binding.lang))


@dataclass
class Binding:
    """Renders texts of one page in one language and remembers which numbers the page uses.

    *receipts* is the address of the page that holds the receipts of figures, *verdicts* of the one
    that holds those of claims, both empty for the page itself;
    *functions* are what ``chart``, ``source`` and ``page`` do on this page; *where* is the heading
    that what is rendered next stands under.
    """

    edition: Edition
    amounts: Mapping[str, Amount]
    lang: str
    receipts: str = ""
    verdicts: str = ""
    functions: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    where: str = ""
    uses: dict[str, list[Use]] = field(default_factory=dict)
    claims: dict[str, list[Use]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._names = {key: BoundFigure(self, key, self.amounts[key]) for key in self.amounts}
        self._plain = environment(autoescape=False)
        self._html = environment(autoescape=True)

    def link(self, css: str, prefix: str, key: str, text: str) -> str:
        """A link to the receipt of *key*, with an id of its own to come back to."""
        seen = (self.claims if css == "c" else self.uses).setdefault(key, [])
        anchor = f"{css}-{key}-{len(seen) + 1}"
        seen.append(Use(anchor, self.where))
        target = f"{self.verdicts if css == 'c' else self.receipts}#{prefix}-{key}"
        unbroken = text.replace("~", f"{_JOINER}~{_JOINER}")  # 2021~2024년 stays on its line
        said = escape(unbroken) + (self._mark(key) if css == "n" else "")
        return f'<a class="{css}" id="{anchor}" href="{target}">{said}</a>'

    def _mark(self, key: str) -> Markup:
        """A sign behind a number that is disputed or that no source vouches for."""
        if not grades.doubtful(key, self.edition):
            return Markup()
        name = self.edition.words[f"grade_{grades.evidence(key, self.edition)}"][self.lang]
        mark = Markup('<abbr class="mark" title="{}">{}</abbr>').format(name, grades.DOUBTFUL)
        return Markup(_JOINER) + mark  # it never begins a line

    def plain(self, text: str) -> str:
        """*text* with its figures as words only, for titles, descriptions and drawings."""
        if "{" not in text:
            return text
        template = self._plain.from_string(text)
        return template.render(self._names, claim=lambda key, caller: caller(), **self.functions)

    def html(self, text: str) -> Markup:
        """*text*, escaped for HTML, with its figures as links to their receipts."""
        pieces = _BRACKETS.split(text)
        pieces[::2] = [escape_text(piece) for piece in pieces[::2]]
        return self.markup("".join(pieces))

    def markup(self, text: str) -> Markup:
        """*text* with its figures as links to their receipts; Markdown and HTML stay as typed."""
        template = self._html.from_string(text)
        return Markup(template.render(self._names, claim=self._claim, **self.functions))

    def _claim(self, key: str, caller: Callable[[], Markup]) -> Markup:
        words = re.sub(rf"{_JOINER}<abbr.*?</abbr>", "", caller())
        return Markup(self.link("c", "c", key, Markup(words).striptags()))


_BRACKETS = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.DOTALL)


def escape_text(text: str) -> str:
    """*text* for HTML outside tags: quotes stay, so that typographic marks can follow."""
    return html.escape(text, quote=False)
