"""What was cited or set in a frame stays the same to the byte, whatever is edited afterwards."""

import posixpath
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from braindrain_site import cli
from braindrain_site.disk import versions
from braindrain_site.disk.kept import Refused
from tests.support import printed, small
from tests.support.reader import HOME, Reader

KEPT = re.compile(r"v/\d{4}-\d\d-\d\d-[0-9a-f]{12}/")
CHART = "charts/pay/index.html"
FRAME = "embed/pay/index.html"


def keep(root: Path) -> dict[str, bytes]:
    """All files of the folder that is deployed, after one more build."""
    out = root / "public"
    assert cli.main(["--address", HOME, "--out", str(out), "--keep"], root) == 0
    files = (path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / "data" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def below(site: Mapping[str, bytes], folder: str) -> dict[str, bytes]:
    return {path: content for path, content in site.items() if path.startswith(folder)}


def names(site: Mapping[str, bytes]) -> list[str]:
    return sorted({found[0] for path in site if (found := KEPT.match(path))})


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("kept")
    printed.data(root)
    shutil.copytree(printed.TEMPLATES, root / "templates")
    return root


@pytest.fixture(scope="module")
def builds(root: Path) -> list[dict[str, bytes]]:
    """What was deployed at first, after an edit that no reader sees, after one, and back again."""
    first = keep(root)
    edit(root, "figures.yaml", "pay_here:", "# looked at again\npay_here:")
    style = root / "templates/css/chart.css"
    style.write_text(style.read_text("utf-8") + ".chart { color: #111; }\n", "utf-8")
    unseen = keep(root)
    edit(root, "figures.yaml", "value: 21000", "value: 23000")
    seen = keep(root)
    edit(root, "figures.yaml", "value: 23000", "value: 21000")
    return [first, unseen, seen, keep(root)]


def test_a_version_and_its_frames_never_change(builds: list[dict[str, bytes]]) -> None:
    first, *later = builds
    [name] = names(first)
    assert {f"{name}{CHART}", f"{name}{FRAME}", f"{name}index.html"} <= first.keys()
    for site in later:
        assert below(first, "v/").items() <= below(site, "v/").items()
    assert first[FRAME] != later[1][FRAME], "readers saw an edit"


def test_a_version_is_new_only_if_readers_see_something_new(builds: list[dict[str, bytes]]) -> None:
    assert [len(names(site)) for site in builds] == [1, 1, 2, 2]
    assert below(builds[3], "v/") == below(builds[2], "v/")


def test_citations_and_frozen_frames_name_the_version(builds: list[dict[str, bytes]]) -> None:
    [first], both = names(builds[0]), names(builds[2])
    [second] = {*both} - {first}
    for site, name in zip(builds, (first, first, second, first), strict=True):
        chart = site[CHART].decode()
        assert f"{HOME}{name}{CHART}" in chart.partition("<footer")[2]
        frozen = chart.partition('id="embed-frozen"')[2].partition("</textarea>")[0]
        assert f"src=&#34;{HOME}{name}{FRAME}&#34;" in frozen
        live = chart.partition('id="embed-code"')[2].partition("</textarea>")[0]
        assert f"src=&#34;{HOME}{FRAME}&#34;" in live
        assert f"{HOME}{name}{CHART}".encode() in site["cite/charts/pay.ris"]
    for path, content in builds[2].items():
        assert b"0000-00-00" not in content, path


def test_the_list_has_each_version_once(builds: list[dict[str, bytes]]) -> None:
    for site in builds:
        listed = re.findall(
            r'<li><a href="\.\./(v/[^/]+/)index', site["versions/index.html"].decode()
        )
        assert sorted(listed) == names(site)


def test_every_link_of_a_kept_page_leads_to_a_file(builds: list[dict[str, bytes]]) -> None:
    site = builds[2]
    links = 0
    for path, content in below(site, "v/").items():
        html = content.decode() if path.endswith((".html", ".css")) else ""
        for link in re.findall(
            r'(?:href="|src="|data-spots="|url\("?)(?!data:|#|https?:)([^"#?)]+)', html
        ):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link))
            assert target in site or target.endswith("story.pdf"), f"{path}: {link}"
            links += 1
    assert links > 100


def test_a_kept_page_says_so_and_leads_to_the_newest(builds: list[dict[str, bytes]]) -> None:
    for name in names(builds[2]):
        chart, frame = (builds[2][name + path].decode() for path in (CHART, FRAME))
        assert name[2:-1] in chart.partition('<p class="version">')[2].partition("</p>")[0]
        assert f'<a href="../../../../{CHART}">' in chart
        assert 'class="version"' not in frame


def test_versions_share_what_they_have_in_common(builds: list[dict[str, bytes]]) -> None:
    stored = {path: content for path, content in builds[2].items() if path.startswith("v/files/")}
    assert len({*stored.values()}) == len({path.split("/")[2] for path in stored})
    fonts = [path for path in stored if path.endswith(".woff2")]
    assert sorted(map(posixpath.basename, fonts)) == sorted({*map(posixpath.basename, fonts)})


@pytest.fixture
def site(builds: list[dict[str, bytes]]) -> Mapping[str, bytes]:
    return builds[2]


def test_a_kept_page_is_styled_and_breaks_no_rule(
    reader: Reader, site: Mapping[str, bytes]
) -> None:
    for path in ("index.html", CHART, FRAME):
        page = reader.open(names(site)[0] + path)
        page.evaluate("document.fonts.ready")
        assert page.evaluate("[...document.fonts].some(it => it.status === 'loaded')")
        assert page.locator(".chart svg:visible").count() >= 1
        assert (
            page.locator("main").evaluate("it => getComputedStyle(it.parentNode).margin") == "0px"
        )
    assert reader.elsewhere == []
    assert reader.complaints == []


def test_where_there_is_no_room_nothing_is_dropped(tmp_path: Path) -> None:
    pages, store = {"v/2025-01-01-abcdefabcdef/index.html": b"one"}, {"v/files/1/a.css": b"two"}
    name = "v/2025-01-01-abcdefabcdef"
    assert versions.add(pages, store, tmp_path, name, room=6) == 6
    other = "v/2025-01-02-abcdefabcdef"
    with pytest.raises(Refused, match=r"None is dropped.*Build without --keep"):
        versions.add({f"{other}/index.html": b"1"}, store, tmp_path, other, room=6)
    assert versions.known(tmp_path / "v") == (name[2:],)
    assert versions.size(tmp_path / "v") == 6


def test_what_broke_off_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "v/.half").mkdir(parents=True)
    (tmp_path / "v/.half/rest.html").write_bytes(b"rest")
    name = "v/2025-01-01-abcdefabcdef"
    versions.add({f"{name}/index.html": b"one"}, {}, tmp_path, name)
    assert [path.name for path in (tmp_path / name).iterdir()] == ["index.html"]
    assert not (tmp_path / "v/.half").exists()


def test_only_another_folder_keeps_versions(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    small.copy(tmp_path)
    assert cli.main(["--keep"], tmp_path) == 2
    assert "--keep needs --out" in capsys.readouterr().err
