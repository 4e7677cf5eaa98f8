"""A chapter that has a heading and a paragraph to write, in every language."""

from collections.abc import Mapping

from braindrain_site.reading import chapter_list
from braindrain_site.reading.unwritten import SIGN
from braindrain_site.skeletons.ground import Ground, Unwritten, chapters, document, values
from braindrain_site.skeletons.placing import listed, numbered

_TEXT = f"# {SIGN}\n\n{SIGN}\n"


def chapter(name: str, site: str, ground: Ground) -> tuple[Mapping[str, str], str]:
    """Path below ``data/`` → what is written there for a last chapter called *name*, and where the
    list of chapters names it, if there is one; *site* is the text of ``site.yaml``.

    Raises Unwritten where the name cannot be, or is taken.
    """
    if not chapter_list.NAME.fullmatch(name):
        raise Unwritten(
            f'"{name}" cannot be the name of a chapter: '
            "small letters, digits and hyphens, such as new-chapter."
        )
    if name in chapters(ground):
        raise Unwritten(f'There is a chapter "{name}" already. Nothing was written.')
    about = document(ground.desk, "site.yaml")
    if values(about).get("chapters"):
        text, line = listed(site, about, name)
        files = {f"story/{lang}/{name}.md": _TEXT for lang in ground.languages}
        return {**files, "site.yaml": text}, f"{ground.desk.name('site.yaml')}:{line}"
    first = f"story/{ground.languages[0]}/"
    stem = numbered(name, [path for path in ground.desk.files if path.startswith(first)])
    return {f"story/{lang}/{stem}.md": _TEXT for lang in ground.languages}, ""
