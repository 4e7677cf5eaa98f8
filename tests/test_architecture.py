"""README's table of modules is true: every module has a row and imports only from lower rows."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/braindrain_site"
OWNERS = {
    "altair": {"charts"},
    "babel": {"wording"},
    "fontTools": {"charts"},
    "jinja2": {"mentions", "press"},
    "markdown": {"story"},
    "nh3": {"story"},
    "numpy": {"charts", "raster"},
    "pandas": {"charts", "drawing", "edition", "exports", "formulas", "tables"},
    "time": {"cli"},
    "vl_convert": {"drawing", "raster"},
    "watchfiles": {"serve"},
    "yaml": {"yaml_reader"},
}
"""The only modules that may import a library; whoever wants another asks its owner."""
SURROUNDINGS = ("Path.cwd", "Path.home", "date.today", "datetime.now", "os.environ", "os.getenv")
"""What only the command line may ask for: the clock, the environment, the current folder."""
VAGUE = {"base", "common", "core", "helpers", "misc", "tools", "utils"}


def module(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


FILES = [path for path in sorted(SOURCE.rglob("*.py")) if path != SOURCE / "__init__.py"]
TABLE = re.findall(r"^\| (\d+) \| `(\w+)(?:\.py|/)` \| \S", (ROOT / "README.md").read_text(), re.M)
ROWS = {name: int(row) for row, name in TABLE}


def imported(tree: ast.AST) -> Iterator[str]:
    """Names imported anywhere in *tree*, down to the module: ``braindrain_site.wording``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module, "imports name the whole way"
            package = node.module == "braindrain_site"
            yield from (f"{node.module}.{a.name}" if package else node.module for a in node.names)


def test_the_readme_lists_every_module_once() -> None:
    assert sorted(name for _, name in TABLE) == sorted({module(path) for path in FILES})


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_keeps_to_its_row(path: Path) -> None:
    own = module(path)
    tree = ast.parse(path.read_text())
    for name in imported(tree):
        library, _, rest = name.partition(".")
        if library == "braindrain_site":
            other = rest.partition(".")[0]
            assert other == own or ROWS[other] < ROWS[own], f"{own} imports {other}"
        else:
            assert own in OWNERS.get(library, {own}), f"{own} imports {library}"
    asked = (ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    assert own == "cli" or not [name for name in asked if name.endswith(SURROUNDINGS)]
    assert path.stem not in VAGUE
