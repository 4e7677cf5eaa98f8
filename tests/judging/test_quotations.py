"""What stands between quotation marks stands in a source."""

from pathlib import Path

import pytest

from braindrain_site.judging import quotations
from braindrain_site.judging.draft import Draft
from braindrain_site.judging.quotations import Quoted
from braindrain_site.model.witness import witness, written
from braindrain_site.reading import loading
from tests.support import small

PRINTED = (
    "Of the teachers at the city’s school, six teachers left, “more than twice as many left”, "
    "the head said, adding that over $50,000 is what they were offered elsewhere."
)
CHAPTER = "story/en/01-leaving.md"


def told(
    tmp_path: Path, text: str = "", as_printed: str = "six teachers", formula: str = ""
) -> list[str]:
    """The problems of an edition with a *text* more, a figure *as_printed*, another's *formula*."""
    data = small.copy(tmp_path)
    (data / "witnesses").mkdir()
    (data / "witnesses/school_report.txt").write_text(written(witness(PRINTED, "salt")), "utf-8")
    chapter, figures = data / CHAPTER, data / "figures.yaml"
    chapter.write_text(chapter.read_text("utf-8") + f"\n{text}\n", "utf-8")
    typed = figures.read_text("utf-8")
    typed = typed.replace('by_subject.teachers["music"]', formula) if formula else typed
    figures.write_text(
        typed.replace("as_printed: six teachers", f"as_printed: {as_printed}"), "utf-8"
    )
    draft = Draft(loading.load(data))
    return [problem.sentence for problem in quotations.check(draft)]


@pytest.mark.parametrize(
    "text",
    [
        "They said “more than twice as many left”.",
        'They said "more than twice\nas many left".',
        "“More than twice as many left,” they said.",
        "“{{ pay_away }} is what they were offered”.",
        'See “{{ source("school_report") }}” <span title="any words">here</span>.',
        "Nothing is quoted, it’s ‘said’.",
        '![A school](school.jpg "Photo: the board")',
        '![A school]( <a b.jpg>  "Photo: {{ left }} of the board" ) and “more than twice as many”',
        '![A school](school.jpg\n"Photo: “more than twice as many left”")',
        "5 feet 3\" and 6'",
    ],
)
def test_words_that_a_source_prints_can_be_quoted(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


def test_a_figure_that_cannot_be_worked_out_is_told_of_elsewhere(tmp_path: Path) -> None:
    """It has no words, so whether they are printed is not asked."""
    quoted = "“{{ left_music }} left” and “{% claim 'a' %}{{ left_music }}{% endclaim %}”"
    assert told(tmp_path, quoted, formula='by_subject.teachers["art"]') == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They said “more than twice as many stayed”.", "more than twice as many stayed"),
        ('They said "twice as more many left".', "twice as more many left"),
        ("<b>“nobody\nleft”</b>", "nobody left"),
        ("“{{ left_music }} left”", "3 teachers left"),
    ],
)
def test_other_words_cannot(tmp_path: Path, text: str, words: str) -> None:
    assert told(tmp_path, text) == [f"No source that was read word for word prints “{words}”."]


def test_a_figure_is_printed_as_it_says(tmp_path: Path) -> None:
    words = "over $60,000"
    assert told(tmp_path / "true", as_printed="over $50,000 is what they were offered") == []
    assert told(tmp_path / "false", as_printed=words) == [
        f'"school_report" does not print “{words}”.'
    ]


def test_further_reports_are_printed_as_they_say(tmp_path: Path) -> None:
    """At the words themselves, whichever report they are of."""
    also = "also:\n    - {source: school_report, at: page 9, as_printed: seven teachers}\n  unit:"
    data = small.copy(tmp_path, ("figures.yaml", "unit:", also))
    (data / "witnesses").mkdir()
    (data / "witnesses/school_report.txt").write_text(written(witness(PRINTED, "salt")), "utf-8")
    [problem] = quotations.check(Draft(loading.load(data)))
    assert str(problem.place).startswith("data/figures.yaml:4:")
    assert problem.sentence == '"school_report" does not print “seven teachers”.'


def test_a_claim_is_printed_as_it_says(tmp_path: Path) -> None:
    claim = "{key}: {{article: school_report, printed: {words}, says: {{en: So.}}, "
    claim += "holds: pay_away > pay_here, reason: {{en: So.}}}}\n"
    data = small.copy(tmp_path)
    (data / "witnesses").mkdir()
    (data / "witnesses/school_report.txt").write_text(written(witness(PRINTED, "salt")), "utf-8")
    both = (("one", "six teachers left"), ("two", "seven teachers left"))
    typed = "".join(claim.format(key=key, words=words) for key, words in both)
    (data / "verdicts.yaml").write_text(typed, "utf-8")
    [problem] = quotations.check(Draft(loading.load(data)))
    assert str(problem.place).startswith("data/verdicts.yaml:2:")
    assert problem.sentence == '"school_report" does not print “seven teachers left”.'


def test_nothing_is_told_where_nothing_was_read(tmp_path: Path) -> None:
    data = small.copy(tmp_path)
    chapter = data / CHAPTER
    chapter.write_text(chapter.read_text("utf-8") + "\n“Any words at all.”\n", "utf-8")
    assert quotations.check(Draft(loading.load(data))) == []


def test_the_count_in_words(tmp_path: Path) -> None:
    """As the build prints it: what is given as printed, and what chapters quote."""
    data = small.copy(tmp_path)
    chapter = data / CHAPTER
    chapter.write_text(
        chapter.read_text("utf-8") + "\n“Six teachers left”, “they” said.\n", "utf-8"
    )
    assert str(quotations.count(Draft(loading.load(data)))) == "3 quotations: 0 proved, 3 not read"
    (data / "witnesses").mkdir()
    (data / "witnesses/school_report.txt").write_text(written(witness(PRINTED, "salt")), "utf-8")
    assert quotations.count(Draft(loading.load(data))) == Quoted(3, 3)


ALTERED = [  # as printed, and with one word of it altered
    ("of the teachers at the city’s school", "of the teachers at the town’s school"),
    ("six teachers left", "seven teachers left"),
    ("six teachers", "six pupils"),
    ("more than twice as many left", "more than twice as many came"),
    ("more than twice", "less than twice"),
    ("as many left", "as few left"),
    ("adding that over $50,000", "adding that under $50,000"),
    ("over $50,000", "over $60,000"),
    ("what they were offered", "what they are offered"),
    ("offered elsewhere", "offered nowhere"),
]


@pytest.mark.parametrize(("printed", "altered"), ALTERED)
def test_as_printed_altered_by_one_word_is_refused(
    tmp_path: Path, printed: str, altered: str
) -> None:
    assert told(tmp_path / "true", as_printed=printed) == []
    assert told(tmp_path / "false", as_printed=altered) == [
        f'"school_report" does not print “{altered}”.'
    ]


@pytest.mark.parametrize(("printed", "altered"), ALTERED)
def test_a_quotation_altered_by_one_word_is_refused(
    tmp_path: Path, printed: str, altered: str
) -> None:
    assert told(tmp_path / "true", f"They say “{printed}”.") == []
    assert told(tmp_path / "false", f"They say “{altered}”.") == [
        f"No source that was read word for word prints “{altered}”."
    ]
