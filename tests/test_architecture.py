"""README's table of folders is true: every module stands in it and imports only from above."""

import ast
import re
from collections.abc import Iterator, Mapping
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
"""What only the command line may ask for: the clock, the environment, the current folder."""
LAST = {name.rpartition(".")[2] for name in SURROUNDINGS}
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


@pytest.fixture(scope="module")
def trees() -> Mapping[str, ast.AST]:
    """Each module, read."""
    return {module(path): ast.parse(path.read_text()) for path in FILES}


def test_the_readme_lists_every_module_once() -> None:
    assert sorted(MODULES) == sorted(module(p) for p in FILES if p.name != "__init__.py")


def astray(own: str, tree: ast.AST) -> Iterator[str]:
    """What module *own* imports that is not for it."""
    allowed = above(own)
    packages = {one.rpartition(".")[0] for one in allowed}
    for name in imported(tree):
        library, _, rest = name.partition(".")
        if library == "braindrain_site":
            parts = {rest, rest.rpartition(".")[0]}
            if own in LEAVES or not parts & {*allowed, *packages}:
                yield name
        elif own.partition(".")[0] not in OWNERS.get(library, {own.partition(".")[0]}):
            yield name


def asked(tree: ast.AST) -> Iterator[str]:
    """What of the surroundings is named anywhere in *tree*."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in LAST:
            name = ast.unparse(node)
            if name.endswith(SURROUNDINGS):
                yield name


def test_a_module_imports_only_from_those_above_it(trees: Mapping[str, ast.AST]) -> None:
    found = {own: names for own, tree in trees.items() if (names := [*astray(own, tree)])}
    assert found == {}


def test_only_the_command_line_asks_for_the_surroundings(trees: Mapping[str, ast.AST]) -> None:
    found = {own: names for own, tree in trees.items() if (names := [*asked(tree)])}
    assert {*found} == {"cli", "commands.surroundings"}


def test_no_module_is_called_what_says_nothing() -> None:
    assert [own for own in MODULES if VAGUE & set(own.split("."))] == []
