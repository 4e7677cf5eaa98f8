"""Figures in words: what ``{{ key }}`` and ``{% claim %}`` in an editor's text turn into.

The texts are Jinja templates, and of Jinja they may use only what ``mentions`` knows: naming a
figure, calling one of four functions, marking a claim. What passes that check cannot fail when it
is rendered, and cannot reach anything else.
"""

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from braindrain_site import grades, wording
from braindrain_site.amounts import Amount
from braindrain_site.edition import Edition
from braindrain_site.problems import Place, Problem, listed, nearest

_DOUBTFUL = "†"
_JOINER = "\N{WORD JOINER}"
FORMS = ("number", "words", "quantity", "period")
PARTICLES = tuple(wording.PARTICLES)
"""Korean particles that a figure or one of its forms may end with: ``{{ key.quantity.eul }}``."""
FUNCTIONS = ("chart", "source", "page")


class ClaimTag(Extension):
    """``{% claim "key" %}words{% endclaim %}``: words that must be true."""

    tags = {"claim"}  # noqa: RUF012 - Jinja's own spelling

    def parse(self, parser: Parser) -> nodes.Node:
        """The tag as a call of the template's ``claim`` function with the words as its body."""
        line = next(parser.stream).lineno
        key = parser.parse_expression()
        body = parser.parse_statements(("name:endclaim",), drop_needle=True)
        call = nodes.Call(nodes.Name("claim", "load"), [key], [], None, None)
        return nodes.CallBlock(call, [], [], body).set_lineno(line)


@dataclass(frozen=True)
class Mention:
    """Something a text speaks of: a figure, chart, source, page or claim, and where."""

    kind: str
    key: str
    place: Place


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
        if name not in PARTICLES:
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
        self._plain = _environment(autoescape=False)
        self._html = _environment(autoescape=True)

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
        grade = grades.evidence(key, self.edition)
        if grade not in {"disputed", "unattributed"}:
            return Markup()
        name = self.edition.words[f"grade_{grade}"][self.lang]
        mark = Markup('<abbr class="mark" title="{}">{}</abbr>').format(name, _DOUBTFUL)
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


def _environment(*, autoescape: bool) -> Environment:
    return SandboxedEnvironment(
        extensions=[ClaimTag],
        undefined=StrictUndefined,
        autoescape=autoescape,
        keep_trailing_newline=True,
    )


_PARSER = _environment(autoescape=False)


def mentions(text: str, start: Place, lines: Sequence[str]) -> tuple[list[Mention], list[Problem]]:
    """Everything *text* speaks of, in order, and the problems of what it may not say.

    *start* is where the text begins in its file; *lines* are all the lines of that file.
    """
    try:
        tree = _PARSER.parse(text)
    except TemplateSyntaxError as error:
        place = Place(start.file, start.line + error.lineno - 1, start.column)
        return [], [_syntax(place, lines)]
    walk = _Walk(start, lines)
    for node in tree.body:
        walk.visit(node)
    return walk.found, walk.problems


def _syntax(place: Place, lines: Sequence[str]) -> Problem:
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    opened = max(line.rfind("{{"), line.rfind("{%"))
    return Problem(
        Place(place.file, place.line, opened + 1 if opened >= 0 else place.column),
        "What stands between these brackets cannot be read.",
        'A figure is written {{ its_key }}; a claim {% claim "its_key" %}words{% endclaim %}.',
    )


class _Walk:
    """Walks a template's tree in reading order and finds each name in the file as it goes."""

    def __init__(self, start: Place, lines: Sequence[str]) -> None:
        self.lines = lines
        self.start = start
        self.reached = start
        self.found: list[Mention] = []
        self.problems: list[Problem] = []

    def visit(self, node: nodes.Node) -> None:
        match node:
            case nodes.TemplateData():
                return
            case nodes.Output():
                for part in node.nodes:
                    self.visit(part)
            case nodes.Name():
                self.found.append(Mention("figure", node.name, self._place(node.name)))
            case nodes.Getattr(node=nodes.Name()):
                self.visit(node.node)
                self._part(node.attr, (*FORMS, *PARTICLES))
            case nodes.Getattr(node=nodes.Getattr(node=nodes.Name(), attr=form)) if form in FORMS:
                self.visit(node.node)
                self._part(node.attr, PARTICLES)
            case nodes.Call(node=nodes.Name(), args=[nodes.Const()]):
                self._function(node)
            case nodes.CallBlock(call=nodes.Call(args=[nodes.Const()])):
                key = str(node.call.args[0].value)  # type: ignore[attr-defined]
                self.found.append(Mention("claim", key, self._place(key)))
                for inside in node.body:
                    self.visit(inside)
            case _:
                self._refuse(node)

    def _part(self, name: str, known: Sequence[str]) -> None:
        if name not in known:
            what = f"A figure has {listed(FORMS)}." if known[0] in FORMS else ""
            hint = nearest(name, known, what or f"The particles are {listed(PARTICLES)}.")
            problem = Problem(self._place(name), f'A figure has no "{name}".', hint)
            self.problems.append(problem)

    def _function(self, node: nodes.Call) -> None:
        assert isinstance(node.node, nodes.Name)
        assert isinstance(node.args[0], nodes.Const)
        name, key = node.node.name, str(node.args[0].value)
        place = self._place(name)
        if name not in FUNCTIONS:
            hint = nearest(name, FUNCTIONS, f"Write {listed(FUNCTIONS)}.")
            self.problems.append(Problem(place, f'There is no function "{name}".', hint))
        else:
            self.found.append(Mention(name, key, self._place(key)))

    def _refuse(self, node: nodes.Node) -> None:
        place = Place(self.start.file, self.start.line + node.lineno - 1, 1)
        line = self.lines[place.line - 1] if place.line <= len(self.lines) else ""
        after = self.reached.column - 1 if self.reached.line == place.line else 0
        opened = (line.find("{{", after), line.find("{%", after))
        column = min((at for at in opened if at >= 0), default=0)
        self.problems.append(
            Problem(
                Place(place.file, place.line, column + 1),
                "A text cannot calculate or decide.",
                "It can name a figure, a chart, a source, a page or a claim; "
                "a sum belongs in figures.yaml as a formula.",
            )
        )

    def _place(self, word: str) -> Place:
        """The next place where *word* stands on its own, from where the walk has got to."""
        pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
        column = self.reached.column - 1
        for number in range(self.reached.line - 1, len(self.lines)):
            for found in pattern.finditer(self.lines[number], column):
                above = "\n".join(self.lines[max(0, number - 3) : number])
                if _in_brackets(above + "\n" + self.lines[number][: found.start()]):
                    self.reached = Place(self.start.file, number + 1, found.end() + 1)
                    return Place(self.start.file, number + 1, found.start() + 1)
            column = 0
        return self.reached


def _in_brackets(before: str) -> bool:
    """Whether brackets stand open at the end of *before*."""
    opened = max(before.rfind("{{"), before.rfind("{%"))
    return opened > max(before.rfind("}}"), before.rfind("%}"))


def texts(edition: Edition) -> Iterator[tuple[str, Place]]:
    """Every text of the edition that may have figures bound into it, with its beginning."""
    for path, text in edition.texts.items():
        if "{{" in text or "{%" in text:
            yield text, edition.place(*path)
    for chapter in _chapters(edition):
        yield chapter.title, Place(chapter.file, chapter.first_line - 1, 1)
        yield chapter.text, Place(chapter.file, chapter.first_line, 1)


def _chapters(edition: Edition) -> Iterator[Any]:
    for chapters in edition.story.values():
        yield from chapters
    yield from edition.method.values()
