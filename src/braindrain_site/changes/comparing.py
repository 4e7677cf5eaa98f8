"""What readers would see change: numbers, words, charts and files, before and after.

Both editions are told by this program, so that what differs comes from ``data/``.
"""

import re
from collections.abc import Iterator

from braindrain_site.changes.change import KINDS, Change, Kind, differing
from braindrain_site.changes.chapters import chapters
from braindrain_site.changes.entries import cells, entries
from braindrain_site.changes.versions import Version
from braindrain_site.figures import grades
from braindrain_site.judging import claims
from braindrain_site.model.edition import Edition
from braindrain_site.model.files import Files
from braindrain_site.pages.addresses import TEXT
from braindrain_site.texts.binding import Binding
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import Claim

_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
_DRAWING = re.compile(r"assets/charts/(?:[a-z]{2,3}/)?([^/]+)\.svg")
_TOLD_AS_THEY_ARE = {"units.yaml", "words.yaml"}
_PAGES_OWN = ("assets/", ".", "_", "404.html", "favicon.ico", "robots.txt", "sitemap.xml")
"""How paths begin of what is no download."""


def changes(before: Version, after: Version) -> list[Change]:
    """Everything that readers would see change, in the order of ``KINDS``."""
    found = [
        *_numbers(before, after),
        *cells(before.proof.edition, after.proof.edition),
        *_grades(before.proof.edition, after.proof.edition),
        *_claims(before, after),
        *_wordings(before, after),
        *chapters(before, after),
        *_texts(before, after),
        *entries(before.proof.edition, after.proof.edition),
        *_pictures(before.proof.edition, after.proof.edition),
        *_files(before, after),
    ]
    return sorted(found, key=lambda change: KINDS.index(change.kind))


def _numbers(before: Version, after: Version) -> Iterator[Change]:
    """Every figure as it is printed, in the first language that the edition has."""
    lang = after.proof.edition.site.languages[0]
    was, now = (_printed(version, lang) for version in (before, after))
    seen = _uses(before.proof.edition, lang)
    for key, places in _uses(after.proof.edition, lang).items():
        seen[key] = tuple(dict.fromkeys((*seen.get(key, ()), *places)))
    labels = _labels(before, lang) | _labels(after, lang)
    for key, old, new in differing(was, now):
        yield Change("number", key, old, new, seen.get(key, ()), label=labels[key])


def _labels(version: Version, lang: str) -> dict[str, str]:
    edition, binding = version.proof.edition, _binding(version, lang)
    if lang not in edition.site.languages:
        return {}
    return {key: binding.plain(figure.label[lang]) for key, figure in edition.figures.items()}


def _printed(version: Version, lang: str) -> dict[str, str]:
    binding = _binding(version, lang)
    return {key: binding.plain(f"{{{{ {key} }}}}") for key in version.proof.edition.figures}


def _binding(version: Version, lang: str) -> Binding:
    return Binding(version.proof.edition, version.proof.amounts, lang)


def _uses(edition: Edition, lang: str) -> dict[str, tuple[str, ...]]:
    """Figure → where the texts in *lang* name it, and the charts that draw it."""
    found: dict[str, dict[str, None]] = {}
    told = [(each.title, each.text) for each in edition.chapters(lang)]
    told += [
        (f"{path[0].removesuffix('.yaml')} {path[1]}", text)
        for path, text in edition.texts.items()
        if path[-1] == lang and path[0] not in _TOLD_AS_THEY_ARE
    ]
    for place, text in told:
        for piece in parse(text).named():
            found.setdefault(piece.key, {})[place] = None
    for key, chart in edition.charts.items():
        for row in chart.rows:
            found.setdefault(row.figure, {})[f"charts {key}"] = None
    return {key: tuple(places) for key, places in found.items()}


def _grades(before: Edition, after: Edition) -> Iterator[Change]:
    was, now = (
        {key: grades.evidence(key, edition).replace("_", " ") for key in edition.figures}
        for edition in (before, after)
    )
    for key, old, new in differing(was, now):
        if old and new:
            yield Change("grade", key, old, new)


def _claims(before: Version, after: Version) -> Iterator[Change]:
    """Claims whose condition is another or that have come nearer to false, or turned so."""
    lang = after.proof.edition.site.languages[0]
    seen = _uses(before.proof.edition, lang) | _uses(after.proof.edition, lang)
    for key in {**before.proof.edition.claims, **after.proof.edition.claims}:
        was, now = (_standing(version, key) for version in (before, after))
        if was != now and not (was[:1] == now[:1] and was[1] < now[1]):
            yield Change("claim", key, _worded(was), _worded(now), seen.get(key, ()))


