"""Finished pages hold no quantity that nothing vouches for, whatever was typed where."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import amended, finished, forms, printed, small

EDITION, *_ = small.judged()
STORY = '<main id="main" class="story">{}</main>'
PROSE = STORY.format('<div class="prose"><p>{}</p></div>')


def of_two(tmp_path: Path) -> Path:
    return amended.edition(tmp_path, amended.CORRECTED, amended.REVISED)


@pytest.mark.slow
@pytest.mark.parametrize("make", [printed.data, of_two, forms.copy])
def test_no_page_holds_a_quantity_that_nothing_vouches_for(
    make: Callable[[Path], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In any text or spoken attribute, once what the data put there is taken away."""
    data = make(tmp_path)
    site = data / "site.yaml"  # an edition of its own: what is remembered of it has marks in it
    site.write_text(site.read_text("utf-8").replace("The test desk", "The marking desk"), "utf-8")
    assert finished.loose(data, monkeypatch) == []


@pytest.mark.parametrize(
    ("page", "left"),
    [
        (PROSE.format("Of them ½ left."), "½"),
        (PROSE.format("Of <b>fifty</b>-six «6» left."), "fifty-six"),
        (PROSE.format("Pay fell."), "fell"),
        (PROSE.format("Pay «fell» and rose."), "rose"),
        (PROSE.format('Half left.<a class="s" id="s-a-1" href="#s-a">°</a>'), "Half"),
        (STORY.format("<h1>The largest school</h1>"), "largest"),
        (STORY.format('<p class="standfirst">All left</p>'), "All"),
        ('<h3 class="headline">More than before</h3>', "More"),
        ('<img src="a.jpg" alt="Two teachers">', "Two"),
        ("<svg><title>Two dozen left</title></svg>", "Two dozen"),
        ('<div class="sheet" aria-label="Twice the pay"></div>', "Twice"),
        ('<meta name="description" content="Ⅻ left">', "Ⅻ"),
        ('<meta property="og:title" content="A third left">', "third"),
        ("<footer><p>Fifty-six pages</p></footer>", "Fifty-six"),
    ],
)
def test_a_planted_quantity_is_found(page: str, left: str) -> None:
    """Wherever it stands; so the test above can fail."""
    [found] = finished.unvouched(page.encode(), EDITION, "en")
    assert found.startswith(f'"{left}" in')


@pytest.mark.parametrize(
    "page",
    [
        PROSE.format('Pay fell.<a class="s" id="s-a-1" href="#s-a">°</a>'),
        PROSE.format("They «left in «2024»»."),
        '<p class="ordinal">3</p><script>56</script><svg><text>1,000</text></svg>',
        "<footer><p>All pages</p></footer>",
    ],
)
def test_what_is_vouched_for_is_left_alone(page: str) -> None:
    assert [*finished.unvouched(page.encode(), EDITION, "en")] == []
