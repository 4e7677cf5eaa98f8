"""Which stamp does each claim of an article get? Worked out; nobody types one.

What the article says is put as a condition (``holds``) over figures and tables. Whether that is
true, and how well the figures are known that it rests on, settles the stamp:

- *cannot be traced*: it is true of the article's own numbers, and nobody says whose they are;
- *holds*: it is true for every value that the figures allow, none of them is disputed, and like is
  compared with like;
- *loose*: it is true for the values as printed only; or it is false, disputed or of unlike things,
  and a weaker condition (``loosely``) is true;
- *does not hold*: all else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

from braindrain_site.figures import evaluation, formulas, grades, values
from braindrain_site.figures.evaluation import Verdict as Compared
from braindrain_site.figures.formulas import FormulaError
from braindrain_site.judging import comparability
from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Verdict
from braindrain_site.model.memory import recall
from braindrain_site.model.problems import Problem

Stamp = Literal["holds", "loose", "fails", "untraced"]
STAMPS: tuple[Stamp, ...] = ("holds", "loose", "fails", "untraced")
_IN_WORDS = {"fails": "does not hold", "untraced": "cannot be traced"}
_FILE = "verdicts.yaml"


@dataclass(frozen=True)
class Stamped:
    """The stamp of a claim, and the rule that gave it."""

    stamp: Stamp
    rule: str
    weaker: bool = False
    """Whether the weaker condition was asked for."""


def check(draft: Draft) -> list[Problem]:
    """A problem at each condition that is none, and at each weaker one that helps nothing."""
    return recall(draft.edition, "verdict problems", lambda: [*_problems(draft)])


def stamps(edition: Edition) -> Mapping[str, Stamped]:
    """Claim → its stamp, of an edition whose conditions can be worked out."""
    return recall(
        edition,
        "stamps",
        lambda: {key: _stamp(it, edition) for key, it in edition.verdicts.items()},
    )


def _problems(draft: Draft) -> Iterator[Problem]:
    edition = draft.edition
    if draft.figures.problems:  # told elsewhere; no condition can be worked out before
        return
    for key, verdict in edition.verdicts.items():
        wrong = [*_unreadable(key, verdict, draft)]
        yield from wrong
        if not wrong and verdict.loosely:
            yield from _needless(key, verdict, edition)


def _unreadable(key: str, verdict: Verdict, draft: Draft) -> Iterator[Problem]:
    """What is wrong with the conditions themselves."""
    for name in ("holds", "loosely"):
        formula = getattr(verdict, name)
        if formula is None:
            continue
        place = draft.edition.place(_FILE, key, name)
        try:
            if not isinstance(evaluation.evaluate(formula, draft.figures.scope), Compared):
                hint = "Write what must be true, such as a / b > 4."
                yield Problem(place, "A verdict's condition must compare.", hint)
        except FormulaError as error:
            yield values.told(error, place)


def _needless(key: str, verdict: Verdict, edition: Edition) -> Iterator[Problem]:
    """A weaker condition that is false, or that a claim has no need of."""
    place, found = edition.place(_FILE, key, "loosely"), _stamp(verdict, edition)
    if not found.weaker:
        stamp = _IN_WORDS.get(found.stamp, found.stamp)
        sentence = f'The stamp is "{stamp}" without this: the claim {found.rule}.'
        yield Problem(place, sentence, "Delete the line.")
    elif found.stamp == "fails":
        hint = "Write what does hold of what the article says, or delete the line."
        yield Problem(place, "This weaker condition does not hold either.", hint)


def _stamp(verdict: Verdict, edition: Edition) -> Stamped:
    compared = _compared(verdict.holds, edition)
    why = "is false"
    if compared.printed:
        if key := _first(verdict.holds, edition, "unattributed"):
            return Stamped("untraced", f"rests on {key}, and no report says whose number that is")
        why = _not_as_said(verdict.holds, edition)
        if not why and compared.always:
            return Stamped("holds", "is true for every value that its figures allow")
        if not why:
            return Stamped("loose", "is true for the values as printed only")
    if verdict.loosely is None:
        return Stamped("fails", why)
    if not _compared(verdict.loosely, edition).always:
        return Stamped("fails", why, weaker=True)
    if key := _first(verdict.loosely, edition, "unattributed"):
        return Stamped("untraced", f"{why}, and its weaker condition rests on {key}", weaker=True)
    return Stamped("loose", f"{why}, and a weaker condition is true", weaker=True)


def _not_as_said(formula: str, edition: Edition) -> str:
    """Why a condition that is true does not bear out the claim; empty where it does."""
    if key := _first(formula, edition, "disputed"):
        return f"rests on {key}, which is disputed"
    if unlike := comparability.unlike(formula, edition):
        one, what, other, what_else = unlike
        return f"sets {one} ({what}) against {other} ({what_else})"
    return ""


def _compared(formula: str, edition: Edition) -> Compared:
    found = evaluation.evaluate(formula, values.work_out(edition).scope)
    assert isinstance(found, Compared)
    return found


def _first(formula: str, edition: Edition, grade: str) -> str | None:
    """The first of all that *formula* rests on that is known no better than *grade* by itself."""
    found = partial(_is_of, edition, grade)
    return next(filter(found, _behind(formula, edition)), None)


def _is_of(edition: Edition, grade: str, name: str) -> bool:
    if name in edition.tables:
        return grades.grade_of_table(name, edition).evidence == grade
    own = grades.grade(name, edition)
    return own.evidence == grade and own.weakest is None


def _behind(formula: str, edition: Edition) -> Iterator[str]:
    """The figures and tables that *formula* names, and those that they are worked out from."""
    names = list(formulas.names(formula))
    for name in names:  # grows as it goes
        yield name
        figure = edition.figures.get(name)
        more = formulas.names(figure.formula) if figure and figure.formula else ()
        names += [other for other in more if other not in names]
