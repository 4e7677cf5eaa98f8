"""The page that lists every version that is kept."""

from dataclasses import dataclass

from braindrain_site.pages.addresses import KEPT, PAGES, UNNAMED, VERSIONS, Link, up
from braindrain_site.pages.material import Material
from braindrain_site.pages.templates import Content


@dataclass(frozen=True)
class VersionsPage(Content):
    """What ``versions.html`` gets: every version, the newest first."""

    versions: tuple[Link, ...]


def versions(material: Material) -> VersionsPage:
    """The list of versions; that which is being made gets its name when all pages are made."""
    names = (UNNAMED, *sorted(material.edition.kept or (), reverse=True))
    top = up(material.home + VERSIONS.path)
    story = material.home + PAGES["story"].path
    return VersionsPage(tuple(Link(f"{top}{KEPT}/{name}/{story}", name) for name in names))
