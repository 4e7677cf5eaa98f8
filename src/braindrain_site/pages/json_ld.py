"""What a page says of itself to programs, in the vocabulary of schema.org (JSON-LD 1.1).

Only what the data say: nothing stands for what ``site.yaml`` leaves out. ``dateModified`` is
``updated``, a day on which an editor changed what readers see, never that of a build. The story
counts each byte, so its long parts (documents, verdicts) come once the site has an address: until
then no search engine can read them.
"""

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from braindrain_site.figures import grades
from braindrain_site.judging import amendments, verdicts
from braindrain_site.model.date_mistakes import NOT_STATED, UNDATED
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Source
from braindrain_site.model.fields import Text
from braindrain_site.model.record import Report
from braindrain_site.model.tables import Table
from braindrain_site.pages.addresses import CHANGES, PAGES, home, whole
from braindrain_site.pages.material import Material

Node = dict[str, Any]
_MARKS = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""What could end the element that holds it (HTML, 4.12.1.3), as JSON writes it otherwise."""


def json_ld(material: Material, key: str, root: str, title: str, path: str) -> Markup:
    """What the page *key* at *path* below its language's folder, called *title*, says of itself.

    It reaches the top of the site by *root*. The story says that it is an article, all others the
    way to them, the sources page what each document is, the data page what there is to take away.
    """
    teller = _Teller(material, root)
    if key == "story":
        nodes = [*teller.story()]
    else:
        more = {"sources": teller.documents, "data": teller.datasets}.get(key, list)()
        nodes = [teller.way(key, title, path), *more]
    [first, *more] = nodes
    told = {"@context": "https://schema.org"} | ({"@graph": nodes} if more else first)
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_MARKS))  # nothing in it can end the element


class _Teller:
    """Makes nodes in the language of *material*, for a page that reaches the top by *root*."""

    def __init__(self, material: Material, root: str) -> None:
        self._material = material
        self._edition = material.edition
        self._root = root
        self._lang = material.lang
        self._words = material.words
        self._binding = material.binding()

    def _at(self, path: str) -> str:
        """The address of what stands at *path* below the site, as whole as it is known."""
        return whole(self._edition.site, path) or self._root + path

    def _page(self, key: str, place: str = "") -> str:
        return self._at(self._material.home + PAGES[key].path) + place

    def _said(self, text: Text) -> str:
        return self._binding.plain(text[self._lang])

    def _publisher(self) -> Node:
        site, method = self._edition.site, self._page("method")
        told = {"@type": "NewsMediaOrganization", "name": site.publisher[self._lang]}
        policies = {"publishingPrinciples": method, "verificationFactCheckingPolicy": method}
        if site.corrections or self._edition.changes:
            policies["correctionsPolicy"] = self._corrections() or method
        return told | policies

    def _corrections(self) -> str:
        """The page that tells what was changed; nothing before the first change."""
        return self._at(self._material.home + CHANGES.path) if self._edition.changes else ""

    def story(self) -> Iterator[Node]:
        """The article: what, by whom, when; with an address also from what, and its verdicts."""
        site, publisher = self._edition.site, {"@id": "#publisher"}
        told: Node = {
            "@type": "NewsArticle",
            "@id": self._page("story", "#article"),
            "headline": self._said(site.title),
            "description": self._said(site.description),
            "inLanguage": self._lang,
            "datePublished": site.published.isoformat(),
            "dateModified": site.updated.isoformat(),
            "author": publisher,
            "publisher": publisher | self._publisher(),
            "isBasedOn": self._page("data", "#all-figures"),
        }
        if not site.address:
            yield told
        else:
            yield told | self._more() | self._twins()
            yield from self._reviews(publisher)

    def _more(self) -> Node:
        """What the article says of itself only where it is published."""
        return {
            "mainEntityOfPage": self._page("story"),
            "image": self._at(self._material.card("story")),
            "citation": [{"@id": self._source(key)} for key in self._edition.sources],
        } | ({"correction": [*self._amended()]} if self._edition.changes else {})

    def _amended(self) -> Iterator[Node]:
        """What readers were told otherwise, the newest first."""
        for _, change in amendments.newest_first(self._edition):
            yield {
                "@type": "CorrectionComment",
                "text": self._said(change.done),
                "datePublished": change.day.isoformat(),
            }

    def _twins(self) -> Node:
        """The article in the other languages; the first is the original."""
        original, *others = self._edition.site.languages
        if self._lang != original:
            return {"translationOfWork": {"@id": self._in(original)}}
        return {"workTranslation": [{"@id": self._in(lang)} for lang in others]} if others else {}

    def _in(self, lang: str) -> str:
        return self._at(home(self._edition, lang) + PAGES["story"].path) + "#article"

    def documents(self) -> Iterator[Node]:
        """Each document that a number rests on."""
        for key, source in self._edition.sources.items():
            yield {"@id": self._source(key)} | self._document(source)

    def _source(self, key: str) -> str:
        return self._page("sources", f"#{key}")

    def _document(self, source: Source) -> Node:
        told = {
            "@type": "NewsArticle" if source.kind == "newspaper" else "CreativeWork",
            "name": source.title[self._lang],
            "publisher": {"@type": "Organization", "name": source.publisher[self._lang]},
        }
        if source.url:
            told["url"] = source.url
        if source.published != NOT_STATED and "/" not in source.published:
            told["datePublished"] = source.published
        return told

    def _reviews(self, author: Node) -> Iterator[Node]:
        """Each claim of an article with its stamp: no number, for a stamp is no mark."""
        edition = self._edition
        for key, found in verdicts.stamps(edition).items():
            it = edition.verdicts[key]
            article = edition.sources[it.article]
            document = self._document(article)
            yield {
                "@type": "ClaimReview",
                "url": self._page("story", f"#v-{key}"),
                "claimReviewed": self._said(it.says),
                "inLanguage": self._lang,
                "isPartOf": {"@id": self._page("story", "#article")},
                "author": author,
                "reviewRating": {
                    "@type": "Rating",
                    "alternateName": self._words[f"verdict_{found.stamp}"],
                },
                "itemReviewed": {
                    "@type": "Claim",
                    "text": it.printed,
                    "inLanguage": article.language,
                    "author": document["publisher"],
                    "appearance": document,
                },
            }

    def way(self, key: str, title: str, path: str) -> Node:
        """The pages that lead to this one: the story, for a chart the list of charts, itself."""
        above = [("story", self._said(self._edition.site.title))]
        if key == "chart":
            above.append(("charts", self._words["charts_title"]))
        steps = [(self._page(page), name) for page, name in above]
        steps.append((self._at(self._material.home + path), title))
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": place, "name": name, "item": address}
                for place, (address, name) in enumerate(steps, 1)
            ],
        }

    def datasets(self) -> list[Node]:
        """All figures, which hold every table."""
        words, edition = self._words, self._edition
        every: Node = {
            "@type": "Dataset",
            "@id": self._page("data", "#all-figures"),
            "name": words["data_figures"],
            "description": words["data_description"],
            "inLanguage": self._lang,
            "creator": self._publisher(),
            "datePublished": edition.site.published.isoformat(),
            "dateModified": edition.site.updated.isoformat(),
            "license": _terms(words["data_licence_own"]),
            "isBasedOn": [{"@id": self._source(key)} for key in edition.sources],
            "distribution": [*self._files("data/figures")],
            "hasPart": [self._table(table) for table in edition.tables.values()],
        }
        return [every]

    def _table(self, table: Table) -> Node:
        about, sources = table.about, self._edition.sources
        told: Node = {
            "@type": "Dataset",
            "@id": self._page("data", f"#t-{table.name}"),
            "name": self._said(about.title),
            "description": self._said(about.note or about.title),
            "variableMeasured": [*self._columns(table)],
            "isBasedOn": [{"@id": self._source(key)} for key in _behind(table, self._edition)],
            "distribution": [*self._files(f"data/tables/{table.name}")],
        }
        if about.period not in UNDATED:
            told["temporalCoverage"] = about.period
        if licence := sources[about.source].licence:
            told["license"] = _terms(licence[self._lang])
        return told

    def _columns(self, table: Table) -> Iterator[Node]:
        """What the columns of numbers say, each with the unit that it is in, as we print that."""
        for column in table.about.fields:
            if column.type in {"integer", "number"}:
                told = {
                    "@type": "PropertyValue",
                    "name": self._said(column.title),
                    "propertyID": column.name,
                }
                yield told | ({"unitText": column.unit} if column.unit else {})

    def _files(self, stem: str) -> Iterator[Node]:
        for ending, kind in (("csv", "text/csv"), ("json", "application/json")):
            yield {
                "@type": "DataDownload",
                "encodingFormat": kind,
                "contentUrl": self._at(f"{stem}.{ending}"),
            }


def _terms(words: str) -> Node:
    """Terms of use that are known by their words."""
    return {"@type": "CreativeWork", "name": words}


def _behind(table: Table, edition: Edition) -> list[str]:
    reports: tuple[Report, ...] = grades.reports_of_table(table.name, edition)
    return [*dict.fromkeys(report.source for report in reports)]
