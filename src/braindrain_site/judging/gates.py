"""All gates, in the order in which an edition passes them."""

from braindrain_site.judging import (
    chart_entries,
    claims,
    comparability,
    coverage,
    interface_words,
    names,
    sums,
    translations,
)
from braindrain_site.judging.draft import Draft, Gate
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Rejected

GATES: tuple[tuple[Gate, ...], ...] = (
    (translations.missing,),
    (names.check, interface_words.check),
    (
        sums.check,
        claims.check,
        comparability.check,
        coverage.check,
        translations.check,
        chart_entries.check,
    ),
)
"""Round by round: a gate takes for granted what the rounds before its own have seen to."""


def judge(edition: Edition) -> Draft:
    """The draft of *edition* that passed every gate.

    Raises Rejected with the problems of the first round in which there are any.
    """
    draft = Draft(edition)
    for gates in GATES:
        problems = [problem for gate in gates for problem in gate(draft)]
        if problems:
            raise Rejected(problems, edition.lines)
    return draft
