"""Whatever is typed: a page, or mistakes at their places; and no number that coverage misses."""

import re
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from braindrain_site.model.edition import Chapter
from braindrain_site.texts.binding import Binding
from braindrain_site.texts.markdown import Prose, tell
from braindrain_site.texts.paragraphs import Around
from braindrain_site.texts.refusals import mistakes
from braindrain_site.texts.sentences import sentences
from braindrain_site.texts.shown import shown
from tests.support import small
from tests.texts.test_markdown import ADDRESSES

EDITION, AMOUNTS, _ = small.judged()
AROUND = Around(frozenset({"leaving"}), frozenset({"method/index.html"}), frozenset())
BITS = [
    "7391", "words", "가나다", "에서", "\n", "\n\n", "  ", "    ", "\t", "- ", "1. ", "2024. ",
    "> ", "# ", "## ", "*", "**", "_", "~~", "`", "```\n", "~~~\n", "<b>", "</b>", "<br>", "<", ">",
    "<!--", "-->", '<abbr title="7391">', "</abbr>", '<span lang="ko">', "</span>", "[", "](",
    ")", "]", "|", "[^a]", "[^a]: ", '[r]: https://example.org "7391"\n', "[x][r]",
    "https://example.org/a", ": ", "| a | b |\n|--|--|\n| 7391 | c |\n",
    "<details>\n<summary>7391</summary>\n", "</details>\n", "Term\n: def\n", "&#55;391", "&amp;",
    "\\", "---\n", "===\n", "\ue000", "\ue0000\ue001", "&#xe000;", "{: .x}", "{{ left }}",
    '{{ chart("subjects") }}', '"', "'", '{% claim "over_twice" %}more than\ntwice{% endclaim %}',
    '{% says "a" %}', "{% endsays %}", ". ",
]  # fmt: skip


def page(text: str) -> str:
    chapter = Chapter("leaving", "data/story/en/leaving.md", "Heading", text, 3)
    [told] = tell((chapter,), Binding(EDITION, AMOUNTS, "en"), ADDRESSES)
    return "".join(part.html for part in told.parts if isinstance(part, Prose))


@settings(max_examples=400)
@given(st.lists(st.sampled_from(BITS), max_size=30).map("".join))
def test_a_page_or_mistakes(text: str) -> None:
    """No word vanishes, no tag stays open, no number is on the page that nobody judged."""
    found, seen = mistakes(text, AROUND), shown(text)
    assert all(0 <= mistake.at <= len(text) for mistake in found)
    assert all(0 <= seen.place(at) <= len(text) for at in range(len(seen.words)))
    told = sentences(text, "en")
    assert all(0 <= each.at <= len(text) and each.words.strip() for each in told)
    html = page(text)
    assert not {"\ue000", "\ue001"} & {*html}
    if found:
        return
    for tag in set(re.findall(r"<([a-z]+\d?)", html)) - {"br", "hr"}:
        assert len(re.findall(rf"<{tag}[ >]", html)) == html.count(f"</{tag}>")
    words = unescape(re.sub(r'<[^>]*?(?: title="([^"]*)")?>', r"\1", html))
    said = re.sub(r"https://\S+", "", words)  # an address says no number
    assert seen.words.count("7391") >= said.count("7391")
    hidden = "".join(re.findall(r"<!--.*?-->|```.*|~~~.*", text, re.DOTALL))
    assert words.count("가나다") + hidden.count("가나다") >= text.count("가나다")
