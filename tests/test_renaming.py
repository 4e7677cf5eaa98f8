"""A thing gets another name everywhere, and nowhere else is anything changed."""

from pathlib import Path

import pytest

from braindrain_site import amending, recipe, renaming
from braindrain_site.judging import text_reviews
from braindrain_site.reading import loading
from braindrain_site.renaming import Unrenamed
from tests.support import amended, small, stamped

TWO = loading.load(small.TWO)
NEW = {"chapter": "going-away", "unit": "staff/year"}
NAMED = [(kind, name) for kind, names in renaming._named(TWO).items() for name in sorted(names)]


def renamed(tmp_path: Path, old: str, new: str, *edits: tuple[str, str, str]) -> Path:
    """A copy of the edition in two languages in which *old* is called *new*."""
    data = small.copy(tmp_path, *edits, edition=small.TWO)
    edition = loading.load(data)
    renaming_ = renaming.plan(edition, old, new)
    renaming.apply(renaming_, data)
    stamps = text_reviews.carried(edition, loading.load(data), renaming_.moved)
    for path, text in stamps.items():
        (data / path).write_text(text, "utf-8")
    return data


@pytest.mark.parametrize(("kind", "name"), NAMED)
def test_whatever_is_renamed_nothing_is_left_to_do(tmp_path: Path, kind: str, name: str) -> None:
    """Neither a name that is missing nor a translation to compare; and back again all is as was."""
    new = NEW.get(kind, "another_name")
    data = renamed(tmp_path, f"{kind}:{name}", new)
    edition = recipe.judge(data).edition
    assert new in renaming._named(edition)[kind]
    assert name not in renaming._named(edition)[kind]

    back = renaming.plan(edition, f"{kind}:{new}", name)
    renaming.apply(back, data)
    for path in small.TWO.rglob("*.*"):
        copy = data / path.relative_to(small.TWO)
        assert "reviewed" in path.parts or copy.read_bytes() == path.read_bytes()


def test_verdicts_and_the_calculator_name_anew_what_they_rest_on(tmp_path: Path) -> None:
    data = stamped.edition(tmp_path)
    for old, new in (("pay_away", "pay_there"), ("won_rate", "rate"), ("school_report", "report")):
        renaming.apply(renaming.plan(loading.load(data), old, new), data)
    verdicts, calculator = (
        (data / name).read_text("utf-8") for name in ("verdicts.yaml", "calculator.yaml")
    )
    assert "article: report\n" in verdicts
    assert "holds: pay_there > pay_here" in verdicts
    assert calculator.startswith("\nrate: rate\n")
    assert "figure: pay_there," in calculator
    recipe.judge(data, publishing=False)


def test_a_statement_is_named_anew_in_every_language(tmp_path: Path) -> None:
    data = small.copy(tmp_path, edition=small.TWO)
    at = "{en: page 3, ko: 3쪽}"
    stated = f"may_return: {{source: school_report, at: {at}, sure: may}}\n"
    (data / "statements.yaml").write_text(stated, "utf-8")
    for lang, words in (("en", "Some may return."), ("ko", "돌아올 수도 있다.")):
        with (data / f"story/{lang}/leaving.md").open("a", encoding="utf-8") as story:
            story.write(f'\n{{% says "may_return" %}}{words}{{% endsays %}}\n')
    renaming.apply(renaming.plan(loading.load(data), "may_return", "will_return"), data)
    renaming.apply(renaming.plan(loading.load(data), "school_report", "report"), data)
    files = ("statements.yaml", "story/en/leaving.md", "story/ko/leaving.md")
    texts = [(data / file).read_text("utf-8") for file in files]
    assert all("will_return" in text and "may_return" not in text for text in texts)
    assert "source: report," in texts[0]


