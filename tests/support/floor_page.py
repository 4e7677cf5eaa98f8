"""The least that could be sent instead: the story's text, fonts and opening picture, as if somebody
had written the page by hand."""

import re
from collections.abc import Iterable, Mapping

_STYLE = """:root{color-scheme:light dark;--ink:#1c1a17;--paper:#fbf8f2;--muted:#5f5a52;
--quiet:#8d867a;--subject:#c8321f}
@media(prefers-color-scheme:dark){:root{--ink:#ece7dd;--paper:#171613;--muted:#a9a296;
--quiet:#8a8478;--subject:#ff6a4d}}
body{margin:0 auto;padding:1rem;max-width:62rem;background:var(--paper);color:var(--ink);
font:1.125rem/1.6 TEXT,serif;--font:"Desk Sans",sans-serif}
h1,h2,h3{font:500 2rem/1.1 DISPLAY,serif}h1{font-size:clamp(2rem,1.3rem + 3vw,3rem);margin:1rem 0}
p,ol,ul{max-width:46rem}figure{margin:0}svg{width:100%;height:auto;display:block}
.narrow{display:none;max-width:23rem}
@media(max-width:38rem){.wide{display:none}.narrow{display:block}}"""
_LINKS = re.compile(r'</?(?:a|abbr|span)\b[^>]*>| (?:id|class|data-note)="[^"]*"')


def make(files: Mapping[str, bytes], pages: Iterable[str]) -> dict[str, bytes]:
    """The floor of each of the *pages* of a site, with the fonts that it asks for."""
    fonts = {path: content for path, content in files.items() if path.startswith("assets/fonts/")}
    return fonts | {path: _floor(files[path].decode()).encode() for path in pages}


def _floor(page: str) -> str:
    main = page[page.index("<main") : page.index('<section class="receipts"')]
    figure = _first(r"<figure.*?</figure>", main)
    opening = "".join(
        f'<div class="{width}">{_first(rf"<div class=.{width}.>(<svg.*?</svg>)", figure)}</div>'
        for width in ("wide", "narrow")
    )
    words = [_bare(_first(rf'<{tag} class="{name}">.*?</p>', figure))
             for tag, name in (("p", "subtitle"), ("p", "caveat"))]  # fmt: skip
    korean = 'lang="ko"' in page[:200]
    text, display = '"Desk Sans"', '"Desk Myeongjo"'
    if not korean:
        text, display = '"Newsreader"', '"Newsreader Display"'
    style = "".join(_faces(page)) + _STYLE.replace("TEXT", text).replace("DISPLAY", display)
    fonts = "".join(dict.fromkeys(re.findall(r'<link rel="preload"[^>]*fonts/[^>]*>', page)))
    return (
        f'<!doctype html><html lang="{"ko" if korean else "en"}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"{_first('<title>.*?</title>', page)}<link rel=icon href=data:,>{fonts}"
        f"<style>{style}</style></head><body><main>{_first('<h1>.*?</h1>', main)}"
        f"{_bare(_first('<p class=.standfirst.>.*?</p>', main))}"
        f"<figure>{_bare(_first('<h2 .*?</h2>', figure))}{words[0]}{opening}{words[1]}</figure>"
        f"{''.join(_chapters(main))}</main></body></html>"
    )


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.DOTALL)
    return found[found.re.groups] if found else ""


def _faces(page: str) -> Iterable[str]:
    style = _first("<style>(.*?)</style>", page)
    return (face for face in re.findall(r"@font-face\{.*?\}", style) if "assets/fonts" in face)


def _chapters(main: str) -> Iterable[str]:
    for chapter in re.findall(r'<section class="chapter.*?</section>', main, re.DOTALL):
        yield _bare(_first("<h2.*?</h2>", chapter))
        for part in re.findall(
            r'<div class="prose">.*?</div>|<p class="says">.*?</p>\s*<p>.*?</p>', chapter, re.DOTALL
        ):
            yield _bare(re.sub(r"<svg.*?</svg>", "", part, flags=re.DOTALL))


def _bare(html: str) -> str:
    """*html* without links, notes and names of classes."""
    return _LINKS.sub("", html)
