"""No number escapes: wherever it is typed, coverage finds it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braindrain_site.judging import coverage
from braindrain_site.judging.coverage import Count
from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Edition
from braindrain_site.reading import loading
from tests.support import small

EDITION, *_ = small.judged()
NUMBERS = [
    "56", "1,000", "0.8", "½", "②", "Ⅻ", "fifty-six", "two dozen", "two thirds", "half", "twice",
    "tenfold", "quintupled", "halved", "several", "쉰여섯 명", "삼분의 일", "반 토막", "절반",
    "네 배", "여남은 명", "반감",
]  # fmt: skip
# Not "hardly any", which before "more" may be "hardly any longer".
SHARES = [
    "almost all", "nearly none", "highest", "all-time low", "거의 모두", "역대 최저", "대다수",
]  # fmt: skip
OTHERS = ["fewer", "all", "none", "전원"]
READERS_TEXTS = [
    path for path in EDITION.texts
    if path[0] not in {"units.yaml", "exempt.yaml", "origins.yaml"} and path[-2] != "at"
    and (path[0], path[-2]) not in {("sources.yaml", "publisher"), ("sources.yaml", "title")}
    and not re.search(r"(?<!\{)\{\w*[}|]", EDITION.texts[path])
]  # fmt: skip


def literals(edition: Edition) -> list[str]:
    problems = coverage.check(Draft(edition))
    return [problem.sentence for problem in problems]


def inserted(text: str, word: str, data: st.DataObject) -> str:
    """*text* with *word* at some space of it that stands outside all brackets."""
    outside = [0, len(text)]
    bare = re.sub(
        r"\{%.*?endclaim.*?%\}|\{.*?\}+|\(.*?\)", lambda m: "x" * len(m[0]), text, flags=re.S
    )
    outside += [found.end() for found in re.finditer(r"\s", bare)]
    at = data.draw(st.sampled_from(outside))
    return f"{text[:at]} {word} {text[at:]}"


def test_the_small_edition_is_covered() -> None:
    """Eight figures and claims in its texts, and one word that only looks like a number."""
    assert coverage.check(Draft(EDITION)) == []
    assert coverage.count(EDITION) == Count(8, 1)


def test_the_count_in_words() -> None:
    """As the build prints it."""
    assert str(Count(8, 1)) == "9 numbers: 8 bound, 0 literal, 1 exempt"


@given(st.sampled_from(READERS_TEXTS), st.data())
def test_a_quantity_in_any_text_of_yaml_is_found(
    path: tuple[str, ...], data: st.DataObject
) -> None:
    """Headlines, labels, notes, titles, interface words: whatever readers read."""
    strict = path[0] in {"charts.yaml", "site.yaml"}
    word = data.draw(st.sampled_from([*NUMBERS, *SHARES, *(OTHERS if strict else [])]))
    text = inserted(EDITION.texts[path], word, data)
    lines = {**EDITION.lines, "typed": (*path, text)}  # what an edition is remembered by
    found = literals(replace(EDITION, texts={**EDITION.texts, path: text}, lines=lines))
    assert any(word[:2] in sentence.split('"')[1] for sentence in found)


@given(st.sampled_from([*NUMBERS, *SHARES, *OTHERS]), st.data())
def test_a_quantity_anywhere_in_a_chapter_is_found(word: str, data: st.DataObject) -> None:
    """In the heading and at any place of the text."""
    [chapter] = EDITION.story["en"]
    if data.draw(st.booleans()):
        changed = replace(chapter, title=inserted(chapter.title, word, data))
    else:
        changed = replace(chapter, text=inserted(chapter.text, word, data))
    lines = (f"# {changed.title}", *changed.text.split("\n"), "", "")
    edition = replace(
        EDITION, story={"en": (changed,)}, lines={**EDITION.lines, chapter.file: lines}
    )
    assert any(f'"{word[:2]}' in sentence for sentence in literals(edition))


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("story/en/01-leaving.md", "In the years", "In two years", "story/en/01-leaving.md:3:4"),
        (
            "story/en/01-leaving.md",
            "# Leaving",
            "# Two ways of leaving",
            "story/en/01-leaving.md:1:3",
        ),
        ("charts.yaml", "{en: Teachers who", "{en: Twelve teachers who", "charts.yaml:6:18"),
        ("method/en.md", "All numbers", "All 7 numbers", "method/en.md:3:5"),
        ("site.yaml", "its numbers", "nine numbers", "site.yaml:2:37"),
    ],
)
def test_told_at_its_place(tmp_path: Path, file: str, old: str, new: str, place: str) -> None:
    """Line and column of the word itself, in Markdown and in YAML."""
    edition, *_ = small.judged(small.copy(tmp_path, (file, old, new)))
    [problem] = coverage.check(Draft(edition))
    assert str(problem.place) == f"data/{place}"


@pytest.mark.parametrize(
    ("new", "hint"),
    [
        ("6 teachers", "{{ left.number }}"),
        ("six teachers", "{{ left.words }}"),
        ("99 teachers", "its_key"),
    ],
)
def test_the_hint_names_the_figure_that_says_so(tmp_path: Path, new: str, hint: str) -> None:
    """Most typed numbers are in the data already."""
    data = small.copy(tmp_path, ("story/en/01-leaving.md", "{{ left }}", new))
    edition, *_ = small.judged(data)
    [problem] = coverage.check(Draft(edition))
    assert hint in problem.hint


CHAPTER, METHOD = "story/en/01-leaving.md", "method/en.md"


@pytest.mark.parametrize(
    ("file", "typed", "sentence", "hint"),
    [
        (CHAPTER, "They pay 50,000.", "50,000", "Write {{ pay_away.number }} if that is"),
        (CHAPTER, "It was 3.", "3", "Name the figure it comes from, {{ its_key }},"),
        (CHAPTER, "So it was in 2019.", "2019", "A year that a figure speaks of is {{ its_key.pe"),
        (CHAPTER, "The highest.", "highest", 'Write {% claim "its_key" %}highest{% endclaim %}, '),
        (METHOD, "The highest.", "highest", 'Write {% claim "its_key" %}highest{% endclaim %}, '),
        (CHAPTER, '{% says "a" %}All 44.{% endsays %}', "44", "Name the figure it comes from"),
    ],
)
def test_what_to_write_for_it(
    tmp_path: Path, file: str, typed: str, sentence: str, hint: str
) -> None:
    """A figure that says the same, if that is hardly by chance; a year has a form of its own."""
    old = "All numbers" if file == METHOD else "In the years"
    data = small.copy(tmp_path, (file, old, f"{typed}\n\n{old}"))
    [problem] = coverage.check(Draft(loading.load(data)))
    assert problem.sentence.startswith(f'"{sentence}" ')
    assert problem.hint.startswith(hint)
    assert problem.hint.endswith("only looks like a number goes into exempt.yaml.") is (
        not hint.startswith("Write {{")
    )
    assert ("someone else says so" in problem.hint) is (typed == "The highest." and file == CHAPTER)
    assert ("a statement vouches for no number" in problem.sentence) is ("says" in typed)


@pytest.mark.parametrize(("millions", "typed"), [("0.000512", "512"), ("0.000051", "51")])
def test_three_digits_are_hardly_the_same_by_chance(
    tmp_path: Path, millions: str, typed: str
) -> None:
    """Of fewer only a figure is thought of that the text names."""
    value = ("figures.yaml", "value: 27.5", f"value: {millions}")
    data = small.copy(tmp_path, value, (CHAPTER, "In the years", f"It is {typed}.\n\nIn the years"))
    [problem] = coverage.check(Draft(loading.load(data)))
    assert ("{{ pay_in_won.number }}" in problem.hint) is (typed == "512")


def test_the_exemptions_that_a_language_makes_use_of() -> None:
    assert coverage.tally(EDITION, "en") == (Count(8, 1), ("half_term",))
    assert coverage.tally(EDITION, "ko") == (Count(0, 0), ())


POINTS = 'points_at: {en: "{at} of'


@pytest.mark.parametrize(
    ("file", "old", "new", "places"),
    [
        ("words.yaml", POINTS, 'points_at: {en: "The highest, {at} of', []),
        ("words.yaml", POINTS, 'points_at: {en: "{at} 56 of', ["9:23"]),
        ("words.yaml", '{en: "Story"', '{en: "Highest"', ["5:18"]),
        ("site.yaml", "Teachers who left,", "{56} teachers left,", ["3:21"]),
    ],
)
def test_what_the_program_fills_in_is_no_number(
    tmp_path: Path, file: str, old: str, new: str, places: list[str]
) -> None:
    """Nor is what is said of it; elsewhere braces are letters like others."""
    problems = coverage.check(Draft(loading.load(small.copy(tmp_path, (file, old, new)))))
    assert [str(problem.place) for problem in problems] == [f"data/{file}:{at}" for at in places]


def test_a_claim_in_yaml_stands_between_single_quotes(tmp_path: Path) -> None:
    """The text has the double ones around it."""
    title = ("charts.yaml", "{en: Teachers who", "{en: The most teachers who")
    [problem] = coverage.check(Draft(loading.load(small.copy(tmp_path, title))))
    assert "{% claim 'its_key' %}" in problem.hint
    assert "someone else says so" not in problem.hint


def test_a_unit_may_have_a_number_in_its_name(tmp_path: Path) -> None:
    """Per ten thousand: it is printed with a figure that is bound."""
    unit = ("units.yaml", '"{} teachers"', '"{} of 100 teachers"')
    assert literals(loading.load(small.copy(tmp_path, unit))) == []


def test_a_label_vouches_for_no_number(tmp_path: Path) -> None:
    label = ("figures.yaml", "label: {en: music teachers who", "label: {en: six teachers who")
    typed = (CHAPTER, "In the years", "Of six, {{ left_music }} left.\n\nIn the years")
    problems = coverage.check(Draft(loading.load(small.copy(tmp_path, label, typed))))
    assert [each.place.file.rpartition("/")[2] for each in problems] == [
        "figures.yaml", "01-leaving.md",
    ]  # fmt: skip


def test_a_korean_number_is_told_without_its_counter(tmp_path: Path) -> None:
    """The figure says 여섯; 명 is its unit's."""
    typed = ("story/ko/leaving.md", "도시에서는", "여섯 명이 떠났다. 도시에서는")
    data = small.copy(tmp_path, typed, edition=small.TWO)
    [problem] = coverage.check(Draft(loading.load(data)))
    assert problem.hint.startswith("Write {{ left.words }} ")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ('{% says "a" %}The highest.{% endsays %}', 0),
        ('The highest. {% says "a" %}The lowest.{% endsays %}', 1),
        ('{% says "a" %}The lowest.{% endsays %} The highest.', 1),
        ('{% says "a" %}The lowest.{% endsays %} {% says "b" %}The highest.{% endsays %}', 0),
    ],
)
def test_a_statement_vouches_for_what_is_in_it(tmp_path: Path, typed: str, told: int) -> None:
    data = small.copy(tmp_path, (CHAPTER, "In the years", f"{typed}\n\nIn the years"))
    assert len(literals(loading.load(data))) == told


