"""Begins a story of its own in an empty folder: data that builds at once, with what to do next."""

import datetime as dt
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from braindrain_site.disk.program import PROGRAM
from braindrain_site.judging import reviews
from braindrain_site.model.problems import listed
from braindrain_site.reading import loading
from braindrain_site.terminal import complain, tell

_TEXTS: Mapping[str, Mapping[str, str]] = {
    "title": {"en": "The name of the story", "ko": "이야기의 제목"},
    "standfirst": {"en": "What it tells.", "ko": "무엇을 전하는지 적는다."},
    "description": {"en": "What search engines show of it.", "ko": "검색 결과에 나오는 설명."},
    "publisher": {"en": "Your name", "ko": "펴내는 곳"},
    "document": {"en": "Put your document here", "ko": "여기에 문서 제목을 적는다"},
    "whoever": {"en": "whoever counted", "ko": "처음 센 쪽"},
    "printed": {"en": "{} legs", "ko": "{}개"},
    "of_spider": {"en": "of a spider", "ko": "거미 다리"},
    "of_insect": {"en": "of an insect", "ko": "곤충 다리"},
    "apart": {"en": "between a spider and an insect", "ko": "거미와 곤충의 다리 차이"},
    "page": {"en": "page 1", "ko": "1쪽"},
    "headline": {
        "en": "A spider has {{ spider.number }} legs, an insect {{ insect.number }}",
        "ko": "거미 다리는 {{ spider.quantity }}, 곤충 다리는 {{ insect.quantity }}",
    },
    "subtitle": {"en": "Legs", "ko": "다리 수"},
    "a_spider": {"en": "Spider", "ko": "거미"},
    "an_insect": {"en": "Insect", "ko": "곤충"},
}
_CHAPTERS: Mapping[str, str] = {
    "en": """# How it begins

A spider has {{ spider }} and an insect {{ insect }}. Numbers are not typed in a chapter: they are
named between braces, and lead readers to their source.

{{ chart("legs") }}

A spider has {% claim "spider_has_more" %}more{% endclaim %} legs than an insect. The file
`claims.yaml` says when that is true.
""",
    "ko": """# 이렇게 시작한다

거미 다리는 {{ spider.quantity.copula }}고 곤충 다리는 {{ insect.quantity.copula }}다. 숫자는 본문에
직접 적지 않고 중괄호 안에 이름을 적으며, 누르면 출처가 나온다.

{{ chart("legs") }}

거미는 곤충보다 다리가 {% claim "spider_has_more" %}더 많다{% endclaim %}. 이 말이 언제 맞는지는
`claims.yaml`에 적는다.
""",
}
_FILES: Mapping[str, str] = {
    "site.yaml": """# The publication: what it is called, who you are, and its chapters.
title: <title>
standfirst: <standfirst>
description: <description>
publisher: <publisher>
languages: [<languages>]
published: <today>
updated: <today>
# Until when you looked for sources.
looked_until: <today>
chapters: [first]
""",
    "units.yaml": """# How numbers are printed.
legs:
  print: <printed>
""",
    "origins.yaml": """# Whose numbers they are: who counted, measured or said them.
first_origin:
  name: <whoever>
""",
    "sources.yaml": """# Every document that a number rests on. Put yours in the place of this one.
first_document:
  publisher: <publisher>
  title: <document>
  language: <first>
  origin: first_origin
  kind: book
  # primary: you read it. second_hand: you know it from elsewhere, and the page says so.
  seen: second_hand
  published: not stated
  retrieved: <today>
""",
    "figures.yaml": """# Every number: given with its source, or worked out by a formula.
spider:
  label: <of_spider>
  unit: legs
  value: 8
  period: not stated
  source: first_document
  at: <page>
insect:
  label: <of_insect>
  unit: legs
  value: 6
  period: not stated
  source: first_document
  at: <page>
# Named by nothing yet: write {{ difference }} in a chapter, or delete it.
difference:
  label: <apart>
  unit: legs
  formula: spider - insect
""",
    "claims.yaml": """# Every comparison in words, and the condition under which it is true.
spider_has_more:
  holds: spider > insect
""",
    "charts.yaml": """# Every chart: from figures, as here, or from a table in tables/.
legs:
  form: bar
  headline: <headline>
  subtitle: <subtitle>
  rows:
    - {figure: spider, label: <a_spider>}
    - {figure: insect, label: <an_insect>}
  subject: [spider]
""",
    "house.yaml": """# Colours, fonts, kinds of source, what numbers count: where yours are others.
# colours:
#   subject: {light: "#0a5a9c", dark: "#7fb8ff"}
""",
    "words.yaml": """# What the pages say around the story, where yours say it otherwise.
# nav_story: {<first>: "…"}
""",
}
_UNKEPT = "/.cache/\n"
"""What git need not keep of a story: what the program remembers between builds."""
_BESIDE = PROGRAM / ".vscode" / "settings.json"
"""What tells an editor of YAML which schema is whose."""


def story(root: Path, name: str, languages: Sequence[str], today: dt.date) -> int:
    """Begin a story in the folder *name*, seen from *root*, which must not have one yet."""
    folder = Path(os.path.normpath(root / name))
    if strange := [lang for lang in languages if lang not in _CHAPTERS]:
        complain(f'"{strange[0]}" is no language of the program. It can be {listed(_CHAPTERS)}.')
        return 1
    data = folder / "data"
    if data.exists():
        complain(f"{data} is there already. Name another folder, or delete that.")
        return 1
    _write(_files(tuple(dict.fromkeys(languages)), today), data)
    edition = loading.load(data)
    _write(reviews.settled(edition, {*reviews.waiting(edition)}), data)
    if not (ignored := folder / ".gitignore").exists():
        ignored.write_text(_UNKEPT, "utf-8", newline="\n")
    if _BESIDE.is_file():
        (folder / ".vscode").mkdir(exist_ok=True)
        shutil.copyfile(_BESIDE, folder / ".vscode" / "settings.json")
    tell(f"A story begins in {data}. It can be built as it is:")
    tell(f'  make serve story="{name}"    to see it while you write')
    tell(f'  make site story="{name}"     to make {folder / "site"}')
    tell(f'(without make: python build.py --story "{name}" serve, and without serve)')
    tell("Put your own title in site.yaml, then your sources, figures and chapters, such as")
    tell(f'  make new what="source my_report" story="{name}"    what can be begun: data/README.md')
    tell("and delete the spider, the insect and what names them when you need them no more.")
    return 0


def _write(files: Mapping[str, str], data: Path) -> None:
    for path, text in files.items():
        (data / path).parent.mkdir(parents=True, exist_ok=True)
        (data / path).write_text(text, "utf-8", newline="\n")


def _files(languages: Sequence[str], today: dt.date) -> dict[str, str]:
    """Path below ``data/`` → what stands there at the beginning."""

    def said(texts: Mapping[str, str]) -> str:
        words = (f'{lang}: "{texts[lang]}"' for lang in languages)
        return f"{{{', '.join(words)}}}"

    about = {"languages": ", ".join(languages), "first": languages[0], "today": f"{today}"}
    about |= {name: said(texts) for name, texts in _TEXTS.items()}
    files: dict[str, str] = {}
    for name, text in _FILES.items():
        for key, words in about.items():
            text = text.replace(f"<{key}>", words)
        files[name] = text
    return files | {f"story/{lang}/first.md": _CHAPTERS[lang] for lang in languages}
