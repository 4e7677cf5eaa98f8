"""The newest good edition, each page made when someone looks at it, and what is wrong now.

Problems stand on top of every page until they are mended. The few lines that show them are added
as a page is handed out; they are never part of the site.
"""

import mimetypes
import re
import secrets
import threading
import traceback
from collections.abc import Callable, Collection, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple

from braindrain_site.model.drafts import Named
from braindrain_site.model.problems import Rejected, report, then
from braindrain_site.preview import draft_marks, panels, reload_script
from braindrain_site.preview.panels import Differing
from braindrain_site.progress import unable


class Made(NamedTuple):
    """Every file of a site, made when asked for, what stops nothing but its publication, and what
    of it is a draft."""

    files: Mapping[str, bytes]
    warning: str = ""
    drafts: Collection[Named] = ()


Make = Callable[[], Made]
"""Makes a site of what is saved, or raises Rejected."""

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
"""A page's own policy would forbid it to listen for changes."""
_EMPTY_PAGE = b'<!doctype html><html lang="en"><meta charset="utf-8"><title>Preview</title></html>'
_OWN_FILES = {
    reload_script.FILE: reload_script.SCRIPT,
    draft_marks.FILE: draft_marks.SCRIPT,
    panels.FILE: panels.STYLE,
}
_AT_ONCE = 3
"""Pages that wait for a change: a browser opens six connections to one address, no more."""


class Preview:
    """The newest good site, what is wrong now, and a name for what a browser could have seen.

    *clock* says what time it is, in words; *built* is what ``site/`` holds, shown before there is a
    newer one.
    """

    def __init__(
        self, make: Make, clock: Callable[[], str], built: Mapping[str, bytes] | None = None
    ) -> None:
        self._make = make
        self._clock = clock
        self._changed = threading.Condition()
        self._making = threading.Lock()
        self._asked = 0
        self._made = Made(built or {})
        self._since = ""
        self._problems = ""
        self._first, self._count = secrets.token_hex(4), 0
        self._differing, self._told = Differing(), 0

    @property
    def version(self) -> str:
        """Another for all that differs, in this preview and in any other; empty before the first
        build."""
        return f"{self._page}.{self._told}" if self._count else ""

    @property
    def _page(self) -> str:
        return f"{self._first}.{self._count}"

    def rebuild(self) -> str:
        """Take up what was saved; returns what is to be said of it, empty when all is well."""
        made, problems = self._made, ""
        try:
            made = self._make()
            self._since = self._clock()
        except Rejected as rejected:
            told = report(rejected.problems, rejected.lines), then(rejected)
            problems = "\n".join(filter(None, told))
        except OSError as error:
            problems = unable(error, Path())
        except Exception:  # the preview outlives a fault of our own, and shows it
            problems = traceback.format_exc()
        with self._changed:
            if made is not self._made or problems != self._problems or not self._count:
                self._made, self._problems, self._count = made, problems, self._count + 1
                self._changed.notify_all()
        return problems or made.warning

    def tell(self, differing: Differing) -> None:
        """Take up what differs from what is published, which is found out later than a page."""
        with self._changed:
            if differing != self._differing:
                self._differing, self._told = differing, self._told + 1
                self._changed.notify_all()

    def news(self, seen: str) -> str:
        """What a page that has *seen* so much has to take up: a version, what differs in a line and
        the whole; empty if it is no longer the page."""
        with self._changed:
            if seen.rpartition(".")[0] != self._page:
                return ""
            return "\n".join((self.version, *self._differing))

    def changed_since(self, seen: str, patience: float) -> bool:
        """Whether there is something newer than *seen*, waiting up to *patience* seconds.

        Who waits longest makes room for who asks, so that pages can be loaded beside those that
        wait, however many are open.
        """
        with self._changed:
            self._asked += 1
            last = self._asked + _AT_ONCE
            self._changed.notify_all()
            self._changed.wait_for(lambda: self.version != seen or self._asked >= last, patience)
            return self.version != seen

    def answer(self, path: str) -> tuple[HTTPStatus, str, bytes]:
        """Status, media type and content for *path*, or for a redirect the path to go to."""
        files = self._made.files
        found = path + "index.html" if path == "" or path.endswith("/") else path
        if path in _OWN_FILES:
            return HTTPStatus.OK, _media_type(path), _OWN_FILES[path]
        if found not in files and f"{path}/index.html" in files:
            return HTTPStatus.MOVED_PERMANENTLY, "", f"/{path}/".encode()
        status = HTTPStatus.OK if found in files or not files else HTTPStatus.NOT_FOUND
        found = found if found in files else "404.html"
        try:
            with self._making:
                content = files[found] if files else _EMPTY_PAGE
        except Exception:  # the preview outlives a fault of our own, and shows it
            self._problems = traceback.format_exc()
            content = self._shown("404.html", _EMPTY_PAGE)
            return HTTPStatus.INTERNAL_SERVER_ERROR, _media_type("404.html"), content
        return status, _media_type(found), self._shown(found, content)

    def _shown(self, path: str, content: bytes) -> bytes:
        """*content*, and in a page the link to this preview and the problems there are."""
        if not path.endswith(".html"):
            return content
        panel = panels.changes(self._differing)
        if self._problems:
            panel += panels.problems(self._problems, self._since, built=bool(self._made.files))
        elif not self._count and self._made.files:
            panel += panels.OF_SITE
        elif self._made.warning:
            panel += panels.warning(self._made.warning)
        added = f'{panels.LINK}<div id="preview-panels">{panel}</div>'
        added += draft_marks.tag(self._made.drafts) + reload_script.tag(self.version)
        content = _POLICY.sub(b"", content)
        before, end, after = content.rpartition(b"</body>")
        more = added.encode(errors="replace")
        return before + more + end + after if end else content + more


def _media_type(path: str) -> str:
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    text = kind.startswith("text/") or kind in {"application/json", "image/svg+xml"}
    return f"{kind}; charset=utf-8" if text else kind
