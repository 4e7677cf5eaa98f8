"""What stands at the foot of every previewed page: what differs from what is published, and what
is wrong until it is mended."""

import html
from typing import NamedTuple

from braindrain_site.preview.reload_script import OWN

FILE = f"{OWN}style.css"
STYLE = b"""\
#preview-panels { position: fixed; inset: auto 0 0 0; z-index: 2147483647; display: flex;
  flex-direction: column; align-items: flex-end; max-height: 70vh; pointer-events: none;
  font: 14px/1.5 ui-monospace, monospace; }
#preview-panels > * { pointer-events: auto; box-sizing: border-box; overflow: auto; margin: 0;
  min-height: 2.5rem; overflow-wrap: anywhere; }
#preview-problems { width: 100%; padding: 1rem 1.5rem; border-top: .25rem solid #c8321f;
  background: #1c1a17; color: #fbf8f2; font: inherit; white-space: pre-wrap; }
#preview-problems[role=status] { border-color: #d9a441; }
#preview-panels summary { color: inherit; font: inherit; cursor: pointer; }
#preview-panels :focus-visible { outline: 2px solid #d9a441; outline-offset: -2px; }
#preview-changes { width: min(100%, 36rem); padding: .5rem 1rem; border: 1px solid #8a8274;
  border-block-end: 0; background: #f3efe6; color: #2a2620;
  font: 14px/1.45 system-ui, sans-serif; }
#preview-changes h2 { font: 600 1em/1.4 system-ui, sans-serif; margin: .8rem 0 .2rem; }
#preview-changes ul { margin: 0; padding: 0; list-style: none; }
#preview-changes li { padding: .35rem 0; border-top: 1px solid #8a827466; }
#preview-changes a { color: inherit; }
#preview-changes del, #preview-changes ins { display: block; padding: 0 .4rem; }
#preview-changes del { background: #c0392b2b; }
#preview-changes ins { background: #1e874b2b; text-decoration: none; }
.preview-unseen { position: absolute; clip-path: inset(50%); width: 1px; height: 1px;
  overflow: hidden; white-space: nowrap; }
.preview-draft, .preview-drafted { background: #ffe9a8; color: #443100;
  font: 600 13px/1.4 system-ui, sans-serif; border-radius: 2px; }
.preview-draft { display: block; padding: .25rem .6rem; margin: .4rem 0;
  border-inline-start: .25rem solid #a87400; }
.preview-drafted { display: inline; padding: 0 .3em; font-size: .7em; white-space: nowrap; }
@media (prefers-color-scheme: dark) {
  #preview-changes { background: #2a2722; color: #ece6da; border-color: #6d665a; }
}
@media print { #preview-panels { display: none; } }
"""
LINK = f'<link rel="stylesheet" href="/{FILE}">'


class Differing(NamedTuple):
    """What readers would see change: in a line, and all of it as HTML."""

    summary: str = ""
    told: str = ""


def changes(found: Differing) -> str:
    """A panel that unfolds from the line to the whole, hidden where nothing differs."""
    return (
        f'<details id="preview-changes"{"" if found.summary else " hidden"}>'
        f'<summary><span role="status">{html.escape(found.summary)}</span></summary>'
        f"<div>{found.told}</div></details>"
    )


OF_SITE = (
    '<p id="preview-problems" role="status">This page is that of site/, as it was last built. '
    "The newest is being made.</p>"
)
"""A panel for what is shown before anything was made."""


def problems(report: str, since: str, *, built: bool = False) -> str:
    """A panel with the *report* of what keeps a page from being newer than *since*.

    Without that there is no page yet, or only what was *built* in ``site/``.
    """
    told = "There is no good page yet. What was saved"
    if built:
        told = "This page is that of site/, as it was last built. What was saved"
    if since:
        told = f"This page is the last good one, of {since}. What was saved since then"
    words = html.escape(f"{told} is not shown until this is mended:\n\n{report}")
    return f'<pre id="preview-problems" role="alert">{words}</pre>'


def warning(text: str) -> str:
    """A panel that unfolds from the first line of *text*: the page is as new as can be."""
    first, _, rest = html.escape(text).partition("\n")
    return (
        '<details id="preview-problems" role="status">'
        f"<summary>{first}</summary><div>{rest}</div></details>"
    )
