"""What ``data/README.md`` tells an editor to do is done, section by section, from its own text.

Its examples and commands are carried out on a copy of the small edition, which has to be fine
afterwards. A section that none of these carries out is a mistake.
"""

import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from braindrain_site import cli, recipe
from braindrain_site.model.problems import Rejected, report
from tests.support import brought, small

ROOT = Path(__file__).parents[1]
README = (ROOT / "data/README.md").read_text("utf-8")
SECTIONS = dict(part.split("\n", 1) for part in README.split("\n## ")[1:])
EXAMPLES = dict(re.findall(r"```yaml\n# ([\w./]+)\n(.*?)```", README, re.DOTALL))
ENTRY = re.compile(r"^(?=\S)(?!#)", re.MULTILINE)
STORY = "story/en/01-leaving.md"
PRESUPPOSED = {
    "sources.yaml": """
parents_letter:
  publisher: {en: The parents}
  title: {en: A letter}
  language: en
  kind: newspaper
  seen: primary
  published: 2024-12
  retrieved: 2025-01-01
""",
    "figures.yaml": "".join(
        f"{name}: {{label: {{en: some pay}}, unit: {unit}, value: {value}, period: 2024, "
        "source: school_report, at: page 4}\n"
        for name, unit, value in (
            ("pay_by_contract", "USD/year", 18000),
            ("won_rate", "KRW/USD", 1375),
            ("won_parity", "KRW/USD", 800),
            ("pay_of_head", "million KRW/year", 55),
        )
    ),
}  # fmt: skip
"""What the examples of other sections speak of, and no example shows."""

Task = Callable[[Path], None]
TASKS: dict[str, Task] = {}


def task(section: str) -> Callable[[Task], Task]:
    """Says which section of the guide is carried out."""

    def carried_out(function: Task) -> Task:
        TASKS[section] = function
        return function

    return carried_out


def put(data: Path, file: str) -> None:
    """Writes the entries of an example into its file, in the place of those called so."""
    path = data / file
    before = path.read_text("utf-8") if path.exists() else ""
    entries = {part.partition(":")[0]: part for part in ENTRY.split(before) if part.strip()}
    new = {part.partition(":")[0]: part for part in ENTRY.split(EXAMPLES[file]) if part.strip()}
    path.write_text("".join((entries | new).values()), "utf-8")


