"""The nouns of an edition."""

import pytest

from braindrain_site.reading import loading
from tests.support import small


def test_a_cell_is_found_by_its_column_and_the_key_of_its_row() -> None:
    table = loading.load(small.FOLDER).tables["by_subject"]
    assert [table.cell("teachers", key) for key in ("music", "maths", "NA")] == ["3", "2", "1"]
    assert table.cell("subject", "NA") == "NA"
    with pytest.raises(KeyError):
        table.cell("teachers", "dance")
