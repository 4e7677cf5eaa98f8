"""A correction is told on every page that says what was wrong, and on a page of its own."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from braindrain_site.judging.unused import unused
from braindrain_site.reading import loading
from tests.support import amended, small
from tests.support.sites import make

HOMES = {"en": "", "ko": "ko/"}
DATED = {"en": "Correction, 3 January 2025", "ko": "2025년 1월 3일 정정"}
DONE = {"en": "The count is 6 teachers &amp; no fewer.", "ko": "떠난 사람은 6명이다."}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    folder = tmp_path_factory.mktemp("amended")
    return make(amended.edition(folder, amended.CORRECTED, amended.REVISED))


def page(site: Mapping[str, bytes], lang: str, path: str) -> str:
    return site[f"{HOMES[lang]}{path}"].decode()


@pytest.mark.parametrize("lang", HOMES)
@pytest.mark.parametrize(
    ("path", "css", "top"),
    [
        ("index.html", "changed", ""),
        ("charts/subjects/index.html", "small", "../../"),
        ("charts/index.html", "small", "../"),
        ("embed/subjects/index.html", "small", "../../"),
    ],
)
def test_a_note_stands_on_every_page_that_carries_the_figure(
    site: Mapping[str, bytes], lang: str, path: str, css: str, top: str
) -> None:
    way = top + ("../ko/" if lang == "ko" else "")
    note = (
        f'<p class="{css}"><strong>{DATED[lang]}.</strong> '
        f'<a href="{way}changes/index.html#spring">{DONE[lang]}</a></p>'
    )
    assert page(site, lang, path).count(note) == 1


def test_the_list_of_sources_names_it_beside_the_figure(site: Mapping[str, bytes]) -> None:
    text = page(site, "en", "sources/index.html")
    assert '(<a href="../changes/index.html#spring">Correction, 3 January 2025</a>)' in text


def test_a_table_and_the_method_say_what_changed_in_them(site: Mapping[str, bytes]) -> None:
    for path in ("data/index.html", "method/index.html"):
        assert "#autumn" in page(site, "en", path)
        assert "#spring" not in page(site, "en", path)


def receipt(site: Mapping[str, bytes], lang: str, key: str) -> str:
    text = page(site, lang, "figures/index.html")
    found = re.search(rf'<li class="receipt" id="r-{key}".*?</li>', text, re.DOTALL)
    assert found
    return " ".join(re.sub("<[^>]+>", " ", found[0]).split())


def test_the_receipt_tells_the_history(site: Mapping[str, bytes]) -> None:
    english, korean = (receipt(site, lang, "left") for lang in HOMES)
    assert (
        "Correction, 3 January 2025. Before: 5 teachers. After: 6 teachers. "
        "A teacher had been left out." in english
    )
    assert "Before: over 4 teachers, 2021 to 2023. After: 5 teachers, 2021 to 2024." in english
    assert english.index("Correction") < english.index("Revision")
    assert "2025년 1월 3일 정정. 변경 전: 5명. 변경 후: 6명." in korean
    assert "worked out from what was changed" in receipt(site, "en", "share_music")
    assert "changed" not in receipt(site, "en", "pay_here")


@pytest.mark.parametrize("lang", HOMES)
def test_the_foot_of_every_page_leads_to_the_page_of_changes(
    site: Mapping[str, bytes], lang: str
) -> None:
    for path in ("index.html", "sources/index.html", "changes/index.html", "404.html"):
        foot = page(site, lang, path).partition('<footer class="foot">')[2]
        assert "changes/index.html" in foot
        assert f'{HOMES[lang]}changes.atom"' in page(site, lang, path)


def test_the_page_of_changes_tells_all_of_each(site: Mapping[str, bytes]) -> None:
    text = page(site, "en", "changes/index.html")
    assert text.index('id="spring"') < text.index('id="autumn"')
    words = " ".join(re.sub("<[^>]+>", " ", text).split())
    assert "Why: A teacher came back." in words
    assert "Leavers by subject, music, Teachers Before: 2 teachers. After: 3 teachers." in words
    assert "It said: Nobody counts." in words
    assert "Noted in: Leaving the school" in words
    assert '<a href="../charts/subjects/index.html">' in text
    assert '<a href="../figures/index.html#r-left">' in text


PUPILS = (
    ("tables/by_subject.csv", "subject,teachers\nmusic,3\nmaths,2\nNA,1",
     "subject,teachers,pupils,day,note\nmusic,3,59800,2024-05-02,loud\nmaths,2,1,2024-05,calm\n"
     "NA,1,1,2024,loud"),
    ("tables/by_subject.yaml", "    constraints: {minimum: 0}",
     """\
    constraints: {minimum: 0}
  - {name: pupils, type: integer, unit: pupils, title: {en: Pupils, ko: 학생}}
  - {name: day, type: period, title: {en: Day, ko: 날}}
  - name: note
    type: string
    title: {en: Note, ko: 비고}
    labels: {loud: {en: a loud one, ko: 요란함}, calm: {en: a calm one, ko: 차분함}}"""),
)  # fmt: skip
CELLS = """\
pupils:
  kind: correction
  day: 2025-01-03
  done: {en: The pupils are counted anew., ko: 학생을 다시 셌다.}
  cause: {en: The board had erred., ko: 위원회가 잘못 셌다.}
  cells:
    - {cell: 'by_subject.pupils["music"]', was: 59600}
    - {cell: 'by_subject.day["music"]', was: 2024-05-01}
    - {cell: 'by_subject.note["music"]', was: calm}
