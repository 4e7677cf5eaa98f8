"""The files that readers can take away, with their sizes in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from braindrain_site import wording
from braindrain_site.pages.material import Material
from braindrain_site.wording.filling import filled


@dataclass(frozen=True)
class Download:
    """A file to take away: its path below the site, its kind (``CSV``) and its bytes."""

    path: str
    kind: str
    size: int


class SizedFile(NamedTuple):
    """A file to take away: its path below the site, its kind (``CSV``), its size in words."""

    path: str
    kind: str
    size: str


def downloads(stem: str, exports: Mapping[str, bytes]) -> tuple[Download, ...]:
    """The CSV and the JSON that *exports* holds under *stem*."""
    return tuple(
        Download(f"{stem}.{kind}", kind.upper(), len(exports[f"{stem}.{kind}"]))
        for kind in ("csv", "json")
    )


def sized(material: Material, file: Download) -> SizedFile:
    """*file* with its size in words."""
    return SizedFile(file.path, file.kind, _size(file.size, material))


def _size(count: int, material: Material) -> str:
    """Bytes in words: whole bytes below a kilobyte (1,000 bytes, SI), else kilobytes."""
    if count < 1000:
        return filled(material.words["size_bytes"], size=count)
    size = wording.cell_text(f"{count / 1000:.1f}", None, material.lang)
    return filled(material.words["size_kilobytes"], size=size)
