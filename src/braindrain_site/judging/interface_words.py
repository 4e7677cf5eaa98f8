"""The words that the pages and charts ask for, and the parts each is filled in with."""

import re
from collections.abc import Iterator

from braindrain_site.judging.draft import Draft
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Place, Problem, listed, nearest
from braindrain_site.texts.placing import placed

_CHOICE = 2
_IN_SCRIPT = ("filter_shown", "points_at")
"""Filled in again by the page itself, whenever the reader chooses."""
_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")
WORDS: dict[str, tuple[str, ...]] = {
    "skip_to_text": (),
    "nav_label": (),
    "language_name": (),
    "nav_story": (),
    "nav_charts": (),
    "nav_figures": (),
    "nav_sources": (),
    "nav_method": (),
    "nav_data": (),
    "page_title": ("page", "site"),
    "footer_about": (),
    "footer_licence": (),
    "footer_fonts": (),
    "footer_dates": ("published", "updated"),
    "dateline": ("publisher", "updated", "looked_until"),
    "how_to_read": (),
    "contents": (),
    "receipts_title": (),
    "receipts_lead": (),
    "read_with_care": (),
    "source_label": (),
    "sources_label": (),
    "unopened": (),
    "unopened_seen": (),
    "sources_unopened": (),
    "dagger": (),
    "show_table": (),
    "chart_page": (),
    "chart_more": (),
    "points_read": (),
    "points_help": (),
    "points_at": ("at", "all"),
    "points_first": (),
    "points_last": (),
    "switch_legend": (),
    "table_label": (),
    "table_series": (),
    "table_value": (),
    "charts_title": (),
    "charts_lead": (),
    "charts_description": (),
    "made_title": (),
    "made_from_table": (),
    "made_from_figures": (),
    "made_tongue": (),
    "made_entry": (),
    "take_title": (),
    "take_lead": (),
    "embed_lead": (),
    "embed_address": (),
    "embed_see": (),
    "form_bar": (),
    "form_stack": (),
    "form_crowd": (),
    "form_line": (),
    "form_dots": (),
    "form_list": (),
    "form_squares": (),
    "form_times": (),
    "form_ladders": (),
    "form_readings": (),
    "card_charts": ("count",),
    "card_figures": ("count",),
    "card_sources": ("count",),
    "card_method": ("count",),
    "card_data": ("count",),
    "card_some": ("shown", "all"),
    "receipt_formula": (),
    "receipt_lookup": (),
    "receipt_base": (),
    "receipt_finer": (),
    "receipt_unrounded": (),
    "receipt_printed": ("words",),
    "receipt_proved": (),
    "receipt_unproved": (),
    "receipt_words": ("words",),
    "receipt_origin": ("name",),
    "receipt_no_origin": (),
    "receipt_also": (),
    "receipt_also_unopened": (),
    "receipt_report": ("grade", "reports"),
    "receipt_reports": ("grade", "reports"),
    "receipt_weakest": ("grade",),
    "receipt_disputed": (),
    "receipt_disputed_by": ("figure", "label"),
    "receipt_until": ("day",),
    "receipt_due": ("day",),
    "receipt_used_in": (),
    "receipt_row": (),
    "receipt_close": (),
    "receipt_before": (),
    "grade_primary": (),
    "grade_corroborated": (),
    "grade_one_origin": (),
    "grade_unattributed": (),
    "grade_disputed": (),
    "grade_primary_means": ("kinds",),
    "grade_corroborated_means": (),
    "grade_one_origin_means": (),
    "grade_unattributed_means": (),
    "grade_disputed_means": (),
    "figures_title": (),
    "figures_lead": (),
    "figures_description": (),
    "figures_calculated": (),
    "figures_calculated_about": (),
    "filter_chapter": (),
    "filter_source": (),
    "filter_grade": (),
    "filter_all": (),
    "filter_shown": ("shown", "all"),
    "sources_title": (),
    "sources_lead": (),
    "sources_description": (),
    "source_name": (),
    "source_seen": (),
    "source_retrieved": (),
    "source_tables": (),
    "source_figures": ("count",),
    "licence_label": (),
    "licence_unknown": (),
    "kind_newspaper": (),
    "kind_report": (),
    "kind_statistics": (),
    "kind_news_release": (),
    "kind_aggregator": (),
    "seen_article": (),
    "seen_primary": (),
    "seen_mirror": (),
    "seen_second_hand": (),
    "method_title": (),
    "method_lead": (),
    "method_description": (),
    "grades_title": (),
    "grades_lead": (),
    "coverage_title": (),
    "coverage_count": ("bound", "claims"),
    "coverage_exempt": ("exempt",),
    "sentences_count": ("all", "receipted", "own", "sign"),
    "meanings_title": (),
    "meanings_lead": (),
    "meanings_forces": (),
    "meanings_between": ("low", "high"),
    "meanings_above": ("low",),
    "meanings_below": ("high",),
    "meanings_explained": ("count",),
    "data_title": (),
    "data_lead": (),
    "data_description": (),
    "data_figures_title": (),
    "data_rows": (),
    "data_files": (),
    "data_licence_own": (),
    "period_label": (),
    "note_label": (),
    "download_sized": ("kind", "size"),
    "size_bytes": ("size",),
    "size_kilobytes": ("size",),
    "missing_title": (),
    "missing_lead": (),
    "missing_story": (),
    "missing_figures": (),
    "receipt_back": ("where", "number"),
    "receipt_arrow": (),
    "claim_true": ("words",),
    "claim_words": ("words",),
    "claim_on_printed": (),
    "statement_sign": (),
    "statement_name": (),
    "statement_by": ("who",),
    "statement_named_yes": (),
    "statement_named_no": (),
    "statement_sure_is": (),
    "statement_sure_may": (),
    "formula_column": ("column", "table"),
    "formula_cell": ("value", "row", "table"),
    "formula_lookup": ("table", "row", "value"),
    "formula_where": ("column", "condition"),
    "formula_sum": ("column",),
    "formula_count": ("column",),
    "formula_count_where": ("condition",),
    "formula_max": ("column",),
    "formula_min": ("column",),
    "formula_rank": ("row", "column"),
    "formula_ranked": ("row", "value", "rank", "count", "column"),
    "formula_within": ("left", "right"),
    "formula_which": ("left",),
    "formula_named": ("value", "label"),
    "formula_dated": ("label", "period"),
    "formula_less": ("left", "right"),
    "formula_at_most": ("left", "right"),
    "formula_more": ("left", "right"),
    "formula_at_least": ("left", "right"),
    "formula_unequal": ("left", "right"),
    "formula_and": ("left", "right"),
    "no_data": (),
    "line_cut": (),
    "line_broken": (),
    "describe_bar": ("count",),
    "describe_stack": ("count",),
    "describe_crowd": (),
    "describe_line": ("count",),
    "describe_dots": ("count",),
    "describe_squares": ("count",),
    "describe_times": ("count",),
    "describe_ladders": ("count",),
    "describe_readings": ("count",),
    "describe_values": ("values",),
    "describe_part": ("part", "whole"),
    "describe_highest": ("label", "value"),
    "describe_lowest": ("label", "value"),
    "describe_rank": ("label", "value", "rank", "count"),
    "describe_change": ("first", "start", "last", "end"),
    "describe_point": ("value", "time"),
    "describe_gaps": ("times",),
    "describe_peak": ("value", "time"),
    "describe_dip": ("value", "time"),
}
"""Key of ``words.yaml`` → the names between braces that its text may hold."""


