"""Answers browsers on this computer, and on others only by names that were given."""

import ipaddress
import sys
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from braindrain_site.preview.newest import Preview
from braindrain_site.preview.reload_script import CHANGES

_PATIENCE = 15.0
"""Seconds after which a waiting page is told that there is nothing new."""


class _Handler(BaseHTTPRequestHandler):
    preview: Preview
    hosts: Collection[str]

    def do_GET(self) -> None:
        try:
            address = urlsplit(self.path)
            named = [_host(address.netloc)] if address.netloc else []
            named += [_host(host) for host in self.headers.get_all("Host", [""])]
        except ValueError:
            self.send_error(HTTPStatus.BAD_REQUEST)
            return
        path = unquote(address.path).removeprefix("/")
        # A page elsewhere must not read a draft by giving its own name this computer's address.
        if not all(_is_numeric(name) or name in self.hosts for name in named):
            explain = "This preview answers to localhost, and to names given with --host."
            self.send_error(HTTPStatus.FORBIDDEN, explain=explain)
        elif path == CHANGES:
            newer = self.preview.changed_since(address.query, _PATIENCE)
            status = HTTPStatus.OK if newer else HTTPStatus.NO_CONTENT
            news = self.preview.news(address.query) if newer else ""
            self._hand_out(status, "text/plain; charset=utf-8", news.encode())
        else:
            self._hand_out(*self.preview.answer(path))

    do_HEAD = do_GET  # noqa: N815  http.server's spelling

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
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing: the terminal is for problems."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that has left is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _host(authority: str) -> str:
    """The name in ``name:port``. Raises ValueError for what is none."""
    return urlsplit(f"//{authority}").hostname or ""


def _is_numeric(host: str) -> bool:
    """Whether *host* is the number of a computer, which no page elsewhere can give itself."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


@contextmanager
def listening(preview: Preview, port: int, hosts: Collection[str] = ()) -> Iterator[str]:
    """Answer while inside; gives the address to open on this computer.

    Without *hosts* only this computer is answered; with them whoever reaches it by one of these
    names. Port 0 takes any free one. Raises OSError when *port* is taken.
    """
    names = {"localhost", *(host.lower() for host in hosts)}
    handler = type("Handler", (_Handler,), {"preview": preview, "hosts": names})
    everywhere = ""
    with _Server((everywhere if hosts else "127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
