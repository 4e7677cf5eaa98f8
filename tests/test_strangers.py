"""What a stranger may try in ``data/``: told in a sentence at its place, or harmless."""

import html
import os
import shutil
import socket
from pathlib import Path

import pytest

from braindrain_site import recipe
from braindrain_site.model.problems import Problem, Rejected, report
from tests.support import sites, small

STORY, FIGURES, UNITS = "story/en/01-leaving.md", "figures.yaml", "units.yaml"
NOTE = "label: {en: pay here}"


def told(data: Path) -> list[Problem]:
    """The problems of *data*; none when it is fine."""
    try:
        recipe.judge(data)
    except Rejected as rejected:
        return list(rejected.problems)
    return []


def note(text: str) -> str:
    return f"{NOTE}\n  note: {{en: '{text}'}}"


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "sentence"),
    [
        (FIGURES, NOTE, note("x {# {{ #}<script>{# }} #}"), "17:17", "has no comments"),
        (FIGURES, NOTE, note("x {# y"), "17:17", "has no comments"),
        (FIGURES, NOTE, note("{" * 900), "17:15", "cannot be read"),
        (FIGURES, NOTE, note('See {{ page("method") }}'), "17:28", "cannot link to a page"),
        (FIGURES, NOTE, note('{{ chart("subjects") }}'), "17:25", "A chart cannot stand here"),
        (FIGURES, "at: page 1", "at: '{{ left }}'", "7:11", "Nothing is filled in here"),
        (FIGURES, "at: page 1", "at: {en: '{{ nobody }}'}", "7:16", "Nothing is filled in here"),
        ("site.yaml", "The test desk", "'The {{ left }}'", "4:25", "Nothing is filled in here"),
        ("site.yaml", "[en]", "[]", "5:1", "needs at least one entry"),
        ("site.yaml", "[en]", "[en, en]", "5:17", "is listed twice"),
        ("site.yaml", "title: {en", "title: {ko", "1:1", 'has no words in "en"'),
        (
            "charts.yaml",
            "Teachers who left by subject",
            "'{{ source(\"school_report\") }}'",
            "6:30",
            "cannot link to a source",
        ),
        (STORY, "# Leaving", '# Leaving {{ source("school_report") }}', "1:22", "cannot link"),
        (STORY, "{{ chart(", "<!-- {{ chart(", "6:1", "This comment is not closed"),
        (STORY, "In the years", "[x](#r-nosuch)\n\nIn", "3:1", 'No place there is called "#r-'),
        (STORY, "In the years", "Pay < 42 and many > in", "3:7", '"42" is bound to no figure'),
        (STORY, "{{ share_music }}", "{{ share_music.period }}", "4:13", "has no period"),
        ("method/en.md", "All numbers", '{{ chart("subjects") }}', "3:11", "A chart cannot stand"),
        ("words.yaml", "data: {times}", "data: {times!x}", ":31", "is not filled in with"),
        (
            "words.yaml",
            "data: {times}",
            "data: {times:.999999999f}",
            ":31",
            "is not filled in with",
        ),
        ("words.yaml", "data: {times}", "data: {times.a}", ":31", "is not filled in with"),
        ("words.yaml", "data: {times}", "data: {times[0]}", ":31", "is not filled in with"),
        ("words.yaml", "data: {times}", "data: {0}", ":31", "is not filled in with"),
        ("words.yaml", "data: {times}", "data: {{times}}", ":31", "a brace too many"),
        ("words.yaml", "data: {times}", "data: 42 {times}", ":31", '"42" is bound to no figure'),
        (UNITS, '"{} teachers"', '"{0.__class__} teachers"', "2:15", "needs {} once"),
        (UNITS, '"{} teachers"', '"{} {} teachers"', "2:15", "needs {} once"),
        (UNITS, '"{} teachers"', '"{} {x} teachers"', "2:15", "no braces besides"),
        (UNITS, '"{} teachers"', '"{:9999999999} teachers"', "2:15", "needs {} once"),
        (UNITS, "teachers:\n", "teachers:\n  scale: 0\n", "2:10", "above zero"),
        (FIGURES, "unit: times\n", "unit: times\n  digits: 999999999\n", "44:11", "9 at most"),
        ("sources.yaml", "language: en", "language: '\"><b>'", "4:13", "needs a language"),
    ],
)
def test_told_at_its_place(
    tmp_path: Path, file: str, old: str, new: str, place: str, sentence: str
) -> None:
    """The first of its problems is this one."""
    first, *_ = told(small.copy(tmp_path, (file, old, new)))
    assert first.place.file == f"data/{file}"
    assert str(first.place).endswith(place)
    assert sentence in first.sentence


