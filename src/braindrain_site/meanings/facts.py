"""What the formula of a claim makes sure of, and whether a meaning follows from it."""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from braindrain_site.figures import evaluation, formulas
from braindrain_site.figures.evaluation import Scope, Series
from braindrain_site.meanings.intervals import Interval, compared, exactly
from braindrain_site.meanings.meaning import SIDES, Meaning
from braindrain_site.meanings.ratios import (
    constant,
    divided,
    factor,
    is_only_relative,
    is_ratio,
    is_relative,
)
from braindrain_site.model.amounts import Amount

_SIGNS: dict[type[ast.cmpop], str] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==",
}  # fmt: skip
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}


@dataclass(frozen=True)
class Fact:
    """What one comparison makes sure of, about one thing.

    ``numbers`` are the ways to say it as a number: as a ratio, as an amount; ``relative`` says of
    each whether it is a share or a multiple. ``ratio`` is what the left side, the later, comes to
    as a part of the right. ``sign`` is that of the left side against the right. ``place`` is a
    rank, from the top and from the bottom, with whether others share it. ``moment`` is when the
    left side is, ``backwards`` if the right is later. ``two_sided`` if both sides name something.
    ``only_relative`` if what is known is never said as a number of something.
    """

    about: str
    numbers: tuple[Interval, ...] = ()
    relative: tuple[bool, ...] = ()
    ratio: Interval | None = None
    sign: int | None = None
    place: tuple[int, int] | None = None
    shared: bool = False
    moment: str = ""
    backwards: bool = False
    two_sided: bool = False
    only_relative: bool = False

    def __str__(self) -> str:
        if self.place:
            return f"place {self.place[0]}{', which others share' if self.shared else ''}"
        if self.sign is not None and self.two_sided:
            earlier = ", and the left side is the earlier" if self.backwards else ""
            return SIDES[self.sign] + earlier
        earlier = ", of which the upper part is the earlier" if self.backwards else ""
        return "".join(str(interval) for interval in self.numbers[:1]) + earlier


def facts(holds: str, scope: Scope, periods: Mapping[str, str]) -> list[Fact]:
    """All that *holds* makes sure of; comparisons of the same thing are taken together.

    *periods* tells of what time each figure speaks, where that is known.
    """
    tree = formulas.parse(holds)
    parts = tree.values if isinstance(tree, ast.BoolOp) else [tree]
    found: dict[str, Fact] = {}
    for part in parts:
        named = any(isinstance(node, ast.Name) for node in ast.walk(part))
        if named and isinstance(part, ast.Compare) and type(part.ops[0]) in _SIGNS:
            fact = _timed(_fact(part, scope), part, periods)
            found[fact.about] = _both(found[fact.about], fact) if fact.about in found else fact
    return list(found.values())


def _both(one: Fact, other: Fact) -> Fact:
    numbers = tuple(a.both(b) for a, b in zip(one.numbers, other.numbers, strict=False))
    sign = one.sign if one.sign == other.sign else None
    ratio = one.ratio.both(other.ratio) if one.ratio and other.ratio else None
    backwards = one.backwards or other.backwards
    return replace(one, numbers=numbers, ratio=ratio, sign=sign, backwards=backwards)


def _timed(fact: Fact, node: ast.Compare, periods: Mapping[str, str]) -> Fact:
    """*fact* with the time of its left side, or of what is above the line there."""
    left = divided(factor(node.left)[1])
    right = divided(factor(node.comparators[0])[1])
    if is_ratio(left):
        ratio = left
        left, right = ratio.left, ratio.right
    one, other = _moment(left, periods), _moment(right, periods)
    return replace(fact, moment=one, backwards=bool(one and other and one < other))


def _moment(node: ast.expr, periods: Mapping[str, str]) -> str:
    """When a figure's time ends, or the year that names a row; nothing where that is unknown."""
    match node:
        case ast.Name(id=name):
            return periods.get(name, "").rpartition("/")[2]
        case ast.Subscript(slice=ast.Constant(value=str(key))) if key[:4].isdecimal():
            return key
    return ""


def _fact(node: ast.Compare, scope: Scope) -> Fact:
    left, right = divided(node.left), divided(node.comparators[0])
    sign = _SIGNS[type(node.ops[0])]
    if constant(left) is not None:
        left, right, sign = right, left, _TURNED[sign]
    if sign == "==" and (ranked := _rank(left, right, scope)):
        return ranked
    bound = constant(right)
    if bound is not None:
        return _about(left, sign, bound, scope)
    return _between(left, right, sign, scope)


def _about(left: ast.expr, sign: str, bound: Fraction, scope: Scope) -> Fact:
    """``left > 4`` or ``2 * left > 8``: left is above 4."""
    times, rest = factor(left)
    interval = compared(sign, bound / times) if times > 0 else Interval(None, None)
    changes = isinstance(rest, ast.Call) and ast.unparse(rest.func) == "change"
    ratio = interval.grown(1) if changes else interval if is_ratio(rest) else None
    relative = is_relative(rest, scope)
    return Fact(
        ast.dump(rest), (interval,), (relative,), ratio, _sign_of(rest, interval),
        only_relative=is_only_relative(rest, scope),
    )  # fmt: skip


