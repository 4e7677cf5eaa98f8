"""What is done to an export's numbers when it becomes a table is told."""

from pathlib import Path

import pytest

from braindrain_site import cli
from tests.support import small


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ("Land;Share\nBern;12,5\nRome;1.234,75\n", 'Its decimals had commas: "12,5" is 12.5.'),
        ('City,Rent\nBern,"6,75 €"\n', 'Its decimals had commas: "6,75 €" is 6.75.'),
        ('City,Rent\nBern,"1,234.50"\nRome,"1,200"\n', ""),
        ("Land;People\nBern;1.234.567\nRome;987.654\n", ""),
        ('City,Rent\n"Bern, old town",6.5\n', ""),
    ],
)
def test_commas_that_became_points(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], cells: str, told: str
) -> None:
    """With the first of them to look at; commas for thousands only go."""
    small.copy(tmp_path)
    (tmp_path / "export.csv").write_text(cells, "utf-8")
    assert cli.main(["new", "table", str(tmp_path / "export.csv")], tmp_path) == 0
    said = "".join(capsys.readouterr())
    assert told in said
    assert ("Its decimals" in said) is bool(told)
