"""What may be typed for each kind of value, as JSON Schema 2020-12 (https://json-schema.org)."""

from typing import Any

from braindrain_site.model.fields import (
    Address,
    Colour,
    Day,
    Digits,
    Line,
    Number,
    Period,
    Scale,
    Switch,
    Tongue,
    UrlPath,
)

Schema = dict[str, Any]
_MOMENT = r"[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"


def written(pattern: str, wanted: str, **more: Any) -> Schema:
    """Text by a *pattern*; who types another is told what is *wanted*, where the editor can."""
    return {"type": "string", "pattern": pattern, "patternErrorMessage": wanted} | more


_NUMBER = written(
    r"^-?(0|[1-9]\d*)(\.\d+)?$",
    "Write digits, with a point for decimals: 100.62.",
    type=["number", "string"],
)
KINDS: tuple[tuple[Any, Schema], ...] = (
    (Line, {"type": ["string", "number"]}),
    (Number, _NUMBER),
    (Scale, _NUMBER | {"exclusiveMinimum": 0}),
    (Digits, {"type": "integer", "minimum": -9, "maximum": 9}),
    (Tongue, written("^[a-z]{2,3}$", "Write a language by its code, such as en or ko.")),
    (
        Day,
        written(
            r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
            "Write year, month and day, such as 2025-07-08.",
        ),
    ),
    (
        Period,
        written(
            f"^(not stated|always|{_MOMENT}(/{_MOMENT})?)$",
            "Write 2024, 2024-04, 2024-04-15, a span 2021-01/2025-05, not stated, or always.",
            type=["string", "integer"], minimum=1000, maximum=2999,
        ),
    ),
    (Address, written("^https?://", "Write an address that begins with https://.")),
    (UrlPath, written("^/(.*/)?$", "A path begins and ends with a slash: /story/.")),
    (Colour, written("^#[0-9A-Fa-f]{6}$", 'Write red, green and blue in six signs: "#c8321f".')),
    (Switch, {"type": "boolean"}),
)  # fmt: skip
"""YAML takes 2024 for a number, and 2024-05 for words."""
