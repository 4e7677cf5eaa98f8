"""Under what conditions readers meet a page, and how each of two browsers is brought there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

DARK = {"layout.css.prefers-color-scheme.content-override": 0}
CONTRAST = {"ui.useAccessibilityTheme": 1, "browser.display.document_color_use": 1}
LARGE = {f"font.size.variable.{letters}": 32 for letters in ("x-western", "ko", "x-unicode")}
SPACED = """{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
"""WCAG 2.2, 1.4.12; a sheet that is made is no matter of the rules for those that are asked for."""


def taken(**words: str) -> str:
    """A script: the style sheets' conditions are read with these *words* in place of others."""
    return f"""{{
      const words = Object.entries({words!r});
      const read = rules => [...rules].forEach(rule => {{
        if (rule instanceof CSSMediaRule) rule.media.mediaText = words.reduce(
          (text, [from, to]) => text.replaceAll(from, to), rule.media.mediaText);
        if (rule.cssRules) read(rule.cssRules);
      }});
      for (const sheet of document.styleSheets) read(sheet.cssRules);
    }}"""


@dataclass(frozen=True)
class Condition:
    """What Chromium's context and Firefox's preferences are, and what is done to the page."""

    chromium: Mapping[str, Any] = field(default_factory=dict)
    firefox: Mapping[str, object] = field(default_factory=dict)
    size: tuple[int, int] = (1280, 1024)
    density: float = 1
    asked: tuple[str, ...] = ()  # media queries that must hold, or nothing was brought about
    both: str = ""
    only_firefox: str = ""
    media: str = "screen"
    arguments: tuple[str, ...] = ()
    scripts: bool = True


CONDITIONS = {
    "light": Condition(asked=("(prefers-color-scheme: light)",)),
    "dark": Condition({"color_scheme": "dark"}, DARK, asked=("(prefers-color-scheme: dark)",)),
    "forced colours": Condition(
        {"forced_colors": "active"},
        {"browser.display.document_color_use": 2},
        asked=("(forced-colors: active)",),
    ),
    "more contrast": Condition({"contrast": "more"}, CONTRAST, asked=("(prefers-contrast: more)",)),
    "more contrast, dark": Condition(
        {"contrast": "more", "color_scheme": "dark"},
        {**CONTRAST, **DARK},
        asked=("(prefers-contrast: more) and (prefers-color-scheme: dark)",),
    ),
    "less motion": Condition(
        {"reduced_motion": "reduce"},
        {"ui.prefersReducedMotion": 1},
        asked=("(prefers-reduced-motion: reduce)",),
    ),
    "320 px": Condition(size=(320, 640), asked=("(width: 320px)",)),
    "200 %": Condition(size=(640, 512), density=2, asked=("(width: 640px) and (resolution: 2x)",)),
    "400 %": Condition(size=(320, 256), density=4, asked=("(width: 320px) and (resolution: 4x)",)),
    # Its default size twice what it was: words grow, the window does not.
    "large text": Condition(
        firefox=LARGE, arguments=("--blink-settings=defaultFontSize=32",), asked=("(width: 40em)",)
    ),
    "text spacing": Condition(both=SPACED),
    # Firefox can be told to print, and not to look at what it would print.
    "print": Condition(
        size=(700, 1000), media="print", only_firefox=taken(print="all", screen="speech")
    ),
    # The site's own scripts are empty: without any, nothing could look at the page either.
    "no script": Condition(scripts=False, both=taken(**{"(scripting: none)": "all"})),
}
