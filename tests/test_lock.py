"""The lock files: whole, pinned to the byte, and the same wherever they are read."""

import re
import tomllib
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
ASKED = {
    "site": PROJECT["project"]["dependencies"],
    "test": PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["test"],
}
SYSTEMS = {"Linux": "linux", "Darwin": "darwin"}


def entries(lock: str) -> list[str]:
    """Each requirement of a lock file with its hashes, on one line."""
    text = (ROOT / f".requirements/{lock}.txt").read_text()
    return re.sub(r"^#.*\n", "", text, flags=re.M).replace(" \\\n    ", " ").splitlines()


@cache
def locked(lock: str) -> list[Requirement]:
    return [Requirement(entry.partition(" --hash")[0]) for entry in entries(lock)]


@pytest.mark.parametrize("lock", ASKED)
def test_each_package_is_pinned_to_the_byte(lock: str) -> None:
    pinned = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^#@]+?)?( --hash=sha256:[0-9a-f]{64})+")
    assert [entry for entry in entries(lock) if not pinned.fullmatch(entry)] == []
    assert "://" not in "".join(entries(lock)), "where packages come from is each computer's affair"


def test_what_the_tests_need_holds_what_the_site_needs() -> None:
    assert set(entries("site")) <= set(entries("test"))


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
@pytest.mark.parametrize("lock", ASKED)
def test_the_lock_is_whole(lock: str, python: str, system: str) -> None:
    """pip resolves nothing: what the project asks for, and all that asks for, must be there."""
    where = {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "platform_system": system,
        "sys_platform": SYSTEMS[system],
    }

    def applies(each: Requirement, extra: str = "") -> bool:
        return each.marker is None or each.marker.evaluate({**where, "extra": extra})

    there = {
        canonicalize_name(each.name): next(iter(each.specifier)).version
        for each in locked(lock)
        if applies(each)
    }
    wanted = [Requirement(each) for each in ASKED[lock]]
    missing: set[str] = set()
    seen: set[tuple[str, str]] = set()
    while wanted:
        each = wanted.pop()
        name = canonicalize_name(each.name)
        if not each.specifier.contains(there.get(name, "0"), prereleases=True) or name not in there:
            missing.add(f"{each} ({there.get(name, 'nothing')} is locked): run make lock")
            continue
        for extra in {"", *each.extras} - {it for done, it in seen if done == name}:
            seen.add((name, extra))
            wanted += [it for it in needs(name, there[name]) if applies(it, extra)]
    assert missing == set()


@cache
def needs(name: str, version: str) -> list[Requirement]:
    """What a package says that it needs, as installed here; nothing where it is not for here."""
    try:
        here = distribution(name)
    except PackageNotFoundError:
        return []
    assert here.version == version, f"{name} is not as locked: run make test"
    return [Requirement(each) for each in here.requires or []]
