"""Marks drafts in a previewed page: a band where one stands, a tag where one is named."""

import json
from collections.abc import Collection

from braindrain_site.model.drafts import Named
from braindrain_site.preview.reload_script import OWN

FILE = f"{OWN}drafts.js"
SCRIPT = """\
const { drafts } = document.currentScript.dataset;
const words = {
  en: ["Draft", "Draft: readers do not get this"],
  ko: ["초안", "초안: 독자에게는 보이지 않는다"],
};
const [tag, band] = words[document.documentElement.lang] ?? words.en;
const note = (id) => {
  const at = CSS.escape(document.getElementById(id)?.closest("li")?.id ?? id);
  return [[`li#${at}`], [`a[href$="#${at}"]`, `a[href$="#${id}"]`]];
};
const places = {
  chapter: (key) => [[`#${key} > .head`], [`a[href="#${key}"]:not(.ordinal a)`]],
  chart: (key) => [[`#chart-${key} > .headline`, `.gallery #t-${key}`], []],
  figure: (key) => note(`r-${key}`),
  claim: (key) => note(`c-${key}`),
  statement: (key) => note(`s-${key}`),
  term: (key) => note(`g-${key}`),
  verdict: (key) => [[`li#v-${key}`], []],
  table: (key) => [[`li#t-${key}`], []],
  source: (key) => [[`main li#${key}`, `li#d-${key}`], []],
};
const mark = (name, kind, text) =>
  Object.assign(document.createElement(name), { className: `preview-${kind}`, textContent: text });
const all = (selectors) =>
  selectors.length ? document.querySelectorAll(selectors.join()) : [];
addEventListener("DOMContentLoaded", () => {
  for (const [kind, key] of JSON.parse(drafts)) {
    const [whole, named] = places[kind]?.(CSS.escape(key)) ?? [[], []];
    for (const at of all(whole)) {
      const said = mark(at.matches("li") ? "span" : "p", "draft", band);
      if (at.matches("li")) at.prepend(said); else at.after(said);
    }
    for (const at of all(named)) at.append(" ", mark("span", "drafted", tag));
  }
});
""".encode()


def tag(drafts: Collection[Named]) -> str:
    """What a page needs to mark *drafts*, also where it has none of them."""
    if not drafts:
        return ""
    told = json.dumps(sorted(drafts)).replace("&", "&amp;").replace("'", "&#39;")
    return f"<script src=\"/{FILE}\" data-drafts='{told}'></script>"
