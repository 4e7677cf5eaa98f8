"""What a build tells the person who waits."""

import io

from braindrain_site.progress import Progress


def test_a_phase_gets_its_seconds_when_it_ends() -> None:
    stream, ticks = io.StringIO(), iter([0.0, 1.0, 3.5, 4.0])
    progress = Progress(stream, lambda: next(ticks))

    progress("reading")
    progress("drawing", 0, 4)
    progress("drawing", 1, 4)
    progress("")

    *shown, end = stream.getvalue().split("\r\x1b[K")[1:]
    assert [*shown, end] == [
        "  reading …",
        "  reading               2.50 s\n",
        "  drawing              [........................] 0 of 4",
        "  drawing              [######..................] 1 of 4",
        "  drawing               0.50 s\n",
    ]
