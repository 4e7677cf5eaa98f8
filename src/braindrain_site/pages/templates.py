"""Prints pages: templates with their style, script and security policy, as bytes."""

import base64
import hashlib
import re
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket
from markupsafe import Markup

from braindrain_site.charts.palette import palette
from braindrain_site.fonts.families import Loaded
from braindrain_site.model.house import House
from braindrain_site.model.remembered import Memory
from braindrain_site.pages import smaller
from braindrain_site.pages.head_and_foot import Shared
from braindrain_site.pages.linebreaks import kept_together
from braindrain_site.wording.filling import filled

_TYPED = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.DOTALL)
"""What a page shows as it was typed."""
_SUFFIXES = {".b64", ".css", ".html", ".js", ".svg"}
_BLANK = re.compile(r"\n\s*\n")
_NUMBER = re.compile(r'(<a class="[ncst]" id="[\w-]+" href="#([rcsg]-\w+)")')


class Content:
    """What a page's template gets beside what all pages share: the fields of a frozen dataclass."""

    @property
    def scripts(self) -> tuple[str, ...]:
        """The scripts that the page needs."""
        return ("script.js",)

    @property
    def notes(self) -> tuple[str, ...]:
        """The ids of the notes that stand at the end of the page, in order."""
        return ()


Texts = tuple[tuple[str, str], ...]
"""Every template, style and script: its name below the folder and its text."""


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
    """The templates of a folder, set in some *faces* and in the colours of a *house*.

    A name that a template uses and nobody gave is an error.
    """

    def __init__(
        self, templates: Path, faces: Sequence[Loaded] = (), house: House | None = None
    ) -> None:
        files = [path for path in sorted(templates.rglob("*")) if path.suffix in _SUFFIXES]
        texts = [
            (path.relative_to(templates).as_posix(), path.read_text("utf-8")) for path in files
        ]
        self._texts = dict(texts)
        self.templates = _environment(tuple(texts))
        self._faces, self._palette = faces, palette(house or House())
        self._styles: dict[tuple[str, str, str, bool], str] = {}

    def page(
        self,
        template: str,
        shared: Shared,
        content: Content | None = None,
        style: str = "style.css",
        scripts: tuple[str, ...] = (),
    ) -> bytes:
        """One page, its style and scripts inside: what *shared* and *content* hold is what the
        template may name, besides ``style``, ``script`` and ``policy``."""
        css = self._style(style, shared)
        needed = scripts or (content or Content()).scripts
        script = "\n".join(map(self._script, needed))
        html = self.templates.get_template(template).render(
            vars(shared),
            **(vars(content) if content else {}),
            style=Markup(css),
            script=Markup(script),
            policy=policy(css, script),
        )
        html = numbered(html, content.notes if content else ())
        return (_without_blank_lines(kept_together(html, shared.lang)) + "\n").encode()

    def bare(self, template: str, **content: object) -> str:
        """What *template* makes of *content*: a page that is not of the site."""
        return self.templates.get_template(template).render(content)

    def _style(self, name: str, shared: Shared) -> str:
        """The style sheet *name* for a page: the story has some parts to itself."""
        made = name, shared.root, shared.lang, shared.page.key == "story"
        if made not in self._styles:
            name, root, lang, story = made
            text = self.templates.get_template(name).render(
                root=root, lang=lang, story=story, faces=self._faces, palette=self._palette
            )
            self._styles[made] = smaller.style(text)
        return self._styles[made]

    def _script(self, name: str) -> str:
        return smaller.script(self._texts[name])


def _without_blank_lines(text: str) -> str:
    """*text* without the lines that templates leave empty; what is set as typed keeps its own."""
    parts = _TYPED.split(text)
    parts[::2] = [_BLANK.sub("\n", part) for part in parts[::2]]
    return "".join(parts).strip()


def policy(style: str, script: str) -> str:
    """The page's Content Security Policy: itself and its own files, nothing else.

    One font is in the style (``data:``): the one that holds the place of the others. Nothing here
    fetches; connections are open to the site because an auditor reads ``robots.txt`` from within
    the page.
    """

    def digest(text: str) -> str:
        return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"

    return (
        f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; "
        "font-src 'self' data:; img-src 'self'; connect-src 'self'; "
        "manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )


def numbered(html: str, notes: Sequence[str]) -> str:
    """*html* with each number's link told which of the page's *notes* it leads to, for print."""
    order = {note: number for number, note in enumerate(notes, 1)}

    def link(found: re.Match[str]) -> str:
        number = order.get(found[2])
        return f'{found[1]} data-note="{number}"' if number else found[1]

    return _NUMBER.sub(link, html) if notes else html
