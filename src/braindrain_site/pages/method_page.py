"""The page that says how we know: the grades counted, the numbers accounted for."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from braindrain_site.figures import kinds
from braindrain_site.figures.grades import evidence
from braindrain_site.judging import amendments, coverage, meanings, statements
from braindrain_site.judging.coverage import Count
from braindrain_site.judging.verdicts import Stamp
from braindrain_site.meanings.widths import FORCES, WIDTHS, Width
from braindrain_site.model.record import EVIDENCE, Evidence
from braindrain_site.pages import change_notes, verdict_list
from braindrain_site.pages.addresses import PAGES, links, up
from braindrain_site.pages.change_notes import Note
from braindrain_site.pages.material import Material
from braindrain_site.pages.templates import Content
from braindrain_site.texts.markdown import Told, tell
from braindrain_site.wording.filling import filled


@dataclass(frozen=True)
class MethodPage(Content):
    """What ``method.html`` gets: the grades with their counts, and the method in words."""

    method: Told | None
    """What the editor says of it, if anything."""
    grades: tuple[tuple[Evidence, int, str], ...]
    """Each with how many figures have it, and by which rule."""
    verdicts: tuple[tuple[Stamp, int], ...]
    """Each stamp with how many claims of the articles have it; none of a site without verdicts."""
    count: Count
    claims_count: int
    sentences: statements.Told
    exempt: tuple[tuple[str, str], ...]
    """Words that look like a number, and why they are none."""
    widths: tuple[tuple[str, str], ...]
    """Words such as "nearly", and what they allow of a number."""
    forces: tuple[tuple[str, str], ...]
    """Words such as "soared", and what they allow."""
    explained: tuple[tuple[str, str], ...]
    """The words of comparisons that no rule reads, and what they mean."""
    method_changed: tuple[Note, ...]


def method(material: Material) -> MethodPage:
    """How we know: the grades counted, the numbers accounted for, the editor's own words."""
    edition = material.edition
    binding = material.binding("method")
    root = up(PAGES["method"].path)
    told = [
        *tell(
            (edition.method[material.lang],) if material.lang in edition.method else (),
            binding,
            links(material.words, root),
            up(material.home + PAGES["method"].path),
        )
    ]
    count, keys = coverage.tally(edition, material.lang)
    exempt = [edition.exempt[key] for key in keys]
    counts = Counter(evidence(key, edition) for key in edition.figures)
    return MethodPage(
        method=told[0] if told else None,
        grades=tuple((grade, counts[grade], _means(grade, material)) for grade in EVIDENCE),
        verdicts=verdict_list.counts(edition),
        count=count,
        claims_count=len(material.judged),
        sentences=statements.count(edition, material.lang),
        exempt=tuple((", ".join(e.words), e.reason[material.lang]) for e in exempt),
        widths=tuple(_allowed(WIDTHS, material)),
        forces=tuple(_allowed(FORCES, material)),
        explained=tuple(meanings.explained(edition, material.lang)),
        method_changed=change_notes.of_chapters(binding).get(amendments.METHOD, ()),
    )


def _means(grade: Evidence, material: Material) -> str:
    """The rule of *grade* in words, with the kinds of document that it asks for."""
    names = kinds.names(material.edition)
    own = ", ".join(names[kind][material.lang].lower() for kind in kinds.own(material.edition))
    return filled(material.words[f"grade_{grade}_means"], kinds=own)


def _allowed(widths: Mapping[str, Width], material: Material) -> Iterator[tuple[str, str]]:
    """The words of each width in the page's language, and what they allow in percent."""
    for width in widths.values():
        if said := width.said.get(material.lang):
            ends = {name: f"{float(100 * end):g}" for name, end in width.ends.items()}
            key = "between" if len(ends) > 1 else "above" if "low" in ends else "below"
            yield ", ".join(said), filled(material.words[f"meanings_{key}"], **ends)
