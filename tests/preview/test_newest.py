"""The newest good edition stays, whatever is saved after it."""

import errno
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed

import pytest

from braindrain_site.model.problems import Place, Problem, Rejected
from braindrain_site.preview.newest import Made, Preview

GOOD = Made({"index.html": b"good"})


def in_turn(*builds: Made | Exception) -> Callable[[], Made]:
    """Makes one of *builds* after the other."""
    left: Iterator[Made | Exception] = iter(builds)

    def make() -> Made:
        made = next(left)
        if isinstance(made, Exception):
            raise made
        return made

    return make


def rejected() -> Rejected:
    return Rejected([Problem(Place("data/site.yaml"), "The title is missing.")], {})


def test_a_mistake_from_the_start_is_shown_on_an_empty_page() -> None:
    preview = Preview(in_turn(rejected()), str)
    preview.rebuild()
    status, kind, page = preview.answer("")

    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert b"There is no good page yet." in page
    assert b"The title is missing." in page


def test_a_mistake_from_the_start_is_shown_on_what_site_holds() -> None:
    """Until there is a good page; and so while that is made first."""
    built = {"index.html": b"built", "404.html": b"nowhere"}
    preview = Preview(in_turn(rejected(), GOOD, rejected()), lambda: "9:30", built)
    page = preview.answer("")[2]
    assert b"built" in page
    assert b"This page is that of site/, as it was last built. The newest" in page

    preview.rebuild()
    page = preview.answer("")[2]
    assert b"built" in page
    assert b"This page is that of site/, as it was last built. What was saved is not" in page
    assert b"The title is missing." in page
    assert preview.answer("elsewhere")[0] == 404

    preview.rebuild()
    assert preview.answer("")[2].startswith(b"good")
    preview.rebuild()
    page = preview.answer("")[2]
    assert page.startswith(b"good")
    assert b"the last good one, of 9:30." in page


def test_the_page_is_of_the_last_good_build() -> None:
    """Also where that changed nothing."""
    times = iter(["9:00", "9:30"])
    preview = Preview(in_turn(GOOD, GOOD, rejected()), lambda: next(times))
    for _ in range(3):
        preview.rebuild()

    assert b"the last good one, of 9:30." in preview.answer("")[2]


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (ZeroDivisionError("ours"), "ZeroDivisionError: ours"),
        (ValueError("no letter: \udcff"), "ValueError: no letter: "),
        (OSError(errno.EIO, "Input/output error", "data/a.md"), "data/a.md: input/output error."),
    ],
)
def test_a_fault_is_shown_and_the_preview_goes_on(fault: Exception, told: str) -> None:
    """Our own keeps its traceback; the disk's is a sentence."""
    preview = Preview(in_turn(GOOD, fault, GOOD), str)
    assert preview.rebuild() == ""

    assert told in preview.rebuild()
    page = preview.answer("")[2].decode()
    assert "good" in page
    assert told in page

    assert preview.rebuild() == ""
    assert told not in preview.answer("")[2].decode()


def test_a_build_that_changes_nothing_reloads_nothing() -> None:
    preview = Preview(lambda: GOOD, str)
    preview.rebuild()
    seen = preview.version
    preview.rebuild()

    assert not preview.changed_since(seen, 0)


def test_who_waits_longest_makes_room() -> None:
    """Of four that wait one leaves with nothing; the others leave when there is something."""
    preview = Preview(in_turn(GOOD, Made({"index.html": b"better"})), str)
    preview.rebuild()
    with ThreadPoolExecutor(4) as pages:
        seen = preview.version
        waiting = [pages.submit(preview.changed_since, seen, 120.0) for _ in range(4)]
        assert next(as_completed(waiting)).result() is False
        preview.rebuild()
        assert sorted(page.result() for page in waiting) == [False, True, True, True]
