"""What a build works out it works out once, however many pages show it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import printed, sites, work


@pytest.mark.slow
def test_each_formula_text_and_chart_is_read_once(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """All counts are told at the end of the run."""
    _, done = work.of_a_build(printed.data(tmp_path), printed.TEMPLATES, sites.DRAWN)
    record_property("told", f"A build of the small edition makes {', '.join(map(str, done))}.")

    made = {each.things: each for each in done}
    charts, texts, formulas = (made[it] for it in ("charts and languages", "texts", "formulas"))
    assert charts.times == charts.count
    assert 0 < formulas.times <= formulas.count
    assert 0 < texts.times <= 2 * texts.count
