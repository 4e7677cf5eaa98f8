"""What several test files share: a browser, sites to look at, and which tests take long."""

import gc
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect, sync_playwright

from tests.support import forms, printed, sites, small
from tests.support.quiet import QUIET
from tests.support.reader import Reader, Readers

# Their libraries are not among those of the tests.
collect_ignore = ["support/guided.py", "support/peers/pelicanconf.py"]

# However busy the computer is: slow is not wrong.
settings.register_profile(
    "patient", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("patient")
PATIENCE = 120_000
"""How long a browser may take for one thing, in milliseconds."""
expect.set_options(timeout=PATIENCE)

Pages = Mapping[str, bytes]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose published site is an old one."""
    for folder in ("data", "templates", "site"):
        (tmp_path / folder).mkdir()
    (tmp_path / "site/index.html").write_bytes(b"old")
    (tmp_path / "site/.made").write_bytes(b"index.html\n")
    return tmp_path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that ``make test`` sees to."""
    find = Path(__file__).parents[1] / ".ci/browser"
    found = subprocess.run([find], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIET, timeout=PATIENCE)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def printed_site(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Every file of the small edition's site."""
    return printed.site(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def two_site() -> Pages:
    """Every file of the site of the same edition in two languages."""
    return sites.make(small.TWO)


@pytest.fixture(scope="session")
def forms_site(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Every file of the site with a chart of every form."""
    return sites.make(forms.copy(tmp_path_factory.mktemp("forms")))


@pytest.fixture(scope="session")
def readers(browser: Browser) -> Readers:
    """A reader of each kind that the tests ask for."""
    return Readers(browser)


@pytest.fixture
def reader(readers: Readers, site: Pages, request: pytest.FixtureRequest) -> Reader:
    """A browser as the test's ``as_reader`` describes it, on the ``site`` of the test's module."""
    return readers.begin(getattr(request, "param", {}), site)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What opens a browser takes long, and so does a chart of every form."""
    for item in items:
        if {"browser", "forms_site"} & {*getattr(item, "fixturenames", ())}:
            item.add_marker("slow")


def pytest_collection_finish() -> None:
    """What has been loaded is there to stay: thousands of tests need not be gone through again
    and again for what can be thrown away."""
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says what tests have measured (``record_property("told", …)``), also on two cores."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, words in report.user_properties:
            if name == "told":
                terminalreporter.write_line(str(words))
