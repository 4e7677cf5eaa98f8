"""The colours of pages, charts and cards, and how well they stand out from what lies below them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from braindrain_site.model.house import House, Paint

Colours = dict[str, str]
_DAY: Colours = {
    "paper": "#fbf8f2", "ink": "#1c1a17", "muted": "#5f5a52", "rule": "#d9d2c5",
    "quiet": "#8d867a", "subject": "#c8321f", "inflow": "#0f6b68", "soft": "#ece6da",
}  # fmt: skip
_NIGHT: Colours = {
    "paper": "#171613", "ink": "#ece7dd", "muted": "#a9a296", "rule": "#3a372f",
    "quiet": "#8a8478", "subject": "#ff6a4d", "inflow": "#4fb8b0", "soft": "#2a2822",
}  # fmt: skip
_STRONG_DAY: Colours = {"quiet": "#57524a", "subject": "#9a2112", "inflow": "#0a4f4c"}
_STRONG_NIGHT: Colours = {"quiet": "#aaa397", "subject": "#ff8d75", "inflow": "#4fb8b0"}
_PRINT: Colours = {"subject": "#b02a18", "inflow": "#0f6b68"}
TEXT, MARK, STRONG = 4.5, 3.0, 7.0
"""The least contrast of text, of marks (WCAG 2.2, AA: 1.4.3, 1.4.11), and of text for those who ask
for more (AAA, 1.4.6)."""


class Pair(NamedTuple):
    """What lies on a ground, and how much it has to stand out from that."""

    above: Paint
    ground: Paint
    least: float


PAIRS = (
    *(Pair(text, "paper", TEXT) for text in ("ink", "muted", "subject", "inflow")),
    *(Pair(text, "soft", TEXT) for text in ("ink", "muted")),
    Pair("quiet", "paper", MARK),
    Pair("ink", "quiet", MARK),  # bars that are set apart lie beside others
)
"""What is read or looked at on what."""


@dataclass(frozen=True)
class Palette:
    """The colours by name: by day and by night, then those that change for readers who ask for more
    contrast, and on printed paper."""

    day: Colours
    night: Colours
    strong_day: Colours
    strong_night: Colours
    printed: Colours


def palette(house: House) -> Palette:
    """The program's colours with those of the *house* in their place."""
    own = house.colours.own
    day = _DAY | {name: each.light for name, each in own.items()}
    night = _NIGHT | {name: each.dark for name, each in own.items()}
    return Palette(
        day=day,
        night=night,
        strong_day=_strengthened(_STRONG_DAY, house, day),
        strong_night=_strengthened(_STRONG_NIGHT, house, night),
        printed=_PRINT | {name: own[name].light for name in _PRINT if name in own},
    )


def _strengthened(usual: Colours, house: House, colours: Colours) -> Colours:
    """The *usual* stronger colours; where the house has its own, these made as strong as needed."""
    if not {*usual, "paper"} & house.colours.own.keys():
        return usual
    return {name: stronger(colours[name], colours["paper"], STRONG) for name in usual}


def contrast(one: str, other: str) -> float:
    """How much two colours differ in lightness, from 1 to 21 (WCAG 2.2, contrast ratio).

    >>> contrast("#000000", "#ffffff"), contrast("#777777", "#777777")
    (21.0, 1.0)
    """
    low, high = sorted(map(_luminance, (one, other)))
    return round((high + 0.05) / (low + 0.05), 2)


def stronger(colour: str, ground: str, least: float) -> str:
    """*colour*, as much nearer to black or to white as it has to be to stand out from *ground*.

    >>> stronger("#ff6a4d", "#ffffff", 4.5), stronger("#c8321f", "#ffffff", 4.5)
    ('#c4523b', '#c8321f')
    """
    return next(each for each in _towards_an_end(colour, ground) if contrast(each, ground) >= least)


def _towards_an_end(colour: str, ground: str) -> Iterator[str]:
    end = 0 if contrast(ground, "#000000") > contrast(ground, "#ffffff") else 255
    for step in range(101):
        parts = (round(part + (end - part) * step / 100) for part in _parts(colour))
        yield "#" + "".join(f"{part:02x}" for part in parts)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _luminance(colour: str) -> float:
    """How light a colour is (WCAG 2.2, relative luminance)."""
    shares = (part / 255 for part in _parts(colour))
    linear = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