def _standing(version: Version, key: str) -> tuple[str, float]:
    """The condition of a claim, and how far it is from false: less than nought where it is so."""
    claim, judged = version.proof.edition.claims.get(key), version.proof.claims.get(key)
    if claim is None:
        return "", 0
    return claim.holds, round(claims.margin(judged.verdict), 6) if judged else -1


def _wordings(before: Version, after: Version) -> Iterator[Change]:
    """The words of claims, in every language, wherever they stand."""
    for lang in after.proof.edition.site.languages:
        was, now = (_claimed(version, lang) for version in (before, after))
        for key, old, new in differing(was, now):
            if key in was and key in now:
                yield Change("claim", key, old, new, (), lang)


def _claimed(version: Version, lang: str) -> dict[str, str]:
    """Claim → its words, each time that a text says it."""
    edition = version.proof.edition
    if lang not in edition.site.languages:
        return {}
    binding = _binding(version, lang)
    texts = [text for path, text in edition.texts.items() if path[-1] == lang and "{%" in text]
    texts += [each.text for each in edition.chapters(lang)]
    found: dict[str, dict[str, None]] = {}
    for piece in (piece for text in texts for piece in parse(text).named()):
        if isinstance(piece, Claim):
            found.setdefault(piece.key, {})[f"“{binding.words([piece])}”"] = None
    return {key: ", ".join(words) for key, words in found.items()}


def _worded(standing: tuple[str, float]) -> str:
    condition, margin = standing
    told = f"true, {margin:.1%} from false" if margin >= 0 else "does not hold"
    return condition and f"{condition} ({told})"


def _texts(before: Version, after: Version) -> Iterator[Change]:
    """Every text that stands in YAML, in every language."""
    was, now = (_of_records(version) for version in (before, after))
    for path in {**was, **now}:
        old, new = was.get(path, ""), now.get(path, "")
        if old != new:
            yield Change(
                "text", ": ".join((path[0], ", ".join(path[1:-1]))), old, new, (), path[-1]
            )


def _of_records(version: Version) -> dict[tuple[str, ...], str]:
    edition = version.proof.edition
    bindings = {lang: _binding(version, lang) for lang in edition.site.languages}
    return {
        path: text if path[0] in _TOLD_AS_THEY_ARE else bindings[path[-1]].plain(text)
        for path, text in edition.texts.items()
        if path[-1] in bindings
    }


def _pictures(before: Edition, after: Edition) -> Iterator[Change]:
    """Pictures of chapters, by the names of their files."""
    was, now = before.images, after.images
    for name in {**was, **now}:
        if name not in was or name not in now or was[name] != now[name]:
            became = "new" if name not in was else "changed" if name in now else "gone"
            yield Change("picture", name, "", became)


def _files(before: Version, after: Version) -> Iterator[Change]:
    """Drawings and downloads that are others, and pages that come, go or move."""
    told: dict[tuple[Kind, str, str], None] = {}
    for path in sorted({*before.files, *after.files} - _made_alike(before.files, after.files)):
        kind = _kind(path)
        old, new = (v.files[path] if kind and path in v.files else b"" for v in (before, after))
        if kind and old != new:
            drawn = _DRAWING.fullmatch(path)
            became = "changed" if old and new else "new" if new else "gone"
            told[kind, drawn[1] if drawn else path, became] = None
    yield from (Change(kind, what, "", became) for kind, what, became in told)
    come = {(_folder(path), title): path for path, title in _titles(after, before).items()}
    for path, title in _titles(before, after).items():
        moved = come.pop((_folder(path), title), "")
        yield Change("page", path, title, f"moved to {moved}" if moved else "")
    for (_, title), path in come.items():
        yield Change("page", path, "", title)


def _made_alike(before: Files, after: Files) -> set[str]:
    """The paths that are made from the same in both, so that nobody needs to make them."""
    return {
        path
        for maker, paths in after.by_maker().items()
        if maker in after.parts and after.parts[maker] == before.parts.get(maker)
        for path in paths
    }


def _folder(path: str) -> str:
    """Where pages of its kind stand: a chart's page and its frame have one title."""
    return "/".join(path.split("/")[:-2])


def _kind(path: str) -> Kind | None:
    if _DRAWING.fullmatch(path):
        return "chart"
    if path.endswith((".html", TEXT)) or path.startswith(_PAGES_OWN):
        return None  # the plain text says what the page says
    return "download"


def _titles(here: Version, there: Version) -> dict[str, str]:
    """The pages that only *here* has, and their titles."""
    pages = [path for path in here.files if path.endswith(".html") and path not in there.files]
    found = {path: _TITLE.search(here.files[path]) for path in pages}
    return {path: title[1].decode() if title else path for path, title in found.items()}