@pytest.mark.parametrize("path", ["/", "/a/", "/a-b/c_d.e~f/"])
def test_where_a_site_can_stand(tmp_path: Path, path: str) -> None:
    """The top of its host or a folder there."""
    site = f"updated: 2025-01-03\npath: {path}\naddress: https://example.org:8000{path}"
    assert told(small.copy(tmp_path, ("site.yaml", "updated: 2025-01-03", site))) == []


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        *(
            (f"path: '{path}'", '"path" needs a path')
            for path in (
                "javascript:alert(1)//", "//evil.example/", "/drain", "drain/", "/../", "/a/./",
                "/a b/", "https://example.org/", '/"><script>/', "/a?b/", "/%2e%2e/", "\\a\\",
            )
        ),
        *(
            (f"address: '{address}'", '"address" needs a web address')
            for address in (
                "javascript:alert(1)//", "ftp://example.org/", "https://", "https://a b/",
                'https://example.org/"><script>/', "//example.org/", "data:text/html,x/",
                "https://user@example.org/", "https:\\\\example.org/",
            )
        ),
        ("address: https://example.org/a/", '"address" needs to end with the path "/"'),
        ("address: https://example.org/?a=/", '"address" needs to end with the path "/"'),
    ],
)  # fmt: skip
def test_where_it_cannot(tmp_path: Path, line: str, sentence: str) -> None:
    """No scheme, no other host, no way up."""
    site = f"updated: 2025-01-03\n{line}"
    [problem] = told(small.copy(tmp_path, ("site.yaml", "updated: 2025-01-03", site)))
    assert (problem.place.line, problem.place.column) == (8, line.index(":") + 3)
    assert problem.sentence.startswith(sentence)


def make_link(data: Path, name: str, target: Path | str) -> None:
    """A link in the place of what is there."""
    path = data / name
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.symlink_to(target)


@pytest.mark.parametrize(
    "name",
    ["story/en/02-x.md", "figures.yaml", "tables/by_subject.csv", "story/en", "tables", "stray"],
)
def test_links_out_of_the_folder_are_not_followed(tmp_path: Path, name: str) -> None:
    """The link is told, and nothing of what it leads to."""
    data, secret = small.copy(tmp_path), tmp_path / "secret"
    secret.mkdir()
    (secret / "01-secret.md").write_text("# SECRET\n\nSECRET words\n", "utf-8")
    folder = name in {"story/en", "tables"}
    make_link(data, name, secret if folder else secret / "01-secret.md")
    with pytest.raises(Rejected) as caught:
        recipe.judge(data)
    [problem] = caught.value.problems
    assert (str(problem.place), problem.sentence) == (
        f"data/{name}:1:1",
        "This link leads out of data/.",
    )
    assert "SECRET" not in f"{caught.value.problems}{caught.value.lines}"


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("/dev/zero", "leads out of data/"),
        ("/nowhere/at/all", "leads out of data/"),
        ("../../../etc", "leads out of data/"),
        ("nowhere.md", "leads nowhere"),
        ("02-x.md", "leads nowhere"),
    ],
)
def test_links_to_no_file(tmp_path: Path, target: str, sentence: str) -> None:
    """A device, nothing, itself."""
    data = small.copy(tmp_path)
    make_link(data, "story/en/02-x.md", target)
    [problem] = told(data)
    assert sentence in problem.sentence


def test_pipes_and_sockets_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading one would wait for ever."""
    data = small.copy(tmp_path)
    os.mkfifo(data / "story/en/02-x.md")
    monkeypatch.chdir(data)  # the name of a socket has a hundred letters at most
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s")
    assert [str(problem.place) for problem in told(data)] == [
        "data/s:1:1",
        "data/story/en/02-x.md:1:1",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", ["figures.yaml", "story", "tables/by_subject.csv"])
@pytest.mark.parametrize("mode", [0, 0o400, 0o200])
def test_what_nobody_may_read(tmp_path: Path, name: str, mode: int) -> None:
    """A file or a folder without leave to read it is told at its place."""
    path = small.copy(tmp_path) / name
    before, may = path.stat().st_mode, path.is_file() and mode == 0o400
    path.chmod(mode)
    problems = told(tmp_path / "data")
    path.chmod(before)
    assert [str(problem.place).startswith(f"data/{name}") for problem in problems] == [True] * (
        not may
    )


def test_what_the_disk_does_not_give(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is told, as the system words it."""
    data, read = small.copy(tmp_path), Path.read_bytes

    def broken(path: Path) -> bytes:
        if path.name == "claims.yaml":
            raise OSError(5, "Input/output error")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", broken)
    [problem] = told(data)
    assert str(problem.place) == "data/claims.yaml:1:1"
    assert problem.sentence == "This cannot be read: input/output error."


