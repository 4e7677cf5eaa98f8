"""The edition in two languages with letters that no other text of the tests has."""

from pathlib import Path

from tests.support import small

SYLLABLES = "음악 시험 북부 융합 및 뷁 햏 쏠 퓰 갊 쫓 뇽 꿰 챌 엮 홱 봬 뒹 슭 콱 턴 팥"
LABELS = ("Łódź, Nguyễn", "漢字 융합 및", "Россия § – †")
"""What the bars of the chart are called, in both languages."""
_BOTH = ", ".join(
    f'{key}: {{en: "{label}", ko: "{label}"}}'
    for key, label in zip(("music", "maths", "NA"), LABELS, strict=True)
)


def copy(tmp_path: Path) -> Path:
    """Its data: an address for cards, a paragraph in Korean, and a chart with those names."""
    return small.copy(
        tmp_path,
        ("site.yaml", "languages: [en, ko]", "languages: [en, ko]\naddress: https://example.org/"),
        (
            "story/ko/leaving.md",
            "# 학교를 떠난 사람들\n",
            f"# 학교를 떠난 漢字 뷁\n\n{SYLLABLES}\n",
        ),
        (
            "tables/by_subject.yaml",
            'title: {en: Subject, ko: "과목"}\n',
            f'title: {{en: Subject, ko: "과목"}}\n    labels: {{{_BOTH}}}\n',
        ),
        edition=small.TWO,
    )
