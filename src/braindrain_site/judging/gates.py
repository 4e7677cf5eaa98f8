"""All gates, in the order in which an edition passes them."""

from collections.abc import Iterable

from braindrain_site.judging import (
    amendments,
    as_printed,
    calculator,
    chart_entries,
    claims,
    colours,
    comparability,
    coverage,
    due,
    fonts,
    headlines,
    interface_words,
    kinds,
    known_errors,
    left_out,
    letters,
    markup,
    meanings,
    names,
    points,
    quotations,
    reports,
    scales,
    statements,
    sums,
    taken,
    text_reviews,
    translations,
    verdicts,
)
from braindrain_site.judging.draft import Draft, Gate
from braindrain_site.model.edition import Edition
from braindrain_site.model.memory import recall
from braindrain_site.model.problems import Problem, Rejected

GATES: tuple[tuple[Gate, ...], ...] = (
    (left_out.check, translations.missing, fonts.check),
    (
        names.check,
        taken.check,
        kinds.check,
        scales.check,
        amendments.names,
        known_errors.names,
        markup.check,
        interface_words.check,
        letters.check,
        colours.check,
    ),
    (
        sums.check,
        points.check,
        reports.check,
        claims.check,
        meanings.check,
        comparability.check,
        quotations.check,
        as_printed.check,
        statements.check,
        verdicts.check,
        calculator.check,
        coverage.check,
        chart_entries.check,
        due.check,
        amendments.check,
        known_errors.check,
        headlines.check,
    ),
)
"""Round by round: a gate takes for granted what the rounds before its own have seen to."""
BEFORE_PUBLICATION: tuple[Gate, ...] = (translations.check, text_reviews.check)
"""What stops an edition of the last round from being published, not from being looked at."""
OF_WORDS = {
    meanings.check,
    comparability.check,
    quotations.check,
    as_printed.check,
    statements.check,
    coverage.check,
    due.check,
    headlines.check,
}
"""Gates that keep nobody from drawing what they find fault with: drafts can be looked at first."""

OF_RECORDS = {
    scales.check,
    interface_words.check,
    sums.check,
    points.check,
    reports.check,
    comparability.check,
    headlines.check,
}
"""Gates that look at no chapter: what they say stays while only chapters change."""


def judge(edition: Edition, *, publishing: bool = True) -> Draft:
    """The draft of *edition* that passed every gate, or all that it has to pass to be looked at.

    Raises Rejected with the problems of the first round in which there are any.
    """
    draft = Draft(edition)
    *first, last = GATES
    final = (*last, *BEFORE_PUBLICATION) if publishing else last
    for gates in (*first, final):
        problems = [problem for gate in gates for problem in _at_once(gate, draft)]
        if problems:
            raise Rejected(problems, edition.lines, more=gates is not final)
    return draft


def look(edition: Edition) -> Draft:
    """The draft of *edition* that passed all that it has to pass to be looked at, without those of
    its drafts that did not.

    Raises Rejected with the problems of the first round in which the rest has any.
    """
    shown = left_out.ready(edition)
    while True:
        if not shown.story[shown.site.languages[0]]:
            raise Rejected(shown.drafts.lacking, shown.lines)
        try:
            return judge(shown, publishing=False)
        except Rejected as rejected:
            less = left_out.without(shown, rejected.problems)
            if less is shown:
                raise
            shown = less


def _at_once(gate: Gate, draft: Draft) -> Iterable[Problem]:
    """What *gate* says, but for what can wait until a draft is none any more."""
    found = _said(gate, draft)
    if gate in OF_WORDS and draft.edition.drafts.marked:
        return [each for each in found if not left_out.in_drafts(draft.edition, each.place)]
    return found


def _said(gate: Gate, draft: Draft) -> Iterable[Problem]:
    if gate not in OF_RECORDS:
        return gate(draft)
    return recall(draft.edition, gate.__module__, lambda: [*gate(draft)])


def waiting(draft: Draft) -> list[Problem]:
    """What has to be done before *draft* is published, in the order of its places."""
    gates = (*BEFORE_PUBLICATION, *(OF_WORDS if draft.edition.drafts.marked else ()))
    found = {problem for gate in gates for problem in _said(gate, draft)}
    if draft.edition.drafts.marked:
        found |= {*left_out.check(Draft(left_out.published(draft.edition)))}
        found |= {*translations.untranslated(draft.edition)}
    return sorted(found)