def _sign_of(node: ast.expr, interval: Interval) -> int | None:
    """Whether more or less: of a ratio against one, of any other number against nought."""
    edge = Fraction(1 if is_ratio(node) else 0)
    if interval == exactly(edge):
        return 0
    if compared(">", edge).holds_all_of(interval):
        return 1
    return -1 if compared("<", edge).holds_all_of(interval) else None


def _between(left: ast.expr, right: ast.expr, sign: str, scope: Scope) -> Fact:
    """``a > b``: a is more than b, and a divided by b above one."""
    (above, left), (below, right) = factor(left), factor(right)
    signs = {">": 1, "<": -1, "==": 0}
    numbers: tuple[Interval, ...] = ()
    if above > 0 and below > 0:
        numbers = (compared(sign, below / above),)
    plain = above == below
    relative = (True,) * len(numbers)
    known = _amount(right, scope)
    if known is not None and above == below == 1:
        numbers, relative = (*numbers, compared(sign, known)), (True, is_relative(right, scope))
    about, ratio = ast.dump(left) + ast.dump(right), numbers[0] if numbers else None
    known_sign = signs.get(sign) if plain else None
    return Fact(about, numbers, relative, ratio, known_sign, two_sided=True)


def _amount(node: ast.expr, scope: Scope) -> Fraction | None:
    """The value of a figure that stands alone, as printed in its unit."""
    if not isinstance(node, ast.Name):
        return None
    amount = evaluation.worked_out(node, scope)
    return Fraction(amount.value) if isinstance(amount, Amount) else None


def _rank(left: ast.expr, right: ast.expr, scope: Scope) -> Fact | None:
    """``rank(table.column, "key") == 3``, or a cell that is the ``max`` of its column."""
    match left:
        case ast.Call(func=ast.Name(id="rank"), args=[column, ast.Constant(value=str(key))]):
            return _placed(column, key, scope)
    match left, right:
        case (
            ast.Subscript(value=column, slice=ast.Constant(value=str(key))),
            ast.Call(func=ast.Name(id="max" | "min")),
        ) if isinstance(right, ast.Call) and ast.dump(right.args[0]) == ast.dump(column):
            return _placed(column, key, scope)
    return None


def _placed(column: ast.expr, key: str, scope: Scope) -> Fact:
    """The place that *key* has: the formula says so, or the claim is told untrue elsewhere."""
    series = evaluation.worked_out(column, scope)
    assert isinstance(series, Series)  # the claim has been worked out
    values = [cell.value for cell in series.cells.values() if isinstance(cell, Amount)]
    own = series.cells[key]
    assert isinstance(own, Amount)
    above, below = sum(v > own.value for v in values), sum(v < own.value for v in values)
    return Fact(
        f"{ast.dump(column)} {key}",
        place=(above + 1, below + 1),
        shared=values.count(own.value) > 1,
    )


def follows(meaning: Meaning, known: Sequence[Fact]) -> bool:
    """Whether every one of the *known* facts makes sure of *meaning*; a turn needs two of them."""
    if not known:
        return False
    if meaning.timed and any(fact.backwards or fact.ratio is None for fact in known):
        return False
    if meaning.kind == "turn":
        signs = [fact.sign for fact in known]
        moments = [fact.moment for fact in known if fact.moment]
        in_order = moments == sorted(moments)
        return in_order and signs[-1] == meaning.sign and -meaning.sign in signs[:-1]
    return all(_makes_sure(meaning, fact) for fact in known)


def _makes_sure(meaning: Meaning, fact: Fact) -> bool:
    wanted = meaning.interval
    match meaning.kind:
        case "direction" if wanted:
            in_it = fact.ratio is not None and wanted.holds_all_of(fact.ratio)
            return in_it or fact.sign in (0, meaning.sign)
        case "direction":
            return fact.sign == meaning.sign
        case "rank" if fact.place:
            assert wanted
            place = fact.place[0 if meaning.sign > 0 else 1]
            return place == wanted.low and not (meaning.alone and fact.shared)
    numbers = fact.numbers if meaning.amount else fact.numbers[:1]
    if meaning.relative:
        numbers = tuple(n for n, each in zip(numbers, fact.relative, strict=False) if each)
    if meaning.timed and fact.ratio:
        numbers = (fact.ratio,)
    rank_from_top = meaning.kind == "number" or meaning.sign > 0
    return rank_from_top and wanted is not None and any(map(wanted.holds_all_of, numbers))


def described(known: Sequence[Fact]) -> str:
    """What the facts make sure of, in a few words."""
    return "; and ".join(map(str, known)) or "nothing that words could say"
