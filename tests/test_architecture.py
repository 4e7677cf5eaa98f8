"""README's table of folders is true: every module stands in it and imports only from above."""

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
    "brotli": {"fonts"},
    "fontTools": {"fonts"},
    "jinja2": {"pages"},
    "markdown_it": {"texts"},
    "mdit_py_plugins": {"texts"},
    "mdurl": {"texts"},
    "numpy": {"charts", "pictures"},
    "PIL": {"pictures", "reading"},
    "sqlite3": {"exports"},
    "pandas": {"charts", "figures", "model", "reading"},
    "time": {"commands"},
    "vl_convert": {"charts", "pictures"},
    "uharfbuzz": {"fonts"},
    "watchfiles": {"preview"},
    "yaml": {"reading"},
}
"""The only folders that may import a library; whoever wants another asks its owner."""
SURROUNDINGS = ("Path.cwd", "Path.home", "date.today", "datetime.now", "os.environ", "os.getenv")
"""The clock, the environment, the current folder."""
ASKING = {"cli", "commands.surroundings"}
"""The only modules that may ask for them."""
LEAVES = {"disk.cache", "disk.kept", "disk.unchanged"}
"""What reaches for nothing of the project."""
VAGUE = {"base", "common", "core", "helpers", "misc", "tools", "utils"}


FILES = [path for path in sorted(SOURCE.rglob("*.py")) if path.name != "__init__.py"]
TABLE = re.findall(
    r"^\| (?:`([\w/]+)/`)? ?\| ((?:`\w+` )+)\| \S", (ROOT / "README.md").read_text(), re.M
)
MODULES = [
    f"{folder.replace('/', '.')}.{name}".removeprefix(".")
    for folder, names in TABLE
    for name in re.findall(r"\w+", names)
]
"""All modules in the order of README's table: each imports only from those before it."""


def module(path: Path) -> str:
    """Its name below the package; a folder's own is that of its ``__init__``."""
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


def above(own: str) -> list[str]:
    """The modules that *own* may import from; a folder's own may have all that are in it."""
    inside = [number for number, name in enumerate(MODULES) if name.startswith(f"{own}.")]
    return MODULES[: inside[-1] + 1 if inside else MODULES.index(own)]


def imported(tree: ast.AST) -> Iterator[str]:
    """Names imported anywhere in *tree*, each the whole way: ``braindrain_site.wording.korean``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module, "imports name the whole way"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_the_readme_lists_every_module_once() -> None:
    assert sorted(MODULES) == sorted(module(p) for p in FILES if p.name != "__init__.py")


@pytest.mark.parametrize("path", FILES, ids=module)
def test_a_module_imports_only_from_those_above_it(path: Path) -> None:
    own = module(path)
    allowed = above(own)
    packages = {one.rpartition(".")[0] for one in allowed}
    tree = ast.parse(path.read_text())
    for name in imported(tree):
        library, _, rest = name.partition(".")
        if library == "braindrain_site":
            assert own not in LEAVES, f"{own} imports {rest}"
            parts = {rest, rest.rpartition(".")[0]}
            assert parts & {*allowed, *packages}, f"{own} imports {rest}"
        else:
            assert own.partition(".")[0] in OWNERS.get(library, {own.partition(".")[0]})
    asked = (ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    assert own in ASKING or not [name for name in asked if name.endswith(SURROUNDINGS)]
    assert not VAGUE & set(own.split("."))
