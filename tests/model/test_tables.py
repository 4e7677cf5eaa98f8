"""A cell is found by the key of its row, whatever that is made of."""

from pathlib import Path

import pytest

from braindrain_site.model.problems import Rejected
from braindrain_site.pages import formula_in_words
from braindrain_site.reading import loading
from braindrain_site.texts.binding import Binding
from tests.support import small


def test_a_cell_is_found_by_its_column_and_the_key_of_its_row() -> None:
    table = loading.load(small.FOLDER).tables["by_subject"]
    assert [table.cell("teachers", key) for key in ("music", "maths", "NA")] == ["3", "2", "1"]
    assert table.cell("subject", "NA") == "NA"
    with pytest.raises(KeyError):
        table.cell("teachers", "dance")


def by_two(tmp_path: Path, key: str = "[country, year]", more: str = "") -> Path:
    """The small edition with a table whose rows two columns name."""
    formula = "pay.won['Korea', '2024']"
    data = small.copy(tmp_path, ("figures.yaml", "pay_away / pay_here", formula))
    text = (data / "figures.yaml").read_text("utf-8")
    (data / "figures.yaml").write_text(text.replace("unit: times", "unit: million KRW/year"))
    (data / "tables/pay.csv").write_text(
        f"country,year,won\nKorea,2023,10\nKorea,2024,12\nJapan,2024,9\n{more}"
    )
    (data / "tables/pay.yaml").write_text(
        "title: {en: Pay}\nsource: school_report\nat: page 1\norigin: school_board\n"
        f"period: 2023/2024\nprimaryKey: {key}\nfields:\n"
        "  - {name: country, type: string, title: {en: Country}, labels: {Korea: {en: South Korea},"
        " Japan: {en: Japan}}}\n"
        "  - {name: year, type: year, title: {en: Year}}\n"
        "  - {name: won, type: integer, unit: million KRW/year, title: {en: Pay}}\n"
    )
    return data


def test_rows_that_two_columns_name(tmp_path: Path) -> None:
    """A formula names both, and so does the receipt, by the names that readers know."""
    edition, amounts, _ = small.judged(by_two(tmp_path))
    assert edition.tables["pay"].keys == ("Korea, 2023", "Korea, 2024", "Japan, 2024")
    assert amounts["pay_multiple"].shown == 12
    shown = formula_in_words.calculation("pay_multiple", Binding(edition, amounts, "en"))
    assert "South Korea, 2024" in shown.text


@pytest.mark.parametrize(
    ("key", "more", "sentence"),
    [
        (
            "[country, year]",
            "Korea,2024,1\n",
            '"Korea, 2024" stands twice under "country" and "year"; the first is on line 3.',
        ),
        ("country", "", '"Korea" stands twice under "country"; the first is on line 2.'),
        ("[country, yaer]", "", '"yaer" is no column of this table.'),
        ("[country, country]", "", '"country" is listed twice.'),
        ("[]", "", '"primaryKey" needs at least one entry, but is empty.'),
    ],
)
def test_keys_that_name_no_row(tmp_path: Path, key: str, more: str, sentence: str) -> None:
    """Told at the row, or at the key."""
    with pytest.raises(Rejected) as caught:
        loading.load(by_two(tmp_path, key, more))
    assert [problem.sentence for problem in caught.value.problems] == [sentence]
