"""What the columns of our own tables are: of figures, their reports, sources, units and so on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from braindrain_site.exports.columns import Column, Kind


class Part(NamedTuple):
    """One part of a record: a column, or one for each language if it is said to readers."""

    name: str
    about: str
    type: Kind = "string"
    spoken: bool = False
    required: bool = False
    names: str | None = None


KEY = Part("key", "Its name, which stays the same.", required=True)
_SOURCE = Part("source", "The document that gives it.", names="sources")
_AT = Part("at", "The place in that document.", spoken=True)
_PRINTED = Part("as_printed", "A few words as they are printed there.")
_ORIGIN = Part("origin", "Who counted, measured or said it.", spoken=True)
FIGURE = (
    KEY,
    Part("label", "What is counted, as it reads after the number.", spoken=True, required=True),
    Part("value", "The number in its unit, to the last digit known.", "number", required=True),
    Part("unit", "The unit of the value.", required=True, names="units"),
    Part("qualifier", "How firm it is: exactly, about, over, up_to or under.", required=True),
    Part("formula", "How it is worked out from other figures and tables, if it is."),
    Part(
        "period",
        "The time it speaks of: a year, a month, a day, two of them with a slash; or always.",
    ),
    Part("basis", "What it counts, so that unlike things are not compared."),
    _SOURCE,
    _AT,
    _PRINTED,
    Part("also", "Further documents that give it; the table of reports has them one by one."),
    _ORIGIN,
    Part("evidence", "How well it is known: the method page says by which rule.", required=True),
    Part("reports", "How many documents give it.", "integer", required=True),
    Part("disputed_by", "The figure that contradicts it.", names="figures"),
    Part("disputed_reason", "What speaks against it.", spoken=True),
    Part("until", "The last day on which it holds.", "date"),
    Part("due", "The day on which the plan that it states falls due.", "date"),
    Part("variant_of", "The figure of which it is another printing.", names="figures"),
    Part("note", "What else there is to know.", spoken=True),
    Part("caveat", "What to beware of.", spoken=True),
    Part("page", "Where it stands on the pages, below the top of the site.", spoken=True),
)
MARK = (
    Part("mark", "What the mark of the chart is called.", spoken=True),
    Part("group", "The group of marks it belongs to.", spoken=True),
    *(part._replace(names="figures") if part is KEY else part for part in FIGURE),
)
REPORT = (
    Part("figure", "The figure.", required=True, names="figures"),
    Part("number", "1 for the first report of it, and so on.", "integer", required=True),
    _SOURCE._replace(required=True),
    _AT,
    _PRINTED,
    _ORIGIN,
)
STATEMENT = (
    KEY,
    Part("words", "The words as they are printed, where they are worth quoting."),
    _SOURCE._replace(required=True),
    _AT,
    Part("who", "Who says it.", spoken=True, required=True),
    Part("named", "Whether the document gives the name of who says it."),
    Part("sure", "is: said to be so; may: said to be possible or planned.", required=True),
)
VERDICT = (
    KEY,
    Part("article", "The document that makes the claim.", required=True, names="sources"),
    Part("printed", "A few words of the claim as printed there.", required=True),
    Part("says", "The claim in our words.", spoken=True, required=True),
    Part("stamp", "holds, loose, fails or untraced.", required=True),
    Part("rule", "The rule that gave the stamp.", required=True),
    Part("reason", "Why the stamp is what it is.", spoken=True, required=True),
    Part("holds", "The condition that stands for the claim.", required=True),
    Part("loosely", "A weaker condition, where that one is not met."),
)
SOURCE = (
    KEY,
    Part("publisher", "Who published it.", spoken=True, required=True),
    Part("title", "Its title.", spoken=True, required=True),
    Part("language", "The language it is written in.", required=True),
    Part("kind", "newspaper, report, statistics, news_release or aggregator.", required=True),
    Part("seen", "How it was seen: primary, mirror, article or second_hand.", required=True),
    Part("published", "When it was published.", required=True),
    Part("retrieved", "The day on which it was looked up.", "date", required=True),
    _ORIGIN,
    Part("url", "Its own address."),
    Part("seen_at", "Where it was read, if not at its own address.", spoken=True),
    Part("seen_url", "The address of that place."),
    Part("licence", "Its terms of use, as far as they are stated.", spoken=True),
    Part("note", "What else there is to know.", spoken=True),
)
UNIT = (
    KEY,
    Part("print", "How it is printed; braces stand for the number.", spoken=True, required=True),
    Part("dimension", "What arithmetic compares; 1 for pure numbers.", required=True),
    Part("scale", "How many base units one is.", "number", required=True),
)
TABLES: Mapping[str, tuple[tuple[Part, ...], tuple[str, ...]]] = {
    "units": (UNIT, ("key",)),
    "sources": (SOURCE, ("key",)),
    "figures": (FIGURE, ("key",)),
    "reports": (REPORT, ("figure", "number")),
    "statements": (STATEMENT, ("key",)),
    "verdicts": (VERDICT, ("key",)),
}
"""Name → the parts of its records, and which of them name a row."""


def columns(parts: Iterable[Part], languages: Iterable[str]) -> Iterator[Column]:
    """The columns of *parts*, one for each language where a part is said to readers."""
    for part in parts:
        for lang in languages if part.spoken else ("",):
            name = f"{part.name}_{lang}" if lang else part.name
            about = f"{part.about} (language: {lang})" if lang else part.about
            yield Column(name, part.type, about, required=part.required, names=part.names)


def cells(
    record: Mapping[str, Any], parts: Iterable[Part], languages: Sequence[str]
) -> Iterator[str]:
    """The cells of a *record*, in the order of its columns."""
    flat = _flat(record)
    for part in parts:
        found = flat.get(part.name)
        if part.spoken:
            yield from ((found or {}).get(lang, "") for lang in languages)
        else:
            yield _cell(found)


def _flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """*record* with what it holds more of than one cell can in words."""
    flat = dict(record)
    if disputed := flat.get("disputed"):
        flat |= {"disputed_by": disputed["by"], "disputed_reason": disputed["reason"]}
    if basis := flat.get("basis"):
        flat["basis"] = "; ".join(f"{key}: {what}" for key, what in basis.items())
    if also := flat.get("also"):
        flat["also"] = "; ".join(report["source"] for report in also)
    return flat


def _cell(found: Any) -> str:
    if not found and found != 0:
        return ""
    return f"{Decimal(repr(found)):f}" if isinstance(found, int | float) else str(found)
