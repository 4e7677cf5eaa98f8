"""What one process worked out, the next one knows."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from braindrain_site.model import remembered
from braindrain_site.model.remembered import Apart, Memory, take_up, written

asked: list[str] = []


@remembered.remembered(2)
def shouted(word: str) -> str:
    asked.append(word)
    return word.upper()


@pytest.fixture(autouse=True)
def at_first() -> Iterator[None]:
    remembered.forget()
    asked.clear()
    yield
    remembered.forget()


def test_the_same_is_worked_out_once() -> None:
    assert [shouted("a"), shouted("a")] == ["A", "A"]
    assert asked == ["a"]


def test_the_oldest_goes_when_one_more_comes() -> None:
    for word in ("a", "b", "c", "c", "a"):
        shouted(word)
    assert asked == ["a", "b", "c", "a"]


def test_the_next_process_takes_it_up() -> None:
    shouted("a")
    take_up(written())
    assert shouted("a") == "A"
    assert asked == ["a"]


def test_what_nobody_asks_for_again_is_not_written_again() -> None:
    shouted("a")
    take_up(written())
    shouted("b")
    take_up(written())
    shouted("a")
    assert asked == ["a", "b", "a"]


def test_nothing_taken_up_is_nothing_known() -> None:
    shouted("a")
    take_up(b"")
    shouted("a")
    assert asked == ["a", "a"]


def test_what_goes_too_deep_is_not_written() -> None:
    deep: list[object] = []
    for _ in range(5_000):
        deep = [deep]
    known: Memory[str, object] = Memory("deep", 1)
    known["it"] = deep
    assert written() == b""


@dataclass(frozen=True)
class Shown(Apart):
    title: str
    frame: list[str] = field(compare=False)


def test_a_table_is_read_when_it_is_asked_for() -> None:
    known: Memory[str, Shown] = Memory("shown", 1)
    known["it"] = Shown("pay", ["1"])
    for _ in range(2):  # written as it was read, unread
        take_up(written())
        assert "frame" not in vars(known["it"])
    assert known["it"] == Shown("pay", [])
    assert known["it"].frame == ["1"]
    with pytest.raises(AttributeError, match="typed"):
        known["it"].typed  # type: ignore[attr-defined]  # noqa: B018