def test_words_that_look_like_a_name_stay(tmp_path: Path) -> None:
    """Also where another name begins with it, or a row, a column or a text is called so."""
    data = renamed(tmp_path, "left", "gone")
    assert "teachers who left" in (data / "figures.yaml").read_text("utf-8")
    assert "\nleft_music:\n" in (data / "figures.yaml").read_text("utf-8")
    assert (data / "figures.yaml").read_text("utf-8").startswith("gone:\n")
    assert "{{ gone.number }}" in (data / "charts.yaml").read_text("utf-8")
    assert "{{ gone.i }}" in (data / "story/ko/leaving.md").read_text("utf-8")


def test_what_contradicts_a_figure_and_who_reports_it_are_named_anew(tmp_path: Path) -> None:
    dispute = "disputed: {by: pay_away}"
    also = (
        "six teachers\n  also: [{source: school_report, at: {en: p, ko: p}, origin: head_teacher}]"
    )
    edits = (
        ("figures.yaml", "origin: head_teacher", dispute),
        ("figures.yaml", "six teachers", also),
    )
    for old, new in (
        ("pay_away", "pay_there"),
        ("head_teacher", "head"),
        ("school_report", "list"),
    ):
        data = renamed(tmp_path / new, old, new, *edits)
        assert old not in (data / "figures.yaml").read_text("utf-8")


def test_a_stale_translation_stays_stale(tmp_path: Path) -> None:
    """And one that was compared stays compared."""
    edits = (
        ("figures.yaml", "{en: pay here,", "{en: wages here,"),
        ("story/en/leaving.md", "See {{", "Read {{"),
    )
    data = renamed(tmp_path, "figure:pay_here", "wages_here", *edits)
    edition = loading.load(data)
    assert {*text_reviews.waiting(edition)} == {"figures.wages_here"}
    [problem] = [p for p in recipe.judge(data, publishing=False).waiting if "YAML" not in p.hint][
        :1
    ]
    assert "has changed" in problem.sentence


def test_a_unit_takes_its_dimension_along(tmp_path: Path) -> None:
    """It names its own unless told, and others may be made of it."""
    edits = (
        ("units.yaml", "teachers:\n", "dozens:\n  print: {en: '{} dozens', ko: '{}묶음'}\n"
                                      "  dimension: teachers / year\n  scale: 12\nteachers:\n"),
    )  # fmt: skip
    data = renamed(tmp_path, "teachers", "school staff", *edits)
    assert loading.load(data).units["dozens"].dimension == "school staff / year"


def test_a_chart_of_figures_names_its_marks_by_them(tmp_path: Path) -> None:
    data = small.copy(tmp_path, edition=small.TWO)
    charts = data / "charts.yaml"
    rows = (
        "pay:\n  form: bar\n  rows:\n    - {figure: pay_here, label: {en: Here, ko: 여기}}\n"
        "    - {figure: pay_away, label: {en: There, ko: 저기}}\n"
        "  subject: [pay_away, pay_here]\n  highlight: [pay_here]\n"
        "  annotations:\n    - at: pay_here\n      text: {en: low, ko: 낮다}\n"
        "  headline: {en: Pay, ko: 봉급}\n  subtitle: {en: Pay, ko: 봉급}\n"
    )
    charts.write_text(rows + charts.read_text("utf-8"), "utf-8")
    plan = renaming.plan(loading.load(data), "pay_here", "wages")
    changed = plan.applied("data/charts.yaml", charts.read_text("utf-8"))
    assert changed == charts.read_text("utf-8").replace("pay_here", "wages")


def test_links_to_a_chapter_follow_it(tmp_path: Path) -> None:
    edit = ("method/en.md", "\n\n", "\n\nSee [there](../#leaving) and [it](../#leaving-not).\n\n")
    data = renamed(tmp_path, "leaving", "going", edit)
    assert "(../#going) and [it](../#leaving-not)" in (data / "method/en.md").read_text("utf-8")


