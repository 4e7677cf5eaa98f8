"""What stands at the head of the lines of a page that should not, as a browser sets it."""

from playwright.sync_api import Page

_BAD = r"""
() => {
  const inside = new Set(["A", "ABBR", "CITE", "EM", "I", "SPAN", "STRONG", "SUB", "SUP", "SMALL"]);
  const letters = [];  // [character, text node, offset], null where a paragraph ends
  const walk = (node) => {
    if (node.nodeType === 3)
      [...node.data].forEach((char, at) => letters.push([char, node, at]));
    if (node.nodeType !== 1 || ["SCRIPT", "STYLE", "svg", "OPTION", "PRE"].includes(node.nodeName))
      return;
    const block = !inside.has(node.nodeName);
    if (block) letters.push(null);
    node.childNodes.forEach(walk);
    if (block) letters.push(null);
  };
  walk(document.body);
  const box = (at) => {
    const range = document.createRange();
    range.setStart(letters[at][1], letters[at][2]);
    range.setEnd(letters[at][1], letters[at][2] + 1);
    return range.getClientRects()[0];
  };
  const gone = (char) => char === "\u2060", blank = (char) => /\s/.test(char);
  const bad = [];
  for (let at = 1; at < letters.length; at++) {
    if (!letters[at] || gone(letters[at][0]) || blank(letters[at][0])) continue;
    let before = at - 1, space = false;
    while (letters[before] && (gone(letters[before][0]) || blank(letters[before][0])))
      space = space || blank(letters[before--][0]);
    if (!letters[before]) continue;
    const here = letters[at][0], hangul = /[가-힣]/.test(here);
    const earlier = (letters[before - 1]?.[0] ?? "") + letters[before][0];
    const particle = !space && hangul && /[0-9%)\]†A-Za-z’”]$/.test(earlier);
    const half = space && /[0-9][만억조]$/.test(earlier) && (hangul || /[0-9]/.test(here));
    const mark = /[·~]/.test(here) || (!space && /~$/.test(earlier));
    if (!particle && !half && !mark) continue;
    const one = box(before), other = box(at);
    if (one && other && other.width && other.top >= one.bottom - 1)
      bad.push(letters.slice(Math.max(0, at - 12), at + 6).map((l) => l ? l[0] : "¶").join(""));
  }
  return bad;
}
"""


def bad_starts(page: Page, width: int) -> list[str]:
    """The letters around each line of *page*, *width* pixels wide, that begins as none may."""
    page.set_viewport_size({"width": width, "height": 900})
    page.add_style_tag(content="* { content-visibility: visible !important }")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    return list(page.evaluate(_BAD))
