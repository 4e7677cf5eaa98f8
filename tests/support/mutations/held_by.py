"""Which tests hold which module."""

from pathlib import Path

from tests.support.mutations import ROOT, path_of

_FACTS, _REWORDINGS = "tests/meanings/test_facts.py", "tests/meanings/test_rewordings.py"
_WORDING = [
    "src/braindrain_site/wording/__init__.py",
    "tests/wording/test_wording.py",
    "tests/wording/test_korean.py",
]
BESIDE = {
    "model.amounts": ["tests/figures/test_evaluation.py", "tests/wording/test_wording.py"],
    "figures.evaluation": ["tests/judging/test_claims.py"],
    "figures.formulas": ["tests/figures/test_evaluation.py"],
    "figures.grades": [],
    "judging.claims": [],
    "judging.meanings": [_REWORDINGS],
    "judging.coverage": [],
    "judging.unbound": ["tests/judging/test_coverage.py"],
    "judging.unvouched": ["tests/judging/test_coverage.py"],
    "judging.vouching": ["tests/judging/test_coverage.py"],
    "meanings.facts": [_REWORDINGS],
    "meanings.intervals": [_FACTS],
    "meanings.meaning": [_FACTS, _REWORDINGS],
    "meanings.ratios": [_FACTS],
    "wording": _WORDING,
    "wording.english": _WORDING,
    "wording.korean": _WORDING,
    "wording.particles": ["tests/wording/test_korean.py"],
}
"""The tests of each module beyond the one that is called like it."""


def tests_of(module: str) -> list[str]:
    """The tests of a module: its examples first, then its own, then those of what stands on it."""
    *folder, name = module.split(".")
    path, own = path_of(module), Path("tests", *folder, f"test_{name}.py")
    examples = [str(path)] if ">>> " in path.read_text("utf-8") else []
    named = [str(own)] if (ROOT / own).exists() else []
    return [*dict.fromkeys([*examples, *named, *BESIDE[module]])]
