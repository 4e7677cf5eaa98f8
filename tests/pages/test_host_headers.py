"""What static hosts are told: each page's own policy, who may frame it, how long files are kept."""

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from html import unescape
from pathlib import Path

import pytest

from tests.support import sites, small

Site = Mapping[str, bytes]


def rules(site: Site) -> dict[str, dict[str, str]]:
    """Address with ``*`` → its headers, as hosts read the file."""
    found: dict[str, dict[str, str]] = {}
    for line in site["_headers"].decode().splitlines():
        if line.startswith("/"):
            headers = found.setdefault(line, {})
        elif line:
            name, _, value = line.strip().partition(": ")
            headers[name] = value
    return found


def asked(site: Site, path: str) -> dict[str, str]:
    """The headers of the file at *path*, none of which two rules say."""
    headers: dict[str, str] = {}
    for rule, more in rules(site).items():
        if fnmatchcase(f"/{path}", rule):
            assert not headers.keys() & more.keys(), f"{path}: {rule}"
            headers |= more
    return headers


def pages(site: Site) -> list[str]:
    return [path for path in site if path.endswith(".html") and "404" not in path]


def test_a_page_is_allowed_what_it_allows_itself(two_site: Site) -> None:
    """Two policies hold together: what either forbids is forbidden."""
    for path in pages(two_site):
        told = asked(two_site, path)["Content-Security-Policy"].split("; ")
        by_header = dict(directive.split(" ", 1) for directive in told)
        html = two_site[path].decode()
        [own] = re.findall(r'Content-Security-Policy" content="([^"]+)"', html)
        for directive in unescape(own).split("; "):
            name, *sources = directive.split(" ")
            assert {*sources} <= {*by_header[name].split(" ")}, f"{path}: {name}"
        assert "'unsafe-inline'" not in "".join(told), path


def test_only_frames_of_charts_stand_in_pages_of_others(two_site: Site) -> None:
    for path in pages(two_site):
        policy = asked(two_site, path)["Content-Security-Policy"]
        assert ("frame-ancestors 'self'" in policy) == ("embed/" not in path), path


def test_a_folder_has_the_policy_of_its_page(two_site: Site) -> None:
    """However a host calls a page."""
    for path in pages(two_site):
        assert asked(two_site, path) == asked(two_site, path.removesuffix("index.html")), path


def test_every_file_is_what_it_says(two_site: Site) -> None:
    for path in two_site:
        assert asked(two_site, path)["X-Content-Type-Options"] == "nosniff", path
        assert "Referrer-Policy" in asked(two_site, path), path


def test_only_what_changes_its_name_is_kept_for_good(two_site: Site) -> None:
    picture = "assets/images/school-0123456789ab-560.jpg"
    assert asked(two_site, picture)["Cache-Control"].endswith("immutable")
    kept = {path for path in two_site if "Cache-Control" in asked(two_site, path)}
    assert {path.rpartition("/")[0] for path in kept} == {"assets/fonts", "assets/icons", "assets"}
    for path in kept:
        for_good = "immutable" in asked(two_site, path)["Cache-Control"]
        assert for_good == bool(re.fullmatch(r"assets/\w+\.[0-9a-f]{8}\.(css|js)", path)), path


def test_hosts_take_it(two_site: Site) -> None:
    """Cloudflare Pages: a hundred rules at most, and 2,000 letters in a line."""
    assert len(rules(two_site)) <= 100
    assert max(map(len, two_site["_headers"].splitlines())) <= 2_000


def test_pages_are_published_as_they_are(two_site: Site) -> None:
    assert two_site[".nojekyll"] == b""


@pytest.mark.parametrize("name", ["_headers", ".nojekyll", "favicon.ico"])
def test_what_an_editor_tells_a_host_stands(tmp_path: Path, name: str) -> None:
    data = small.copy(tmp_path)
    (data / "public").mkdir()
    (data / "public" / name).write_bytes(b"/*\n  X-Own: yes\n")
    assert sites.make(data)[name] == b"/*\n  X-Own: yes\n"
