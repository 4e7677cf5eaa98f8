"""Publishes what ``data/`` makes, to ``site/`` or to a folder that is named."""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from braindrain_site.commands import Verb
from braindrain_site.commands.surroundings import memory, places, seconds, telling, today
from braindrain_site.commands.verdict import unused, verdict
from braindrain_site.disk import kept, publish, unchanged, versions
from braindrain_site.disk.cache import leave, left
from braindrain_site.disk.program import templates_of
from braindrain_site.terminal import complain, counted, tell

if TYPE_CHECKING:
    from braindrain_site.recipe import Proof


def declare(verb: Verb) -> None:
    """Says how ``build`` is typed."""
    build = verb("build", help="judge data/ and publish site/ (also if none is named)")
    build.add_argument("--out", type=Path, metavar="DIR", help="publish to this folder instead")
    build.add_argument(
        "--address", type=_address, metavar="URL",
        help="where it will stand, whatever site.yaml says; needs --out",
    )  # fmt: skip
    build.add_argument(
        "--keep", action="store_true",
        help="there, keep what readers see as a version of today that stays; needs --out",
    )  # fmt: skip
    build.set_defaults(run=_run)


def _address(typed: str) -> str:
    from braindrain_site.model.fields import site_address

    try:
        return site_address(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _run(root: Path, asked: argparse.Namespace) -> int:
    if asked.out:
        return _build_at(root, asked.out, asked.address, asked.keep)
    for name, typed in (("address", "address=…"), ("keep", "keep=yes")):
        if getattr(asked, name):
            complain(f"--{name} needs --out, such as --out public (make: {typed} out=public):")
            complain("site/ is what data/ alone makes.")
            return 2
    return _build(root, asked.story / "site")


def _build(root: Path, shown: Path) -> int:
    """Publish to ``site/``, which whoever typed the command calls *shown*."""
    began = seconds()
    site, record = root / "site", root / ".cache" / "built"
    publish.recover(site)
    store, program = memory(root)
    data, made = unchanged.digest_of([root / "data"]), unchanged.digest_of(_made(site))
    last = unchanged.last_build(record)
    if (last.program, last.data, last.made) == (program, data, made):
        tell(last.said, end="")
        tell(f"{shown}/ is up to date: nothing has changed since it was built.")
        return 0
    publish.require_writable(site)
    from braindrain_site import recipe, weighing
    from braindrain_site.model import remembered
    from braindrain_site.schemas.keeping import keep_schemas

    remembered.take_up(left(store, program))
    with telling() as phase:
        proof = recipe.judge(root / "data", phase)
        keep_schemas(root, proof.edition)
        parts = last.parts if (last.program, last.made) == (program, made) else {}
        files = recipe.make(proof, *places(root), phase, lambda all_: all_.keep(parts, site))
        weighing.require_light(files, proof.edition)
        phase("publishing")
        publish.publish(files, site)
    lines = (*weighing.weights(files), *unused(proof), verdict(proof))
    said = "".join(f"{line}\n" for line in lines)
    leave(store, program, remembered.written())
    made = unchanged.digest_of(_made(site))
    unchanged.remember(record, unchanged.Built(program, data, made, said, files.parts))
    tell(said, end="")
    _tell_done(shown, files, began)
    return 0


def _made(site: Path) -> Iterator[Path]:
    return (site / path for path in (kept.MADE, *kept.made(site)))


def _build_at(root: Path, out: Path, address: str | None, keep: bool) -> int:
    """Publish to *out*, which may stand at another *address* than ``site/``, and *keep* a version
    of it there."""
    began = seconds()
    from braindrain_site import recipe, weighing
    from braindrain_site.model import remembered
    from braindrain_site.pages.addresses import KEPT

    publish.require_apart(out, root, KEPT if keep else "")
    publish.recover(out)

    remembered.take_up(left(*memory(root)))
    with telling() as phase:
        known = versions.known(out / KEPT) if keep else None
        proof = recipe.judge(root / "data", phase, address=address, kept=known)
        files: Mapping[str, bytes] = recipe.make(proof, *places(root), phase)
        weighing.require_light(files, proof.edition)
        phase("publishing")
        said = verdict(proof)
        if keep:
            files, more = _keep(files, proof, root, out)
            said = f"{said}\n{more}"
        publish.publish(files, out)
    tell("\n".join((*weighing.weights(files), said)))
    _tell_done(out, files, began)
    return 0


def _tell_done(shown: Path, files: Mapping[str, bytes], began: float) -> None:
    tell(f"{shown}/: {counted(len(files), 'file')} in {seconds() - began:.1f} s.")


def _keep(
    files: Mapping[str, bytes], proof: "Proof", root: Path, out: Path
) -> tuple[Mapping[str, bytes], str]:
    """Adds *files* to the versions in *out*; returns what leads to it, and what is to be told."""
    from braindrain_site import keeping
    from braindrain_site.pages.addresses import KEPT

    new = keeping.version(files, proof.edition, templates_of(root), today())
    taken = versions.add(new.pages, new.store, out, f"{KEPT}/{new.name}")
    count = len({*(proof.edition.kept or ()), new.name})
    told = "is kept" if new.pages else "is kept already: readers see nothing new"
    return (
        new.site,
        f"{new.name} {told}. {KEPT}/: {counted(count, 'version')}, {taken / 1e6:.1f} MB.",
    )
