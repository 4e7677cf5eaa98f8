"""``csv-metadata.json``: the same CSV files described by CSV on the Web.

https://www.w3.org/TR/tabular-metadata/ says what each key means. ``titles`` is what a reader of CSV
compares with the header, so what columns are called for people stands in ``dc:title``.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from braindrain_site.exports.columns import Column, Said, Sheet
from braindrain_site.exports.package import OWN, licence
from braindrain_site.model.edition import Edition

_TYPES = {"number": "decimal", "year": "gYear"}
_OWN = licence(OWN)["path"]


def group(edition: Edition, sheets: Iterable[Sheet], titles: Said) -> dict[str, Any]:
    """The group of all *sheets*, which is called by its *titles*."""
    tables = [*sheets]
    paths = {sheet.name: sheet.path for sheet in tables}
    first = edition.site.languages[0]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": first}],
        "dc:title": _said(titles),
        "dc:publisher": _said(edition.site.publisher),
        "dc:modified": edition.site.updated.isoformat(),
        "tables": [_table(sheet, edition, paths) for sheet in tables],
    }


def _table(sheet: Sheet, edition: Edition, paths: Mapping[str, str]) -> dict[str, Any]:
    first = edition.site.languages[0]
    sources = [edition.sources[key] for key in dict.fromkeys(sheet.sources)]
    named = [source.url or source.title[first] for source in sources]
    about: dict[str, Any] = {"dc:description": _said(sheet.about)} if sheet.about else {}
    about |= {"dc:source": named} if sources else {"dc:license": {"@id": _OWN}}
    if stated := sources and sources[0].licence:
        about["dc:license"] = _said(stated)
    schema: dict[str, Any] = {"columns": [_column(column) for column in sheet.columns]}
    if sheet.key:
        schema["primaryKey"] = [*map(_name, sheet.key)]
    if keys := [_key(column, paths) for column in sheet.columns if _names_always(column)]:
        schema["foreignKeys"] = keys
    return {"url": sheet.path, "dc:title": _said(sheet.titles), **about, "tableSchema": schema}


def _names_always(column: Column) -> bool:
    """Whether every row names another: strict readers refuse a foreign key that may be empty."""
    return column.names is not None and column.required


def _key(column: Column, paths: Mapping[str, str]) -> dict[str, Any]:
    reference = {"resource": paths[column.names or ""], "columnReference": "key"}
    return {"columnReference": _name(column.name), "reference": reference}


def _column(column: Column) -> dict[str, Any]:
    ends = {"minimum": column.minimum, "maximum": column.maximum}
    kind = _TYPES.get(column.type, column.type)
    limits = {name: f"{end:f}" for name, end in ends.items() if end is not None}
    about: dict[str, Any] = {"dc:title": _said(column.titles)} if column.titles else {}
    about |= {"dc:description": column.about} if column.about else {}
    about |= {"schema:unitText": column.unit} if column.unit else {}
    return {
        "name": _name(column.name),
        "titles": column.name,
        "datatype": {"base": kind, **limits} if limits else kind,
        "required": column.required,
        **about,
    }


def _name(name: str) -> str:
    """*name* as the standard lets a column be called: percent-encoded, no underscore first."""
    encoded = quote(name, safe="")
    return f"column{encoded}" if encoded.startswith("_") else encoded


def _said(titles: Said) -> Any:
    """Words in each language that has them."""
    return [{"@value": words, "@language": lang} for lang, words in titles.items()]
