"""Figures, columns and cells as readers see them in a formula."""

from pathlib import Path

from braindrain_site.pages.formula_parts import Parts
from braindrain_site.texts.binding import Binding
from tests.support import small


def parts(data: Path = small.FOLDER) -> Parts:
    edition, amounts, _ = small.judged(data)
    return Parts(Binding(edition, amounts, "en", receipts="there.html"))


def test_a_figure_leads_to_its_receipt() -> None:
    link = '<a href="there.html#r-left">6 teachers</a>'
    assert parts().figure("left") == link
    assert parts().dated_label("left") == "teachers who left, 2021 to 2024"


def test_a_row_is_named_as_readers_know_it(tmp_path: Path) -> None:
    name = "  - name: subject\n"
    words = "{music: {en: Song & dance}, maths: {en: Maths}, NA: {en: None of these}}"
    labels = f"{name}    labels: {words}\n"
    found = parts(small.copy(tmp_path, ("tables/by_subject.yaml", name, labels)))
    assert found.row("by_subject", "music") == "Song & dance"
    assert found.row("by_subject", "maths") == "Maths"
    assert found.cell("by_subject", "teachers", "music") == (
        "3 teachers (Song &amp; dance, in the table “Leavers by subject”)"
    )
