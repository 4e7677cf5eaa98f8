"""Amends ``data/``: what is compared, called otherwise, or proved."""

import argparse
from pathlib import Path

from braindrain_site.commands import Verb


def declare(verb: Verb) -> None:
    """Says how ``reviewed``, ``rename`` and ``witness`` are typed."""
    reviewed = verb("reviewed", help="remember that translations say what their originals now say")
    reviewed.add_argument(
        "name", nargs="*", help="what has been compared; none: list what waits, and mark nothing"
    )
    reviewed.set_defaults(run=_reviewed)
    rename = verb("rename", help="call something by another name, wherever it is named")
    rename.add_argument("old", help="its name; figure:NAME if a chart or a source is called so too")
    rename.add_argument("new", help="its new name")
    rename.set_defaults(run=_rename)
    witness = verb("witness", help="keep what proves that a source prints what is quoted from it")
    witness.add_argument("source", help="its name in sources.yaml")
    witness.add_argument("file", type=Path, help="its whole text, of which no copy is kept")
    witness.set_defaults(run=_witness)


def _reviewed(root: Path, asked: argparse.Namespace) -> int:
    from braindrain_site import amending

    return amending.reviewed(root, asked.name)


def _rename(root: Path, asked: argparse.Namespace) -> int:
    from braindrain_site import amending

    return amending.rename(root, asked.old, asked.new)


def _witness(root: Path, asked: argparse.Namespace) -> int:
    from braindrain_site import amending

    return amending.witness(root, asked.source, asked.file)