def say(data: Path, words: str) -> None:
    """Adds a paragraph to the story."""
    small.add(data / STORY, f"\n{words}\n")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def commands(section: str) -> list[str]:
    """The lines that a section tells to type."""
    blocks = re.findall(r"```sh\n(.*?)```", SECTIONS[section], re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


def typed(line: str, root: Path) -> int:
    """Runs a line as an editor types it; how make calls the program is asked of make."""
    words = shlex.split(line, comments=True)
    if words[0] == "make":
        shown = subprocess.run(
            ["make", "-n", "-C", ROOT, *words[1:]], capture_output=True, text=True, check=True
        )
        called = next(line for line in shown.stdout.splitlines() if "build.py" in line)
        words = shlex.split(called)
    return cli.main(words[words.index("build.py") + 1 :], root)


for example in ("origins.yaml", "sources.yaml", "figures.yaml", "exempt.yaml", "units.yaml"):
    TASKS[example] = lambda data, example=example: put(data, example)  # type: ignore[misc]


@task("tables/")
def sidecar(data: Path) -> None:
    put(data, "tables/by_subject.yaml")


@task("words.yaml")
def words(data: Path) -> None:
    words = (data / "words.yaml").read_text("utf-8")
    line = EXAMPLES["words.yaml"].strip()
    replace(data / "words.yaml", re.findall(r"^nav_story:.*", words, re.M)[0], line)


@task("house.yaml")
def house(data: Path) -> None:
    (data / "house.yaml").write_text(EXAMPLES["house.yaml"], "utf-8")
    (data / "fonts").mkdir()
    (data / "fonts/OFL.txt").write_text("You may.", "utf-8")
    for style in ("regular", "bold", "italic", "display"):
        (data / f"fonts/Gazette-{style.title()}.ttf").write_bytes(brought.font(style))


@task("site.yaml")
def site(data: Path) -> None:
    (data / "site.yaml").write_text(EXAMPLES["site.yaml"], "utf-8")
    replace(data / STORY, '{{ chart("subjects") }}\n\n', "")
    (data / STORY).rename(data / "story/en/leaving.md")
    for name in ("who-stays", "letters"):
        (data / f"story/en/{name}.md").write_text("# Who stays\n\nThey wrote.\n", "utf-8")


@task("charts.yaml")
def charts(data: Path) -> None:
    put(data, "charts.yaml")
    first = '{{ chart("subjects") }}'
    replace(data / STORY, first, f'{first}\n\n{{{{ chart("pay") }}}}')


@task("claims.yaml")
def claims(data: Path) -> None:
    put(data, "claims.yaml")
    say(data, '{% claim "most_would_stay" %}Most would stay{% endclaim %}.')


@task("statements.yaml")
def statements(data: Path) -> None:
    put(data, "statements.yaml")
    say(data, '{% says "teachers_may_return" %}They may return.{% endsays %}')


@task("verdicts.yaml")
def verdicts(data: Path) -> None:
    put(data, "verdicts.yaml")
    say(data, "{{ verdicts() }}")


@task("calculator.yaml")
def calculator(data: Path) -> None:
    put(data, "calculator.yaml")
    say(data, "{{ calculator() }}")


@task("glossary.yaml")
def glossary(data: Path) -> None:
    put(data, "glossary.yaml")
    say(data, 'Ask the {% term "school_board" %}school board{% endterm %}.')


CHAPTER = """
## After

### Long after

*words*, **words**, ~~words~~, 서울~부산

- a

  what belongs to it

1. a

[words](https://example.org) and https://example.org

words.[^name]

[^name]: the note

|what|where|
|:--|--:|
|school|village|

<details>

<summary>words</summary>

text

</details>

"words" and 'words' -- so ...
"""


@task("story/ and method/")
def story(data: Path) -> None:
    """Every kind of Markdown that the table of the section names."""
    named = re.findall(r"^\| (.*?) \| ", SECTIONS["story/ and method/"], re.MULTILINE)[2:]
    for row in named:
        shown = [code.replace("\\|", "|") for code in re.findall(r"`([^`]+)`", row)]
        elsewhere = {"(#its-name)"} | {code for code in shown if code.startswith("![")}
        missing = [code for code in shown if code not in CHAPTER and code not in elsewhere]
        assert missing == [] or row.startswith("a line of three backticks")
    say(data, CHAPTER + "\n```\nwords\n```")


@task("changes.yaml")
def changed(data: Path) -> None:
    """An entry stands, also of a change that readers saw long ago."""
    before = data.parent / "before"
    shutil.copytree(data, before)
    put(data, "changes.yaml")
    told = re.findall(r"`(make check against=)REV`", SECTIONS["changes.yaml"])
    assert typed(f"{told[0]}{before}", data.parent) == 0


@task("images/")
def images(data: Path) -> None:
    shown = re.findall(r"`(!\[.*?\)) *`", SECTIONS["story/ and method/"])[0]
    (data / "images").mkdir()
    Image.new("RGB", (1200, 800), "white").save(data / "images/school.jpg")
    say(data, shown)


@task("public/")
def public(data: Path) -> None:
    section = SECTIONS["public/"]
    for name in re.findall(r"`public/([\w./]+)` becomes", section):
        (data / "public" / name).parent.mkdir(parents=True, exist_ok=True)
        (data / "public" / name).write_text("words", "utf-8")
    say(data, re.findall(r"`(\[notes\]\(.*?\))`", section)[0])


@task("witnesses/")
def witnesses(data: Path) -> None:
    (line,) = commands("witnesses/")
    (data.parent / "the-article.txt").write_text("Six teachers left.", "utf-8")
    rename(data, "sources.yaml", "school_report", "korea_herald")
    line = line.replace("the-article.txt", str(data.parent / "the-article.txt"))
    assert typed(line, data.parent) == 0


def rename(data: Path, file: str, old: str, new: str) -> None:
    assert old in (data / file).read_text("utf-8")
    assert cli.main(["rename", old, new], data.parent) == 0


@task("Ways of writing")
def ways(data: Path) -> None:
    """As Excel saves a table, with what programs leave beside it."""
    cells = data / "tables/by_subject.csv"
    cells.write_bytes(b"\xef\xbb\xbf" + cells.read_bytes().replace(b"\n", b"\r\n") + b",,\r\n")
    for name in re.findall(r"`([^`\s*]+|~\$\w+\.xlsx)`,", SECTIONS["Ways of writing"]):
        if name.endswith(("~", ".xlsx", ".db")):
            (data / name).write_text("left behind", "utf-8")


@task("Numbers in words")
def numbers(data: Path) -> None:
    """Each form of the table, of the figures that there are."""
    forms = re.findall(r"^\| (`\{.*?`) \| ", SECTIONS["Numbers in words"], re.MULTILINE)
    put(data, "statements.yaml")
    (data / "glossary.yaml").write_text("kaist: {name: {en: It}, text: {en: A school.}}\n", "utf-8")
    names = {
        "prof_offer_abroad_usd": "pay_away", "snu_profs_overseas_total": "left",
        "st_institutes_count": "left", "offer_over_four": "over_twice", "more than four times":
        "more than twice", "korea_herald": "school_report",
    }  # fmt: skip
    for form in forms:
        if re.search(r"chart\(|verdicts\(\)|\.(eun|i|eul|gwa|euro|copula|yeot)\b", form):
            continue  # a chart stands there already; particles are Korean
        text = form.strip("`")
        for old, new in names.items():
            text = text.replace(old, new)
        say(data, text)


@task("Begin something")
def begin(data: Path) -> None:
    """Each line; and all that the preview tells then is what is still to be written."""
    root = data.parent
    (root / "rents.csv").write_text('place,rent\nhere,"1,250.5"\nthere,900\n', "utf-8")
    for line in commands("Begin something"):
        assert typed(line.replace("rents.csv", str(root / "rents.csv")), root) == 0, line
    assert (root / "rents.csv").read_text("utf-8") == "place,rent\nhere,1250.5\nthere,900\n"
    unready = recipe.judge(data, publishing=False, drafts=True).unready
    assert {each.sentence for each in unready} == {"This is still to be written."}
    begun = (
        "sources.yaml",
        "figures.yaml",
        "changes.yaml",
        "tables/rents.csv",
        "tables/rents.yaml",
    )
    for name in begun:
        (data / name).unlink()
        if (small.FOLDER / name).exists():
            shutil.copy(small.FOLDER / name, data / name)
    next((data / "story/en").glob("*who-rents.md")).unlink()


@task("What you can ask for")
def ask(data: Path) -> None:
    """What the table names, but for what shows or writes pages, and what other sections do."""
    listed = re.findall(r"^\| `(.*?)` \|", SECTIONS["What you can ask for"], re.MULTILINE)
    elsewhere = ("make serve", "make site", "make new", "make tidy", "make rename", "make changes")
    for line in listed:
        if line.startswith(elsewhere) or " witness " in line:
            continue
        assert typed(line.replace("…", ".venv/bin/python"), data.parent) == 0, line
    assert {verb for verb in elsewhere if any(line.startswith(verb) for line in listed)} == {
        *elsewhere
    }


@task("reviewed/")
def reviewed(data: Path) -> None:
    """Of an edition in two languages, whose original has changed."""
    shutil.rmtree(data)
    small.copy(data.parent, edition=small.TWO)
    rename(data, "site.yaml", "leaving", "domino")
    replace(data / "story/en/domino.md", "See {{", "Read {{")
    replace(data / "charts.yaml", "Teachers who left by", "Leavers by")
    replace(data / "figures.yaml", "pay here,", "pay in the village,")
    for line in commands("reviewed/"):
        if "charts figures" in line:  # the last that waits are of the figures alone
            line = line.replace("charts figures", "figures")
        assert typed(line, data.parent) == 0, line


@task("Drafts")
def drafts(data: Path) -> None:
    """What is marked as the section says lacks something, and stops nothing."""
    (mark,) = set(re.findall(r"`(draft: true)`", SECTIONS["Drafts"]))
    small.add(data / "figures.yaml", f"half_known:\n  {mark}\n  unit: teachers\n")
    small.add(data / "charts.yaml", f"half_drawn:\n  {mark}\n  form: bar\n")


@task("Another name")
def another(data: Path) -> None:
    """Each line, on an edition that has what it names."""
    figure, chart, chapter = commands("Another name")
    assert typed(figure, data.parent) == 0
    for line, old, new in ((chart, "subjects", "left"), (chapter, "01-leaving", "domino")):
        shutil.rmtree(data)
        small.copy(data.parent)
        assert cli.main(["rename", old, new], data.parent) == 0
        assert typed(line, data.parent) == 0


def test_every_section_is_carried_out() -> None:
    """A new one needs a task here."""
    assert sorted(TASKS) == sorted(SECTIONS)


@pytest.mark.parametrize("section", TASKS)
def test_a_task_is_done_as_the_guide_says(section: str, tmp_path: Path) -> None:
    """And the edition is fine afterwards."""
    data = small.copy(tmp_path)
    for file, entries in PRESUPPOSED.items():
        small.add(data / file, entries.lstrip("\n"))
    shutil.copy(ROOT / "data/README.md", data)
    TASKS[section](data)
    try:
        recipe.judge(data)
    except Rejected as rejected:
        pytest.fail(report(rejected.problems, rejected.lines))
