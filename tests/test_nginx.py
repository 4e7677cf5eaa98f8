"""nginx, started with the configuration that we ship: what it answers to whom. Where it is."""

import gzip
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.pages.test_host_headers import asked

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
CONF = Path(__file__).parents[1] / "docs/nginx.conf"
AROUND = """
daemon off;
worker_processes 2;
pid {folder}/pid;
{user}
error_log {folder}/errors;
events {{ worker_connections 512; }}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
READERS, EACH = 8, 625
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not NGINX, reason="nginx is not installed"),
]


class Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes


class Server(NamedTuple):
    port: int
    site: Mapping[str, bytes]

    def ask(self, address: str, **headers: str) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            return answer(connection, address, headers)
        finally:
            connection.close()


def answer(connection: HTTPConnection, address: str, headers: Mapping[str, str]) -> Answer:
    connection.request("GET", address, headers={k.replace("_", "-"): headers[k] for k in headers})
    got: HTTPResponse = connection.getresponse()
    return Answer(got.status, dict(got.getheaders()), got.read())


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture(scope="module")
def server(
    two_site: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """nginx with the site of two languages, its pages squeezed beforehand."""
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    for path in two_site:
        file = folder / "www" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(two_site[path])
        if path.endswith(".html"):
            file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(two_site[path], 9, mtime=0))
    conf = CONF.read_text("utf-8")
    for yours, ours in (
        ("listen 127.0.0.1:8080;", f"listen 127.0.0.1:{port};"),
        ("root /srv/drain;", f"root {folder}/www;"),
    ):
        assert yours in conf
        conf = conf.replace(yours, ours)
    (folder / "site.conf").write_text(conf, "utf-8")
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user), "utf-8")
    command = [str(NGINX), "-e", f"{folder}/errors", "-p", str(folder), "-c", "nginx.conf"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        while process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.05)
        assert process.poll() is None, process.communicate()[1]
        yield Server(port, two_site)
        assert (folder / "errors").read_text("utf-8").count("[error]") <= 5, "but for missing files"
    finally:
        process.terminate()
        process.communicate()


def pages(server: Server) -> list[str]:
    return [path for path in server.site if path.endswith(".html") and "404" not in path]


def test_every_page_stands_at_the_address_of_its_folder(server: Server) -> None:
    for path in pages(server):
        clean = "/" + path.removesuffix("index.html")
        found = server.ask(clean)
        assert (found.status, found.body) == (200, server.site[path]), clean
        assert found.headers["Content-Type"] == "text/html; charset=utf-8"
        led = server.ask(f"/{path}")
        assert (led.status, led.headers["Location"]) == (301, clean)
        if clean.strip("/"):
            led = server.ask(clean.rstrip("/"))
            assert (led.status, led.headers["Location"]) == (301, clean)


def test_it_says_what_other_hosts_are_told(server: Server) -> None:
    for path in server.site:
        if path in {"_headers", ".nojekyll"} or "404" in path:
            continue
        told = asked(server.site, path)
        found = server.ask("/" + path.removesuffix("index.html"))
        assert found.status == 200, path
        policy = found.headers.get("Content-Security-Policy", "")
        embedded = "embed/" in path
        assert policy == ("" if embedded else "frame-ancestors 'self'"), path
        for name in set(told) - {"Content-Security-Policy"}:
            assert found.headers[name] == told[name], f"{path}: {name}"
        kept = told.get("Cache-Control", "public, max-age=0, must-revalidate, s-maxage=60")
        assert found.headers["Cache-Control"] == kept, path
        assert found.headers["Server"] == "nginx", "its version is nobody's business"


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/nothing", "404.html"),
        ("/figures/nothing/", "404.html"),
        ("/ko/nothing", "ko/404.html"),
        ("/ko/figures/nothing.html?a=b", "ko/404.html"),
        ("/_headers", "404.html"),
        ("/.nojekyll", "404.html"),
        ("/.git/config", "404.html"),
    ],
)
def test_what_is_not_there_has_a_page_in_its_language(
    server: Server, address: str, page: str
) -> None:
    found = server.ask(address)
    assert (found.status, found.body) == (404, server.site[page])
    assert found.headers["X-Content-Type-Options"] == "nosniff"


def test_what_can_be_squeezed_is(server: Server) -> None:
    for path in (*pages(server), "data/figures.csv", "data/figures.json", "assets/icon.svg"):
        found = server.ask("/" + path.removesuffix("index.html"), Accept_Encoding="gzip")
        assert found.headers["Content-Encoding"] == "gzip", path
        assert found.headers["Vary"] == "Accept-Encoding"
        assert gzip.decompress(found.body) == server.site[path]
    font = next(path for path in server.site if path.endswith(".woff2"))
    assert "Content-Encoding" not in server.ask(f"/{font}", Accept_Encoding="gzip").headers


def test_who_has_a_page_is_told_so_in_few_bytes(server: Server) -> None:
    first = server.ask("/")
    again = server.ask("/", If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


def test_thousands_of_requests_are_all_answered(
    server: Server, record_property: Callable[[str, object], None]
) -> None:
    addresses = ["/" + path.removesuffix("index.html") for path in pages(server)]

    def reader(number: int) -> tuple[int, int]:
        connection, sent, failed = HTTPConnection("127.0.0.1", server.port, timeout=60), 0, 0
        for turn in range(EACH):
            address = addresses[(number + turn) % len(addresses)]
            found = answer(connection, address, {"Accept-Encoding": "gzip"})
            sent, failed = sent + len(found.body), failed + (found.status != 200)
        connection.close()
        return sent, failed

    began = time.monotonic()
    with ThreadPoolExecutor(READERS) as readers:
        told = [*readers.map(reader, range(READERS))]
    took = time.monotonic() - began
    assert sum(failed for _, failed in told) == 0
    count, sent = READERS * EACH, sum(sent for sent, _ in told)
    words = f"nginx: {count:,} requests, none failed, {count / took:,.0f} a second"
    record_property("told", f"{words}, {sent / count / 1000:.1f} kB each")
