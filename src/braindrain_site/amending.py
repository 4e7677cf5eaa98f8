"""The commands that change what stands in ``data/``; each shows what it writes."""

import re
import secrets
import shutil
from collections.abc import Collection, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from braindrain_site import recipe, renaming
from braindrain_site.changes import names
from braindrain_site.disk.program import templates_of
from braindrain_site.judging import reviews, text_reviews, translations, uses
from braindrain_site.model import witness as witnessing
from braindrain_site.model.drafts import Named
from braindrain_site.model.fields import KEY
from braindrain_site.model.problems import Rejected, nearest
from braindrain_site.reading import loading
from braindrain_site.reading.witnesses import FOLDER
from braindrain_site.recipe import Proof
from braindrain_site.renaming import Renaming
from braindrain_site.terminal import complain, counted, tell


def reviewed(root: Path, called: Sequence[str]) -> int:
    """Remember that what is *called* so has been compared; without any, list what waits."""
    edition = loading.load(root / "data")
    waiting = reviews.waiting(edition)
    chosen: set[str] = set()
    for name in called:
        found = reviews.named(name, {*waiting})
        if not found:
            complain(f'Nothing that waits is called "{name}". {nearest(name, waiting)}'.strip())
            return 1
        chosen |= found
    for name, lines in waiting.items():
        if name in chosen or not called:
            tell("\n".join([f"{name}:", *lines, ""]))
    if not called:
        tell(f"{counted(len(waiting), 'name')} to compare. Name those that say the same:")
        tell(f'make reviewed name="{" ".join(waiting) or "…"}"')
        return 0
    for path, text in reviews.settled(edition, chosen).items():
        file = root / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    for path in translations.left_over(edition):
        (root / "data" / path).unlink()
        tell(f"data/{path} is deleted, for what it was compared with is gone.")
    tell(f"{counted(len(chosen), 'name')} marked as reviewed.")
    return 0


def rename(root: Path, old: str, new: str) -> int:
    """Call *old* by the name *new* in every place. Raises Rejected if ``data/`` is not fine."""
    data = root / "data"
    before = recipe.judge(data, publishing=False, drafts=True)
    try:
        renamed = renaming.plan(before.edition, old, new)
    except renaming.Unrenamed as error:
        complain(before.edition.drafts.why_unknown(old.rpartition(":")[2]) or str(error))
        return 1
    with TemporaryDirectory() as aside:
        shutil.copytree(data, trial := Path(aside) / "data")
        renaming.apply(renamed, trial)
        try:
            after = recipe.judge(trial, publishing=False, drafts=True)
        except Rejected:
            complain("Nothing was renamed, for then there would be this:")
            raise
    stamps = text_reviews.carried(before.edition, after.edition, renamed.moved)
    for change in renamed.changes:
        tell(f"{change.place}: {change.old} → {change.new}")
    for path, moved in renamed.moves.items():
        tell(f"data/{path} → data/{moved}")
    renaming.apply(renamed, data)
    for path, text in stamps.items():
        (data / path).write_text(text, "utf-8", newline="\n")
    tell(f"The {renamed.kind} is called {new} now.")
    if ended := _ended(root, renamed, before, after):
        tell(f"Where it is published already, these addresses end: {', '.join(ended)}.")
    for draft in _naming(after.edition.drafts.unready, data, renamed.old):
        tell(f"The draft {draft} cannot be read yet: look there for {renamed.old}.")
    return 0


def _ended(root: Path, renamed: Renaming, before: Proof, after: Proof) -> list[str]:
    """The addresses at which readers find what is *renamed*, and will not any more."""
    if (renamed.kind, renamed.old) in before.edition.drafts.marked:
        return []
    was, now = ({*recipe.plan(proof, templates_of(root))} for proof in (before, after))
    others = before.edition.site.languages[1:]
    return names.addresses(renamed.kind, renamed.old, was - now, others)


def _naming(unready: Collection[Named], data: Path, name: str) -> list[str]:
    """Those of the drafts that are *unready* that may still say *name*."""
    edition = loading.load(data)
    word = re.compile(rf"\b{re.escape(name)}\b")
    return [
        f"{kind} {key}"
        for kind, key in sorted({*unready} & edition.drafts.marked.keys())
        if word.search(uses.written(edition, (kind, key)))
    ]


def witness(root: Path, source: str, file: Path) -> int:
    """Keep what proves that *source* prints what is quoted from it; *file* holds its text."""
    if not KEY.fullmatch(source):
        complain(f'"{source}" cannot be the name of a source.')
        return 1
    try:
        kept = witnessing.witness(file.read_text("utf-8"), secrets.token_hex(8))
    except UnicodeError:
        complain(f"{file} is not saved as UTF-8.")
        return 1
    if not kept.runs:
        complain(f"{file} has no words.")
        return 1
    target = root / "data" / FOLDER / f"{source}.txt"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(witnessing.written(kept), "utf-8", newline="\n")
    tell(f"{target.relative_to(root)}: {counted(len(kept.runs), 'run')} of words kept.")
    return 0
