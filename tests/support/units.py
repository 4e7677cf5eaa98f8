"""Units printed in both languages, and amounts of them as an editor types them."""

from decimal import Decimal

from braindrain_site.model import amounts
from braindrain_site.model.amounts import Amount
from braindrain_site.model.entries import Qualifier
from tests.support import small

UNITS = {
    "professors": small.unit(
        print={"en": "{} professors", "ko": "{}명"},
        singular={"en": "{} professor", "ko": "{}명"},
        dimension="professors",
    ),
    "institutes": small.unit(print={"en": "{} institutes", "ko": "{}곳"}, dimension="institutes"),
    "papers": small.unit(print={"en": "{} papers", "ko": "{}건"}, dimension="papers"),
    "dollars": small.unit(print={"en": "${}", "ko": "{}달러"}, dimension="USD/year"),
    "billions": small.unit(
        print={"en": "${}", "ko": "{}달러"}, dimension="USD", scale="1000000000"
    ),
    "won": small.unit(print={"en": "{} won", "ko": "{}원"}, dimension="KRW/year", scale="1000000"),
    "percent": small.unit(print={"en": "{}%", "ko": "{}%"}, dimension="1", scale="0.01"),
    "points": small.unit(
        print={"en": "{} percentage points", "ko": "{}%포인트"},
        singular={"en": "{} percentage point", "ko": "{}%포인트"},
        dimension="1",
        scale="0.01",
    ),
    "times": small.unit(print={"en": "{} times", "ko": "{}배"}, dimension="1"),
    "rank": small.unit(print={"en": "{}", "ko": "{}위"}, dimension="1", ordinal="true"),
    "turns": small.unit(print={"en": "{}", "ko": "{}번째"}, dimension="1", ordinal="true"),
    "per_10k": small.unit(
        print={"en": "{} per 10,000", "ko": "1만 명당 {}명"}, dimension="per_10k"
    ),
    "months": small.unit(print={"en": "{} months", "ko": "{}개월"}, dimension="months"),
}


def amount_of(typed: str, unit: str, qualifier: Qualifier = "exactly") -> Amount:
    """*typed* of one of ``UNITS``."""
    return amounts.given(Decimal(typed), UNITS[unit], qualifier)
