"""An entry of changes.yaml may type what it says that readers had been told, and nothing else."""

from pathlib import Path

import pytest

from braindrain_site.judging import coverage
from braindrain_site.judging.draft import Draft
from braindrain_site.reading import loading
from tests.support import small

FIGURES = """\
  figures:
    - {figure: left, was: 5, qualifier: over, period: 2019-03/2023}
    - {figure: pay_in_won, was: 1234.5}
    - {figure: pay_away, was: 48000, qualifier: about}
"""
CELLS = """  cells: [{cell: 'by_subject.teachers["maths"]', was: 7}]\n"""
SENTENCES = """\
  sentences: [{chapter: leaving, was: {en: Of 17 towns two thirds., ko: 열일곱 곳의 삼분의 일.}}]
"""


def literals(tmp_path: Path, en: str, ko: str, *touched: str) -> list[str]:
    data = small.copy(tmp_path, edition=small.TWO)
    entry = (
        "spring:\n  kind: correction\n  day: 2025-01-03\n"
        f'  cause: {{en: "{en}", ko: "{ko}"}}\n  done: {{en: Done., ko: 고쳤다.}}\n'
    )
    (data / "changes.yaml").write_text(entry + "".join(touched), "utf-8")
    edition = loading.load(data)
    return [problem.sentence for problem in coverage.check(Draft(edition))]


@pytest.mark.parametrize(
    ("en", "ko"),
    [
        ("We had counted five.", "다섯으로 세었다."),
        ("It said 5 teachers, or over 5.", "5명으로, 또는 5명 넘게 적었다."),
        ("Five was of 2019 alone.", "다섯은 2019년만의 수치였다."),
        ("It was from March 2019 to 2023.", "2019년 3월부터 2023년까지였다."),
        ("That was March 2019, and 2023.", "2019년 3월과 2023년이었다."),
        ("It read 1,234.5 million won, which was 1234.5.", "12억 3450만 원으로, 1234.5로 적었다."),
        ("The pay was about $48,000.", "봉급은 약 4만 8000달러였다."),
        ("The cell held 7, so seven teachers.", "칸에는 7, 곧 일곱 명이었다."),
        ("Nobody knows the 17, nor the two thirds.", "열일곱 곳도 삼분의 일도 알 수 없다."),
    ],
)
def test_what_was_may_be_typed(tmp_path: Path, en: str, ko: str) -> None:
    """In every way of saying it, in each language."""
    assert literals(tmp_path, en, ko, FIGURES, CELLS, SENTENCES) == []


@pytest.mark.parametrize(
    ("en", "ko"),
    [
        ("We had counted six.", "여섯으로 세었다."),
        ("It said 15 teachers.", "15명으로 적었다."),
        ("It said 5.5 teachers.", "5.5명으로 적었다."),
        ("It was of 2018.", "2018년이었다."),
    ],
)
def test_nothing_else_may(tmp_path: Path, en: str, ko: str) -> None:
    """Each language is told of what no entry says."""
    assert len(literals(tmp_path, en, ko, FIGURES, CELLS)) == 2


def test_a_row_may_be_a_year(tmp_path: Path) -> None:
    """Who changed the cell of a year can say of which."""
    data = small.copy(tmp_path)
    for path, old, new in (
        ("tables/by_subject.csv", "NA,1", "2019,1"),
        ("tables/by_subject.yaml", "NA: {en: Not told}", '"2019": {en: Not told}'),
    ):
        text = (data / path).read_text("utf-8")
        (data / path).write_text(text.replace(old, new), "utf-8")
    entry = (
        "spring:\n  kind: correction\n  day: 2025-01-03\n  done: {en: Done.}\n"
        "  cause: {en: We had left out the one of 2019.}\n"
        """  cells: [{cell: 'by_subject.teachers["2019"]'}]\n"""
    )
    (data / "changes.yaml").write_text(entry, "utf-8")
    told = [each.sentence for each in coverage.check(Draft(loading.load(data)))]
    assert [each for each in told if "2019" in each] == []
