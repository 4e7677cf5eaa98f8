"""What pure functions gave: kept while a process runs, and written for the next.

Whoever writes a chapter builds every few minutes, and each time nearly all texts are those of the
last time.
"""

import pickle
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import TYPE_CHECKING, Any, ClassVar, ParamSpec, TypeVar

K = TypeVar("K")
V = TypeVar("V")
P = ParamSpec("P")
T = TypeVar("T")


class Memory(dict[K, V]):
    """What is known by a *name*, at most so many things: the oldest goes when one more comes.

    What was taken up of another process counts as known, and comes in when it is asked for.
    """

    def __init__(self, name: str, most: int) -> None:
        super().__init__()
        self._name, self._most, self._adding = name, most, Lock()
        _EVERY[name] = self

    def __missing__(self, key: K) -> V:
        found: V = _TAKEN_UP.get(self._name, {})[key]
        self[key] = found
        return found

    def __setitem__(self, key: K, value: V) -> None:
        with self._adding:
            while len(self) >= self._most:
                del self[next(iter(self))]
            super().__setitem__(key, value)


_EVERY: dict[str, Memory[Any, Any]] = {}
_TAKEN_UP: dict[str, dict[Any, Any]] = {}
"""What another process knew: the name of a memory → what it held."""


def remembered(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Has a function look up what it gave for the same before; the newest *most* are known.

    It has to be pure; what it is asked, in order, and what it gives, such as `pickle` takes.
    """

    def around(work: Callable[P, T]) -> Callable[P, T]:
        known: Memory[Any, T] = Memory(f"{work.__module__}.{work.__qualname__}", most)

        @wraps(work)
        def found(*given: P.args, **named: P.kwargs) -> T:
            try:
                return known[given]
            except KeyError:
                known[given] = work(*given, **named)
                return known[given]

        return found

    return around


class Apart:
    """Has fields that are written apart, and read when they are first asked for.

    With tables comes pandas, which takes longer to load than most builds take without.
    """

    _APART: ClassVar[tuple[str, ...]] = ("frame", "typed")

    def __getstate__(self) -> dict[str, Any]:
        return {
            (_unread(name) if name in self._APART else name): (
                pickle.dumps(value) if name in self._APART else value
            )
            for name, value in vars(self).items()
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """What is not there, or not yet."""
            try:
                unread = vars(self).pop(_unread(name))
            except KeyError:
                raise AttributeError(name) from None
            vars(self)[name] = pickle.loads(unread)  # noqa: S301  our own
            return vars(self)[name]


def _unread(name: str) -> str:
    return f"{name}, unread"


def written() -> bytes:
    """All that was asked since the process began, for ``take_up``; empty if it goes too deep."""
    try:
        return pickle.dumps({name: dict(known) for name, known in _EVERY.items()})
    except RecursionError:  # a formula of a thousand brackets
        return b""


def take_up(before: bytes) -> None:
    """Knows what ``written`` wrote in another process of the same program, in place of all else.

    Nothing else may be handed in: it is run.
    """
    forget()
    _TAKEN_UP.update(pickle.loads(before) if before else {})  # noqa: S301  our own


def forget() -> None:
    """Knows nothing, as a process that begins."""
    _TAKEN_UP.clear()
    for known in _EVERY.values():
        known.clear()
