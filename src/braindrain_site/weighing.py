"""What pages weigh as they are sent, and which weigh more than the publication lets them."""

import gzip
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Place, Problem, Rejected
from braindrain_site.model.remembered import Memory
from braindrain_site.pages.addresses import PAGES, home_folders

_SINGLE = re.compile(r"((?:charts|embed)/)[^/]+/")
"""The part of an address that tells one chart from another."""
_TAKEN = ("assets/cards/", "assets/charts/", "assets/icons/")
"""Pictures to share, to take away and for first screens: no page loads them."""
_CHART = re.compile(r'<figure class="chart[^>]* id="chart-(\w+)".*?</figure>', re.DOTALL)
_HEAVIEST = 3
"""Charts that a report names: who takes out as many has room again."""
_FOR_PROGRAMS = 4_000
"""Bytes that a story may weigh more where it has an address: what it rests on, told to programs."""
_SENT: Memory[bytes, int] = Memory("sent", 2**12)
"""Digest of a file → its bytes as sent."""


def weights(files: Mapping[str, bytes]) -> Iterator[str]:
    """A line for each page, heaviest first, with its kilobytes as written and as sent (gzip).

    Pages of one kind, such as those of charts, share a line with their mean. The last line is what
    the pages share: styles, scripts and fonts.
    """
    kinds: dict[str, list[bytes]] = {}
    for path, content in files.items():
        if path.endswith(".html"):
            kinds.setdefault(_SINGLE.sub(r"\1*/", path), []).append(content)
    shared = [
        content
        for path, content in files.items()
        if path.startswith("assets/") and not path.startswith(_TAKEN)
    ]
    sizes = [(_mean(map(len, pages)), _mean(map(_sent, pages)), _named(kind, pages))
             for kind, pages in kinds.items()]  # fmt: skip
    yield from (_line(*size) for size in sorted(sizes, key=lambda size: (-size[0], size[2])))
    yield _line(sum(map(len, shared)), sum(map(_sent, shared)), "assets/ (all pages)")


def require_light(files: Mapping[str, bytes], edition: Edition) -> None:
    """Nothing, where no page weighs more than ``kilobytes`` of ``site.yaml`` lets it.

    Raises Rejected with each page that does. It is asked before pages are published and at no other
    time: whoever writes sees every sentence at once, and takes out at the end what is too much.
    """
    heavy = [*_too_heavy(files, edition)]
    if heavy:
        raise Rejected(heavy, edition.lines)


def _too_heavy(files: Mapping[str, bytes], edition: Edition) -> Iterator[Problem]:
    own = {
        folder + PAGES[kind].path: kind
        for kind in ("story", "figures")
        for folder in home_folders(edition.site.languages)
    }
    for path in files:
        if path.endswith(".html"):
            kind = own.get(path, "others")
            limit: Decimal = getattr(edition.site.kilobytes, kind)
            most = limit * 1000
            if kind == "story" and edition.site.address:
                most += _FOR_PROGRAMS
            if (sent := _sent(files[path])) > most:
                yield Problem(
                    _place(edition, kind),
                    f"The page {path} weighs {_kilobytes(sent)} kB gzipped; "
                    f"at most {_kilobytes(most)} kB may be sent.",
                    _advice(files[path].decode(), kind, sent),
                )


def _place(edition: Edition, kind: str) -> Place:
    """Where the weight of such a page is limited, or else where it is said what stands on it."""
    for path in (("kilobytes", kind), ("kilobytes",), ("chapters",)):
        if found := edition.places.get(("site.yaml", *path)):
            return found
    return Place("data/site.yaml")


def _advice(page: str, kind: str, sent: int) -> str:
    """What is heaviest on the *page*, and the line that lets it be."""
    more = (
        f'write "kilobytes: {{{kind}: {-(-sent // 1000)}}}" in site.yaml, and readers wait for it.'
    )
    charts = sorted(
        ((sent - _size(page.replace(chart[0], "").encode()), chart[1])
         for chart in _CHART.finditer(page)), reverse=True,
    )[:_HEAVIEST]  # fmt: skip
    if len(charts) < 2:
        return f"Say less on it, or {more}"
    named = ", ".join(f"{name} ({_kilobytes(size)} kB)" for size, name in charts)
    return f"Its heaviest charts are {named}. Take out what is needed least, or {more}"


def _mean(sizes: Iterable[int]) -> float:
    found = list(sizes)
    return sum(found) / len(found)


def _named(kind: str, pages: Sequence[bytes]) -> str:
    return f"{kind} (mean of {len(pages)})" if "*" in kind else kind


def _sent(content: bytes) -> int:
    key = hashlib.sha256(content).digest()
    try:
        return _SENT[key]
    except KeyError:
        _SENT[key] = _size(content)
        return _SENT[key]


def _size(content: bytes) -> int:
    return len(gzip.compress(content, 9, mtime=0))


def _kilobytes(size: float | Decimal) -> str:
    return f"{size / 1000:.1f}"


def _line(written: float, sent: float, name: str) -> str:
    return f"  {written / 1000:9.1f} kB {sent / 1000:8.1f} kB gzipped  {name}"