def check(draft: Draft) -> Iterator[Problem]:
    """Words that the site needs and nobody wrote, that nobody uses, or with unknown parts."""
    edition = draft.edition
    strange = [key for key in edition.words if key not in WORDS]
    for key in WORDS:
        if key not in edition.words:
            place = Place(edition.place("words.yaml").file)
            yield Problem(place, f'The pages need the words "{key}".', nearest(key, strange))
    for key in strange:
        place = edition.place("words.yaml", key)
        yield Problem(place, f'Nothing uses the words "{key}".', nearest(key, WORDS))
    for key in edition.words.keys() & WORDS.keys():
        for lang, text in edition.words[key].items():
            yield from _parts(key, text, edition.place("words.yaml", key, lang), edition)


def _parts(key: str, text: str, start: Place, edition: Edition) -> Iterator[Problem]:
    """Braces hold one of the names that the words are filled in with, and perhaps two words.

    Those are for one and for many of what the name counts; the script does not choose.
    """
    known = WORDS[key]
    hint = f"It may hold {listed(f'{{{part}}}' for part in known)}." if known else "It holds none."
    place = placed(text, start, edition.lines[start.file])
    for found in _BRACES.finditer(text):
        name, *choice = (found[1] or "").split("|")
        if found[1] is None:
            yield Problem(place(found.start()), f'"{key}" has a brace too many or too few.', hint)
        elif name not in known:
            sentence = f'"{key}" is not filled in with "{found[0]}".'
            yield Problem(place(found.start()), sentence, hint)
        elif choice and (len(choice) != _CHOICE or key in _IN_SCRIPT):
            sentence = f'"{found[0]}" cannot choose between words.'
            how = f"Write {{{name}|one thing|many things}}."
            if key in _IN_SCRIPT:
                how = f"Write {{{name}}} and words that go with any number."
            yield Problem(place(found.start()), sentence, how)