@pytest.mark.parametrize("name", ["story/en/02-x.md", "tables/film.mp4"])
def test_a_file_larger_than_any_text(tmp_path: Path, name: str) -> None:
    """It is told by its size and not read."""
    data = small.copy(tmp_path)
    with (data / name).open("wb") as file:
        file.truncate(2**40)
    [problem] = told(data)
    assert str(problem.place) == f"data/{name}:1:1"
    assert problem.sentence == "This file is larger than 5 MB."


@pytest.mark.parametrize("typed", ["{{ nobody }}", "{{ left }}", "{% claim", "{{ chart() }}"])
def test_braces_in_a_cell_are_drawn_as_typed(tmp_path: Path, typed: str) -> None:
    """A table is data: nothing in it is bound, in its downloads, on its page, or as a label."""
    data = small.copy(tmp_path, ("tables/by_subject.csv", "maths,2", f"{typed},2"))
    page = sites.make(data)["charts/subjects/index.html"].decode()
    drawing = page.split('id="chart-subjects"')[1].partition("</svg>")[0]
    assert typed in html.unescape(drawing)


def test_folders_without_end(tmp_path: Path) -> None:
    """Nobody goes down further than a story could need."""
    data = small.copy(tmp_path)
    (data / "/".join(["tables", *"abcdefghijkl"])).mkdir(parents=True)
    [problem] = told(data)
    assert str(problem.place) == "data/tables/a/b/c/d/e/f/g/h/i:1:1"
    assert problem.sentence == "These folders are nested too deep."


@pytest.mark.parametrize("name", [b"tables/\xff\xfe.csv", b"story/en/02-\xff.md", b"a\n\x1b[1m.md"])
def test_names_of_files_that_nobody_can_print(tmp_path: Path, name: bytes) -> None:
    """They are told with a question mark for what is no letter."""
    data = small.copy(tmp_path)
    Path(os.fsdecode(bytes(data) + b"/" + name)).write_text("# x\n\nWords.\n", "utf-8")
    rejected = report(told(data), {})
    assert rejected.isascii()
    assert "?" in rejected
    assert "\x1b" not in rejected


def test_links_inside_the_folder_are_followed(tmp_path: Path) -> None:
    """To a file, to a folder, and where the folder itself is a link."""
    data = small.copy(tmp_path)
    (data / "tables").rename(data / ".kept")
    make_link(data, "tables", ".kept")
    (data / "claims.yaml").rename(data / ".claims")
    make_link(data, "claims.yaml", data / ".claims")
    data.rename(tmp_path / "elsewhere")
    make_link(tmp_path, "data", "elsewhere")
    make_link(tmp_path / "elsewhere", "claims.yaml", ".claims")
    assert told(tmp_path / "data") == []


def test_links_in_a_circle_are_followed_once(tmp_path: Path) -> None:
    """Folders that lead to each other end somewhere."""
    data = small.copy(tmp_path)
    make_link(data, "story/again", "..")
    make_link(data, "tables/story", "../story")
    assert {problem.sentence for problem in told(data)} == {
        "The folder that this link leads to is read already."
    }


@pytest.mark.parametrize("people", ["5001", "100000", "1000000000"])
def test_a_crowd_is_not_drawn_without_end(tmp_path: Path, people: str) -> None:
    """Beyond five thousand dots the chart is told before it is drawn."""
    data = small.copy(
        tmp_path,
        ("charts.yaml", "form: bar", "form: crowd"),
        ("tables/by_subject.csv", "music,3\nmaths,2\nNA,1", f"NA,{people}\nmusic,3\nmaths,2"),
        (FIGURES, "  agrees_with: sum(by_subject.teachers)\n", ""),
    )
    [sentence] = [problem.sentence for problem in told(data)]
    assert sentence == f"A crowd has 5,000 dots at most, and this is {int(people):,}."


@pytest.mark.parametrize("name", ["words.yaml", "house.yaml"])
def test_a_file_of_comments_only(tmp_path: Path, name: str) -> None:
    """Where nothing has to be said it says nothing."""
    data = small.copy(tmp_path)
    (data / name).write_text("# nothing here\n", "utf-8")
    recipe.judge(data)