def test_an_exemption_across_a_line_end(tmp_path: Path) -> None:
    """Words that an editor's program wrapped are still the same words."""
    data = small.copy(
        tmp_path,
        ("exempt.yaml", "words: half-term", "words: the half-term"),
        ("story/en/01-leaving.md", "by the half-term", "by the\nhalf-term"),
    )
    edition, *_ = small.judged(data)
    assert coverage.check(Draft(edition)) == []
    assert coverage.count(edition) == Count(8, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "[a list](https://example.org/2024/five)",
        "1. a list item",
    ],
)
def test_what_is_no_text_is_left_alone(tmp_path: Path, typed: str) -> None:
    """Addresses and the numbers that count items."""
    data = small.copy(
        tmp_path, ("story/en/01-leaving.md", "In the years", f"{typed}\n\nIn the years")
    )
    edition, *_ = small.judged(data)
    assert coverage.check(Draft(edition)) == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        # Where Markdown prints what looks like markup.
        ("They left the valley in\n2024. The rest stayed.", "2024"),
        ("2024. A year to forget.", "2024"),
        ("- They left in\n  2024. The rest stayed.", "2024"),
        ("Few < 42 and many > none.", "42"),
        ("Fewer where pay <P 57\n\nand many >here.", "57"),
        ("They paid <57 or so.", "57"),
        ("2026. 11. 22. was a day.", "2026"),
        # Where readers see more than words in a line.
        ('[a report](https://example.org "58 teachers left")', "58"),
        ('[a report][r]\n\n[r]: https://example.org "58 left"', "58"),
        ('![All 59 of them](school.jpg "The board")', "59"),
        ('![All of them](school.jpg "The board, 2019")', "2019"),
        ('<abbr title="61 teachers">All</abbr>', "61"),
        ("So.[^a]\n\n[^a]: In 62 letters.", "62"),
        ("<details>\n<summary>All 63</summary>\n\nx\n\n</details>", "63"),
        ("<details>\n<summary>All</summary>\nall 64\n</details>", "64"),
        ("| a | b |\n|---|--:|\n| c | 65 |", "65"),
        ("`66 teachers`", "66"),
        ("```\n67 teachers\n```", "67"),
        ("Term\n: 68 teachers", "68"),
        ("> 69 teachers", "69"),
        ("<del>70</del><ins>all</ins>", "70"),
        ("~~71~~ all", "71"),
        ("## The 72 who left", "72"),
        ("<!-- fine -->73 left", "73"),
        # However it is typed.
        ("They were &#53;&#54; in all.", "56"),
        ("&frac12; of them left.", "½"),
        ("They were 5\\6 in all.", "5"),
        ("They were 5**6** in all.", "56"),
        ("They were 5<b>6</b> in all.", "56"),
        ("They were 5<!-- -->6 in all.", "56"),
        # Whatever the numeral.
        ("½ of them left.", "½"),
        ("⅓ of them left.", "⅓"),
        ("2½ of them left.", "2½"),
        ("② of them left.", "②"),
        ("㉑ of them left.", "㉑"),
        ("❷ of them left.", "❷"),
        ("Those in Ⅷ left.", "Ⅷ"),
        ("A park of a km² left.", "²"),
        ("They were ５６ in all.", "５６"),
        ("They were ٥٦ in all.", "٥٦"),
        ("They were ५६ in all.", "५६"),
        ("They were 𝟱𝟲 in all.", "𝟱𝟲"),
        ("They were 五 in all.", "五"),
        ("They were ｓｉｘ in all.", "ｓｉｘ"),
        ("모두 \u1103\u1161\u1109\u1165\u11ba이다.", "다섯이다"),
    ],
)
def test_no_number_escapes(tmp_path: Path, typed: str, words: str) -> None:
    """Wherever readers see one, and however it is typed; told where it stands."""
    data = small.copy(tmp_path, ("story/en/01-leaving.md", "In the years", f"{typed}\n\nIn the"))
    edition, *_ = small.judged(data)
    found = coverage.check(Draft(edition))
    assert f'"{words}" is bound to no figure and no claim.' in [each.sentence for each in found]
    assert all(3 <= each.place.line <= 3 + typed.count("\n") for each in found)


