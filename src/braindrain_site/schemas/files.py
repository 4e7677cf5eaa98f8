"""The JSON Schema of each file of ``data/``.

Made from the records themselves, with the names that the edition has at the moment, and what
``data/README.md`` says of each key. The build judges more, and has the last word: a schema that
passes is no proof.
"""

import re

from braindrain_site.model.amendments import Amendment
from braindrain_site.model.chart import Chart
from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import (
    Calculator,
    Claim,
    Exemption,
    Figure,
    Origin,
    Source,
    Statement,
    Term,
    Unit,
    Verdict,
)
from braindrain_site.model.house import House
from braindrain_site.model.record import Record
from braindrain_site.model.site import Site
from braindrain_site.model.tables import Sidecar
from braindrain_site.schemas.records import Writer
from braindrain_site.schemas.typed import Schema

_FILES: dict[str, type[Record]] = {
    "units.yaml": Unit,
    "origins.yaml": Origin,
    "sources.yaml": Source,
    "figures.yaml": Figure,
    "charts.yaml": Chart,
    "claims.yaml": Claim,
    "statements.yaml": Statement,
    "exempt.yaml": Exemption,
    "glossary.yaml": Term,
    "verdicts.yaml": Verdict,
    "changes.yaml": Amendment,
}
"""Files of entries by name, and what each entry is."""
_SECTION = re.compile(r"^## (\S+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_DESCRIBED = re.compile(r"^\| ((?:`\w+`(?:, )?)+) \| (.*) \|$", re.MULTILINE)


def schemas(edition: Edition, guide: str = "") -> dict[str, Schema]:
    """File below ``data/`` → its schema, that of all sidecars under ``tables.yaml``; *guide* is the
    text of ``data/README.md``."""
    told = descriptions(guide)
    made = {
        file: Writer(edition, told.get(file, {})).entries(kind) for file, kind in _FILES.items()
    }
    made["site.yaml"] = Writer(edition, told.get("site.yaml", {})).record(Site)
    made["house.yaml"] = Writer(edition, told.get("house.yaml", {})).record(House)
    parts = made["house.yaml"]["properties"]["basis"]["additionalProperties"]
    parts |= {"type": ["object", "array"]}
    made["calculator.yaml"] = Writer(edition, told.get("calculator.yaml", {})).record(Calculator)
    made["words.yaml"] = Writer(edition, {}).words()
    made["tables.yaml"] = Writer(edition, told.get("tables/", {})).record(Sidecar)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {file: head | {"title": file} | schema for file, schema in made.items()}


def descriptions(guide: str) -> dict[str, dict[str, str]]:
    """File → key → what the guide says it is."""
    return {
        file: {
            key: words.replace("`", "")
            for keys, words in _DESCRIBED.findall(section)
            for key in re.findall(r"\w+", keys)
        }
        for file, section in _SECTION.findall(guide)
    }