def test_a_site_of_comments_only(tmp_path: Path) -> None:
    """Where keys are needed this is told at the file."""
    data = small.copy(tmp_path)
    (data / "site.yaml").write_text("# nothing here\n", "utf-8")
    first, *_ = told(data)
    assert (str(first.place), first.sentence) == (
        "data/site.yaml:1:1",
        "This file needs keys with values below them.",
    )


@pytest.mark.parametrize("name", ["self", "caller", "chart", "claim", "page", "loop", "range"])
def test_a_figure_may_have_any_name(tmp_path: Path, name: str) -> None:
    """No word means something else between brackets."""
    data = small.copy(tmp_path, (FIGURES, "left_music:", f"{name}:"))
    for file in ("figures.yaml", "claims.yaml"):
        text = (data / file).read_text("utf-8").replace("left_music", name)
        (data / file).write_text(text, "utf-8")
    with (data / "claims.yaml").open("a", encoding="utf-8") as claims:
        claims.write(f"left_more: {{holds: left > {name}}}\n")
    with (data / STORY).open("a", encoding="utf-8") as story:
        story.write(f'\n{{% claim "left_more" %}}over {{{{ {name} }}}}{{% endclaim %}}.\n')
    assert told(data) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "sentence"),
    [
        ("charts.yaml", "Teachers who left by subject", "W" * 1001, "6:18", "1,000 letters at"),
        ("site.yaml", "The test desk", "desk " * 9999 + "x", "4:17", "1,000 letters at most"),
        ("tables/by_subject.csv", "NA,1", f"{'N' * 501},1", "4:1", "500 letters at most"),
        ("figures.yaml", "left_music:", f"{'l' * 61}:", "11:1", "cannot be a name"),
        (UNITS, "{} teachers", "{}" + " teachers" * 56, "2:15", "500 letters at most"),
        (STORY, "In the years", "word\n" * 10001 + "In", "1:1", "50,000 letters at most"),
        (STORY, "In the years", "w\n\n" + "w" * 5001, "5:1", "5,000 letters at most"),
        (STORY, "In the years", "[" * 101, "3:1", "100 brackets [ and < at most"),
        (STORY, "In the years", "![a <a " * 51, "3:1", "100 brackets [ and < at most"),
        (STORY, "In the years", "a\n: x\n" * 60, "4:1", "nested too deep"),
        (STORY, "In the years", "a\n: x\n: x\n" * 60, "4:1", "nested too deep"),
        (STORY, "In the years", "w\nw\n" + "- " * 2000, "5:1", "nested too deep"),
        (STORY, "In the years", "1. > * + : " * 3, "3:1", "nested too deep"),
        ("tables/by_subject.csv", "NA,1", "NA,1\n" * 100_000, "100002:1", "100,000 rows"),
    ],
)  # fmt: skip
def test_more_than_anybody_reads(
    tmp_path: Path, file: str, old: str, new: str, place: str, sentence: str
) -> None:
    """Texts and tables have an end."""
    first, *_ = told(small.copy(tmp_path, (file, old, new)))
    assert str(first.place) == f"data/{file}:{place}"
    assert sentence in first.sentence


@pytest.mark.parametrize(
    "value",
    [
        "1" + "0" * 18,
        "0." + "0" * 22 + "1",
        "-" + "9" * 38,
        "1.2" * 2,
        "1\u0662",
        "\uff12",
        "1\u096b.5",
    ],
)
def test_numbers_nobody_writes(tmp_path: Path, value: str) -> None:
    """Too many digits, digits of another script, two points."""
    data = small.copy(
        tmp_path / "one",
        (FIGURES, "value: 27.5", f"value: {value}"),
    )
    assert [problem.sentence.split(",")[0] for problem in told(data)] == ['"value" needs a number']
    data = small.copy(tmp_path / "two", ("tables/by_subject.csv", "NA,1", f"NA,{value}"))
    assert told(data)[0].place.file == "data/tables/by_subject.csv"


@pytest.mark.parametrize(
    "formula",
    [
        "pay_multiple * 1e15 * 1e15",
        "pay_multiple / 1e30",
        "pay_multiple / 1000000000 / 1000000000 / 1000000000",
    ],
)
def test_results_nobody_writes(tmp_path: Path, formula: str) -> None:
    """A formula may give more digits than fit any page."""
    edit = (FIGURES, "formula: share(left_music, left)", f"formula: {formula}")
    first, *_ = told(small.copy(tmp_path, edit))
    assert first.sentence == "This gives a number too large or too small to be written out."


