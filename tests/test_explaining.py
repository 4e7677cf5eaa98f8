"""What is told of a name in the terminal."""

from pathlib import Path

import pytest

from braindrain_site import cli, explaining, recipe
from braindrain_site.explaining import Unexplained
from tests.support import amended, small


@pytest.fixture(scope="module")
def proof() -> recipe.Proof:
    return recipe.judge(small.TWO, publishing=False)


def test_a_figure_tells_where_it_comes_from_and_where_it_stands(proof: recipe.Proof) -> None:
    told = explaining.explained(proof, "left").splitlines()
    assert told[0] == "figure left: 6 teachers"
    assert any(
        line.startswith("  source    school_report, page 1, “six teachers”") for line in told
    )
    assert any(line.endswith("story/en/leaving.md:3:36") for line in told if "stands at" in line)
    assert told[-1] == "  used by   share_music, half_music"


def test_a_formula_is_told_with_its_inputs(proof: recipe.Proof) -> None:
    told = explaining.explained(proof, "pay_multiple")
    assert "formula   pay_away / pay_here" in told
    assert "pay_away = over $50,000" in told
    assert "weakest input" in told


def test_a_claim_tells_how_far_it_is_from_false(proof: recipe.Proof) -> None:
    told = explaining.explained(proof, "over_twice")
    assert "turns false at 2" in told
    assert '"more than twice", read as more than 2' in told


def test_nothing_is_called_so(
    proof: recipe.Proof, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Unexplained, match=r'"pay_hre".*"pay_here"'):
        explaining.explained(proof, "pay_hre")
    small.copy(tmp_path, edition=small.TWO)
    assert cli.main(["explain", "pay_hre"], tmp_path) == 2
    assert "pay_here" in capsys.readouterr().err
    assert cli.main(["explain", "pay_here"], tmp_path) == 0
    assert "figure pay_here" in capsys.readouterr().out


def test_a_figure_tells_what_it_was(tmp_path: Path) -> None:
    proof = recipe.judge(amended.edition(tmp_path, amended.CORRECTED), publishing=False)
    told = explaining.explained(proof, "left")
    assert "changed   Correction, 3 January 2025 (spring). Before: 5 teachers." in told
    assert "changed" in explaining.explained(proof, "share_music")
