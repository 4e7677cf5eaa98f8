"""All charts of an edition are drawn once, the same each time, and remembered."""

import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import pytest

from braindrain_site.charts import drawing
from braindrain_site.charts.drawing import Drawing
from braindrain_site.texts.binding import Binding
from tests.support import small
from tests.support.frames_to_draw import WORDS

CHARTS = """
by_bars:
  form: bar
  table: by_subject
  columns: {label: subject, value: teachers}
  headline: {en: "Of {{ left.number }}, most taught music"}
  subtitle: {en: Teachers who left}
as_people:
  form: bar
  table: by_subject
  columns: {label: subject, value: teachers}
  highlight: [music]
  headline: {en: All who left}
  subtitle: {en: Teachers who left}
"""


def data(tmp_path: Path, charts: str = CHARTS) -> Path:
    copied = small.copy(tmp_path)
    (copied / "charts.yaml").write_text(charts)
    words = "".join(f'{key}: {{en: "{text}"}}\n' for key, text in WORDS.items())
    (copied / "words.yaml").write_text(words)
    return copied


def draw(folder: Path, cache: Path | None = None) -> Mapping[str, Drawing]:
    edition, figures, _ = small.judged(folder)
    plain = Binding(edition, figures, "en").plain
    return dict(drawing.Drawings(edition, figures, plain, "en", cache))


def test_each_chart_is_drawn_at_two_widths_with_its_words(tmp_path: Path) -> None:
    drawings = draw(data(tmp_path))
    assert list(drawings) == ["by_bars", "as_people"]
    bars = drawings["by_bars"]
    assert bars.title == "Of 6, most taught music"
    assert (
        bars.description
        == "Teachers who left. bar, 3. music: 3 teachers; maths: 2 teachers; NA: 1 teacher."
    )
    for svg, width in ((bars.wide, "680"), (bars.narrow, "320")):
        root = ElementTree.fromstring(svg)
        assert root.attrib["width"] == width
        assert root.attrib["role"] == "img"
        said = {element.get("id"): element.text for element in root.iter() if element.get("id")}
        assert said[root.attrib["aria-labelledby"]] == bars.title
        assert said[root.attrib["aria-describedby"]] == bars.description


def test_no_id_is_used_twice_on_a_page(tmp_path: Path) -> None:
    svgs = [svg for drawn in draw(data(tmp_path)).values() for svg in (drawn.wide, drawn.narrow)]
    ids = [
        element.attrib["id"]
        for svg in svgs
        for element in ElementTree.fromstring(svg).iter()
        if "id" in element.attrib
    ]
    assert len(ids) == len(set(ids)) == 8


def test_the_order_of_charts_changes_no_drawing(tmp_path: Path) -> None:
    people = CHARTS.index("as_people")
    turned = CHARTS[people:] + CHARTS[:people]
    assert draw(data(tmp_path / "a")) == draw(data(tmp_path / "b", turned))


def test_a_drawing_from_the_cache_is_the_same(tmp_path: Path) -> None:
    folder, cache = data(tmp_path), tmp_path / "cache"
    fresh = draw(folder)
    assert draw(folder, cache) == fresh
    assert len(list(cache.iterdir())) == 8
    assert draw(folder, cache) == fresh


@pytest.mark.slow
def test_what_is_in_the_cache_is_not_drawn_again(tmp_path: Path) -> None:
    folder, cache = data(tmp_path), tmp_path / "cache"
    draw(folder, cache)
    for file in cache.iterdir():
        drawn = file.read_bytes()[32:].replace(b"var(--quiet)", b"var(--soft)")
        file.write_bytes(sha256(drawn).digest() + drawn)
    with (folder / "charts.yaml").open("a") as charts:
        charts.write("# Records that differ, in nothing that is drawn.\n")
    assert "var(--soft)" in draw(folder, cache)["by_bars"].wide


@pytest.mark.slow
def test_other_words_need_no_new_drawing_but_other_numbers_do(tmp_path: Path) -> None:
    folder, cache = data(tmp_path), tmp_path / "cache"
    draw(folder, cache)
    charts = folder / "charts.yaml"
    charts.write_text(charts.read_text().replace("All who left", "Everyone who left"))
    assert draw(folder, cache)["as_people"].title == "Everyone who left"
    assert len(list(cache.iterdir())) == 8

    table = folder / "tables" / "by_subject.csv"
    table.write_text(table.read_text().replace("maths,2", "maths,4"))
    assert ">4</text>" in draw(folder, cache)["by_bars"].wide
    assert len(list(cache.iterdir())) == 16


@pytest.mark.slow
def test_another_font_means_another_drawing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, cache = data(tmp_path), tmp_path / "cache"
    draw(folder, cache)
    (tmp_path / "sums").write_text("other fonts")
    monkeypatch.setattr(drawing, "SUMS", tmp_path / "sums")
    draw(folder, cache)
    assert len(list(cache.iterdir())) == 16


@pytest.mark.slow
def test_a_warm_build_loads_no_drawing_library(tmp_path: Path) -> None:
    folder, cache = data(tmp_path), tmp_path / "cache"
    draw(folder, cache)
    program = (
        "import sys; from pathlib import Path; from tests.charts import test_drawing\n"
        f"test_drawing.draw(Path({str(folder)!r}), Path({str(cache)!r}))\n"
        "print([name for name in ('altair', 'vl_convert', 'uharfbuzz') if name in sys.modules])"
    )
    root = Path(__file__).parents[2]
    ended = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True, text=True, cwd=root, env={"PYTHONPATH": "src:."},
    )  # fmt: skip
    assert ended.stdout.strip() == "[]", ended.stderr
