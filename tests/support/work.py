"""How often a build does what it should do once: what it reads, words, binds and draws up."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from braindrain_site import recipe, wording
from braindrain_site.charts import plots
from braindrain_site.figures import formulas
from braindrain_site.model.edition import Edition
from braindrain_site.texts import grammar
from braindrain_site.texts.binding import Binding
from tests.support import edits


@dataclass
class Done:
    """How often something was done, and for how many different things."""

    what: str
    times: int
    things: str
    count: int

    def __str__(self) -> str:
        return f"{self.times:,} {self.what} for {self.count:,} {self.things}"


def of_a_build(data: Path, templates: Path, cache: Path) -> tuple[Edition, list[Done]]:
    """The edition in *data*, and what it took to make every file of its site, from nothing."""
    edits.forget()
    with ExitStack() as stack:
        tables = stack.enter_context(_calls(plots, "make_frame"))
        parses = stack.enter_context(_calls(grammar._Reader, "__init__"))
        bindings = stack.enter_context(_calls(Binding, "__init__"))
        phrases = [
            stack.enter_context(_calls(wording, form))
            for form in ("number", "words", "quantity", "phrase")
        ]
        proof = recipe.judge(data)
        recipe.make(proof, templates, cache)
    edition = proof.edition
    worded = {(n, repr(call)) for n, form in enumerate(phrases) for call in form}
    languages = len(edition.site.languages)
    return edition, [
        Done("bindings", len(bindings), "language(s)", languages),
        Done("phrases", sum(map(len, phrases)), "forms of figures", len(worded)),
        Done("parses", formulas.parse.cache_info().misses, "formulas", len(_formulas(edition))),
        Done("parses", len(parses), "texts", len(_texts(edition))),
        Done("tables", len(tables), "charts and languages", len(edition.charts) * languages),
    ]


@contextmanager
def _calls(owner: Any, name: str) -> Iterator[list[tuple[Any, ...]]]:
    """What *name* of *owner* is called with while inside."""
    calls: list[tuple[Any, ...]] = []
    function = getattr(owner, name)

    def counting(*given: Any, **named: Any) -> Any:
        calls.append(given)
        return function(*given, **named)

    with mock.patch.object(owner, name, counting):
        yield calls


def _formulas(edition: Edition) -> set[str]:
    written = {figure.formula for figure in edition.figures.values()}
    written |= {figure.agrees_with for figure in edition.figures.values()}
    return {text for text in written if text} | {it.holds for it in edition.claims.values()}


def _texts(edition: Edition) -> set[str]:
    texts = {*edition.texts.values()}
    for chapters in [*edition.story.values(), edition.method.values()]:
        texts |= {text for chapter in chapters for text in (chapter.title, chapter.text)}
    return texts
