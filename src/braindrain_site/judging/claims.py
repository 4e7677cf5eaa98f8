"""Does each worded comparison hold?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import partial

from braindrain_site import wording
from braindrain_site.figures import evaluation
from braindrain_site.figures.evaluation import Verdict
from braindrain_site.figures.formulas import FormulaError
from braindrain_site.figures.values import Figures, Inherited
from braindrain_site.judging.draft import Draft
from braindrain_site.model.amounts import Amount, round_to
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Claim
from braindrain_site.model.memory import recall
from braindrain_site.model.problems import Problem
from braindrain_site.texts import mentions
from braindrain_site.texts.mentions import Mention


@dataclass(frozen=True)
class Judged:
    """A claim with its verdict: the condition was worked out and holds as the claim says."""

    claim: Claim
    verdict: Verdict


def check(draft: Draft) -> list[Problem]:
    """A problem at each place that words a claim which does not hold."""
    return _verdicts(draft.edition, draft.figures)[1]


def judged(draft: Draft) -> dict[str, Judged]:
    """Every claim that holds, by key."""
    return _verdicts(draft.edition, draft.figures)[0]


def false(draft: Draft) -> list[str]:
    """The names of all claims that could be worked out and do not hold."""
    return _verdicts(draft.edition, draft.figures)[2]


def _verdicts(
    edition: Edition, figures: Figures
) -> tuple[dict[str, Judged], list[Problem], list[str]]:
    judged: dict[str, Judged] = {}
    problems: list[Problem] = []
    untrue: list[str] = []
    for key, claim in edition.claims.items():
        try:
            verdict = recall(
                edition,
                ("condition of", key),
                partial(evaluation.evaluate, claim.holds, figures.scope),
            )
        except Inherited:
            continue
        except FormulaError as error:
            place = edition.place("claims.yaml", key, "holds")
            problems.append(Problem(place.right(error.offset), error.sentence, error.hint))
            continue
        if not isinstance(verdict, Verdict):
            place = edition.place("claims.yaml", key, "holds")
            hint = "Write what must be true, such as a / b > 4."
            problems.append(Problem(place, "A claim's condition must compare.", hint))
        elif holds(claim, verdict):
            judged[key] = Judged(claim, verdict)
        else:
            problems += _false(edition, figures, key, verdict)
            untrue.append(key)
    return judged, problems, untrue


def holds(claim: Claim, verdict: Verdict) -> bool:
    """Whether the claim is true: for all values the words allow, or for those printed."""
    return verdict.always if claim.on == "all values" else verdict.printed


def _false(edition: Edition, figures: Figures, key: str, verdict: Verdict) -> list[Problem]:
    """A problem at each place that words the claim, with the values filled in."""
    condition = _filled_in(edition.claims[key].holds, figures)
    sentence = f'The claim "{key}" is not true: {condition}, but {distance(verdict)}.'
    hint = "Change the words to what the figures say, or mend the figures."
    if verdict.printed and not verdict.always:
        span = _span(verdict.left)
        sentence = f'The claim "{key}" may be untrue: {condition}, and the words allow {span}.'
        hint = "Soften the words, or add on: printed values and the reader is told."
    places = [mention.place for mention in _placed(edition, key)]
    return [
        Problem(place, sentence, hint)
        for place in places or [edition.place("claims.yaml", key, "holds")]
    ]


def _filled_in(condition: str, amounts: Figures) -> str:
    """*condition* with each figure's phrase in place of its key."""

    def phrase(found: re.Match[str]) -> str:
        return wording.phrase(amounts[found[0]], "en") if found[0] in amounts else found[0]

    return re.sub(r"(?<![.\w])[a-z]\w*(?![\w(])", phrase, condition)


def distance(verdict: Verdict) -> str:
    """How far a false comparison is from holding, all of it to one last digit: ``the left side is
    1.5, 0.5 too little``.

    That is the last one printed; or, where what is printed would not tell them apart, the second
    of what is between them.
    """
    left, right = verdict.left.value, verdict.right.value
    too_little = left < right or verdict.sign in {">", ">="}
    shown, edge = (wording.printed(each) for each in (verdict.left, verdict.right))
    if not (shown < edge if left < right else shown > edge if left > right else shown == edge):
        last = Decimal(1).scaleb((left - right).adjusted() - 1)
        shown, edge = (round_to(each, last) for each in (left, right))
    gap = f"{_whole(abs(shown - edge))} {'too little' if too_little else 'too much'}"
    return f"the left side is {_whole(shown)}, {gap}"


def _whole(value: Decimal) -> str:
    return f"{value.normalize():,f}"


def margins(judged: Mapping[str, Judged], amounts: Figures) -> list[str]:
    """A line for each claim, the one nearest to turning false first."""
    nearest_first = sorted(judged, key=lambda key: margin(judged[key].verdict))
    return [_margin_line(key, judged[key], amounts) for key in nearest_first]


def _margin_line(key: str, found: Judged, amounts: Figures) -> str:
    verdict = found.verdict
    condition = _filled_in(found.claim.holds, amounts)
    now, edge = _plain(verdict.left.value), _plain(verdict.right.value)
    return f"{margin(verdict):7.1%}  {key}: {condition} (now {now}, turns false at {edge})"


def margin(verdict: Verdict) -> float:
    """How far a true comparison is from its edge, as a share of the edge (of 1 where that is 0).

    Measured from the printed values. An equality has no margin: any change breaks it.
    """
    if verdict.sign in {"==", "!="}:
        return 0.0
    return float(abs(verdict.left.value - verdict.right.value) / (abs(verdict.right.value) or 1))


def _placed(edition: Edition, key: str) -> list[Mention]:
    found: list[Mention] = []
    for told in mentions.texts(edition):
        found_here, _ = mentions.find(told.text, told.start, edition.lines[told.start.file])
        found += [m for m in found_here if m.kind == "claim" and m.key == key]
    return found


def _plain(value: Decimal) -> str:
    """Four significant digits, written out."""
    with localcontext(prec=4):
        return f"{(+value).normalize():,f}"


def _span(amount: Amount) -> str:
    if amount.high.is_infinite():
        return f"anything from {_plain(amount.low)} up"
    return f"{_plain(amount.low)} to {_plain(amount.high)}"
