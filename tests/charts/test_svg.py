"""What vl-convert writes becomes small, has a title, and looks the same."""

from xml.etree import ElementTree

from braindrain_site.charts.svg import size_of, tidy

SVG = """<svg xmlns="http://www.w3.org/2000/svg" class="marks" width="300" height="80">
<g fill="none" stroke-miterlimit="10" transform="translate(5,2.5)"><g class="mark-group">
<path class="background" aria-hidden="true" d="M0,0h300v80h-300Z"/>
<g class="mark-rect"><path d="M0.04,10.26h144.333v18h-1e-15Z" fill="var(--subject)"/>
<path d="M0,40h50v18h-50Z" fill="var(--subject)"/><path d="M0,60h5v1h-5Z" fill="var(--ink)"/></g>
<g class="mark-text"><text text-anchor="start" transform="translate(10,10.04)"
font-family="var(--font)" font-size="14px" font-weight="400" fill="var(--ink)">A &amp; B 1.25</text>
</g><g><line x2="0" y2="30" stroke="var(--rule)" stroke-width="1" transform="translate(7,1)"/></g>
<path class="foreground" d="" display="none"/></g></g></svg>"""


def test_small_and_still_all_there() -> None:
    assert tidy(SVG, "pay-300", "Pay & prices", "Bars: <two>.") == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 80" width="300" height="80" '
        'role="img" aria-labelledby="pay-300-t" aria-describedby="pay-300-d" '
        'font-family="var(--font)">'
        '<title id="pay-300-t">Pay &amp; prices</title>'
        '<desc id="pay-300-d">Bars: &lt;two&gt;.</desc><g aria-hidden="true">'
        '<g fill="var(--subject)"><path transform="translate(5,2.5)" d="M0,10.3h144.3v18h0Z"/>'
        '<path transform="translate(5,2.5)" d="M0,40h50v18h-50Z"/></g>'
        '<path transform="translate(5,2.5)" d="M0,60h5v1h-5Z" fill="var(--ink)"/>'
        '<text x="15" y="13" font-size="14" fill="var(--ink)">A &amp; B 1.25</text>'
        '<path d="M12,3.5V33.5" stroke="var(--rule)" fill="none"/></g></svg>'
    )


def test_a_path_that_goes_straight_to_the_side_says_so_briefly() -> None:
    path = (
        '<svg width="9" height="9"><path d="M1,2L9,2M3,4L8,4.5L9,4.5M7,7L7,7" stroke="red"/></svg>'
    )
    assert 'd="M1,2H9M3,4L8,4.5L9,4.5M7,7h0"' in tidy(path, "x", "T", "D")


def test_a_dot_is_a_circle_at_its_place() -> None:
    dot = '<path d="M4,0A4,4,0,1,1,-4,0A4,4,0,1,1,4,0" transform="translate(9,7.25)" fill="red"/>'
    svg = tidy(f'<svg width="30" height="30">{dot}</svg>', "x", "T", "D")
    assert '<circle cx="9" cy="7.2" r="4" fill="red"/>' in svg


def test_ids_differ_from_drawing_to_drawing() -> None:
    drawings = [ElementTree.fromstring(tidy(SVG, name, "T", "D")) for name in ("a-680", "a-340")]
    ids = [element.get("id") for drawing in drawings for element in drawing.iter()]
    known = [name for name in ids if name]
    assert len(known) == len(set(known)) == 4


def test_a_spot_is_an_outline_with_its_words_and_no_more() -> None:
    """Whatever they hold: words are not numbers to be rounded."""
    spot = (
        '<g class="mark-rect" role="graphics-object"><path aria-label="A &amp; B: 1.25" '
        'role="graphics-symbol" aria-roledescription="rect mark" d="M1.25,2h24v24h-24Z" '
        'fill="#4c78a8" opacity="0"/></g>'
    )
    svg = tidy(f'<svg width="30" height="30">{spot}</svg>', "x", "T", "D")
    assert '<path fill="none" data-t="A &amp; B: 1.25" d="M1,2h24v24h-24Z"/>' in svg
    assert "graphics" not in svg


def test_the_size_of_a_drawing() -> None:
    assert size_of('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 20"/>') == (50, 20)
