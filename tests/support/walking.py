"""A walk over pages by keyboard alone: each control in turn, and what is wrong with it.

python -m tests.support.walking DIR [PAGE…]     where DIR holds a built site
"""

import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.support import matrix
from tests.support.conditions import Condition

HERE = (Path(__file__).parent / "walking.js").read_text("utf-8").partition("\n")[2]
CONTROLS = """() => [...document.querySelectorAll(
  'a[href], button, input, select, textarea, summary, [tabindex]')].filter(each =>
    each.tabIndex >= 0 && !each.disabled && each.checkVisibility({visibilityProperty: true})
    && !(each.type === 'radio' && !each.checked))"""
UNREACHED = f"""() => ({CONTROLS})().filter(each => !window.walked?.has(each))
  .map(each => each.outerHTML.slice(0, 120))"""
NOTED = """[...document.querySelectorAll('a[aria-haspopup=dialog]')]
  .filter(each => each.checkVisibility())"""
OPENED = """() => {
  const slip = document.querySelector('.slip:popover-open'), here = document.activeElement;
  return slip ? (slip.contains(here) ? '' : 'its receipt has not the focus') : 'opens no receipt';
}"""
Stops = list[dict[str, Any]]
ENDS = (("footer", "a"), ("footer", "header"))
"""Between the last control of a page and its first."""
SIZES = {"1280 px": (1280, 900), "360 px": (360, 740), "400 %": (320, 256)}
UNFOLD = """() => document.querySelectorAll('main details:not(.contents *)')
  .forEach(each => each.open = true)"""


def walked(page: Page, key: str = "Tab") -> Stops:
    """Each control that *key* comes to until it comes to one again: its name, its number in the
    order of the first walk, its box on the page, its faults."""
    stops: Stops = []
    known: set[int] = set()
    while len(known) == len(stops):
        page.keyboard.press(key)
        if here := page.evaluate(HERE):  # else the browser's own controls
            known.add(here["number"])
            stops.append(here)
    return stops[:-1]


def wrong(page: Page) -> list[str]:
    """What is wrong with all controls of *page*, walked through to its end and back: in words."""
    there, back = walked(page), walked(page, "Shift+Tab")
    found = [f"{stop['name']}: {fault}" for stop in there + back for fault in stop["faults"]]
    found += [f"not reached: {each}" for each in page.evaluate(UNREACHED)]
    found += [f"on one way alone: {name}" for name in _unlike(there, back) + _unlike(back, there)]
    for one, other in pairwise(there):
        left, top, right, _ = one["box"]
        above = other["box"][3] <= top and other["box"][0] < right and other["box"][2] > left
        together = other["frame"] == one["frame"] and (one["part"], other["part"]) not in ENDS
        if above and together:
            found.append(f"out of order: {one['name']} → {other['name']}")
    return found


def _unlike(stops: Stops, others: Stops) -> list[str]:
    known = {stop["number"] for stop in others}
    return [stop["name"] for stop in stops if stop["number"] not in known]


def unclosed(page: Page) -> list[str]:
    """What is wrong with the receipts of *page*, each opened by Enter and closed by Escape."""
    found = []
    for at in range(page.evaluate(f"{NOTED}.length")):
        page.evaluate(f"(window.noted = {NOTED}[{at}]).focus()")
        page.keyboard.press("Enter")
        said = page.evaluate(OPENED)
        page.keyboard.press("Escape")
        if page.evaluate(OPENED) != "opens no receipt":
            said = said or "Escape does not close its receipt"
        elif not page.evaluate("document.activeElement === noted"):
            said = said or "the focus does not come back"
        if said:
            found.append(f"{page.evaluate('noted.textContent')}: {said}")
    return found


def main(folder: Path, only: list[str]) -> None:
    """Prints what is wrong at each size: with all folded, with all unfolded, with receipts."""
    paths = only or sorted(str(page.relative_to(folder)) for page in folder.rglob("*.html"))
    for name, size in SIZES.items():
        with (
            matrix.served(folder, scripts=True) as home,
            matrix.chromium(Condition(size=size)) as (_, tab),
        ):
            page = tab.page
            for path in paths:
                tab.goto(home + path)
                folded = wrong(page)
                tab.goto(home + path)
                page.evaluate(UNFOLD)
                found = [*folded, *wrong(page), *unclosed(page)]
                count = page.evaluate("walked.size")
                print(f"{name} | {path} | {count} controls | {len(found)} faults", flush=True)
                for each in found:
                    print(f"    {each}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2:])