@pytest.mark.parametrize(
    "typed",
    [
        "1. a list item\n2. another",
        "1. They left.\n\nWords.\n\n2. They came back.",
        "See https://example.org/2024/five and <https://example.org/2024>.",
        "[x][r]\n\n[r]: https://example.org/2024",
        "So.[^1]\n\n[^1]: In a letter.",
        "<!-- 56 of them? -->\n\nWords.",
        "`{{ left }}`, **{{ left }}** and {{ left.period }}",
        "They left <!-- 56? --> town.",
    ],
)
def test_what_says_no_number_is_left_alone(tmp_path: Path, typed: str) -> None:
    """What counts items, where a link leads, what no reader sees, what is bound."""
    data = small.copy(tmp_path, ("story/en/01-leaving.md", "In the years", f"{typed}\n\nIn the"))
    edition, *_ = small.judged(data)
    assert coverage.check(Draft(edition)) == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Of those who earned more, {{ left_music }} taught music.", 0),
        ("They earned more, all {{ left_music }}.", 1),
        ("They earned more, {{ left_music }}. Others earned more.", 1),
        ("Of those who earned more, {{ left }} left.", 1),
        ("Of those who earned more, {{ nobody }} left.", 1),
    ],
)
def test_a_figure_vouches_for_words_of_its_label(tmp_path: Path, typed: str, told: int) -> None:
    """In the sentence that names it, and for no others."""
    label = "label: {en: music teachers who "
    edits = (
        ("figures.yaml", f"{label}left", f"{label}earned more"),
        ("story/en/01-leaving.md", "In the years", f"{typed}\n\nIn the years"),
    )
    assert len(literals(loading.load(small.copy(tmp_path, *edits)))) == told


def test_an_exemption_has_its_words_in_all_their_forms(tmp_path: Path) -> None:
    """It is made use of if a text has one of them."""
    forms = ("exempt.yaml", "words: half-term", "words: [quarter-term, half-term]")
    assert literals(loading.load(small.copy(tmp_path, forms))) == []
    gone = ("exempt.yaml", "words: half-term", "words: [quarter-term, third-term]")
    left, stale = literals(loading.load(small.copy(tmp_path / "gone", gone)))
    assert left.startswith('"half" is bound')
    assert stale.startswith('No text says "quarter-term" or "third-term" any more')
