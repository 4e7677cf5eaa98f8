"""What a build works out it works out once, however many pages show it."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from braindrain_site import recipe
from braindrain_site.charts import plots
from braindrain_site.figures import formulas
from braindrain_site.texts import grammar
from tests.support import edits, printed, sites


def test_each_formula_text_and_chart_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: Counter[str] = Counter()
    make_frame = plots.make_frame

    def counting(*parts: Any) -> Any:
        counted["chart tables"] += 1
        return make_frame(*parts)

    monkeypatch.setattr(plots, "make_frame", counting)
    edits.forget()

    proof = recipe.judge(printed.data(tmp_path))
    made = recipe.plan(proof, printed.TEMPLATES, sites.DRAWN)
    assert all(made[path] for path in made)

    edition = proof.edition
    written = [figure.formula or "" for figure in edition.figures.values()]
    written += [figure.agrees_with or "" for figure in edition.figures.values()]
    written += [claim.holds for claim in edition.claims.values()]
    counted["formula parses"] = formulas.parse.cache_info().misses
    counted["text parses"] = grammar.parse.cache_info().misses
    texts = {*edition.texts.values()}
    for chapters in [*edition.story.values(), edition.method.values()]:
        texts |= {text for chapter in chapters for text in (chapter.title, chapter.text)}

    assert counted["chart tables"] == len(edition.charts) * len(edition.site.languages)
    assert counted["formula parses"] <= len({*written} - {""})
    assert counted["text parses"] <= 2 * len(texts)