"""


@pytest.fixture(scope="module")
def cells(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Corrected cells of columns that the chart of their table does not draw."""
    data = amended.edition(tmp_path_factory.mktemp("cells"), CELLS, edits=PUPILS)
    small.add(data / "units.yaml", 'pupils:\n  print: {en: "{} pupils", ko: "{}명"}\n')
    return make(data)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", ["Before: 59,600 pupils. After: 59,800 pupils.",
                "Before: 1 May 2024. After: 2 May 2024.",
                "Before: a calm one. After: a loud one."]),
        ("ko", ["변경 전: 5만 9600명. 변경 후: 5만 9800명.",
                "변경 전: 2024년 5월 1일. 변경 후: 2024년 5월 2일.",
                "변경 전: 차분함. 변경 후: 요란함."]),
    ],
)  # fmt: skip
def test_a_cell_is_told_as_it_is_printed_elsewhere(
    cells: Mapping[str, bytes], lang: str, told: list[str]
) -> None:
    for path in ("changes/index.html", "changes.atom"):
        words = " ".join(re.sub("<[^>]+>", " ", page(cells, lang, path)).split())
        for each in told:
            assert each in words, path


def test_a_cell_is_noted_only_where_it_is_shown(cells: Mapping[str, bytes]) -> None:
    """With its table, and not with a chart or a chapter of other columns of that."""
    noted = [
        path
        for path in cells
        if path.endswith(".html") and b'changes/index.html#pupils"' in cells[path]
    ]
    assert sorted(noted) == ["data/index.html", "ko/data/index.html"]


def test_a_word_that_one_language_lacks_is_no_change_of_value(tmp_path: Path) -> None:
    """Korean counts professors and members of the faculty alike."""
    told = amended.CORRECTED.replace("was: 5", "was: 6, unit: people")
    data = amended.edition(tmp_path, told)
    small.add(data / "units.yaml", 'people:\n  print: {en: "{} people", ko: "{}명"}\n')
    made = make(data)
    assert "Before: 6 people. After: 6 teachers." in receipt(made, "en", "left")
    assert "설명을 고쳤다." in receipt(made, "ko", "left")


def test_a_site_without_changes_has_no_page_of_them() -> None:
    made = make(small.TWO)
    assert not [path for path in made if "changes" in path]
    assert b"changes" not in made["index.html"]


def test_a_number_of_another_source_says_from_which_it_was(tmp_path: Path) -> None:
    """In its receipt and on the page of changes, of figures and of cells; the source is used."""
    figure = amended.CORRECTED.replace("was: 5}", "was: 5, source: letter}")
    cells = amended.REVISED.replace("was: 2}", "was: 2, source: letter}")
    alone = amended.UPDATED.replace("figure: pay_here", "figure: pay_here, source: letter")
    data = amended.edition(tmp_path, figure, cells, alone)
    report = (data / "sources.yaml").read_text("utf-8")
    letter = report.replace("school_report", "letter").replace("Teachers who left", "A letter")
    small.add(data / "sources.yaml", letter.replace("떠난 교사", "편지"))
    assert '"letter"' not in "".join(p.sentence for p in unused(loading.load(data)))
    made = make(data)
    told = "Before: 5 teachers. After: 6 teachers. Its source then: A letter."
    assert told in receipt(made, "en", "left")
    assert "변경 후: 6명. 당시 출처: 편지." in receipt(made, "ko", "left")
    assert "2025. Its source then: A letter." in receipt(made, "en", "pay_here")
    changes = " ".join(re.sub("<[^>]+>", " ", page(made, "en", "changes/index.html")).split())
    assert told in changes
    assert "Teachers Before: 2 teachers. After: 3 teachers. Its source then: A letter." in changes
