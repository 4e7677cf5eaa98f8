"""What the pages say around a story unless it says otherwise: a file of words for each language.

A language is its rules and its words: ``wording/english.py``, and beside it ``english.yaml``.
"""

import re
from collections.abc import Mapping
from functools import cache

import yaml

from braindrain_site import wording
from braindrain_site.model.remembered import remembered

_PART = re.compile(r"\{([^{}|]*)(?:\|[^{}]*)?\}")


def default_words(languages: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """Key → language → the words; a language that has no file of words has none."""
    found: dict[str, dict[str, str]] = {}
    for lang in languages:
        for key, text in _words(lang).items():
            found.setdefault(key, {})[lang] = text
    return found


@cache
def parts() -> Mapping[str, tuple[str, ...]]:
    """Key → the names between braces that its words may hold: those that they hold anywhere."""
    return {
        key: tuple(dict.fromkeys(part for said in texts.values() for part in _PART.findall(said)))
        for key, texts in default_words(wording.LANGUAGES).items()
    }


@cache
def _words(lang: str) -> Mapping[str, str]:
    file = wording.words_file(lang)
    return _typed(file.read_text("utf-8")) if file.is_file() else {}


@remembered(8)
def _typed(text: str) -> Mapping[str, str]:
    words: Mapping[str, str] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  plain texts
    return words