def test_line_ends_and_quotes_stay(tmp_path: Path) -> None:
    data = small.copy(tmp_path, ("figures.yaml", "left:", '"left":'), edition=small.TWO)
    figures = data / "figures.yaml"
    figures.write_bytes(figures.read_bytes().replace(b"\n", b"\r\n"))
    plan = renaming.plan(loading.load(data), "left", "gone")
    text = plan.applied("data/figures.yaml", figures.read_bytes().decode())
    assert '"gone":\r\n' in text
    assert text.count("\r\n") == figures.read_bytes().count(b"\r\n")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("lft", "gone", 'Nothing here is called "lft". Did you mean "left"?'),
        ("claim:left", "gone", 'There is no claim "left".'),
        ("left", "Gone", '"Gone" cannot be the name of a figure.'),
        ("left", "pay_here", '"pay_here" is a figure already.'),
        ("left", "by_subject", '"by_subject" is a table already.'),
        ("by_subject", "left", '"left" is a figure already.'),
        ("teachers", "a: b", '"a: b" cannot be the name of a unit.'),
        ("teachers", "a, b", '"a, b" cannot be the name of a unit.'),
        ("teachers", "*all", '"*all" cannot be the name of a unit.'),
        ("leaving", "Going", '"Going" cannot be the name of a chapter.'),
    ],
)
def test_what_cannot_be_is_refused(old: str, new: str, words: str) -> None:
    with pytest.raises(Unrenamed) as refused:
        renaming.plan(TWO, old, new)
    assert str(refused.value) == words


def test_a_name_of_two_things_needs_its_kind(tmp_path: Path) -> None:
    data = renamed(tmp_path, "chart:subjects", "left")
    edition = loading.load(data)
    with pytest.raises(Unrenamed, match=r"Write figure:left or chart:left\."):
        renaming.plan(edition, "left", "gone")
    assert renaming.plan(edition, "chart:left", "gone").kind == "chart"


def test_the_copy_is_of_the_edition(tmp_path: Path) -> None:
    """What the tests compare with is whole."""
    assert recipe.judge(small.copy(tmp_path, edition=small.TWO)).waiting == ()


def test_a_chapter_that_is_a_draft_is_listed_by_its_new_name(tmp_path: Path) -> None:
    marked = ("site.yaml", "[leaving]", "[leaving, {name: after, draft: true}]")
    data = small.copy(tmp_path, marked, edition=small.TWO)
    (data / "story/en/after.md").write_text("# After\n\nThey wrote.\n", "utf-8")
    assert amending.rename(tmp_path, "after", "later") == 0
    assert "{name: later, draft: true}" in (data / "site.yaml").read_text("utf-8")
    assert (data / "story/en/later.md").is_file()


def test_changes_and_known_errors_name_anew_what_they_touch(tmp_path: Path) -> None:
    told = amended.REVISED.replace("method", "leaving") + "  charts: [subjects]\n"
    data = amended.edition(tmp_path, amended.CORRECTED, told)
    cell = 'by_subject.teachers["music"]'
    for place, prints in (("figure: left", 6), (f"cell: '{cell}'", 3)):
        errors = "" if prints == 3 else "  known_errors:\n"
        error = f"    - {{{place}, prints: {prints}, expected: 9, found: 2025-01-02}}\n"
        small.add(data / "sources.yaml", errors + error)
    for old, new in (
        ("figure:left", "gone"), ("table:by_subject", "subjects_of"), ("chart:subjects", "fields"),
        ("chapter:leaving", "going"),
    ):  # fmt: skip
        renaming.apply(renaming.plan(loading.load(data), old, new), data)
    entry = recipe.judge(data, publishing=False).edition.changes["autumn"]
    assert [each.figure for each in entry.figures] == ["gone"]
    assert [each.cell for each in entry.cells] == ['subjects_of.teachers["music"]']
    assert ([each.chapter for each in entry.sentences], entry.charts) == (["going"], ("fields",))
