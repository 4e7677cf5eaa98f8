"""What a stranger may try in ``data/``: told in a sentence at its place, or harmless."""

import os
import shutil
import socket
from pathlib import Path

import pytest

from braindrain_site import recipe
from braindrain_site.model.problems import Problem, Rejected
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
        (FIGURES, NOTE, note("{" * 3000), "17:15", "cannot be read"),
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
        (STORY, "{{ chart(", "<!-- {{ chart(", "6:16", "stands alone on its line"),
        (STORY, "In the years", "Few < 42 and many > in", "3:7", '"42" is bound to no figure'),
        (STORY, "{{ share_music }}", "{{ share_music.period }}", "4:13", "has no period"),
        ("method/en.md", "All numbers", '{{ chart("subjects") }}', "3:11", "A chart cannot stand"),
        ("words.yaml", "as {kind}", "as {kind!x}", ":30", "is not filled in with"),
        ("words.yaml", "as {kind}", "as {kind:.999999999f}", ":30", "is not filled in with"),
        ("words.yaml", "as {kind}", "as {kind.a}", ":30", "is not filled in with"),
        ("words.yaml", "as {kind}", "as {kind[0]}", ":30", "is not filled in with"),
        ("words.yaml", "as {kind}", "as {0}", ":30", "is not filled in with"),
        ("words.yaml", "as {kind}", "as {{kind}}", ":30", "a brace too many"),
        ("words.yaml", "as {kind}", "as 42 {kind}", ":30", '"42" is bound to no figure'),
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


def test_pipes_and_sockets_are_not_read(tmp_path: Path) -> None:
    """Reading one would wait for ever."""
    data = small.copy(tmp_path)
    os.mkfifo(data / "story/en/02-x.md")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(data / "s"))
    listening.close()
    assert [str(problem.place) for problem in told(data)] == [
        "data/s:1:1",
        "data/story/en/02-x.md:1:1",
    ]


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


@pytest.mark.parametrize("people", ["1995", "100000", "1000000000"])
def test_a_crowd_is_not_drawn_one_by_one(tmp_path: Path, people: str) -> None:
    """Beyond two thousand the chart is told before it is drawn."""
    data = small.copy(
        tmp_path,
        ("charts.yaml", "form: bar", "form: waffle"),
        ("tables/by_subject.csv", "NA,1", f"NA,{people}"),
        (FIGURES, "  agrees_with: sum(by_subject.teachers)\n", ""),
    )
    sentences = [problem.sentence for problem in told(data)]
    assert all("draws 2,000 people at most" in sentence for sentence in sentences)
    assert len(sentences) == (people != "1995")


@pytest.mark.parametrize("name", ["site.yaml", "words.yaml"])
def test_a_file_of_comments_only(tmp_path: Path, name: str) -> None:
    """Where keys are needed this is told at the file."""
    data = small.copy(tmp_path)
    (data / name).write_text("# nothing here\n", "utf-8")
    first, *_ = told(data)
    assert (str(first.place), first.sentence) == (
        f"data/{name}:1:1",
        "This file needs keys with values below them.",
    )


@pytest.mark.parametrize("name", ["self", "caller", "chart", "claim", "page", "loop", "range"])
def test_a_figure_may_have_any_name(tmp_path: Path, name: str) -> None:
    """No word means something else between brackets."""
    data = small.copy(tmp_path, (FIGURES, "left_music:", f"{name}:"))
    for file in ("figures.yaml", "claims.yaml"):
        text = (data / file).read_text("utf-8").replace("left_music", name)
        (data / file).write_text(text, "utf-8")
    with (data / STORY).open("a", encoding="utf-8") as story:
        story.write(f'\n{{% claim "over_twice" %}}It is {{{{ {name} }}}}{{% endclaim %}}.\n')
    assert told(data) == []


def test_a_link_to_no_receipt_is_a_link(tmp_path: Path) -> None:
    """What someone types into Markdown is not taken for a number's link."""
    edit = (STORY, "In the years", "[x](#r-nosuch)\n\nIn the years")
    page = sites.make(small.copy(tmp_path, edit))["index.html"]
    assert b'<a href="#r-nosuch">x</a>' in page
