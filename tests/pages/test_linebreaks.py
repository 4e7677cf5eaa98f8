"""What is read as one stands on one line, in a browser, at any width."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from braindrain_site.pages.linebreaks import kept_together
from tests.support.line_starts import bad_starts

WIDTHS = range(320, 1281, 240)
SENTENCES = (
    "여기와 합치면 <a>58%</a>로 절반을 넘고 묻자 보상(28.8%)보다 연구 환경을 골랐다.",
    "평균 <a>1억 2173만 원</a>을 받고 <a>8983만 원</a>이던 것이 11만 4000달러가 됐다.",
    'KAIST·GIST·DGIST와 <i>예술</i>·체육, <a>7만 3000달러<abbr title="x">†</abbr></a>를 준다.',
    "2021년 1월~2025년 5월과 2021~2024년, <b>10만</b> 명당 ‘절반’이라고 더브이씨(THE VC)에 따르면.",
)
LEFT_ALONE = (
    "<svg><text>1억 2173만 원</text></svg>",
    "<style>a { content: '1억 2173만 원' }</style>",
    "<title>8983만 원</title>",
    "<pre>58%로 2021~2024</pre>",
    '<p title="8983만 원 > 58%로">가</p>',
    "<!-- 8983만 원 -->",
)


LAID_OUT = "Promise.all(document.getAnimations().map(one => one.finished))"
"""Every chapter of a story has had its turn."""


def page_of(*sentences: str) -> str:
    """Each of *sentences* many times, every time a little further along its line."""
    said = "".join(f"<p>{'가 ' * shift}{3 * s}</p>" for s in sentences for shift in range(20))
    return (
        '<!doctype html><html lang="ko"><style>'
        "body { word-break: keep-all; overflow-wrap: break-word; margin: 16px }"
        f"</style>{said}</html>"
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_begins_with_what_belongs_to_the_line_before(browser: Browser, width: int) -> None:
    """Nor would the browser see to that by itself."""
    page = browser.new_page()
    page.set_content(page_of(*SENTENCES))
    assert bad_starts(page, width)
    page.set_content(kept_together(page_of(*SENTENCES), "ko"))
    assert bad_starts(page, width) == []
    page.close()


def test_no_line_of_a_korean_page_begins_so(
    browser: Browser, two_site: Mapping[str, bytes], tmp_path: Path
) -> None:
    """Prose, tables and receipts alike."""
    context = browser.new_context(bypass_csp=True)
    for name in ("ko/index.html", "ko/figures/index.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(two_site[name])
        page = context.new_page()
        page.goto(path.as_uri())
        page.evaluate(LAID_OUT)
        assert [bad_starts(page, width) for width in WIDTHS] == [[] for _ in WIDTHS]
    context.close()


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("html", LEFT_ALONE)
def test_what_is_no_line_of_text_is_left_alone(html: str, lang: str) -> None:
    """Drawings, code and attributes, whatever they say."""
    assert kept_together(html, lang) == html


def test_english() -> None:
    """A million keeps its number, a base its "per", a dot its word."""
    html = "<p>$7.2 million, 4.5 times, 17 per 100 people · <b>A</b> · 1 milliard - B</p>"
    expected = "<p>$7.2_million, 4.5_times, 17 per_100 people_· <b>A</b>_· 1 milliard_- B</p>"
    assert kept_together(html, "en").replace("\N{NO-BREAK SPACE}", "_") == expected


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_short_word_of_a_title_stays_whole(lang: str) -> None:
    """A long one may not fit on any line, and running text has its hyphens to break at."""
    html = (
        "<h1>The best-trained of 2019–2024, <b>half-</b>hour talks and/or a <i>rule-of-thumb</i>"
        " for science-and-technology</h1><p>best-trained</p>"
        '<p class="standfirst">AI-made</p><h3>one-off</h3><p>one-off, K-Tech</p>'
    )
    expected = (
        "<h1>The best-_trained of 2019–_2024, <b>half-</b>_hour talks and/_or a"
        " <i>rule-_of-_thumb</i>"
        " for science-and-technology</h1><p>best-trained</p>"
        '<p class="standfirst">AI-_made</p><h3>one-_off</h3><p>one-off, K-_Tech</p>'
    )
    assert kept_together(html, lang).replace("\N{WORD JOINER}", "_") == expected


_PIECES = st.sampled_from(
    ["<p>", "</p>", "<a href='1만 원'>", "</a>", "<svg>", "</svg>", "1억 ", "2만", " 원", "58%",
     "로", "(", ")", "~", "·", " ", "\n", "<", "K", "-", "<h2>", "</h2>", ">", '"', "†", "가", "⁠"]
)  # fmt: skip


@given(st.lists(_PIECES).map("".join), st.sampled_from(["en", "ko"]))
def test_nothing_else_changes(html: str, lang: str) -> None:
    """Whatever the page, and once is enough."""

    def bare(text: str) -> str:
        return text.replace("\N{WORD JOINER}", "").replace("\N{NO-BREAK SPACE}", " ")

    kept = kept_together(html, lang)
    assert bare(kept) == bare(html)
    assert kept_together(kept, lang) == kept
