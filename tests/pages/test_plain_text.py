"""HTML of ours, read aloud as text."""

import pytest

from braindrain_site.pages.plain_text import plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One &amp;\n two.</p>\n<p>Three.</p>", "One & two.\n\nThree."),
        ("<p>a<br>b</p>", "a\nb"),
        ("<ul><li>a</li><li><p>b</p></li></ul><p>c</p>", "- a\n\n- b\n\nc"),
        ('<ol start="3"><li>a<ul><li>b</li></ul></li><li>c</li></ol>', "3. a\n  - b\n\n4. c"),
        ("<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>", "a | b\nc"),
        ('<p><a href="https://example.org/x">there</a>, <a href="#here">here</a></p>',
         "there <https://example.org/x>, here"),
        ("<p>8983만\N{NO-BREAK SPACE}원\N{WORD JOINER}으로</p>", "8983만 원으로"),
        ('<p><img src="x.png" alt="A school"></p>', "A school"),
        ("<details><summary>More</summary><p>text</p></details>", "More\n\ntext"),
        ("<p>Said.<a class=\"s\" href=\"#s-it\">°</a></p>", "Said. [7]"),
        ('<p><a href="#r-unknown">5</a></p>', "5"),
    ],
)  # fmt: skip
def test_html_as_text(html: str, text: str) -> None:
    found = plain_text(html, {"s-it": 7})
    assert "\n".join(line for line in found.split("\n") if line) == "\n".join(
        line for line in text.split("\n") if line
    )
    assert "\n\n\n" not in found
    assert not any(line.endswith(" ") for line in found.split("\n"))
