"""The edition in two languages with changes entered in it."""

from pathlib import Path

from tests.support import small

CORRECTED = """\
spring:
  kind: correction
  day: 2025-01-03
  done:
    en: "The count is {{ left }} & no fewer."
    ko: "떠난 사람은 {{ left }}이다."
  cause: {en: A teacher had been left out., ko: 봄에 떠난 교사를 빠뜨렸다.}
  figures:
    - {figure: left, was: 5}
"""
REVISED = """\
autumn:
  kind: revision
  day: 2025-01-02
  done: {en: The board has counted again., ko: 위원회가 다시 셌다.}
  cause: {en: A teacher came back., ko: 떠난 교사가 돌아왔다.}
  figures:
    - {figure: left, was: 4, qualifier: over, period: 2021/2023}
  cells:
    - {cell: 'by_subject.teachers["music"]', was: 2}
  sentences:
    - {chapter: method, was: {en: Nobody counts., ko: 아무도 세지 않는다.}}
"""
UPDATED = """\
winter:
  kind: update
  day: 2025-01-03
  done: {en: The table is newer., ko: 표가 새로워졌다.}
  cause: {en: The board has published it., ko: 위원회가 발표했다.}
  figures: [{figure: pay_here}]
  cells: [{cell: 'by_subject.teachers["NA"]'}]
"""
"""What only tells that something changed, and not what it was."""
IN_ENGLISH = """\
spring:
  kind: correction
  day: 2025-01-03
  done: {en: "The count of teachers who left is {{ left.number }}."}
  cause: {en: A teacher had been left out.}
  figures: [{figure: left, was: 5}]
"""


def edition(tmp_path: Path, *entries: str, edits: tuple[tuple[str, str, str], ...] = ()) -> Path:
    """A copy with *entries* in its ``changes.yaml``."""
    data = small.copy(tmp_path, *edits, edition=small.TWO)
    (data / "changes.yaml").write_text("".join(entries), "utf-8")
    return data
