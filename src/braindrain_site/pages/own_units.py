"""The units of what pages work out themselves, printed in the words of the interface."""

from typing import Any, Literal

from braindrain_site.model.edition import Edition
from braindrain_site.model.entries import Unit
from braindrain_site.model.memory import recall

_RULES: dict[str, dict[str, Any]] = {
    "percent": {"scale": "0.01"},
    "times": {},
    "place": {"ordinal": "true"},
}


def own_unit(name: Literal["percent", "times", "place"], edition: Edition) -> Unit:
    """Percent of a whole, how many times, or a place in a ranking."""

    def made() -> Unit:
        words = edition.words[f"unit_{name}"].items()
        around = {lang: text.replace("{number}", "{}") for lang, text in words}
        return Unit.model_validate({"print": around, **_RULES[name]})

    return recall(edition, ("own unit", name), made)
