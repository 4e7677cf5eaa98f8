"""What several test files share: a browser, and the order of the tests."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect, sync_playwright

# However busy the computer is: slow is not wrong.
settings.register_profile(
    "patient", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("patient")
PATIENCE = 120_000
"""How long a browser may take for one thing, in milliseconds."""
expect.set_options(timeout=PATIENCE)

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
    find = Path(__file__).parents[1] / ".ci/browser"
    found = subprocess.run([find], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIET, timeout=PATIENCE)
        yield browser
        browser.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What measures the other tests comes after them."""
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)
