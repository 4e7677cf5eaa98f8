"""What the tests would notice: the program with one small thing changed, held to its own tests.

``python -m tests.support.mutations COUNT MODULE…`` (`__main__`) tries COUNT changes of each module,
chosen evenly, and prints how many a test noticed. What can change is `changing`; how a change is
tried, `trying`; which tests hold a module, `held_by`; which changes come to nothing that a test
could notice, and why, `changes_nothing`.
"""

from pathlib import Path

ROOT = Path(__file__).parents[3]
PACKAGE = "braindrain_site"


def path_of(module: str) -> Path:
    """The file of a *module* of the program, such as ``model.amounts``."""
    path = ROOT / "src" / PACKAGE / Path(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
