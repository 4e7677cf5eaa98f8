"""What a text speaks of: the figures, charts, sources, pages and claims it names, and where.

The texts are Jinja templates, and of Jinja they may use only what ``find`` knows: naming a figure,
calling one of three functions, marking a claim. What passes that check cannot fail when it is
rendered, and cannot reach anything else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.sandbox import SandboxedEnvironment

from braindrain_site import wording
from braindrain_site.model.edition import Chapter, Edition
from braindrain_site.model.problems import Place, Problem, listed, nearest

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


def environment(*, autoescape: bool) -> Environment:
    """Jinja with the tag for claims; an unknown name is an error, and nothing else is in reach."""
    return SandboxedEnvironment(
        extensions=[ClaimTag],
        undefined=StrictUndefined,
        autoescape=autoescape,
        keep_trailing_newline=True,
    )


_PARSER = environment(autoescape=False)


def find(text: str, start: Place, lines: Sequence[str]) -> tuple[list[Mention], list[Problem]]:
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
            case nodes.Call(node=nodes.Name(name=function), args=[nodes.Name(name=key)]):
                hint = f'Write {{{{ {function}("{key}") }}}}.'
                place = self._place(key)
                self.problems.append(Problem(place, "Put the name between quotes.", hint))
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


def _chapters(edition: Edition) -> Iterator[Chapter]:
    for chapters in edition.story.values():
        yield from chapters
    yield from edition.method.values()
