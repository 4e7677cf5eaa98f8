"""What the editors wrote is fit to be published, whatever it says."""

import pytest

from braindrain_site import recipe
from braindrain_site.model.problems import Rejected, report
from tests.support import finished
from tests.support.printed import ROOT


@pytest.mark.slow
def test_the_data_pass_every_gate() -> None:
    told = ""
    try:
        recipe.judge(ROOT / "data")
    except Rejected as rejected:
        told = report(rejected.problems, rejected.lines)
    assert told == ""


@pytest.mark.slow
def test_no_finished_page_holds_a_quantity_that_nothing_vouches_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert finished.loose(ROOT / "data", monkeypatch) == []
