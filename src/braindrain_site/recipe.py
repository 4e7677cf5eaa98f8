"""The whole job, read top to bottom: load, work out, judge, draw, make pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from braindrain_site import (
    artwork,
    claims,
    comparability,
    coverage,
    drawing,
    exports,
    figures,
    interface,
    loading,
    pages,
    references,
    twins,
)
from braindrain_site.binding import Binding
from braindrain_site.charts import fit
from braindrain_site.claims import Judged
from braindrain_site.coverage import Count
from braindrain_site.edition import Edition
from braindrain_site.figures import Figures
from braindrain_site.issue import Issue
from braindrain_site.problems import Problem, Rejected


@dataclass(frozen=True)
class Proof:
    """An edition that passed every gate, with the amounts and verdicts found on the way."""

    edition: Edition
    amounts: Figures
    claims: Mapping[str, Judged]
    count: Count


def judge(data: Path, phase: Callable[[str], None] = lambda _: None) -> Proof:
    """The edition in *data*, fit to be published. Raises Rejected with all that is wrong."""
    phase("reading")
    edition = loading.load(data)
    phase("judging")
    _stop_at(twins.missing(edition), edition)
    _stop_at([*references.check(edition), *interface.check(edition)], edition)
    amounts, problems = figures.work_out(edition)
    judged, false_claims = claims.judge(edition, amounts)
    if not problems:
        problems += comparability.check(edition)
    count, literals = coverage.check(edition, amounts)
    problems += [
        *figures.disagreements(edition, amounts),
        *false_claims,
        *literals,
        *twins.check(edition),
        *fit.check(edition, amounts),
    ]
    _stop_at(problems, edition)
    return Proof(edition, amounts, judged, count)


def _stop_at(problems: list[Problem], edition: Edition) -> None:
    if problems:
        raise Rejected(problems, edition.lines)


def make(
    proof: Proof,
    templates: Path,
    cache: Path | None = None,
    phase: Callable[[str], None] = lambda _: None,
) -> dict[str, bytes]:
    """Every file of the site, path → bytes.

    Raises AssertionError when two makers claim one path: a bug of ours, not of a writer.
    """
    edition, amounts = proof.edition, proof.amounts
    files = _Files()
    downloads = exports.make_exports(edition, amounts)
    files.add("exports", downloads)
    files.add("assets", pages.make_assets(templates))
    for lang in edition.site.languages:
        phase("drawing")
        plain = Binding(edition, amounts, lang).plain
        drawings = drawing.draw_all(edition, amounts, plain, lang, templates / "fonts", cache)
        issue = Issue(edition, amounts, proof.claims, drawings, downloads, lang)
        art = artwork.make_artwork(issue, templates, cache)
        files.add(f"artwork in {lang}", art)
        phase("writing pages")
        issue = replace(issue, exports={**downloads, **art})
        files.add(f"pages in {lang}", pages.make_pages(issue, templates))
    return files.made


class _Files:
    """The files made so far; two makers of one path are told apart, never overwritten."""

    def __init__(self) -> None:
        self.made: dict[str, bytes] = {}
        self._makers: dict[str, str] = {}

    def add(self, maker: str, files: Mapping[str, bytes]) -> None:
        for path, content in files.items():
            assert path not in self.made, f"{self._makers[path]} and {maker} both make {path}"
            self.made[path], self._makers[path] = content, maker
