"""Is every headline of a chart short enough to be taken in at a glance?"""

import re
from collections.abc import Iterator

from braindrain_site.judging.draft import Draft
from braindrain_site.model.problems import Problem

_MOST_WORDS = 12
_BOUND = re.compile(r"\{\{.*?\}\}")
_MARKED = re.compile(r"\{%.*?%\}")


def check(draft: Draft) -> Iterator[Problem]:
    """A problem at each headline of more than twelve words; a bound number is one."""
    for key, chart in draft.edition.charts.items():
        for lang in draft.edition.site.languages:
            words = _MARKED.sub("", _BOUND.sub("0", chart.headline[lang])).split()
            count = sum(any(map(str.isalnum, word)) for word in words)
            if count > _MOST_WORDS:
                yield Problem(
                    draft.edition.place("charts.yaml", key, "headline", lang),
                    f"A headline has {_MOST_WORDS} words at most, and here are {count}.",
                    "Say the one thing that the chart shows; the rest belongs in the subtitle.",
                )
