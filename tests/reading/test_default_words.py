"""The program's own words are such as a story could write for itself."""

import json
from pathlib import Path

from braindrain_site import recipe, wording
from braindrain_site.reading import default_words, loading
from tests.support import small

WORDS = default_words.default_words(wording.LANGUAGES)


def test_every_language_has_all_of_them() -> None:
    assert {tuple(said) for said in WORDS.values()} == {wording.LANGUAGES}


def test_they_pass_the_gates(tmp_path: Path) -> None:
    """None says how many, how much, or which, and all that stands between braces is known."""
    data = small.copy(tmp_path, edition=small.TWO)
    own = "\n".join(f"{key}: {json.dumps(said, ensure_ascii=False)}" for key, said in WORDS.items())
    (data / "words.yaml").write_text(own, "utf-8")
    recipe.judge(data, publishing=False)


def test_a_story_says_otherwise(tmp_path: Path) -> None:
    data = small.copy(tmp_path)
    (data / "words.yaml").write_text("nav_story: {en: Tale}", "utf-8")
    words = loading.load(data).words
    assert words["nav_story"]["en"] == "Tale"
    assert words["nav_charts"]["en"] == WORDS["nav_charts"]["en"]


def test_a_story_without_words_says_what_all_say(tmp_path: Path) -> None:
    data = small.copy(tmp_path)
    (data / "words.yaml").unlink()
    assert {*loading.load(data).words} == {*WORDS}
