"""The table of pages and conditions would show what is wrong in each way that it looks for."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.conditions import CONDITIONS, Condition
from tests.support.matrix import Chromium, kind_of, looked_at, served

HEAD = """<!doctype html><html lang="en"><head><title>A page</title><meta name="viewport"
content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="img-src 'self' data:">
<link rel="icon" href="data:,"></head><body><main><h1>A page</h1>"""
FAULTS = {
    "": "",
    "axe": '<p style="color: #bbb; background: #fff">Hardly to be read</p>',
    "axe: target-size": '<button style="width: 9px">a</button>' * 2,
    "sideways": '<p style="width: 200vw">Wider than the window</p>',
    "cut: cut off": '<pre style="width: 2em; overflow: hidden">Much too long</pre>',
    "refused: img-src": '<img alt="A picture" src="http://127.0.0.1:9/elsewhere.png">',
    "refused: nothing is not defined": "<script>nothing.there()</script>",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_is_found_and_nothing_else(
    browser: Browser, tmp_path: Path, fault: str
) -> None:
    (tmp_path / "page.html").write_text(HEAD + FAULTS[fault], "utf-8")
    page = browser.new_page()
    page.add_init_script(
        "window.refused = []; document.addEventListener('securitypolicyviolation',"
        " event => refused.push(event.violatedDirective))"
    )
    with served(tmp_path, scripts=True) as home:
        found = looked_at(Chromium(page), home, "page.html", "", Condition())
    page.close()
    assert bool(found) == bool(fault)
    assert any(fault in each for each in found) == bool(fault)


def test_a_condition_that_was_not_brought_about_is_told(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(HEAD, "utf-8")
    page = browser.new_page()
    page.add_init_script("window.refused = []")
    with served(tmp_path, scripts=True) as home:
        found = looked_at(Chromium(page), home, "page.html", "", CONDITIONS["forced colours"])
    page.close()
    assert found == ["not so: (forced-colors: active)"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "story"),
        ("ko/index.html", "story (ko)"),
        ("404.html", "404"),
        ("figures/index.html", "figures"),
        ("ko/charts/pay/index.html", "charts of a chart (ko)"),
    ],
)
def test_pages_of_a_kind_count_together(path: str, kind: str) -> None:
    assert kind_of(path) == kind
