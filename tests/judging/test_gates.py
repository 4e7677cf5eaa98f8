"""An edition that is stopped is told whether more will be looked for."""

from pathlib import Path

import pytest

from braindrain_site import recipe
from braindrain_site.model.problems import Rejected, then
from tests.support import small

UNREAD = ("figures.yaml", "  unit: percent\n", "  unit:\n")
UNNAMED = ("figures.yaml", "unit: percent", "unit: percents")
UNTRUE = ("claims.yaml", "holds: ", "holds: 2 < 1 and ")


@pytest.mark.parametrize(
    ("edit", "more"),
    [
        (UNREAD, "More is looked for once this is mended."),
        (UNNAMED, "More is looked for once this is mended."),
        (UNTRUE, ""),
    ],
)
def test_only_the_last_gates_end_the_search(
    tmp_path: Path, edit: tuple[str, str, str], more: str
) -> None:
    with pytest.raises(Rejected) as caught:
        recipe.judge(small.copy(tmp_path, edit))
    assert then(caught.value) == more


def test_of_several_the_sentence_says_so(tmp_path: Path) -> None:
    edits = UNNAMED, ("tables/by_subject.yaml", "unit: teachers", "unit: teacher")
    with pytest.raises(Rejected) as caught:
        recipe.judge(small.copy(tmp_path, *edits))
    assert then(caught.value) == "More is looked for once these are mended."
