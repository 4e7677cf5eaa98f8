"""What needs something that vouches for it, by its kind and by where it stands.

- a *number* (a numeral, a fraction, a multiple, a rough count) a figure, a claim or an exemption,
  wherever it stands: a statement vouches for a sentence that holds none.
- a *superlative*, or a *share* without a number ("nearly all"), the same, or a statement around it.
- a *comparison*, a *total* or a *change* the same; or it stands in what a record says of itself:
  the label, note or caveat of a figure, table, source, statement or claim, what explains a term, an
  article's claim that its verdict stamps, the notes and caveat of a chart. These are receipts, or
  name what is measured ("fall in pay"). So is the method, the receipt of the whole; and so are the
  names of a chart's marks ("all subjects") and sides. And a figure vouches, in the sentence that
  names it, for such words of its own label: "{{ share }} of universities raised fees" where it is
  that share.

The words of the interface speak of the pages and not of the story ("all figures"): they are held
to their numbers, superlatives and shares, and where the program fills something in ("the highest of
…") to their numbers. Names, places and titles (``CITED``) are printed as they stand in documents. A
table's cells are its data, as its own source has them.
"""

from braindrain_site.quantities.spans import Kind

CITED = {
    ("changes.yaml", "sentences"),
    ("claims.yaml", "means"),
    ("exempt.yaml", "reason"),
    ("figures.yaml", "also"),
    ("figures.yaml", "at"),
    ("origins.yaml", "name"),
    ("sources.yaml", "licence"),
    ("sources.yaml", "publisher"),
    ("sources.yaml", "seen_at"),
    ("sources.yaml", "title"),
    ("glossary.yaml", "at"),
    ("statements.yaml", "at"),
    ("tables", "also"),
    ("tables", "at"),
}
"""Texts that are printed as documents have them, and what words mean: not judged."""
STATED = frozenset[Kind](("superlative", "share", "comparative", "total", "change"))
"""Kinds that a statement vouches for."""
OF_RECORDS = frozenset[Kind](("comparative", "total", "change"))
"""Kinds that may stand in what a record says of itself."""
_RECEIPTS = {
    "calculator.yaml", "changes.yaml", "claims.yaml", "figures.yaml", "glossary.yaml", "house.yaml",
    "sources.yaml", "statements.yaml", "tables", "verdicts.yaml", "words.yaml",
}  # fmt: skip
_OF_CHARTS: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(("notes", "caveat"), OF_RECORDS),
    **dict.fromkeys(("rows", "series", "choice", "switch"), frozenset[Kind](("total",))),
    "sides": frozenset(("comparative",)),
}
"""Field of a chart → kinds that may stand in it: "all subjects" names a bar, "more left" a side."""


def free(field: tuple[str, str]) -> frozenset[Kind]:
    """The kinds that need nothing to vouch for them in a *field* of a file."""
    file, key = field
    if file == "charts.yaml":
        return _OF_CHARTS.get(key, frozenset())
    return OF_RECORDS if file in _RECEIPTS else frozenset()
