"""A preview on this computer: the newest good edition, each page made when someone looks at it.

What is wrong in ``data/`` stands on top of every page until it is mended. The few lines that do
this are added as a page is handed out; they are never part of the site.
"""

import html
import mimetypes
import re
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import watchfiles

from braindrain_site.model.problems import Rejected, report

Make = Callable[[], Mapping[str, bytes]]
"""Gives every file of the site (path → content, made when asked for), or raises Rejected."""

_OWN = "-preview/"
_SCRIPT = b"""\
new EventSource("/-preview/changes?" + document.currentScript.dataset.seen).onmessage =
  () => location.reload();
"""
_STYLE = b"""\
#preview-problems { position: fixed; inset: auto 0 0 0; z-index: 2147483647; margin: 0;
  max-height: 60vh; overflow: auto; padding: 1rem 1.5rem; border-top: .25rem solid #c8321f;
  background: #1c1a17; color: #fbf8f2; font: 14px/1.5 ui-monospace, monospace;
  white-space: pre-wrap; }
"""
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
"""A page's own policy would forbid it to listen for changes."""
_EMPTY_PAGE = b'<!doctype html><html lang="en"><meta charset="utf-8"><title>Preview</title></html>'
_OWN_FILES = {f"{_OWN}reload.js": _SCRIPT, f"{_OWN}style.css": _STYLE}
_PATIENCE = 15.0
"""Seconds after which a waiting browser is told that the preview is still there."""
_STEP, _DEBOUNCE = 10, 400
"""Milliseconds: after so many without a change, or so many in all, what was saved is taken up."""


class Preview:
    """The newest good site, what is wrong now, and a count of what a browser could have seen."""

    def __init__(self, make: Make) -> None:
        self._make = make
        self._changed = threading.Condition()
        self._making = threading.Lock()
        self.files: Mapping[str, bytes] = {}
        self.problems = ""
        self.count = 0

    def rebuild(self) -> str:
        """Take up what was saved; returns the problems as text, empty when there are none."""
        files, problems = self.files, ""
        try:
            files = self._make()
        except Rejected as rejected:
            problems = report(rejected.problems, rejected.lines)
        except Exception:  # the preview outlives a fault of our own, and shows it
            problems = traceback.format_exc()
        with self._changed:
            if files is not self.files or problems != self.problems or not self.count:
                self.files, self.problems, self.count = files, problems, self.count + 1
                self._changed.notify_all()
        return problems

    def changed_since(self, seen: str, patience: float) -> bool:
        """Whether there is something newer than *seen*, waiting up to *patience* seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: str(self.count) != seen, patience)

    def answer(self, path: str) -> tuple[HTTPStatus, str, bytes]:
        """Status, media type and content for *path*, or for a redirect the path to go to."""
        found = path + "index.html" if path == "" or path.endswith("/") else path
        if path in _OWN_FILES:
            return HTTPStatus.OK, _media_type(path), _OWN_FILES[path]
        if found not in self.files and f"{path}/index.html" in self.files:
            return HTTPStatus.MOVED_PERMANENTLY, "", f"/{path}/".encode()
        status = HTTPStatus.OK if found in self.files or not self.files else HTTPStatus.NOT_FOUND
        found = found if found in self.files else "404.html"
        try:
            with self._making:
                content = self.files[found] if self.files else _EMPTY_PAGE
        except Exception:  # the preview outlives a fault of our own, and shows it
            self.problems = traceback.format_exc()
            content = self._shown("404.html", _EMPTY_PAGE)
            return HTTPStatus.INTERNAL_SERVER_ERROR, _media_type("404.html"), content
        return status, _media_type(found), self._shown(found, content)

    def _shown(self, path: str, content: bytes) -> bytes:
        """*content*, and in a page the link to this preview and the problems there are."""
        if not path.endswith(".html"):
            return content
        added = f'<script src="/{_OWN}reload.js" data-seen="{self.count}"></script>'
        if self.problems:
            added += f'<link rel="stylesheet" href="/{_OWN}style.css">'
            added += f'<pre id="preview-problems" role="alert">{html.escape(self.problems)}</pre>'
        content = _POLICY.sub(b"", content)
        before, end, after = content.rpartition(b"</body>")
        return before + added.encode() + end + after if end else content + added.encode()


def _media_type(path: str) -> str:
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    text = kind.startswith("text/") or kind in {"application/json", "image/svg+xml"}
    return f"{kind}; charset=utf-8" if text else kind


class _Handler(BaseHTTPRequestHandler):
    preview: Preview

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        path = unquote(address.path).removeprefix("/")
        # A page elsewhere must not read a draft by giving its own name this computer's address.
        if self.headers.get("Host", "").rpartition(":")[0] not in {"127.0.0.1", "localhost"}:
            self.send_error(HTTPStatus.FORBIDDEN)
        elif path == f"{_OWN}changes":
            self._tell_changes(address.query)
        else:
            self._hand_out(*self.preview.answer(path))

    def _hand_out(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Cache-Control", "no-store")
        if status == HTTPStatus.MOVED_PERMANENTLY:
            self.send_header("Location", content.decode())
            content = b""
        else:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _tell_changes(self, seen: str) -> None:
        """Server-sent events (HTML standard, 9.2): one message when there is something newer."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        try:
            while not self.preview.changed_since(seen, _PATIENCE):
                self.wfile.write(b": still here\n\n")
            self.wfile.write(b"data: changed\n\n")
        except ConnectionError:
            pass  # the browser has left

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: the terminal is for problems."""


@contextmanager
def listening(preview: Preview, port: int) -> Iterator[str]:
    """Answer on the loopback address while inside; gives the address to open.

    Port 0 takes any free one. Raises OSError when *port* is taken.
    """
    handler = type("Handler", (_Handler,), {"preview": preview})
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def keep_fresh(
    preview: Preview,
    watched: Sequence[Path],
    say: Callable[[str], None],
    stop: threading.Event | None = None,
) -> None:
    """Build, then rebuild whenever a file under *watched* is saved, until *stop* is set.

    *say* is told the problems of each build, empty when there are none.
    """
    # Watching begins before the first build, so that nothing saved during it is missed.
    for changes in watchfiles.watch(
        *watched,
        debounce=_DEBOUNCE,
        step=_STEP,
        rust_timeout=100,
        yield_on_timeout=True,
        stop_event=stop,
    ):
        if changes or not preview.count:
            say(preview.rebuild())
