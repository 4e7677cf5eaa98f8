"""What a static host is told beside the pages: ``_headers``, as Netlify and Cloudflare Pages read
it, and ``.nojekyll``, which has GitHub publish the folder as it is.

No two rules that match one address say the same header: one host joins them, another takes the
last. What no rule says is kept by readers only after asking again, on either host.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from html import unescape

from braindrain_site.model.files import Make
from braindrain_site.pages.addresses import CHANGES, KEPT, PAGES, VERSIONS, home_folders

_EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}
"""For what has another name when it has another content."""
_A_DAY = {"Cache-Control": "public, max-age=86400"}
"""For fonts: a letter more gives them no other name, or one new syllable would change every page.
Until the day is over, whoever has an older one sees that letter in a font of their own."""
_FOR_SCRIPTS = {"Access-Control-Allow-Origin": "*"}
"""For data, which notebooks and pages elsewhere may read."""
_NAMED = re.compile(r"assets/\w+\.[0-9a-f]{8}\.(?:css|js)")
"""A style or script that is called by what it holds."""
_POLICY = re.compile(rb'Content-Security-Policy" content="([^"]+)"')
_NOT_BY_OTHERS = "frame-ancestors 'self'"


def make_for_hosts(files: Mapping[str, bytes], languages: Iterable[str]) -> dict[str, Make]:
    """Path below the site → what tells hosts of *files*, among which are pages in *languages*."""
    return {"_headers": partial(host_headers, files, languages), ".nojekyll": bytes}


def host_headers(files: Mapping[str, bytes], languages: Iterable[str]) -> bytes:
    """The rules for a site that holds *files* and pages in *languages*, the first at its top.

    Pages carry their policy inside; what that cannot say (Content Security Policy 3, 3.3) is who
    may set a page in a frame: everyone the charts' frames, no other site the rest.
    """
    rules: dict[str, dict[str, str]] = {
        "/*": _EVERYWHERE,
        "/assets/images/*": _FOR_GOOD,
        "/assets/fonts/*": _A_DAY,
        "/assets/icons/*": _A_DAY,
    }
    if VERSIONS.path in files:
        rules[f"/{KEPT}/*"] = _FOR_GOOD
    rules |= {f"/{path}": _FOR_GOOD for path in sorted(files) if _NAMED.fullmatch(path)}
    for folder in home_folders(languages):
        rules |= {f"/{rule}": policy for rule, policy in _policies(files, folder)}
    rules["/data/*"] |= _FOR_SCRIPTS
    return "\n".join(map(_rule, rules, rules.values())).encode()


def _policies(files: Mapping[str, bytes], folder: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The rules for pages below the *folder* of a language."""
    story = folder + PAGES["story"].path
    for address in (folder, story):
        yield address, _policy(files, [story], _NOT_BY_OTHERS)
    for page in (*PAGES.values(), CHANGES, VERSIONS):
        top = folder + page.path.removesuffix("index.html")
        if top != folder:
            under = [path for path in files if path.startswith(top)]
            if not any(path.endswith(".html") for path in under):
                continue  # no page tells of changes before the first, nor of versions not kept
            yield f"{top}*", _policy(files, under, _NOT_BY_OTHERS)
    frames = [path for path in files if path.startswith(f"{folder}embed/")]
    yield f"{folder}embed/*", _policy(files, frames)


def _policy(files: Mapping[str, bytes], paths: Iterable[str], *more: str) -> dict[str, str]:
    """A policy that allows what any of the pages at *paths* does, and says *more*."""
    allowed: dict[str, dict[str, None]] = {}
    for path in paths:
        for found in _POLICY.findall(files[path]) if path.endswith(".html") else ():
            for directive in unescape(found.decode()).split("; "):
                name, *sources = directive.split(" ")
                allowed.setdefault(name, {}).update(dict.fromkeys(sources))
    told = (" ".join((name, *sources)) for name, sources in allowed.items())
    return {"Content-Security-Policy": "; ".join((*told, *more))}


def _rule(address: str, headers: Mapping[str, str]) -> str:
    return "".join((f"{address}\n", *(f"  {name}: {value}\n" for name, value in headers.items())))
