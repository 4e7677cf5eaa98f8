"""Shows the site here while ``data/`` is edited."""

import argparse
import gc
from collections.abc import Callable
from contextlib import ExitStack, closing
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from braindrain_site.commands import Verb
from braindrain_site.commands.surroundings import IN_THE_WAY, clock, memory, places
from braindrain_site.commands.verdict import waiting
from braindrain_site.disk import kept, unchanged
from braindrain_site.disk.cache import left
from braindrain_site.model.problems import listed
from braindrain_site.terminal import complain, tell

if TYPE_CHECKING:
    from braindrain_site.model.files import Files
    from braindrain_site.preview.newest import Made
    from braindrain_site.recipe import Proof


def declare(verb: Verb) -> None:
    """Says how ``serve`` is typed."""
    serve = verb("serve", help="show the site here while data/ is edited")
    serve.add_argument("--port", type=int, default=8000, help="default: %(default)s; 0: any free")
    serve.add_argument(
        "--host", action="append", default=[],
        help="a name or number by which browsers elsewhere reach this computer",
    )  # fmt: skip
    serve.set_defaults(run=_run)


def _run(root: Path, asked: argparse.Namespace) -> int:
    from braindrain_site.changes.following import Follower
    from braindrain_site.model import remembered
    from braindrain_site.preview.newest import Preview
    from braindrain_site.preview.serving import listening
    from braindrain_site.preview.watching import keep_fresh

    folders = [root / "data", places(root)[0]]
    make = _maker(root, folders)
    remembered.take_up(left(*memory(root)))
    gc.freeze()  # what is there from the beginning stays to the end
    gc.enable()
    gc.set_threshold(200_000)
    preview = Preview(make, clock, built(root / "site"))
    with ExitStack() as until_the_end:
        try:
            address = until_the_end.enter_context(listening(preview, asked.port, asked.host))
        except (OSError, OverflowError) as error:
            complain(f"The preview cannot use port {asked.port}: {error.args[-1].rstrip('.')}.")
            complain("If another preview is running, name a free port: make serve port=8001")
            complain("(without make: --port 8001).")
            return IN_THE_WAY
        tell(f"The preview is at {address} (Ctrl+C ends it).")
        if asked.host:
            tell(f"Whoever reaches this computer as {listed(asked.host)} can read it too.")
        follower = until_the_end.enter_context(closing(Follower(root, preview.tell)))

        def say(words: str) -> None:
            tell(f"{clock()} {words or 'The preview is up to date.'}")
            follower.saved()

        keep_fresh(preview, folders, say)
    return 0


def built(site: Path) -> "Files":
    """What a build left in *site*, each file read when it is asked for; nothing of others'."""
    from braindrain_site.model.files import Files

    files, paths = Files(), kept.made(site)
    if (site / "index.html").is_file():
        present = (path for path in paths if (site / path).is_file())
        files.add("built", {path: partial((site / path).read_bytes) for path in present})
    return files


def _maker(root: Path, folders: list[Path]) -> "Callable[[], Made]":
    """What makes the site of *folders*, which are judged and planned anew once they changed."""
    from braindrain_site import recipe
    from braindrain_site.judging import left_out
    from braindrain_site.preview.newest import Made

    @lru_cache(maxsize=1)
    def judged(_: str) -> "Proof":
        return recipe.judge(root / "data", publishing=False, drafts=True)

    @lru_cache(maxsize=1)
    def planned(data: str, _: str) -> Made:
        proof = judged(data)
        drafts = left_out.names(proof.edition)
        return Made(recipe.plan(proof, *places(root)), waiting(proof), drafts)

    return lambda: planned(*(unchanged.digest_of([folder]) for folder in folders))
