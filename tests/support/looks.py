"""What readers see of the test editions, as lines of text that no machine changes.

A drawing is its SVG with the colours and the font that it names; a page is its HTML, its style
sheet apart; a font is its digest. Order of attributes, blanks, digests in addresses and data
within a page are nothing that is seen and fall away.
"""

import hashlib
import html
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from braindrain_site.charts import drawing
from braindrain_site.charts.palette import Colours, palette
from braindrain_site.fonts import faces
from braindrain_site.fonts.setting import usual
from braindrain_site.model.house import House
from braindrain_site.texts.binding import Binding
from tests.support import amended, forms, sites, small, stamped

Looks = Mapping[str, str]
"""Name → lines: of drawings and pages as HTML, of style sheets as CSS, and of the fonts."""

SHEET = "styles/{}.css"
_FONTS = Path(faces.__file__).parent
_OF_FORMS = ("charts/by_list/index.html", "charts/by_squares/index.html")
"""Pages of the edition of forms that show what no other has: a list, and a switch."""
_INLINE = "a abbr b button cite code del em i input ins label mark q s select small span strong"
_INLINE_TAGS = frozenset(f"{_INLINE} sub sup svg textarea title tspan br".split())
_DIGESTS = (
    (re.compile(r"sha256-[\w+/]+=*"), "sha256-…"),
    (re.compile(r"(assets/\w+)\.[0-9a-f]{8}\."), r"\1."),
    (re.compile(r"data:[\w/+-]+;base64,[\w+/=]+"), "data:,"),
)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_ROOT = re.compile(r'url\("(?:/|(?:\.\./)*)assets/')


def of_charts(folder: Path) -> Looks:
    """Every drawing of the edition of forms and of the one in two languages, at both widths."""
    looks: dict[str, str] = {}
    font = _font()
    for data, langs in ((forms.copy(folder), ("en",)), (small.TWO, ("en", "ko"))):
        edition, figures, _ = small.judged(data)
        for lang in langs:
            plain = Binding(edition, figures, lang).plain
            drawn = drawing.Drawings(edition, figures, plain, lang, sites.DRAWN)
            for key, each in drawn.items():
                for width, svg in (("wide", each.wide), ("narrow", each.narrow)):
                    if svg:
                        looks[f"charts/{lang}/{key}.{width}.html"] = picture(svg, font)
    return looks


def of_pages(folder: Path) -> Looks:
    """Every page with verdicts, a calculator and changes in it, the style sheets, the fonts."""
    data = stamped.edition(folder)
    entries = (amended.CORRECTED, amended.REVISED, amended.UPDATED)
    (data / "changes.yaml").write_text("".join(entries), "utf-8")
    of_forms = sites.make(forms.copy(folder / "forms"))
    site = {**sites.make(data), **{f"forms/{path}": of_forms[path] for path in _OF_FORMS}}
    return {**of_site(site), "fonts.txt": fonts()}


def of_site(site: Mapping[str, bytes]) -> Looks:
    """The pages of a *site* and their style sheets, each of which is kept once."""
    below = next(path for path in site if re.fullmatch(r"assets/below\.\w+\.css", path))
    looks = {SHEET.format("below"): sheet(site[below].decode())}
    pages = (path for path in site if path.endswith(".html"))
    for path in sorted(pages, key=lambda path: (path.count("/"), path)):
        text = site[path].decode()
        style = _STYLE.search(text)
        assert style, f"{path} has no style sheet"
        name = _kept(sheet(style[1]), path, looks)
        looks[f"pages/{path}"] = page(_STYLE.sub(f"<style>{name}</style>", text, count=1))
    return looks


def _kept(text: str, path: str, looks: dict[str, str]) -> str:
    """The name of the style sheet *text*: that of the first page that has it."""
    for name, other in looks.items():
        if name.startswith("styles/") and other == text:
            return name
    name = SHEET.format(path.removesuffix(".html").removesuffix("/index").replace("/", "-"))
    looks[name] = text
    return name


def _font() -> str:
    """The families that the style sheet names for charts."""
    return usual("en").stack("labels")


def fonts() -> str:
    """A line for each full font: its file and its digest."""
    files = sorted(_FONTS.glob("*.br"))
    digests = (hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in files)
    return "".join(f"{path.name} {digest}\n" for path, digest in zip(files, digests, strict=True))


def sheet(text: str) -> str:
    """A style sheet, a property a line, its addresses from the folder of the site.

    >>> sheet('a{b:c;d:e}@font-face{src:url("../../assets/f.woff2")}').splitlines()
    ['a{b:c;', 'd:e}', '@font-face{src:url("assets/f.woff2")}']
    """
    return re.sub("[;}]", "\\g<0>\n", _steady(_ROOT.sub('url("assets/', text)))


def picture(svg: str, font: str) -> str:
    """A drawing, an element a line, after the colours by day and night that it names.

    >>> picture('<svg><path fill="var(--ink)" d="M0,0"/></svg>', "serif").splitlines()[-2:]
    ['<svg>', '<path d="M0,0" fill="var(--ink)"></path></svg>']
    """
    colours = palette(House())
    day, night = (_named(each, svg) for each in (colours.day, colours.night))
    night = f"@media(prefers-color-scheme:dark){{:root{{{night}}}}}\n"
    lines = re.sub(r">(?=<(?!/|tspan))", ">\n", ElementTree.canonicalize(svg))
    return f"<style>\n:root{{--font:{font};{day}}}\n{night}</style>\n{lines}\n"


def _named(colours: Colours, svg: str) -> str:
    named = (name for name in colours if name == "paper" or f"var(--{name})" in svg)
    return "".join(f"\n--{name}:{colours[name]};" for name in named)


def page(text: str) -> str:
    """A page's HTML, attributes in order, a line for each element that begins one.

    >>> page('<p  id="b" class="a">one <b>two</b></p>')
    '<p class="a" id="b">one\\n<b>two</b></p>\\n'
    """
    lines = _Lines()
    lines.feed(_steady(text))
    lines.close()
    return "".join(lines.written).lstrip() + "\n"


def _steady(text: str) -> str:
    for digest, instead in _DIGESTS:
        text = digest.sub(instead, text)
    return text


class _Lines(HTMLParser):
    """Writes what it reads, with line breaks only where a blank is or none can be seen."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.written: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE_TAGS and self.written and not self.written[-1].endswith("\n"):
            self.written.append("\n")
        said = (
            f" {key}" if value is None else f' {key}="{html.escape(value)}"'
            for key, value in sorted(attrs, key=lambda each: each[0])
        )  # fmt: skip
        self.written.append(f"<{tag}{''.join(said)}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        text = re.sub(r"[ \t\n]+", " ", data)
        if text.endswith(" "):
            text = text[:-1] + "\n"
        self.written.append(text)

    def handle_entityref(self, name: str) -> None:
        self.written.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.written.append(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        self.written.append(f"<!{decl}>")
