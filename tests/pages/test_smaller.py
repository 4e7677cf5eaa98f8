"""What is made smaller comes to the same in a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from braindrain_site.pages import smaller
from tests.support.sites import TEMPLATES

STYLES = [
    path for path in sorted(TEMPLATES.glob("css/*.css")) if "{%" not in path.read_text("utf-8")
]
SCRIPTS = sorted(TEMPLATES.glob("*.js"))
RULES = """text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const bare = (text) => text.replace(/\\s+/g, " ").replace(/([,:;{(]) | (?=\\))/g, "$1");
  return [...sheet.cssRules].map(rule => bare(rule.cssText));
}"""
"""The text of each rule; values that are told on as typed keep blanks, which mean nothing there."""


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_style_has_the_same_rules(path: Path, browser: Browser) -> None:
    page = browser.new_page()
    text = path.read_text("utf-8")
    rules, left = (page.evaluate(RULES, each) for each in (text, smaller.style(text)))
    page.close()
    assert rules
    assert left == rules
    assert len(smaller.style(text)) < len(text)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_still_one(path: Path, browser: Browser) -> None:
    """Its words and signs are those of before, in their order; what is left out is none of it."""
    page = browser.new_page()
    text = path.read_text("utf-8")
    less = smaller.script(text)
    page.evaluate("text => { new Function(text); }", less)
    page.close()
    code = [line for line in text.splitlines() if not line.strip().startswith("//")]
    kept = "".join("".join(line.partition("; //")[0] for line in code).split())
    assert "".join(less.split()).replace(";", "") == kept.replace(";", "").partition("{//")[0]
