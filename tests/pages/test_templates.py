"""A template and what it is given agree, and what stands in its tags stays as it was typed."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from jinja2 import meta, nodes
from markupsafe import Markup

from braindrain_site.model.house import DayAndNight
from braindrain_site.pages import (
    changes_page,
    chart_pages,
    data_page,
    figures_page,
    method_page,
    search_page,
    sources_page,
    story_page,
    versions_page,
)
from braindrain_site.pages.addresses import CHANGES, MISSING, PAGES, VERSIONS
from braindrain_site.pages.head_and_foot import Head, Shared
from braindrain_site.pages.templates import Content, Press
from braindrain_site.reading import default_words
from tests.support import printed

CONTENTS: dict[str, type[Content]] = {
    "story.html": story_page.StoryPage,
    "charts.html": chart_pages.ChartsPage,
    "figures.html": figures_page.FiguresPage,
    "sources.html": sources_page.SourcesPage,
    "method.html": method_page.MethodPage,
    "data.html": data_page.DataPage,
    CHANGES.template: changes_page.ChangesPage,
    VERSIONS.template: versions_page.VersionsPage,
    "search.html": search_page.SearchPage,
    "chart.html": chart_pages.ChartPage,
    "embed.html": chart_pages.FramePage,
    MISSING: Content,
}
SHARED = {field.name for field in fields(Shared)}
NO_WORDS = Shared(
    lang="en", words={}, root="", home="", page=Head("story", "", "", "", None, None), nav={},
    tongues=(), publisher="", imprint=(), published="", updated="", looked_until="", modified="",
    changed=False, fonts="", facts=None, citation=None,
    oembed=None, deployed=(),
    mark=Markup(), paper=DayAndNight(light="#ffffff", dark="#000000"),
)  # fmt: skip
PRINTED = {"style", "below", "preloaded", "scripts", "policy"}
"""What printing itself adds."""


def asked(template: str) -> set[str]:
    """The names that *template* or one that it extends asks for."""
    environment = Press(printed.TEMPLATES).templates
    assert environment.loader
    source, _, _ = environment.loader.get_source(environment, template)
    tree = environment.parse(source)
    macros = {macro.name for macro in tree.find_all(nodes.Macro)}
    macros |= {name for each in tree.find_all(nodes.FromImport) for name in map(str, each.names)}
    names = meta.find_undeclared_variables(tree) - macros
    for extends in tree.find_all(nodes.Extends):
        names |= asked(str(extends.template.as_const()))
    return names


def test_every_page_has_its_context() -> None:
    assert {page.template for page in PAGES.values()} <= CONTENTS.keys()


@pytest.mark.parametrize("template", CONTENTS)
def test_a_template_asks_for_all_it_is_given_and_for_nothing_else(template: str) -> None:
    content = CONTENTS[template]
    given = {field.name for field in fields(content)} if is_dataclass(content) else set[str]()
    assert not given & (SHARED | PRINTED), "no name means two things"
    assert given <= asked(template) <= given | SHARED | PRINTED


def test_all_that_pages_share_is_asked_for() -> None:
    assert set().union(*map(asked, CONTENTS)) >= SHARED


def test_an_interface_word_hides_no_part_of_the_mapping_that_holds_it() -> None:
    """In a template ``words.items`` would be the mapping's own."""
    assert not {*default_words.parts()} & set(dir(dict))


def test_what_was_typed_keeps_its_empty_lines_and_the_page_has_no_others(tmp_path: Path) -> None:
    parted = "form: bar\n\n\n  table: by_subject"
    edit = ("charts.yaml", "form: bar\n  table: by_subject", parted)
    page = printed.site(tmp_path, edit)["charts/subjects/index.html"].decode()
    before, entry, after = re.split(r"(<pre.*?</pre>)", page, flags=re.DOTALL)
    assert parted in entry
    assert not re.search(r"\n\s*\n", before + "<pre></pre>" + after)


@pytest.mark.parametrize("tag", ["pre", "textarea"])
def test_no_empty_line_is_taken_from_what_is_set_as_typed(tmp_path: Path, tag: str) -> None:
    """Whatever comes before and after it, twice on a page, and with attributes."""
    typed = f'<{tag} rows="6">\n a\n\n\n  b\n \n</{tag}>'
    (tmp_path / "page.html").write_text(f"<p>\n\n\n{typed}\n \n{typed}\n\n</p>\n\n")
    (tmp_path / "style.css").write_text("")
    (tmp_path / "below.css").write_text("")
    (tmp_path / "script.js").write_text("")
    assert Press(tmp_path).page("page.html", NO_WORDS) == (
        f"<p>\n{typed}\n{typed}\n</p>\n".encode()
    )
