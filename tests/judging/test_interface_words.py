"""The list of interface words is neither short nor long."""

import re
from pathlib import Path

import pytest
import yaml

from braindrain_site.judging import interface_words
from braindrain_site.judging.draft import Draft
from braindrain_site.reading import default_words, loading
from braindrain_site.wording.filling import filled
from tests.support import amended, forms, printed, sites, small, stamped, stated

ROOT = Path(__file__).parents[2]
TEMPLATES = "".join(path.read_text("utf-8") for path in (ROOT / "templates").rglob("*.html"))
CODE = "".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
ONE_OF_MANY = ("card_", "formula_", "kind_", "seen_", "verdict_")
"""Begin the words for each kind of card, sign, document, access and stamp: a site has some."""
TESTED_ELSEWHERE = (
    "describe_part", "receipt_base", "receipt_finer", "receipt_no_origin", "receipt_unrounded",
    "unit_place", "embed_frozen", "story_pdf", "version_kept", "version_now",
    "versions_description", "versions_lead", "versions_title", "footer_fonts_chosen",
    "change_source",
)  # fmt: skip
"""Said of charts and receipts as no edition of the tests has them, and of kept versions."""
SECOND_HAND = """seen: second_hand
  seen_at: {en: A report by the paper}
  seen_url: https://example.org/paper
  note: {en: Lent by a parent.}
"""
DISPUTED = "disputed: {by: pay_away, reason: {en: The board says otherwise.}}"
REPORTED = """as_printed: six teachers
  also:
    - {source: school_report, at: page 9}
    - {source: letter, at: page 1, as_printed: six of them}
  until: 2030-01-01"""
TWO_REPORTS = """  origin: head_teacher
  also: [{source: letter, at: page 2}]
  due: 2030-01-01"""


IMPRINT = """address: https://example.org/
people: {en: We}
contact: {en: A door}
corrections: {en: Below}"""


def test_templates_ask_for_no_other_words() -> None:
    """What a template prints is on the list."""
    asked = set(re.findall(r"\bwords\.([a-z]\w+)", TEMPLATES)) - {"items"}
    asked |= set(re.findall(r'words\["(\w+)"\]', TEMPLATES + CODE))
    assert asked - set(default_words.parts()) == set()


def shown(data: Path) -> set[str]:
    """The words that the site of *data* shows, each made to say its own name in one word."""
    words = default_words.default_words(("en", "ko"))
    names = {key.replace("_", ""): key for key in words}
    named = {
        key: {lang: f"{said}<{name}>" for lang, said in words[key].items()}
        for name, key in names.items()
    }
    (data / "words.yaml").write_text(yaml.safe_dump(named), "utf-8")
    made = sites.make(data)
    texts = (made[path] for path in made if path.endswith((".html", ".json", ".txt")))
    found = re.findall(r"(?:<|&lt;)(\w+)(?:>|&gt;)", b"".join(texts).decode())
    return {names[name] for name in found if name in names}


@pytest.mark.slow
def test_every_word_is_shown(tmp_path: Path) -> None:
    """On a page that has what it is about."""
    disputed = (
        ("figures.yaml", "origin: head_teacher", DISPUTED),
        ("figures.yaml", "as_printed: six teachers", REPORTED),
        ("figures.yaml", "  origin: head_teacher", TWO_REPORTS),
    )
    unopened = (
        ("site.yaml", "languages: [en]", f"languages: [en]\n{IMPRINT}"),
        ("story/en/01-leaving.md", "In the years", "So.[^1]\n\n[^1]: It is.\n\nIn the years"),
        ("sources.yaml", "seen: primary\n", SECOND_HAND),
        ("claims.yaml", "pay_away / pay_here > 2", "pay_away / pay_here > 2\n  on: printed values"),
        ("claims.yaml", "on: printed values", "on: printed values\n  means: {en: So.}"),
    )
    found = shown(printed.data(tmp_path / "disputed", *disputed))
    found |= shown(stated.state(printed.data(tmp_path / "unopened", *unopened)))
    found |= shown(forms.copy(tmp_path / "forms"))
    found |= shown(stamped.edition(tmp_path / "two"))
    entries = (amended.CORRECTED, amended.REVISED, amended.UPDATED)
    found |= shown(amended.edition(tmp_path / "amended", *entries))
    rest = {*default_words.parts()} - found
    assert {word for word in rest if not word.startswith(ONE_OF_MANY)} == set(TESTED_ELSEWHERE)


def sentences(data: Path) -> list[str]:
    return [problem.sentence for problem in interface_words.check(Draft(loading.load(data)))]


def test_the_words_there_are_fit() -> None:
    """Nothing to tell."""
    assert sentences(small.FOLDER) == []


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("skip_to_text:", "skip:", 'Nothing uses the words "skip"'),
        ("{page} · {site}", "{page} · {where}", 'not filled in with "{where}"'),
        ("{page} · {site}", "{page} · {site", "a brace too many or too few"),
        ("Skip to the text", "Skip {all}", 'not filled in with "{all}"'),
        ("{page} · {site}", "{page!r} · {site}", 'not filled in with "{page!r}"'),
        ("{page} · {site}", "{page:9} · {site}", 'not filled in with "{page:9}"'),
        ("{page} · {site}", "{page.a} · {site}", 'not filled in with "{page.a}"'),
        ("{page} · {site}", "{{page}} · {site}", "a brace too many or too few"),
        ("{page} · {site}", "page} · {site}", "a brace too many or too few"),
        ("{count|bar|bars}", "{count|bars}", '"{count|bars}" cannot choose between words'),
        ("{count|bar|bars}", "{count|a|b|c}", '"{count|a|b|c}" cannot choose between words'),
        ("{count|bar|bars}", "{bars|bar|bars}", 'not filled in with "{bars|bar|bars}"'),
        ("{at} of {all}", "{at} of {all|one|more}", '"{all|one|more}" cannot choose'),
    ],
)
def test_mistakes(tmp_path: Path, old: str, new: str, word: str) -> None:
    """Each at its key."""
    found = sentences(small.copy(tmp_path, ("words.yaml", old, new)))
    assert any(word in sentence for sentence in found)


COUNTS = ("count", "bound", "claims", "exempt")
COUNTING = [key for key, parts in default_words.parts().items() if not {*COUNTS}.isdisjoint(parts)]


@pytest.mark.parametrize("key", [key for key in COUNTING if not key.startswith("formula_")])
def test_one_is_not_many(key: str) -> None:
    """Of what the interface counts, one is told in the singular, and two are not."""
    words = default_words.default_words(("en",))[key]["en"]
    parts = default_words.parts()[key]
    one, two = (
        filled(words, **{**dict.fromkeys(parts, "x"), **dict.fromkeys({*COUNTS} & {*parts}, count)})
        for count in (1, 2)
    )
    assert one.replace("1", "2") != two or "of 2" in two
    assert not re.search(r"\b1 \w+s\b", one)


def test_words_are_filled_in_by_name_only() -> None:
    """Never as a format, which can ask for attributes and for any number of letters."""
    assert ".format(" not in TEMPLATES
    assert not re.search(r"\bwords(\.|\[)[^\n]*\.format\(", CODE)
