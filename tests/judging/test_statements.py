"""Sentences that say more than their statement, and the count of those with a receipt."""

from pathlib import Path

from braindrain_site.judging import statements, translations
from braindrain_site.judging.draft import Draft
from braindrain_site.judging.statements import Told
from braindrain_site.reading import loading
from braindrain_site.texts.grammar import parse
from tests.support import small

STORY = "story/en/01-leaving.md"
STATED = "may_return: {source: school_report, at: page 3, sure: may}\n"


def drafted(tmp_path: Path, sentence: str) -> Draft:
    data = small.copy(tmp_path, (STORY, "See {{", f"{sentence} See {{{{"))
    (data / "statements.yaml").write_text(STATED, "utf-8")
    return Draft(loading.load(data))


def test_an_edition_without_statements_has_none() -> None:
    edition = loading.load(small.FOLDER)
    assert (edition.statements, statements.check(Draft(edition))) == ({}, [])


def test_possible_by_a_word_of_its_own_or_of_a_claim_in_it(tmp_path: Path) -> None:
    claim = '{% claim "over_twice" %}could be twice{% endclaim %}'
    for number, words in enumerate(("Some may return.", f"The pay {claim} as much.")):
        draft = drafted(tmp_path / str(number), f'{{% says "may_return" %}}{words}{{% endsays %}}')
        assert statements.check(draft) == []


def test_the_count_and_the_list(tmp_path: Path) -> None:
    before = statements.count(loading.load(small.FOLDER))
    draft = drafted(tmp_path, 'So. {% says "may_return" %}Some may.{% endsays %}')
    after = statements.count(draft.edition, "en")
    assert (after.receipted, after.own) == (before.receipted + 1, before.own + 1)
    [line] = [line for line in statements.own(draft.edition) if line.endswith(": So.")]
    assert line.startswith("data/story/en/01-leaving.md:9:")


def test_marking_a_sentence_leaves_no_translation_behind(tmp_path: Path) -> None:
    """Its words are as they were."""
    data = small.copy(tmp_path, edition=small.TWO)
    (data / "statements.yaml").write_text(STATED.replace("page 3", "{en: p, ko: p}"), "utf-8")
    for lang, begin in (("en", "In the years"), ("ko", "{{ left.period }}")):
        path = data / f"story/{lang}/leaving.md"
        text = path.read_text("utf-8")
        end = text.index("\n\n", text.index(begin))
        marked = f'{{% says "may_return" %}}{text[text.index(begin) : end]}{{% endsays %}}'
        path.write_text(text[: text.index(begin)] + marked + text[end:], "utf-8")
    edition = loading.load(data)
    assert translations.waiting(edition) == {}
    assert next(each.key for each in parse(edition.story["ko"][0].text).named()) == "may_return"


def test_in_words() -> None:
    assert str(Told(9, 1)) == "10 sentences: 9 with a receipt, 1 our own"
