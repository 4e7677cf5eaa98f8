"""What the peers of ``make bench`` are given, and the plain page: the same text and charts."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support import floor_page, racing
from tests.support.racing import Peer

PEERS = (
    Peer("one", (), "templates/page.html", "{{ page.title }}", "{{ page.content }}"),
    Peer("two", (), "page.html", "{{ title }}", "{{ content }}"),
)


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_peers_are_given_each_chart_of_each_language(
    peer: Peer, two_site: Mapping[str, bytes], tmp_path: Path
) -> None:
    site, given = tmp_path / "site", tmp_path / "given"
    for path in ("index.html", "story.txt", "ko/index.html", "ko/story.txt"):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(two_site[path])

    racing.prepare(peer, site, given, stories=2)

    for lang, home in (("en", ""), ("ko", "ko/")):
        drawn = two_site[f"{home}index.html"].decode().count('<figure class="chart')
        assert drawn > 0
        for number in range(2):
            text = (given / f"content/story-{number}-{lang}.md").read_text("utf-8")
            charts = re.findall(r"(?m)^CHART (\S+)$", text)
            assert len(charts) == drawn
            for chart in charts:
                rows = json.loads((given / f"charts/{chart}.json").read_text("utf-8"))
                assert [row["value"] for row in rows] == [3, 2, 1]
    assert peer.content in (given / "theme" / peer.theme).read_text("utf-8")


def test_who_cannot_install_them_is_told_why(tmp_path: Path) -> None:
    with pytest.raises(racing.NotThere, match="could not be installed: "):
        racing._install(["false-program"], tmp_path)


def test_the_plain_page_says_the_same(two_site: Mapping[str, bytes]) -> None:
    floor = floor_page.make(two_site, ["index.html", "ko/index.html"])
    for path, words in (("index.html", "more than twice as much"), ("ko/index.html", "교사")):
        page = floor[path].decode()
        assert words in re.sub(r"<[^>]+>", "", page)
        assert "<script" not in page
        assert "<a " not in page
        assert len(page) < len(two_site[path])
