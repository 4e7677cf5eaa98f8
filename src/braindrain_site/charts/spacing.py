"""Keeps labels from covering one another."""

from collections.abc import Iterable, Sequence
from math import inf
from typing import NamedTuple


def spread(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float = inf
) -> list[float]:
    """Tops for blocks of *heights*, as near to the *wanted* tops as fits between *low* and *high*.

    Blocks keep the order of their wanted tops. Blocks that touch move together, each group
    centred on what its members want (pool adjacent violators). Too many blocks go past *high*.
    """

    def top_of(group: Sequence[int]) -> float:
        offset, total = 0.0, 0.0
        for member in group:
            total += wanted[member] - offset
            offset += heights[member]
        return max(low, min(total / len(group), high - offset))

    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    groups: list[list[int]] = []
    for number in order:
        groups.append([number])
        while len(groups) > 1:
            foot = top_of(groups[-2]) + sum(heights[member] for member in groups[-2])
            if foot <= top_of(groups[-1]):
                break
            groups[-2:] = [groups[-2] + groups[-1]]
    tops = [0.0] * len(wanted)
    for group in groups:
        top = top_of(group)
        for member in group:
            tops[member] = top
            top += heights[member]
    return tops


class Box(NamedTuple):
    """The rectangle that a mark or a line of text takes, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        """Whether the two share any pixel."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def room_for(boxes: Iterable[Box], taken: Sequence[Box]) -> bool:
    """Whether none of *boxes* touches one that is *taken*."""
    return not any(box.touches(other) for box in boxes for other in taken)
