"""The words of an export stand in YAML as they were."""

import pytest

from braindrain_site.reading import yaml_files
from braindrain_site.skeletons.sidecars import scalar


@pytest.mark.parametrize(
    "text",
    [
        "Seoul", "서울", "Korea, Rep.", "20대", "null", "~", "true", "a: b", "a #b", "- a", "{a}",
        "'a'", 'say "a"', "geo\\time", "=1", "GDP (current US$)", "*a", "&a", "!a", "%", "“a”", "…",
        "a ", "",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["words: {}", "words: {{en: {}}}", "{}: words"])
def test_any_words_are_read_back(text: str, around: str) -> None:
    """Alone, between braces, and as a key."""
    document = yaml_files.read("data/tables/x.yaml", around.format(scalar(text)))
    assert document.problems == []
    ((key, value),) = document.value.items()
    assert text in [key, value, *(value.values() if isinstance(value, dict) else ())]