@pytest.mark.parametrize(
    "period",
    [
        "2023-02-29",
        "2023-02-30/2024",
        "0000",
        "0000-01-01",
        "9999",
        "\uff12\uff10\uff12\uff14",
        "2024-W01-1",
    ],
)
def test_days_of_no_calendar(tmp_path: Path, period: str) -> None:
    """Of a figure, of a table's cell, of the site."""
    data = small.copy(tmp_path / "one", (FIGURES, "period: 2021/2024", f"period: {period}"))
    assert [problem.place.line for problem in told(data)] == [5]
    data = small.copy(tmp_path / "two", ("site.yaml", "2025-01-03", period))
    assert [problem.place.line for problem in told(data)] == [7]
    for kind in ("day", "period"):
        data = small.copy(
            tmp_path / kind,
            ("tables/by_subject.csv", "subject,teachers", "subject,teachers,seen"),
        )
        table = (data / "tables/by_subject.csv").read_text("utf-8").split("\n")
        rows = [table[0], *(f"{row},{period}" for row in table[1:] if row)]
        (data / "tables/by_subject.csv").write_text("\n".join(rows) + "\n", "utf-8")
        with (data / "tables/by_subject.yaml").open("a", encoding="utf-8") as sidecar:
            sidecar.write(f"  - {{name: seen, type: {kind}, title: {{en: Seen}}}}\n")
        assert {problem.place.file for problem in told(data)} == {"data/tables/by_subject.csv"}


@pytest.mark.parametrize(
    "typed", ["\\uFFFE", "\\uFFFF", "\\0", "\\x7f", "\\x85", "\\e", "\\ud83d", "\\uFDD0", "\\x01"]
)
def test_characters_typed_as_escapes(tmp_path: Path, typed: str) -> None:
    """What could not be typed as it is cannot be typed so either."""
    [problem] = told(small.copy(tmp_path, (FIGURES, "{en: pay here}", f'{{en: "pay{typed}"}}')))
    assert str(problem.place) == "data/figures.yaml:16:15"
    assert "control character" in problem.sentence


def test_a_key_typed_as_an_escape(tmp_path: Path) -> None:
    """Nothing of it is printed."""
    data = small.copy(
        tmp_path, (FIGURES, "pay_in_won:", '"pay\\ud83d": {x: "\\udc00"}\npay_in_won:')
    )
    assert report(told(data), {}).encode().isascii()


@pytest.mark.parametrize("file", [STORY, "tables/by_subject.csv", "claims.yaml"])
@pytest.mark.parametrize("typed", ["\x01", "\x0b", "\x1b", "\x7f", "\x85", "\ufffe", "\uffff"])
def test_characters_that_nobody_sees(tmp_path: Path, file: str, typed: str) -> None:
    """In Markdown and in tables too."""
    data = small.copy(tmp_path)
    with (data / file).open("a", encoding="utf-8") as text:
        text.write(f"x{typed}")
    first, *_ = told(data)
    assert "control character" in first.sentence
    assert first.place.column == 2


@pytest.mark.parametrize(("marks", "problems"), [(150, 0), (151, 1), (5000, 1)])
def test_a_chart_has_as_many_marks_as_can_be_read(
    tmp_path: Path, marks: int, problems: int
) -> None:
    """Beyond, it is told before it is drawn."""
    rows = "".join(f"s{number},1\n" for number in range(marks - 3))
    data = small.copy(
        tmp_path,
        ("tables/by_subject.csv", "NA,1\n", f"NA,1\n{rows}"),
        (FIGURES, "  agrees_with: sum(by_subject.teachers)\n", ""),
    )
    found = told(data)
    assert [problem.sentence for problem in found] == [
        f'The form "bar" has 150 marks at most, and here are {marks:,}.'
    ] * problems


def test_the_marks_of_a_chart_say_little(tmp_path: Path) -> None:
    """Each for itself may be as long as a sentence, not all of them."""
    rows = "".join(f"{'s' * 450}{number},1\n" for number in range(40))
    data = small.copy(
        tmp_path,
        ("tables/by_subject.csv", "NA,1\n", f"NA,1\n{rows}"),
        (FIGURES, "  agrees_with: sum(by_subject.teachers)\n", ""),
    )
    [problem] = told(data)
    assert problem.sentence.startswith("The marks of a chart say 15,000 letters at most, here 18,")
