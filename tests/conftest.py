"""What several test files share: a browser, and the order of the tests."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",
]
"""A browser that asks no one anything, and starts where there is no screen, also for root."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that ``make test`` sees to."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, "Chromium is missing; make test installs it or says how."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield browser
        browser.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What measures the other tests comes after them."""
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)
