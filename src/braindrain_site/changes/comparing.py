"""What readers would see change: numbers, words, charts and files, before and after.

Both editions are told by this program, so that what differs comes from ``data/``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from braindrain_site.changes.versions import Version
from braindrain_site.figures import grades
from braindrain_site.judging import claims
from braindrain_site.model.edition import Chapter, Edition
from braindrain_site.model.tables import Table
from braindrain_site.texts.binding import Binding
from braindrain_site.texts.document import Held
from braindrain_site.texts.grammar import parse
from braindrain_site.texts.pieces import Call
from braindrain_site.texts.sentences import sentences

Kind = Literal["number", "cell", "grade", "claim", "sentence", "text", "chart", "page", "download"]
KINDS: tuple[Kind, ...] = (
    "number", "cell", "grade", "claim", "sentence", "text", "chart", "page", "download",
)  # fmt: skip
_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
_TOLD_AS_THEY_ARE = {"units.yaml", "words.yaml"}


@dataclass(frozen=True)
class Change:
    """Something readers see that was otherwise; *before* or *after* is empty where it was not or
    is no more. *where* says at which places they see it, *lang* in which language if in one."""

    kind: Kind
    what: str
    before: str
    after: str
    where: tuple[str, ...] = ()
    lang: str = ""


def changes(before: Version, after: Version) -> list[Change]:
    """Everything that readers would see change, in the order of ``KINDS``."""
    found = [
        *_numbers(before, after),
        *_cells(before.proof.edition, after.proof.edition),
        *_grades(before.proof.edition, after.proof.edition),
        *_claims(before, after),
        *_sentences(before, after),
        *_texts(before, after),
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
    for key, old, new in _differing(was, now):
        yield Change("number", key, old, new, seen.get(key, ()))


def _printed(version: Version, lang: str) -> dict[str, str]:
    binding = _binding(version, lang)
    return {key: binding.plain(f"{{{{ {key} }}}}") for key in version.proof.edition.figures}


def _binding(version: Version, lang: str) -> Binding:
    return Binding(version.proof.edition, version.proof.amounts, lang)


def _uses(edition: Edition, lang: str) -> dict[str, tuple[str, ...]]:
    """Figure → where the texts in *lang* name it, and the charts that draw it."""
    found: dict[str, dict[str, None]] = {}
    told = [(each.title, each.text) for each in edition.story[lang]]
    told += [(edition.method[lang].title, edition.method[lang].text)]
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


def _cells(before: Edition, after: Edition) -> Iterator[Change]:
    """Every cell of every table, by the key of its row."""
    for name in {**before.tables, **after.tables}:
        was, now = (_typed(edition.tables.get(name)) for edition in (before, after))
        for what, old, new in _differing(was, now):
            yield Change("cell", f"{name}: {what}", old, new)


def _typed(table: Table | None) -> dict[str, str]:
    if table is None:
        return {}
    key = [*table.about.primaryKey]
    return {
        f"{', '.join(str(row[name]) for name in key)}, {column}": str(row[column])
        for _, row in table.typed.iterrows()
        for column in table.typed.columns
        if column not in key
    }


def _grades(before: Edition, after: Edition) -> Iterator[Change]:
    was, now = (
        {key: grades.evidence(key, edition).replace("_", " ") for key in edition.figures}
        for edition in (before, after)
    )
    for key, old, new in _differing(was, now):
        if old and new:
            yield Change("grade", key, old, new)


def _claims(before: Version, after: Version) -> Iterator[Change]:
    """Claims whose condition is another or that have come nearer to false, or turned so."""
    for key in {**before.proof.edition.claims, **after.proof.edition.claims}:
        was, now = (_standing(version, key) for version in (before, after))
        if was != now and not (was[:1] == now[:1] and was[1] < now[1]):
            yield Change("claim", key, _worded(was), _worded(now))


def _standing(version: Version, key: str) -> tuple[str, float]:
    """The condition of a claim, and how far it is from false: less than nought where it is so."""
    claim, judged = version.proof.edition.claims.get(key), version.proof.claims.get(key)
    if claim is None:
        return "", 0
    return claim.holds, round(claims.margin(judged.verdict), 6) if judged else -1


def _worded(standing: tuple[str, float]) -> str:
    condition, margin = standing
    told = f"true, {margin:.1%} from false" if margin >= 0 else "does not hold"
    return condition and f"{condition} ({told})"


def _sentences(before: Version, after: Version) -> Iterator[Change]:
    for lang in after.proof.edition.site.languages:
        was, now = (_chapters(version, lang) for version in (before, after))
        for slug in {**was, **now}:
            old, new = was.get(slug), now.get(slug)
            where = ((new or old or ("", []))[0],)
            for gone, come in _moved(old[1] if old else [], new[1] if new else []):
                yield Change("sentence", slug, gone, come, where, lang)


def _chapters(version: Version, lang: str) -> dict[str, tuple[str, list[str]]]:
    """Chapter → its heading, and its sentences as readers read them."""
    edition = version.proof.edition
    if lang not in edition.site.languages:
        return {}
    binding = _binding(version, lang)
    told = (*edition.story[lang], edition.method[lang])
    return {each.slug: (binding.plain(each.title), _told(each, binding)) for each in told}


def _told(chapter: Chapter, binding: Binding) -> list[str]:
    edition, lang = binding.edition, binding.lang

    def say(piece: Held) -> str:
        if isinstance(piece, Call):
            return edition.sources[piece.key].title[lang] if piece.name == "source" else piece.key
        return binding.words([piece])

    return [each.said(say).strip() for each in sentences(chapter.text, lang)]


def _moved(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """What stood before and what stands in its place, by one sentence where they pair."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _, first, last, begins, ends in (c for c in matcher.get_opcodes() if c[0] != "equal"):
        old, new = before[first:last], after[begins:ends]
        if len(old) == len(new):
            yield from zip(old, new, strict=True)
        else:
            yield " ".join(old), " ".join(new)


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


def _files(before: Version, after: Version) -> Iterator[Change]:
    """Drawings and downloads that are others, and pages that come, go or move."""
    for path in sorted({*before.files, *after.files}):
        kind = _kind(path)
        old, new = (v.files[path] if kind and path in v.files else b"" for v in (before, after))
        if kind and old != new:
            yield Change(kind, path, "", "changed" if old and new else "new" if new else "gone")
    come = {(_folder(path), title): path for path, title in _titles(after, before).items()}
    for path, title in _titles(before, after).items():
        moved = come.pop((_folder(path), title), "")
        yield Change("page", path, title, f"moved to {moved}" if moved else "")
    for (_, title), path in come.items():
        yield Change("page", path, "", title)


def _folder(path: str) -> str:
    """Where pages of its kind stand: a chart's page and its frame have one title."""
    return "/".join(path.split("/")[:-2])


def _kind(path: str) -> Kind | None:
    if path.startswith("assets/charts/") and path.endswith(".svg"):
        return "chart"
    return "download" if path.startswith("data/") and not path.endswith(".html") else None


def _titles(here: Version, there: Version) -> dict[str, str]:
    """The pages that only *here* has, and their titles."""
    pages = [path for path in here.files if path.endswith(".html") and path not in there.files]
    found = {path: _TITLE.search(here.files[path]) for path in pages}
    return {path: title[1].decode() if title else path for path, title in found.items()}


def _differing(was: Mapping[str, str], now: Mapping[str, str]) -> Iterable[tuple[str, str, str]]:
    for key in {**was, **now}:
        old, new = was.get(key, ""), now.get(key, "")
        if old != new:
            yield key, old, new
