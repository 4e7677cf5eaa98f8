"""What is wrong, on top of every previewed page until it is mended."""

import html

from braindrain_site.preview.reload_script import OWN

FILE = f"{OWN}style.css"
STYLE = b"""\
#preview-problems { position: fixed; inset: auto 0 0 0; z-index: 2147483647; margin: 0;
  max-height: 60vh; overflow: auto; padding: 1rem 1.5rem; border-top: .25rem solid #c8321f;
  background: #1c1a17; color: #fbf8f2; font: 14px/1.5 ui-monospace, monospace;
  white-space: pre-wrap; }
#preview-problems[role=status] { border-color: #d9a441; }
#preview-problems summary { color: inherit; font: inherit; cursor: pointer; }
"""
_LINK = f'<link rel="stylesheet" href="/{FILE}">'


def problems(report: str, since: str) -> str:
    """A panel with the *report* of what keeps a page from being newer than *since*.

    Without that there is no page yet.
    """
    told = "There is no good page yet. What was saved"
    if since:
        told = f"This page is the last good one, of {since}. What was saved since then"
    words = html.escape(f"{told} is not shown until this is mended:\n\n{report}")
    return f'{_LINK}<pre id="preview-problems" role="alert">{words}</pre>'


def warning(text: str) -> str:
    """A panel that unfolds from the first line of *text*: the page is as new as can be."""
    first, _, rest = html.escape(text).partition("\n")
    return (
        f'{_LINK}<details id="preview-problems" role="status">'
        f"<summary>{first}</summary><div>{rest}</div></details>"
    )
