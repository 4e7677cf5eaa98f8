"""What was announced and what came of it: words of the table, figures in them as links."""

from pathlib import Path

from braindrain_site.pages.promise_tracker import Promise, promises
from braindrain_site.texts.binding import Binding
from tests.support import forms, small


def listed(data: Path) -> list[Promise]:
    edition, amounts, _ = small.judged(data)
    return [*promises(edition.charts["by_list"], Binding(edition, amounts, "en"))]


def test_each_entry_says_how_far_it_has_come_and_when(tmp_path: Path) -> None:
    """The steps are the labels of the status in their order, whatever the order of the rows."""
    road, pay = listed(forms.copy(tmp_path, "by_list"))
    assert (road.status, road.step, road.steps) == ("Done", 2, 2)
    assert (pay.status, pay.step, pay.steps) == ("Announced", 1, 2)
    assert (road.when, road.day) == ("2 April 2023", "2023-04-02")


def test_a_status_without_labels_is_no_step(tmp_path: Path) -> None:
    data = forms.copy(tmp_path, "by_list")
    table, about = data / "tables/plans.csv", data / "tables/plans.yaml"
    labels = "    labels: {announced: {en: Announced}, done: {en: Done}}\n"
    about.write_text(about.read_text().replace(labels, ""))
    table.write_text(table.read_text().replace("2022", "2021/2022"))
    road, pay = listed(data)
    assert (road.status, road.step, road.steps) == ("done", 0, 0)
    assert (pay.when, pay.day) == ("2021 to 2022", ""), "a span is no moment for machines"


def test_figures_in_a_label_lead_to_their_receipts(tmp_path: Path) -> None:
    data = forms.copy(tmp_path, "by_list")
    about = data / "tables/plans.yaml"
    titled = "title: {en: What came of it}"
    labels = (
        'labels: {Nothing yet: {en: "{{ left.number }} <wait>"}, Open since the spring: {en: Open}}'
    )
    about.write_text(about.read_text().replace(titled, f"{titled}, {labels}"))
    road, pay = listed(data)
    assert road.result == "Open"
    assert 'href="#r-left"' in pay.result
    assert "&lt;wait&gt;" in pay.result


def test_each_row_may_name_its_document(tmp_path: Path) -> None:
    """Where it does not, the document of the table says it."""
    data = forms.copy(tmp_path, "by_list")
    assert {each.source for each in listed(data)} == {"The school board"}
    sources = data / "sources.yaml"
    other = sources.read_text().replace("school_report:", "pay_survey:").replace("The school", "A")
    sources.write_text(sources.read_text() + other)
    table, about = data / "tables/plans.csv", data / "tables/plans.yaml"
    head, *rows = table.read_text().splitlines()
    table.write_text("\n".join([f"{head},source", *(f"{row},pay_survey" for row in rows)]) + "\n")
    field = "  - {name: source, type: string, title: {en: Source}}\n"
    about.write_text(about.read_text() + field)
    assert {each.source for each in listed(data)} == {"A board"}
