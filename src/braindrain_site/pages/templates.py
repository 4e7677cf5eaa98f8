"""Prints pages: templates with their style and security policy, and their scripts, as bytes."""

import base64
import hashlib
import re
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup

from braindrain_site.charts.palette import palette
from braindrain_site.fonts.cutting import Dress
from braindrain_site.model.files import Make
from braindrain_site.model.house import House
from braindrain_site.model.remembered import Memory
from braindrain_site.pages import smaller
from braindrain_site.pages.head_and_foot import Shared
from braindrain_site.pages.linebreaks import kept_together
from braindrain_site.pages.numbers import Numbers
from braindrain_site.wording.filling import filled

_TYPED = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.DOTALL)
"""What a page shows as it was typed."""
_SUFFIXES = {".b64", ".css", ".html", ".js", ".svg"}
BELOW = "below.css"
"""The style of what is below the first screen of a page."""
_BLANK = re.compile(r"\n\s*\n")
_BETWEEN = re.compile(
    r">\n(?=</?(?:article|body|details|div|d[dlt]|fieldset|fig\w+|footer|h[1-6]|head|header|html|li"
    r"|link|main|meta|nav|ol|p|script|section|style|summary|t(?:able|body|d|h|head|itle|r)|ul)\b)"
)
"""A line's end before an element that begins a line of its own: nobody sees it, all are sent it."""


class Content:
    """What a page's template gets beside what all pages share: the fields of a frozen dataclass."""

    @property
    def scripts(self) -> tuple[str, ...]:
        """The scripts that the page needs."""
        return ("script.js",)

    @property
    def numbers(self) -> Numbers:
        """The notes at the end of the page, numbered."""
        return Numbers()


Texts = tuple[tuple[str, str], ...]
"""Every template, style and script: its name below the folder and its text."""


_BARE = Dress()
"""What is worn by pages that are not of the site."""
_CODE: Memory[tuple[str, str], bytes] = Memory("templates", 2**8)


class _Compiled(jinja2.BytecodeCache):
    """What templates were compiled to: of all in a folder, most stay when one is saved."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(KeyError):
            bucket.bytecode_from_string(_CODE[bucket.key, bucket.checksum])

    def dump_bytecode(self, bucket: Bucket) -> None:
        _CODE[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


@lru_cache(maxsize=2)
def _environment(texts: Texts) -> jinja2.Environment:
    """Jinja with *texts*, each made ready once while nothing among them changes."""
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(dict(texts)),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_Compiled(),
    )
    environment.filters["filled"] = filled
    return environment


class Press:
    """The templates of a folder, set in the fonts of a *dress* and in the colours of a *house*.

    A name that a template uses and nobody gave is an error.
    """

    def __init__(self, templates: Path, dress: Dress = _BARE, house: House | None = None) -> None:
        files = [path for path in sorted(templates.rglob("*")) if path.suffix in _SUFFIXES]
        texts = [
            (path.relative_to(templates).as_posix(), path.read_text("utf-8")) for path in files
        ]
        self.templates = _environment(tuple(texts))
        self._dress, self._palette = dress, palette(house or House())
        shared = {name: smaller.script(text) for name, text in texts if name.endswith(".js")}
        shared[BELOW] = smaller.style(self.templates.get_template(BELOW).render())
        self._shared = {name: (_named(name, text), text) for name, text in shared.items()}
        self._styles: dict[tuple[str, str, str, bool], str] = {}

    def page(
        self,
        template: str,
        shared: Shared,
        content: Content | None = None,
        style: str = "style.css",
        scripts: tuple[str, ...] = (),
    ) -> bytes:
        """One page, its style inside: what *shared* and *content* hold is what the template may
        name, besides ``style``, ``below``, ``preloaded``, ``scripts`` and ``policy``."""
        css = self._style(style, shared)
        needed = scripts or (content or Content()).scripts
        html = self.templates.get_template(template).render(
            vars(shared),
            **(vars(content) if content else {}),
            style=Markup(css),
            preloaded=self._dress.preloaded,
            below=shared.root + self._shared[BELOW][0],
            scripts=[shared.root + self._shared[name][0] for name in needed],
            policy=policy(css),
        )
        html = content.numbers.said(html) if content else html
        return (_without_blank_lines(kept_together(html, shared.lang)) + "\n").encode()

    def bare(self, template: str, **content: object) -> str:
        """What *template* makes of *content*: a page that is not of the site."""
        return self.templates.get_template(template).render(content)

    def files(self) -> dict[str, Make]:
        """Path below the site → what makes each file that pages share: the style of what is below
        their first screens, and the scripts."""
        return {path: partial(str.encode, text) for path, text in self._shared.values()}

    def _style(self, name: str, shared: Shared) -> str:
        """The style sheet *name* for a page: that of a chart begins with all that goes with one."""
        made = name, shared.root, shared.lang, shared.page.key == "chart"
        if made not in self._styles:
            name, root, lang, chart = made
            text = self.templates.get_template(name).render(
                root=root, lang=lang, chart=chart, palette=self._palette, **self._dress._asdict()
            )
            self._styles[made] = smaller.style(text)
        return self._styles[made]


def _without_blank_lines(text: str) -> str:
    """*text* without the lines that templates leave empty, and without line ends that nobody sees;
    what is set as typed keeps its own."""
    parts = _TYPED.split(text)
    parts[::2] = [_BETWEEN.sub(">", _BLANK.sub("\n", part)) for part in parts[::2]]
    return "".join(parts).strip()


def _named(name: str, text: str) -> str:
    """Where the file *name* that holds *text* stands below the site: elsewhere once it holds
    something else, so that browsers can keep it for good."""
    stem, ending = name.split(".")
    return f"assets/{stem}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.{ending}"


def policy(style: str) -> str:
    """The page's Content Security Policy: itself and its own files, nothing else.

    One font is in the style (``data:``): the one that holds the place of the others. Nothing here
    fetches; connections are open to the site because an auditor reads ``robots.txt`` from within
    the page.
    """
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'self' 'sha256-{digest}'; script-src 'self'; "
        "font-src 'self' data:; img-src 'self'; connect-src 'self'; "
        "manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )
