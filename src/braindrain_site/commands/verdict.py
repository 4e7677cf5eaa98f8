"""What is told of an edition that has been judged."""

from typing import TYPE_CHECKING

from braindrain_site.model.problems import gathered, report
from braindrain_site.terminal import counted

if TYPE_CHECKING:
    from braindrain_site.recipe import Proof


def unused(proof: "Proof") -> list[str]:
    """What may have been forgotten, or can go; nothing is wrong with it."""
    from braindrain_site.judging.known_errors import mended
    from braindrain_site.judging.unused import unused

    found = [*unused(proof.edition), *mended(proof.edition, proof.amounts)]
    return report(found, proof.edition.lines).splitlines()


def verdict(proof: "Proof") -> str:
    """Numbers, claims, quotations, statements and sentences, counted."""
    claims = counted(len(proof.claims), "claim")
    stated = counted(len(proof.edition.statements), "statement")
    hold = "holds" if len(proof.claims) == 1 else "hold"
    told = f"{proof.count}; {claims} {hold}.\n{proof.quotations}; {stated}.\n{proof.sentences}."
    return "\n".join(filter(None, (_left_out(proof), told)))


def _left_out(proof: "Proof") -> str:
    """How much is a draft, by name, and how much goes with it."""
    drafts = proof.edition.drafts
    if not drafts.marked:
        return ""
    named = ", ".join(f"{kind} {key}" for kind, key in drafts.marked)
    more = len(drafts.left_out - drafts.marked.keys())
    also = f", and {counted(more, 'thing')} that only drafts use" if more else ""
    verb = "is" if len(drafts.marked) == 1 else "are"
    return f"{counted(len(drafts.marked), 'draft')} {verb} left out ({named}){also}."


def waiting(proof: "Proof") -> str:
    """What is said of an edition that can be looked at and not be published."""
    told = []
    unready = ", ".join(f"{kind} {key}" for kind, key in sorted(proof.edition.drafts.unready))
    for problems, first in (
        (proof.waiting, "This is shown, and make site stops at {}:"),
        (proof.in_drafts, "Drafts are shown, and wait for {} to be mended:"),
        (proof.unready, f"Not shown yet ({unready}): {{}} to be mended first:"),
    ):
        if problems:
            said = first.format(counted(len(gathered(problems)), "problem"))
            told.append(f"{said}\n\n{report(problems, proof.edition.lines)}")
    return "\n".join(told)
