"""The claims of the articles as readers see them: each with its stamp, and how many have which."""

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from braindrain_site.judging.verdicts import STAMPS, Stamp, stamps
from braindrain_site.model.edition import Edition
from braindrain_site.pages.credits import Credit, credit
from braindrain_site.pages.material import Material
from braindrain_site.texts.binding import Binding


@dataclass(frozen=True)
class Entry:
    """One claim: its stamp, what it says in our words and in the article's, and why."""

    key: str
    stamp: Stamp
    says: Markup
    reason: Markup
    printed: str
    credit: Credit
    tongue: str | None
    """The language of the article where it is not the page's."""


@dataclass(frozen=True)
class VerdictList:
    """What ``_verdicts.html`` gets."""

    counts: tuple[tuple[Stamp, int], ...]
    entries: tuple[Entry, ...]
    template: str = "_verdicts.html"

    @property
    def cited(self) -> str:
        """All of it in which a number may be linked to its receipt."""
        return "".join(each.says + each.reason for each in self.entries)


def verdict_list(material: Material, binding: Binding) -> VerdictList:
    """All claims in the order of their file."""
    return binding.remembered(
        "verdicts", binding.where, lambda: VerdictList(counts(material.edition), _entries(binding))
    )


def counts(edition: Edition) -> tuple[tuple[Stamp, int], ...]:
    """How many claims have each stamp, of those that any has."""
    found = Counter(each.stamp for each in stamps(edition).values())
    return tuple((stamp, found[stamp]) for stamp in STAMPS if found[stamp])


def _entries(binding: Binding) -> tuple[Entry, ...]:
    edition, lang = binding.edition, binding.lang
    found = []
    for key, stamped in stamps(edition).items():
        verdict = edition.verdicts[key]
        language = edition.sources[verdict.article].language
        found.append(
            Entry(
                key=key,
                stamp=stamped.stamp,
                says=binding.html(verdict.says[lang]),
                reason=binding.html(verdict.reason[lang]),
                printed=verdict.printed,
                credit=credit(edition, verdict.article, lang),
                tongue=language if language != lang else None,
            )
        )
    return tuple(found)
