"""What no page would show as it was meant is told at its place, with what to write.

After public reports on tools for Markdown; the inputs are our own.
"""

import pytest

from braindrain_site.texts.paragraphs import Around
from braindrain_site.texts.refusals import mistakes

AROUND = Around(
    frozenset({"pay", "h-money"}),
    frozenset({"method/index.html", "method/index.html#grades"}),
    frozenset({"school.jpg"}),
)


@pytest.mark.parametrize(
    ("typed", "sentence", "hint"),
    [
        # From word processors.
        ('|<p class="MsoNormal">They left.</p>', "There is no tag <p>", "an empty line"),
        ("They left.|<o:p></o:p>", "There is no tag <o:p>", "word processor"),
        ('|<span style="color:red">x</span>', 'The tag <span> has no "style"', "If < is a sign"),
        ('|<font face="Batang">x</font>', "There is no tag <font>", "how words look"),
        ("|<u>x</u>", "There is no tag <u>", "*words*"),
        ("a |<?xml version='x'?>", "Only tags and comments", "Delete it."),
        # From Google Docs: pictures in the text, links to its own places.
        ("|![][image]\n\n[image]: <data:image/png;base64,xx>", "pasted into the text", "Save it"),
        ("|![A school][image]", "This image cannot be read.", 'Write ![what it shows](file'),
        ("|[a](#heading=h.x)", "No place there", "#name"),
        # From Notion, Obsidian, GitHub.
        ("|<aside>\nx\n</aside>", "There is no tag <aside>", "an empty line"),
        ("> |[!NOTE]\n> x", "no boxes of the kind [!NOTE]", "the words alone"),
        ("|![Untitled](Untitled%20abc/x.png)", 'no image "Untitled%20abc/x.png"', "Put the file"),
        ("|[[School]]", "no links of the kind [[School]]", "Write [words]"),
        ("|:::note\nx\n:::", "no boxes of the kind :::", "<details>"),
        ("|!!! note", "no boxes of the kind !!!", "<details>"),
        ("- |[x] done", "no boxes to tick", "Delete the brackets."),
        ("|==marked==", "The marks ==", "<mark>"),
        # From WordPress and other systems.
        ("|[caption id=\"a\" align=\"left\"]x[/caption]", "There is no [caption", "Delete it"),
        ('|[gallery ids="x"]', "There is no [gallery", "Delete it"),
        ('|<figure class="wp-block-image">x</figure>', "no tag <figure>", "![what it shows]"),
        ('|<iframe src="https://example.org"></iframe>', "no tag <iframe>", "a link to it"),
        ("|<script>\nalert()\n</script>", "There is no tag <script>", "a link to it"),
        ("|<div>x</div>", "There is no tag <div>", "an empty line"),
        ("|<table>x</table>", "There is no tag <table>", "| --- | --- |"),
        ("|[TOC]", "There is no [TOC] here: the contents make themselves.", "Delete it."),
        ("x |{: .wide}", "no classes or ids", "Delete it."),
        ('|<a href="https://example.org" target="_blank">x</a>', 'no "target"', ""),
        ("|<b>x", "not closed in its paragraph", "Write </b>"),
        ("x|</b>", "No <b> is open here.", "Delete it"),
        # Signs that read as tags.
        ("pay |<mean leave and those with pay >mean", "There is no tag <mean>", "leave a blank"),
        ("a|<b and high c>d", 'The tag <b> has no "and"', "leave a blank"),
        # Headings, lines, tables, lists.
        ("|# Another", "one heading with a single #", "Write ##"),
        ("|#### deep", "no deeper than ###", "Write ###"),
        ("Title\n|=====", "A line of =====", "Write ##"),
        ("|##Title", "lacks a blank", "Write ##"),
        ("9. a\n|8. b", 'Readers would see "10."', "8\\."),
        ("|```\ncode", "This code is not closed.", "Write ``` below"),
        # Links.
        ("|[x](#money)", 'called "#money"', 'Did you mean "h-money"?'),
        ("|[x](#r-nosuch)", 'called "#r-nosuch"', "as its file is"),
        ("|[x](method/index.html#grade)", 'called "#grade"', 'Did you mean "grades"?'),
        ("|[x](javascript:alert)", 'lead to "javascript:"', "Write [words]"),
        ("|<a href='data:x'>x</a>", 'lead to "data:"', "Write [words]"),
        ("|[x](//example.org)", "nowhere to go", "Write [words]"),
        ("|[x]()", "nowhere to go", "Write [words]"),
        ("|[x](methods/index.html)", 'no page "methods/index.html"', "method/index.html"),
        ("|[x](www.example.org)", "lacks its beginning", "https://www.example.org"),
        ("|[x](school.docx)", 'no page "school.docx"', 'page("method")'),
        ("[x|](https://example.org/a b)", "This link cannot be read.", "without blanks"),
        ("[x|] (https://example.org)", "This link cannot be read.", "no blank between"),
        ("[x]|[nosuch]", "No address is called [nosuch].", "on a line of its own"),
        ("|https://ko.wikipedia.org/wiki/한국", "not clear", "between < and >"),
        ("|https://example.org/{{ left }}", "not clear", "between < and >"),
        # Emphasis that is none.
        ("a |** b **", "These ** make nothing bold.", "no blank inside"),
        ("|~~ a", "These ~~ strike nothing out.", "no blank inside"),
        ("|_제네릭_을", "These _ make nothing italic.", "Write *words*"),
        ("R&D|&nbsp and", "&nbsp is no letter", "the letter itself"),
        ("x |&amp;nbsp; y", "&nbsp; is no letter", "the letter itself"),
        ("|https://한국.kr/a", "This address cannot be read.", "between < and >"),
        ("|<span lang=“ko”>x</span>", "is no language", 'lang="ko"'),
        ("|&nosuch; x", "&nosuch; is no letter", "the letter itself"),
        # Footnotes, words to unfold, comments.
        ("So.|[^a]", "There is no footnote [^a].", "[^name]:"),
        ("|[^a]: So.", "No text refers to the footnote [^a]", "Write [^a]"),
        ("|- [^a]: So.", "A footnote stands outside lists", "Begin its line"),
        ("|[주]: 설명", "No link refers to this line", "\\["),
        ("[x][a]\n\n[a]: https://e.org\n|[a]: https://e.org/b", "Another line says", "another"),
        ("x[^a]\n\n[^a]: b\n\n|[^a]: c", "two footnotes [^a]", "another name"),
        ("|<details>\n<summary>x</summary>\n\ny", "This <details> is not closed.", "</details>"),
        ("|</details>", "No <details> is open here.", "Delete it"),
        ("|<details>\nx\n</details>", "has no summary", "<summary>words</summary>"),
        ("|<details><summary>x</summary>y</details>", "There is no tag <details>", "of its own"),
        ("- a\n\n  |<details>\n  <summary>x</summary>\n\nb", "not closed", "</details>"),
        ("|<!-- x\n\ny", "This comment is not closed.", "Write -->"),
        ("x |<!-- y", "This comment is not closed.", "Write -->"),
        # Figures, claims and charts where nobody would see them.
        ("<!-- {{ |left }} -->", "No reader sees", "Take it out"),
        ('<!--\n{{ chart("|subjects") }}\n-->', "No reader sees", "Take it out"),
        ("x <!-- {{ |left }} -->", "No reader sees", "Take it out"),
        ("[x](https://example.org/{{ |left }})", "A figure cannot stand in an address", ""),
        ('[x](https://example.org "{{ |left }}")', "A figure cannot stand in an address", ""),
        ('[x][y]\n\n[y]: https://example.org "{{ |left }}"', "A figure cannot stand in an", ""),
        ('<abbr title="{{ |left }}">x</abbr>', "A figure cannot stand inside a tag.", "between"),
        ('![{{ |left }}](school.jpg "x")', "A figure cannot stand in the words of an image", ""),
        ("[{{ |left }} x](https://example.org)", "This is a link itself", "before or behind"),
        ('[{{ source("|a") }}](https://example.org)', "This is a link itself", ""),
        ('`{{ chart("|subjects") }}`', "A chart cannot stand in code.", "a line of its own"),
        ('|> {{ chart("subjects") }}', "outside lists, quotations", ""),
        ('x {{ chart("|subjects") }}', "A chart stands alone on its line.", ""),
        # Nested without end.
        ("".join(f"{'  ' * n}{'|' * (n == 9)}- x\n" for n in range(300)), "nested too deep", ""),
        # Images.
        ("x |![a](school.jpg)", "stands alone in its paragraph", "empty lines"),
        ('|![a](shool.jpg "b")', 'no image "shool.jpg"', 'Did you mean "school.jpg"?'),
        ('|![](school.jpg "b")', "has no words", "cannot see it"),
        ("|![a](school.jpg)", "has no credit", "Photo: who made it"),
        ("|![a](my school.jpg)", "This image cannot be read.", "without blanks"),
    ],
)  # fmt: skip
def test_told_at_its_place(typed: str, sentence: str, hint: str) -> None:
    """The bar in *typed* stands for the place; nothing else is told."""
    before, _, after = typed.partition("|")
    at, text = len(before), before + after
    [found] = mistakes(text, AROUND)
    assert (found.at, sentence in found.sentence, hint in found.hint) == (at, True, True), found


@pytest.mark.parametrize(
    "typed",
    [
        "[x](#pay) [y](method/index.html#grades) [z](HTTPS://example.org)",
        '![A school](school.jpg "Photo: The board")',
        "2 \\* 3 \\[x\\] snake_case_name 5 * 3 * 2",
        "1. a\n\nWords.\n\n2. b",
        "<!-- a comment\n\nof two parts -->\n\nWords.",
        "He said [so]. (Or not.) [Editor's note]",
        "#hashtag at the start",
        "a -- b | c",
    ],
)
def test_what_is_fine_is_left_alone(typed: str) -> None:
    """No problem where readers see what was meant."""
    assert mistakes(typed, AROUND) == ()
