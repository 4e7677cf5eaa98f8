"""``datapackage.json``: all CSV files described by Data Package, version 2.

https://datapackage.org/standard/data-package/ says what each key means. A licence is named only
where the source states one: what stood at the top would count for every table below it.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from braindrain_site.exports.columns import Column, Sheet
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Source

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
OWN = "CC BY 4.0"
"""The licence of our own arrangement (LICENSE)."""
_CREATIVE_COMMONS = re.compile(r"CC (BY(?:-[A-Z]{2})*) (\d\.\d)(?: [A-Z]+)?")
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def package(
    edition: Edition,
    sheets: Iterable[Sheet],
    csv: Callable[[str], bytes],
    titles: Mapping[str, str],
) -> dict[str, Any]:
    """The description of *sheets*, whose bytes *csv* gives, and of the whole under its *titles*."""
    site, first = edition.site, edition.site.languages[0]
    name = _NOT_IN_NAMES.sub("-", titles[first].lower()).strip("-")
    said = {
        "$schema": PROFILE,
        "name": name,
        "title": titles[first],
        "titles": titles,
        "description": site.description[first],
        "homepage": site.address,
        "version": site.updated.isoformat(),
        "contributors": [{"title": site.publisher[first], "roles": ["publisher"]}],
        "sources": [_source(source, first) for source in edition.sources.values()],
        "resources": [_resource(sheet, edition, csv(sheet.path)) for sheet in sheets],
    }
    return _without_nothing(said)


def _resource(sheet: Sheet, edition: Edition, content: bytes) -> dict[str, Any]:
    first = edition.site.languages[0]
    sources = [edition.sources[key] for key in dict.fromkeys(sheet.sources)]
    stated = [source.licence[first] for source in sources[:1] if source.licence]
    return _without_nothing(
        {
            "name": sheet.name,
            "path": sheet.path,
            "type": "table",
            "title": sheet.titles[first],
            "titles": sheet.titles,
            "description": sheet.about.get(first),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": len(content),
            "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
            "licenses": [*map(licence, stated if sources else [OWN])],
            "sources": [_source(source, first) for source in sources],
            "schema": _schema(sheet, first),
        }
    )


def licence(stated: str) -> dict[str, str]:
    """A licence as it is stated, with name and address if it is one of Creative Commons.

    >>> licence("CC BY-ND 4.0")["path"], licence("free to use, see the report")["name"]
    ('https://creativecommons.org/licenses/by-nd/4.0/', 'other')
    """
    found = _CREATIVE_COMMONS.fullmatch(stated)
    if not found:
        return {"name": "other", "title": stated}
    kind, version = found.groups()
    path = f"https://creativecommons.org/licenses/{kind.lower()}/{version}/"
    return {"name": f"CC-{kind}-{version}", "path": path, "title": stated}


def _source(source: Source, lang: str) -> dict[str, Any]:
    title = f"{source.publisher[lang]}: {source.title[lang]}"
    return {"title": title} | ({"path": source.url} if source.url else {})


def _schema(sheet: Sheet, lang: str) -> dict[str, Any]:
    return _without_nothing(
        {
            "fields": [_field(column, lang) for column in sheet.columns],
            "missingValues": [""],
            "primaryKey": [*sheet.key],
            "foreignKeys": [
                {
                    "fields": [column.name],
                    "reference": {
                        "resource": "" if column.names == sheet.name else column.names,
                        "fields": ["key"],
                    },
                }
                for column in sheet.columns
                if column.names
            ],
        }
    )


def _field(column: Column, lang: str) -> dict[str, Any]:
    constraints = {
        "required": column.required or None,
        "unique": column.unique or None,
        "minimum": _plain(column.minimum),
        "maximum": _plain(column.maximum),
    }
    return _without_nothing(
        {
            "name": column.name,
            "type": column.type,
            "title": column.titles.get(lang),
            "titles": column.titles,
            "description": column.about,
            "unit": column.unit,
            "labels": column.labels,
            "constraints": _without_nothing(constraints),
        }
    )


def _plain(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral() else float(number)


def _without_nothing(said: Mapping[str, Any]) -> dict[str, Any]:
    """*said* without the keys that say nothing; what is zero does say something."""
    return {key: what for key, what in said.items() if what or (what == 0 and what is not False)}
