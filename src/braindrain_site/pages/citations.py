"""How a page, a chart or a number is cited: in a sentence, and as reference managers take it.

The publisher is who ``site.yaml`` names; nobody is made an author. Where the site has no address, a
citation leaves it out.
"""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from braindrain_site import wording
from braindrain_site.model.files import Make
from braindrain_site.pages.addresses import PAGES, chart_path, cited
from braindrain_site.pages.material import Material
from braindrain_site.wording.filling import filled

CITED = tuple(key for key in PAGES if key != "search")
"""The pages that say something of their own."""
FORMATS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
"""Ending of a file → what it is."""
ALL_FIGURES = "cite/all-figures"
"""Where those of all numbers are, in the same way."""
_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_TEX |= {sign: f"\\{sign}" for sign in "&%$#_{}"}
_NO_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Work:
    """What is cited; *part_of* is the title of the site where it is not the story itself."""

    key: str
    title: str
    part_of: str | None
    publisher: str
    published: dt.date
    updated: dt.date
    lang: str
    address: str | None


def page(material: Material, key: str) -> Work:
    """The page *key* of ``PAGES``."""
    title = None if key == "story" else material.words[f"{key}_title"]
    return _work(material, key, title, PAGES[key].path)


def chart(material: Material, key: str) -> Work:
    """The chart *key*, which has a page of its own."""
    headline = material.edition.charts[key].headline[material.lang]
    title = material.binding().plain(headline)
    return _work(material, f"chart-{key}", title, chart_path(key))


def figure(material: Material, key: str) -> Work:
    """The figure *key*, at its place on the page of figures."""
    label = material.edition.figures[key].label[material.lang]
    phrase = wording.phrase(material.amounts[key], material.lang)
    said = filled(
        material.words["cite_figure"], number=phrase, label=material.binding().plain(label)
    )
    return _work(material, f"figure-{key}", said, f"{PAGES['figures'].path}#r-{key}")


def _work(material: Material, key: str, title: str | None, path: str) -> Work:
    site, lang = material.edition.site, material.lang
    whole = material.binding().plain(site.title[lang])
    return Work(
        key=f"{_slug(site.publisher[lang])}{site.published.year}-{key}-{lang}",
        title=title or whole,
        part_of=whole if title else None,
        publisher=site.publisher[lang],
        published=site.published,
        updated=site.updated,
        lang=lang,
        address=cited(material.edition, lang, path),
    )


def _slug(name: str) -> str:
    """The Latin letters of a name, with a hyphen behind; nothing if it has none."""
    slug = _NO_NAME.sub("-", name.lower()).strip("-")
    return slug and f"{slug}-"


def sentence(work: Work, words: Mapping[str, str]) -> str:
    """The citation in a sentence."""
    known = {"publisher": work.publisher, "title": work.title}
    day = wording.day(work.updated, work.lang)
    form = "cite_part" if work.part_of else "cite_whole"
    said = filled(words[form], **known, site=work.part_of, day=day)
    return f"{said} {work.address}" if work.address else said


def bibtex(works: Iterable[Work]) -> str:
    """BibTeX: ``@misc``, which every style knows."""
    return "\n".join(map(_bibtex, works))


def _bibtex(work: Work) -> str:
    fields = {
        "title": f"{{{_tex(work.title)}}}",
        "howpublished": work.part_of and f"In: {{{_tex(work.part_of)}}}",
        "publisher": f"{{{_tex(work.publisher)}}}",
        "year": str(work.published.year),
        "month": str(work.published.month),
        "note": f"Updated {work.updated}",
        "url": work.address,
        "langid": {"en": "english", "ko": "korean"}.get(work.lang),
    }
    lines = [f"  {name} = {{{what}}}" for name, what in fields.items() if what]
    return f"@misc{{{work.key},\n" + ",\n".join(lines) + "\n}\n"


def _tex(words: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in words)


def ris(works: Iterable[Work]) -> str:
    """RIS: each tag on a line of its own, CR LF at its end."""
    return "\r\n".join(map(_ris, works))


def _ris(work: Work) -> str:
    tags = (
        ("TY", "ELEC"),
        ("ID", work.key),
        ("TI", work.title),
        ("T2", work.part_of),
        ("PB", work.publisher),
        ("PY", f"{work.published.year}"),
        ("DA", f"{work.published:%Y/%m/%d}"),
        ("N1", f"Updated {work.updated}"),
        ("LA", work.lang),
        ("UR", work.address),
    )
    lines = [f"{tag}  - {what}\r\n" for tag, what in tags if what]
    return "".join((*lines, "ER  - \r\n"))


def csl(works: Iterable[Work]) -> str:
    """CSL-JSON, as citation processors and reference managers take it."""
    return json.dumps([*map(_csl, works)], ensure_ascii=False, indent=1) + "\n"


def _csl(work: Work) -> dict[str, Any]:
    issued = work.published
    known = {
        "id": work.key,
        "type": "webpage",
        "title": work.title,
        "container-title": work.part_of,
        "publisher": work.publisher,
        "issued": {"date-parts": [[issued.year, issued.month, issued.day]]},
        "note": f"Updated {work.updated}",
        "language": work.lang,
        "URL": work.address,
    }
    return {name: what for name, what in known.items() if what}


_WRITTEN = {"bib": bibtex, "ris": ris, "json": csl}


def stem(key: str, chart: str | None = None) -> str:
    """Where the citations of page *key*, or of a *chart*, are, below the folder of the language and
    without their endings."""
    return f"cite/charts/{chart}" if chart else f"cite/{key}"


def make_citations(material: Material) -> dict[str, Make]:
    """Path below the site → what makes each file: of a page, of a chart, and of all numbers."""
    edition = material.edition
    works: dict[str, Callable[[], list[Work]]] = {
        stem(key): partial(_each, page, material, [key]) for key in CITED
    }
    works |= {stem("", key): partial(_each, chart, material, [key]) for key in edition.charts}
    works[ALL_FIGURES] = partial(_each, figure, material, edition.figures)
    return {
        f"{material.home}{path}.{ending}": partial(_written, write, of)
        for path, of in works.items()
        for ending, write in _WRITTEN.items()
    }


def _each(
    cite: Callable[[Material, str], Work], material: Material, keys: Iterable[str]
) -> list[Work]:
    return [cite(material, key) for key in keys]


def _written(write: Callable[[Iterable[Work]], str], of: Callable[[], list[Work]]) -> bytes:
    return write(of()).encode()
