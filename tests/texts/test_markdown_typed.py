"""What newsrooms type and paste, and the HTML that becomes of it.

After public reports on tools for Markdown; the inputs are our own.
"""

import re
from pathlib import Path

import pytest

from braindrain_site.texts.markdown import Prose
from tests.support import small
from tests.texts.test_markdown import told

LEFT = '<a class="n" id="n-left-1" href="#r-left">6 teachers</a>'


def html_of(tmp_path: Path, typed: str) -> str:
    """The HTML of *typed*, set before the first paragraph of the small edition."""
    data = small.copy(
        tmp_path, ("story/en/01-leaving.md", "In the years", f"{typed}\n\nIn the years")
    )
    chapter, _ = told(data)
    parts = [part.html for part in chapter.parts if isinstance(part, Prose)]
    whole = re.sub(r'<span class="own">(.*?)</span>', r"\1", "\n".join(parts), flags=re.S)
    before, _, after = whole.partition("<p>In the years")
    _, _, notes = after.partition('<div class="footnotes">')
    return (before + notes).strip()


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        # Corrections, and ranges that are none.
        ("It was <del>wrong</del><ins>right</ins>.", "<del>wrong</del><ins>right</ins>"),
        ("~~old~~ new", "<s>old</s> new"),
        ("서울~부산과 인천~대전", "서울~부산과 인천~대전"),
        ("H<sub>b</sub>O and a<sup>b</sup>", "H<sub>b</sub>O and a<sup>b</sup>"),
        # Lists as people write them, as Google Docs and Hangul export them.
        ("3. go\n4. stay", '<ol start="3">\n<li>go</li>\n<li>stay</li>\n</ol>'),
        ("1. a\n1. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("1) a\n2) b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("They say:\n- a\n- b", "<p>They say:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("이렇다.\n* 가\n* 나", "<p>이렇다.</p>\n<ul>\n<li>가</li>\n<li>나</li>\n</ul>"),
        ("- a\n  - b\n    - c", "<li>a<ul>\n<li>b<ul>\n<li>c</li>"),
        ("- a\n    - b", "<li>a<ul>\n<li>b</li>"),
        ("- a\n\t- b", "<li>a<ul>\n<li>b</li>"),
        ("1. a\n  - b\n  - c\n2. d", "<li>a<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n</li>\n<li>d</li>"),
        ("1. a\n  1. b", "<li>a<ol>\n<li>b</li>"),
        ("- 가\n  - {{ left }}", f"<li>가<ul>\n<li>{LEFT}</li>"),
        # Tables.
        ("| a | b |\n|:--|--:|\n| c | d |", '<td class="left">c</td>\n<td class="right">d</td>'),
        ("a | b\n:-: | -\nc | d", '<td class="center">c</td>\n<td>d</td>'),
        ("Words:\n| a | b |\n|---|---|\n| c \\| d | e |", "<td>c | d</td>"),
        # Footnotes, in text and in print by their own letters.
        ("So.[^x]\n\n[^x]: In a letter.", '<sup id="b-leaving-1-1"><a href="#f-leaving-1">a</a>'),
        ("그렇다.[^주]\n\n[^주]: 편지에서.", '<li id="f-leaving-1"><p>편지에서. <a class="back"'),
        ("So.[^1]\n\n[^1]: Of {{ left }}.", '<p>Of <a class="n" href="#r-left"'),
        # Words to unfold.
        ("<details>\n<summary>More {{ left }}</summary>\n\nIt *is*.\n\n</details>",
         f"<details>\n<summary>More {LEFT}</summary>\n<p>It <em>is</em>.</p>\n</details>"),
        ("<details open>\n<summary>더 보기</summary>\n본문\n</details>",
         '<details open="">\n<summary>더 보기</summary>\n<p>본문</p>\n</details>'),
        # Addresses as they are pasted.
        ("See https://example.org/page.", '<a href="https://example.org/page">https://'),
        ("(https://example.org/a_(b))", '(<a href="https://example.org/a_(b)">'),
        ("자세한 내용은 https://example.org/a에서 보라.", 'org/a">https://example.org/a</a>에서'),
        ("링크:https://example.org", '링크:<a href="https://example.org">'),
        ("HTTPS://Example.org", '<a href="HTTPS://Example.org">'),
        ("**https://example.org**", '<strong><a href="https://example.org">'),
        ("<https://ko.wikipedia.org/wiki/한국>", '/wiki/%ED%95%9C%EA%B5%AD">https://ko.wiki'),
        ("[a](https://example.org/b \"c\")", '<a href="https://example.org/b" title="c">a</a>'),
        ("[a][b]\n\n[b]: https://example.org", '<a href="https://example.org">a</a>'),
        ("[a](mailto:a@example.org)", '<a href="mailto:a@example.org">a</a>'),
        ("[a](method/index.html)", '<a href="method/index.html">a</a>'),
        ("[a](#leaving)", '<a href="#leaving">a</a>'),
        # Quotation marks before particles and behind words.
        ('"안녕"이라고 했다.', "“안녕”이라고 했다."),
        ("'AI'를", "‘AI’를"),
        ('그가 ("그렇다"라고)', "(“그렇다”라고)"),
        ('표지판에"About me"라고', "표지판에“About me”라고"),
        ("'한국어(시험)'입니다", "‘한국어(시험)’입니다"),
        ("\"그는 '좋다'고 했다\"라고", "“그는 ‘좋다’고 했다”라고"),
        ('"*test*"', "“<em>test</em>”"),
        ('"{{ left }}"라고', f"“{LEFT}”라고"),
        ("[cmark](https://example.org)'s, TNT)'s", "cmark</a>’s, TNT)’s"),
        ("'We'll use Erika's parser' in the '90s", "‘We’ll use Erika’s parser’ in the ’90s"),
        ('{% claim "over_twice" %}"twice"{% endclaim %}라고', ">“twice”</a>라고"),
        ("wait... -- and --- so", "wait… – and — so"),
        # Bold before a particle.
        ("**KRIS (KRAFTON System)**를", "<strong>KRIS (KRAFTON System)</strong>를"),
        ('**"그렇다"**라고', "<strong>“그렇다”</strong>라고"),
        ("*제네릭*을", "<em>제네릭</em>을"),
        # Signs that are no tags.
        ("a < b and c > d", "a &lt; b and c &gt; d"),
        ("<표> 아래", "&lt;표&gt; 아래"),
        ("R&D, AT&amp;T, \\*typed\\*", "R&amp;D, AT&amp;T, *typed*"),
        # Code, and figures in it.
        ("`{{ left }} <b>`", f"<code>{LEFT} &lt;b&gt;</code>"),
        ("```\na\n  b\n```", "<pre><code>a\n  b</code></pre>"),
        # Pasted with blanks in front, or with a comment for colleagues.
        ("    Words set in.", "<p>Words set in.</p>"),
        ("<!-- wp:paragraph -->\nWords.", "<p>Words.</p>"),
        ("Words <!-- who says so? --> end.", "<p>Words  end.</p>"),
        ("## More *words*", "<h2>More <em>words</em></h2>"),
        ("Words\n---\nmore", "<p>Words</p>\n<hr>\n<p>more</p>"),
        ("Term\n: what it means", "<dl>\n<dt>Term</dt>\n<dd>what it means</dd>\n</dl>"),
    ],
)  # fmt: skip
def test_it_comes_out_as_it_was_meant(tmp_path: Path, typed: str, html: str) -> None:
    """On the page, in English and in Korean."""
    assert html in html_of(tmp_path, typed)
