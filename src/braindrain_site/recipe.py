"""The whole job, read top to bottom: load, work out, judge, draw, make pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from braindrain_site import feeds
from braindrain_site.charts.drawing import Drawings
from braindrain_site.exports import every_export
from braindrain_site.figures.values import Figures
from braindrain_site.fonts.cutting import Served
from braindrain_site.fonts.setting import setting
from braindrain_site.judging import claims, coverage, gates, left_out, quotations, statements
from braindrain_site.judging.claims import Judged
from braindrain_site.judging.coverage import Count
from braindrain_site.judging.quotations import Quoted
from braindrain_site.judging.statements import Told
from braindrain_site.model.edition import Edition
from braindrain_site.model.files import Files, Make
from braindrain_site.model.memory import records
from braindrain_site.model.problems import Problem
from braindrain_site.pages import citations, every_page, host_headers
from braindrain_site.pages.addresses import CHANGES, OF_CHAPTERS, PAGES, TEXT
from braindrain_site.pages.material import Material
from braindrain_site.pictures import every_picture, icons, photographs
from braindrain_site.progress import Phase
from braindrain_site.reading import loading
from braindrain_site.texts import switches
from braindrain_site.texts.binding import Binding


@dataclass(frozen=True)
class Proof:
    """An edition that passed every gate, with the amounts and verdicts found on the way."""

    edition: Edition
    amounts: Figures
    claims: Mapping[str, Judged]
    count: Count
    quotations: Quoted
    sentences: Told
    waiting: Sequence[Problem] = ()
    """What an edition that was only to be looked at still has to pass."""
    in_drafts: Sequence[Problem] = ()
    """What its drafts have to pass before they are none any more."""
    unready: Sequence[Problem] = ()
    """What keeps some of its drafts from being in it yet."""


def judge(
    data: Path,
    phase: Phase = lambda *_: None,
    *,
    publishing: bool = True,
    drafts: bool = False,
    address: str | None = None,
    kept: tuple[str, ...] | None = None,
) -> Proof:
    """The edition in *data*, fit to be published, or only to be looked at; at *address* if told,
    beside the versions *kept* there.

    *drafts* are in it to be looked at, as far as they can be, or left out with what only they use.

    Raises Rejected with all that is wrong.
    """
    phase("reading")
    edition = loading.load(data, address=address, kept=kept)
    published = edition if drafts else left_out.published(edition)
    phase("judging")
    draft = gates.look(edition) if drafts else gates.judge(published, publishing=publishing)
    edition = draft.edition
    waiting = () if publishing else left_out.sorted_out(edition, gates.waiting(draft))
    verdicts, count = claims.judged(draft), coverage.count(edition)
    quoted, told = quotations.count(draft), statements.count(edition)
    return Proof(edition, draft.figures, verdicts, count, quoted, told, *waiting)


def make(
    proof: Proof,
    templates: Path,
    cache: Path | None = None,
    phase: Phase = lambda *_: None,
    keep: Callable[[Files], None] = lambda _: None,
) -> Files:
    """Every file of the site, made, but for those that *keep* finds made already."""
    files = plan(proof, templates, cache)
    keep(files)
    for maker, paths in files.by_maker().items():
        for number, path in enumerate(paths):
            phase(maker, number, len(paths))
            files[path]
    return files


def plan(proof: Proof, templates: Path, cache: Path | None = None) -> Files:
    """Every file of the site, none of them made yet."""
    edition, amounts = proof.edition, proof.amounts
    files = Files()
    of_records = records(edition)
    files.add("exports", every_export.make_exports(edition, amounts), of_records)
    files.add("public", {path: partial(bytes, it.content) for path, it in edition.public.items()})
    served = Served(edition, cache)
    files.add("assets", every_page.make_assets(templates, served), served.made_from)
    files.add("icons", _but(files, icons.make_icons(edition, cache)), of_records)
    files.add("search", every_page.make_for_search(edition))
    files.add("images", photographs.make_images(edition, cache))
    for lang in edition.site.languages:
        plain = Binding(edition, amounts, lang).plain
        drawings = Drawings(edition, amounts, plain, lang, cache)
        material = Material(edition, amounts, proof.claims, drawings, files, lang)
        placed = [*switches.everywhere(edition, lang)]
        pictures = every_picture.make_artwork(material, cache)
        files.add(
            f"pictures in {lang}", pictures, (of_records, placed, setting(edition, lang).known_by)
        )
        files.add(f"feed in {lang}", feeds.make_feed(material), of_records)
        pages = every_page.make_pages(material, templates, served, cache)
        files.add(f"citations in {lang}", citations.make_citations(material), of_records)
        paths = (*(PAGES[page].path for page in OF_CHAPTERS), CHANGES.path, TEXT)
        telling = {material.home + path for path in paths}
        told = {path: make for path, make in pages.items() if path in telling}
        rest = {path: make for path, make in pages.items() if path not in telling}
        faces = served.dress(lang), setting(edition, lang).known_by
        files.add(f"story in {lang}", told, (of_records, edition.chapters(lang), faces))
        files.add(f"pages in {lang}", rest, (of_records, placed, faces))
        if edition.site.address:
            called = partial(icons.manifest, material)
            files.add(f"manifest in {lang}", {material.home + icons.MANIFEST: called}, of_records)
    for_hosts = host_headers.make_for_hosts(files, edition.site.languages)
    files.add("headers", _but(files, for_hosts))
    return files


def _but(files: Files, makes: Mapping[str, Make]) -> dict[str, Make]:
    """*makes* but for what an editor publishes as it is: for the icon of a host and what hosts are
    told, that comes first."""
    return {path: make for path, make in makes.items() if path not in files}
