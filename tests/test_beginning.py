"""What is begun fits the edition, says where it stands, and check names each place to fill in."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from braindrain_site import cli, recipe
from braindrain_site.commands import begin
from braindrain_site.reading import loading
from braindrain_site.skeletons.entries import KINDS
from braindrain_site.wording.common_units import COMMON
from tests.changes.test_owed import ONE_MORE
from tests.changes.test_versions import committed
from tests.support import small

GUIDE = Path(__file__).parents[1] / "data/README.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with the edition in two languages, and the guide for its editors."""
    shutil.copy(GUIDE, small.copy(tmp_path, edition=small.TWO))
    return tmp_path


def contents(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*.*")}


def places(root: Path) -> list[str]:
    """Where the preview says that something is still to be written, and nothing else is wrong."""
    unready = recipe.judge(root / "data", publishing=False, drafts=True).unready
    assert {each.sentence for each in unready} == {"This is still to be written."}
    return [str(each.place) for each in unready]


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_is_begun(root: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    """All that it lacks is told, and nothing else; what there was stays as it was."""
    file = root / "data" / f"{KINDS[kind][0]}.yaml"
    before = file.read_bytes() if file.exists() else b""

    assert cli.main(["new", kind, "something"], root) == 0

    said = capsys.readouterr().out.splitlines()
    line = file.read_text("utf-8").split("\n").index("something:") + 1
    assert said[0] == f'data/{file.name}:{line}: here begins the {kind} "something".'
    assert file.read_bytes().startswith(before)
    signs = file.read_text("utf-8").count("…")
    assert len(places(root)) == signs > 0


def test_a_comment_says_what_is_to_be_written(root: Path) -> None:
    assert cli.main(["new", "figure", "pay_of_head"], root) == 0
    begun = (root / "data/figures.yaml").read_text("utf-8").partition("\npay_of_head:\n")[2]
    assert begun.startswith(
        "  # delete this line to publish it\n  draft: true\n"
        "  # what is counted, as it reads after the number\n  label: {en: …, ko: …}\n"
        "  # a unit of units.yaml; there are teachers, percent, times, USD/year,"
    )
    assert "  # the time it speaks of\n  period: …\n" in begun
    assert "qualifier" in begun.partition("# further keys")[2]


def test_a_change_is_begun_on_top_and_dated(root: Path) -> None:
    """Filled in, it is one: the newest, of the day of the last edit."""
    file = root / "data/changes.yaml"
    for name in ("older", "newer"):
        assert cli.main(["new", "change", name], root) == 0
    begun = file.read_text("utf-8")
    assert begun.startswith("newer:\n")
    day = next(line for line in begun.split("\n") if line.startswith("  day:"))
    about = (root / "data/site.yaml").read_text("utf-8")
    assert f"updated:{day.removeprefix('  day:')}" in about
    for old, new in (
        ("kind: …", "kind: correction"),
        ("{en: …, ko: …}", "{en: We had miscounted., ko: 잘못 셌다.}"),
        ("figure: …", "figure: left"),
        ("was: …", "was: 5"),
    ):
        assert old in begun
        begun = begun.replace(old, new)
    file.write_text(begun.replace("was: 5", "was: 4", 1), "utf-8")
    assert cli.main(["reviewed", "changes"], root) == 0
    assert cli.main(["check"], root) == 0


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose last commit is what readers know, on a later day."""
    monkeypatch.setattr(begin, "today", lambda: dt.date(2025, 6, 1))
    return committed(tmp_path)


def fill_in(root: Path) -> None:
    """Everything that a change has left to write, and the review of its translation."""
    file = root / "data/changes.yaml"
    filled = file.read_text("utf-8").replace("kind: …", "kind: correction")
    words = "{en: We had miscounted., ko: 잘못 셌다.}"
    file.write_text(filled.replace("{en: …, ko: …}", words), "utf-8")
    assert cli.main(["reviewed", "changes"], root) == 0


@pytest.mark.slow
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_change_lists_what_is_owed_since_the_last_commit(
    told: Path, capsys: pytest.CaptureFixture[str], end: str
) -> None:
    """Of that day, which ``site.yaml`` says from then on; filled in, nothing is owed any more."""
    site = told / "data/site.yaml"
    site.write_text(site.read_text("utf-8"), "utf-8", newline=end)
    for name, old, new in (*ONE_MORE, ("figures.yaml", "value: 50000", "value: 45000")):
        file = told / "data" / name
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")

    assert cli.main(["new", "change", "spring"], told) == 0

    assert capsys.readouterr().out.splitlines() == [
        'data/changes.yaml:1: here begins the change "spring".',
        "Write in the place of each …; make serve says where one is left.",
        "data/site.yaml:7:10: updated is 2025-06-01 now, the day of this entry.",
        "It lists 2 figures and 2 cells that changed since the last commit.",
    ]
    begun = (told / "data/changes.yaml").read_text("utf-8")
    assert "  day: 2025-06-01\n" in begun
    assert (
        "    - {figure: left, was: 6}\n    - {figure: pay_away, was: 50000, qualifier: over}\n"
    ) in begun
    assert """  cells:\n    - {cell: 'by_subject.teachers["music"]', was: 3}\n""" in begun
    assert f"updated: 2025-06-01{end}".encode() in site.read_bytes()
    fill_in(told)
    assert cli.main(["check", "--against", "HEAD"], told) == 0


@pytest.mark.slow
def test_a_change_of_cells_alone_lists_no_figures(told: Path) -> None:
    """Whoever has raised the day of the last edit already keeps it."""
    for name, old, new in (
        ("tables/by_subject.csv", "music,3", "music,4"),
        ("tables/by_subject.csv", "maths,2", "maths,1"),
        ("site.yaml", "updated: 2025-01-03", "updated: 2025-05-05"),
    ):
        file = told / "data" / name
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert cli.main(["new", "change", "spring"], told) == 0
    begun = (told / "data/changes.yaml").read_text("utf-8")
    assert "  day: 2025-05-05\n" in begun
    assert "\n  figures:" not in begun
    assert begun.count("- {cell: ") == 2


@pytest.mark.slow
def test_where_nothing_is_owed_a_change_says_what_it_may_list(told: Path) -> None:
    before = (told / "data/site.yaml").read_bytes()
    assert cli.main(["new", "change", "spring"], told) == 0
    begun = (told / "data/changes.yaml").read_text("utf-8")
    assert "  figures: [{figure: …, was: …}]\n" in begun
    assert "figures, cells, sentences or charts" in begun
    assert (told / "data/site.yaml").read_bytes() == before


@pytest.mark.parametrize("unit", [name for name in COMMON if name not in {"percent", "times"}])
def test_a_common_unit_is_written_whole(
    root: Path, capsys: pytest.CaptureFixture[str], unit: str
) -> None:
    """In the languages of the story, and nothing is left to fill in."""
    assert cli.main(["new", "unit", unit], root) == 0
    assert capsys.readouterr().out.count("\n") == 1
    written = loading.load(root / "data").units[unit]
    assert {*written.print} == {"en", "ko"}
    assert written.scale > 0


def test_a_common_unit_in_another_language_says_what_is_left() -> None:
    assert COMMON["people"].lines(("en", "ja"), "…")[0] == 'print: {en: "{} people", ja: "…"}'


def test_an_entry_that_is_filled_in_is_one(root: Path) -> None:
    """Its comments may stay; its translation has to be compared as any other."""
    assert cli.main(["new", "origin", "town"], root) == 0
    file = root / "data/origins.yaml"
    filled = file.read_text("utf-8").replace("{en: …, ko: …}", "{en: the town, ko: 마을}")
    file.write_text(filled, "utf-8")
    assert cli.main(["reviewed", "origins.town"], root) == 0
    assert cli.main(["check"], root) == 0


@pytest.mark.parametrize("kind", ["figure", "source", "chart", "claim", "table", "chapter"])
def test_what_is_begun_is_a_draft(root: Path, kind: str) -> None:
    """It stops nobody who publishes."""
    assert cli.main(["new", kind, "something"], root) == 0
    assert cli.main(["check"], root) == 0


def test_the_newest_change_stands_on_top(root: Path) -> None:
    for name in ("one_change", "another"):
        assert cli.main(["new", "change", name], root) == 0
    begun = (root / "data/changes.yaml").read_text("utf-8")
    assert begun.startswith("another:\n")
    assert "\n\none_change:\n" in begun
    assert "  figures: [{figure: …, was: …}]\n" in begun
    assert "draft" not in begun


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("correction", "Begin a change, and write correction as its kind."),
        ("bees", "There are figure, source,"),
        ("sotry", 'Did you mean "story"?'),
    ],
)
def test_what_cannot_be_begun(
    root: Path, capsys: pytest.CaptureFixture[str], kind: str, said: str
) -> None:
    assert cli.main(["new", kind, "something"], root) == 1
    assert f'"{kind}" cannot be begun here. {said}' in capsys.readouterr().err


def test_two_can_be_begun_before_one_is_filled_in(root: Path) -> None:
    for name in ("first", "second"):
        assert cli.main(["new", "claim", name], root) == 0
    assert len(places(root)) == 2


def test_a_chapter_is_begun_in_every_language(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["new", "chapter", "who-stays"], root) == 0
    assert capsys.readouterr().out.splitlines()[:3] == [
        "data/story/en/who-stays.md:1: here begins the chapter.",
        "data/story/ko/who-stays.md:1: here begins the chapter.",
        "data/site.yaml:9: it is the last of the story; move it in this list to where it belongs.",
    ]
    listed = (root / "data/site.yaml").read_text("utf-8").split("\n")[8]
    assert listed == "chapters: [leaving, {name: who-stays, draft: true}]"
    files = ("story/en/who-stays.md", "story/ko/who-stays.md")
    assert places(root) == [f"data/{file}:{line}:1" for file in files for line in (1, 3)]


def test_a_chapter_of_a_numbered_story_is_the_last(tmp_path: Path) -> None:
    small.copy(tmp_path)
    assert cli.main(["new", "chapter", "who-stays"], tmp_path) == 0
    assert (tmp_path / "data/story/en/02-who-stays.md").is_file()


def test_a_table_is_begun(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["new", "table", "rents"], root) == 0
    assert capsys.readouterr().out.startswith("data/tables/rents.csv:1: here are the cells")
    assert (root / "data/tables/rents.csv").read_text("utf-8") == "name,value\n"
    assert "primaryKey: name\n" in (root / "data/tables/rents.yaml").read_text("utf-8")


def test_a_table_is_made_of_a_file(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Filled in, it is a table; a chart can be drawn of it."""
    export = root / "Rents 2024.csv"
    export.write_bytes('과목,월세($)\n수학,"1,250.50"\n음악,"1,300"\n'.encode("cp949"))

    assert cli.main(["new", "table", str(export), "rents"], root) == 0

    assert capsys.readouterr().out.splitlines()[0] == (
        "It was saved in the Korean Windows encoding (CP949)."
    )
    cells = root / "data/tables/rents.csv"
    assert cells.read_text("utf-8") == "name,value\n수학,1250.50\n음악,1300\n"
    sidecar = root / "data/tables/rents.yaml"
    begun = sidecar.read_text("utf-8")
    assert "    # the file says $; is it USD/year?\n    unit: USD/year\n" in begun
    assert "      수학: {en: …, ko: 수학}\n" in begun
    assert len(places(root)) == begun.count("…")
    filled = begun.replace("source: …", "source: school_report").replace(
        "period: …", "period: 2024"
    )
    sidecar.write_text(filled.replace("…", "Words"), "utf-8")
    assert cli.main(["reviewed", "tables"], root) == 0
    assert cli.main(["check"], root) == 0


MISTAKES = {
    "a kind that is none": (["figur", "x"], '"figur" cannot be begun here. Did you mean "figure"?'),
    "a kind like no other": (["poem", "x"], '"poem" cannot be begun here. There are figure, sour'),
    "a name with capitals": (
        ["figure", "Pay"],
        '"Pay" cannot be the name of a figure. A name has small letters, digits and _, sixty at '
        "most, and begins with a letter.",
    ),
    "a unit that is no key": (["unit", "a: b"], '"a: b" cannot be the name of a unit.'),
    "rows of other lengths": (
        ["table", "ragged.csv"],
        "ragged.csv:3:3: This row has 3 cells, but the table has 2 columns.",
    ),
    "no line with names": (
        ["table", "bare.csv"],
        'The first line of bare.csv names no columns: it says "1". Write one above it that does.',
    ),
    "a name that is taken": (
        ["figure", "left"], 'There is a figure "left" already. Nothing was written.',
    ),
    "a figure called as a table": (
        ["figure", "by_subject"], 'There is a table "by_subject" already. Nothing was written.',
    ),
    "a table called as a figure": (
        ["table", "left"], 'There is a figure "left" already. Nothing was written.',
    ),
    "a table that is there": (
        ["table", "by_subject"], 'There is a table "by_subject" already. Nothing was written.',
    ),
    "a chapter with a blank": (
        ["chapter", "Who stays"],
        '"Who stays" cannot be the name of a chapter: small letters, digits and hyphens, such as '
        "new-chapter.",
    ),
    "a chapter elsewhere": (
        ["chapter", "../reviewed/x"], '"../reviewed/x" cannot be the name of a chapter: small ',
    ),
    "a table elsewhere": (
        ["table", "words.csv", "../x"], '"../x" cannot be the name of a table. A name has small ',
    ),
    "a chapter that is there": (
        ["chapter", "leaving"], 'There is a chapter "leaving" already. Nothing was written.',
    ),
    "a file that cannot give its name": (
        ["table", "월세.csv"],
        '"월세" cannot be the name of a table. Say what it shall be called: new table 월세.csv …',
    ),
    "a file that is no table": (
        ["table", "words.csv", "words_table"],
        "words.csv holds no table: it takes a header, and two columns or more.",
    ),
    "the file of a table": (
        ["table", "data/tables/by_subject.csv"],
        "Keep by_subject.csv elsewhere: this writes data/tables/by_subject.csv itself.",
    ),
    "a workbook": (
        ["table", "pay.xlsx"],
        "pay.xlsx:1:1: This file is a workbook or a document, packed, as Excel and Word save "
        "theirs.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_and_nothing_written(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    typed: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(root)
    Path("월세.csv").write_text("a,b\nc,1\n", "utf-8")
    Path("words.csv").write_text("word\nleft\n", "utf-8")
    Path("ragged.csv").write_text("name,n\na,1\nb,1,5\n", "utf-8")
    Path("bare.csv").write_text("a,1\nb,2\n", "utf-8")
    Path("pay.xlsx").write_bytes(b"PK\x03\x04")
    before = contents(root)
    assert cli.main(["new", *typed], root) == 1
    assert capsys.readouterr().err.startswith(said)
    assert contents(root) == before


def test_a_file_that_cannot_be_read_gets_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong with it is told first."""
    small.add(root / "data/claims.yaml", "no colon\n")
    before = contents(root)
    assert cli.main(["new", "claim", "more_left"], root) == 1
    assert capsys.readouterr().err.startswith("data/claims.yaml:5:9: This line")
    assert contents(root) == before


def test_the_house_form_is_shown_first_and_then_made(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    cells = root / "data/tables/by_subject.csv"
    exported = "subject;teachers\r\nmusic;3\r\nmaths;2\r\nNA;1\r\n"
    cells.write_bytes(exported.encode())

    assert cli.main(["fix", "data/tables/by_subject.csv"], root) == 0
    said = capsys.readouterr().out
    assert "data/tables/by_subject.csv:2\n  - music;3\n  + music,3\n" in said
    assert said.endswith(
        "Nothing is written yet: with --write it is (make tidy file=… write=yes).\n"
    )
    assert cells.read_bytes() == exported.encode()

    assert cli.main(["fix", "data/tables/by_subject.csv", "--write"], root) == 0
    assert capsys.readouterr().out.endswith("data/tables/by_subject.csv is written so.\n")
    assert cells.read_text("utf-8") == "subject,teachers\nmusic,3\nmaths,2\nNA,1\n"
    assert cli.main(["check"], root) == 0
    capsys.readouterr()

    assert cli.main(["fix", "data/tables/by_subject.csv", "--write"], root) == 0
    assert capsys.readouterr().out == "data/tables/by_subject.csv is in its house form.\n"


def test_what_is_unclear_is_left_until_an_editor_says(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = root / "pay.csv"
    file.write_text('name,pay\na,"1,234"\nb,5\n', "utf-8")
    assert cli.main(["fix", str(file), "--write"], root) == 0
    assert capsys.readouterr().out == (
        'pay.csv:2:3: "1,234" can mean 1234 or 1.234, so it is left.\n'
        '    2 | a,"1,234"\n'
        "      |   ^\n"
        "   Write which; or, if all in the file are of one kind, say it: "
        "decimal=. (or ,) with make.\n"
        "\n"
        "pay.csv is in its house form, but for this.\n"
    )
    assert cli.main(["fix", str(file), "--write", "--decimal", "."], root) == 0
    assert file.read_text("utf-8") == "name,pay\na,1234\nb,5\n"


def test_a_file_that_is_not_there_is_in_the_way(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["fix", "none.csv"], ["new", "table", "none.csv"]):
        assert cli.main(command, root) == 3
        assert "none.csv" in capsys.readouterr().err
