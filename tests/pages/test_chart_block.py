"""The line that names a source says what is behind its links."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from braindrain_site.model.problems import Rejected
from braindrain_site.pages import chart_block
from braindrain_site.pages.chart_block import Heading, Sheet
from braindrain_site.pages.templates import Press
from braindrain_site.reading import loading
from tests.support import printed, small

SECOND_HAND = """seen: second_hand
  seen_at: {en: A report by the town's paper}
  seen_url: https://example.org/paper
"""


def credited(data: Path, macro: str) -> str:
    """The HTML of the credit of the small edition's source."""
    edition = loading.load(data)
    templates = Press(printed.TEMPLATES).templates
    words = SimpleNamespace(**{key: text["en"] for key, text in edition.words.items()})
    text = f'{{% from "_credit.html" import {macro} %}}{{{{ {macro}(found, other) }}}}'
    found = chart_block.credit(edition, "school_report", "en")
    other = words if macro == "credit" else False
    return templates.from_string(text).render(found=found, other=other).strip()


@pytest.mark.parametrize("macro", ["credit", "brief"])
def test_a_link_leads_to_what_it_names(tmp_path: Path, macro: str) -> None:
    """Where the document was not opened, the place it is known from is linked, not its title."""
    away = ("sources.yaml", "  url: https://example.org/report\n", "")
    data = small.copy(tmp_path, ("sources.yaml", "seen: primary\n", SECOND_HAND), away)
    html = credited(data, macro)
    assert html.count("<a ") == 1
    assert '<a href="https://example.org/paper">A report by the town&#39;s paper</a>' in html
    assert ("not opened by us; known from:" in html) is (macro == "credit")


def test_an_unopened_document_without_such_a_place_says_so(tmp_path: Path) -> None:
    data = small.copy(tmp_path, ("sources.yaml", "seen: primary", "seen: second_hand"))
    assert credited(data, "credit").endswith('<span class="unopened">not opened by us</span>')
    assert "unopened" not in credited(small.FOLDER, "credit")


def test_an_address_needs_the_words_for_it(tmp_path: Path) -> None:
    line = "seen: primary\n  seen_url: https://example.org/paper"
    with pytest.raises(Rejected) as told:
        loading.load(small.copy(tmp_path, ("sources.yaml", "seen: primary", line)))
    assert 'has "seen_url", so it needs "seen_at" as well' in told.value.problems[0].sentence


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ((("Hill", "2020", "5"), ("Lake", "2020", "5")), 1),
        ((("Hill", "2020", "5"), ("Hill", "2021", "5"), ("Lake", "2020", "5")), 2),
        ((("Hill", "2020", "5"), ("Hill", "2020", "6")), 1),  # a value is no name
        ((("Hill", "2020", "5"), ("Hill", "2020", "5")), 1),
        ((), 1),
    ],
)
def test_a_row_is_headed_by_what_tells_it_from_others(
    rows: tuple[tuple[str, ...], ...], heads: int
) -> None:
    columns = (Heading("Place"), Heading("Year"), Heading("Pay", numeric=True))
    assert Sheet("Pay", columns, rows).heads == heads
