"""What the editors wrote is fit to be published, whatever it says."""

from braindrain_site import recipe
from braindrain_site.model.problems import Rejected, report
from tests.support.printed import ROOT


def test_the_data_pass_every_gate() -> None:
    told = ""
    try:
        recipe.judge(ROOT / "data")
    except Rejected as rejected:
        told = report(rejected.problems, rejected.lines)
    assert told == ""
