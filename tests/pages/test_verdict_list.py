"""Stamped claims on the pages: in words, with links to receipts, counted, and explained."""

import json
import re
from collections.abc import Mapping

import pytest

from tests.support import sites, small, stamped
from tests.support.named import named


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return sites.make(stamped.edition(tmp_path_factory.mktemp("stamped")))


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def listed(page: bytes) -> str:
    found = re.search(r'<div class="verdicts">(.*?)</div>', page.decode(), re.S)
    assert found
    return found[1]


def test_each_claim_has_its_stamp_its_reason_and_its_words(site: Mapping[str, bytes]) -> None:
    shown = words(listed(site["index.html"]))
    assert shown.startswith(
        "Holds: 1 Does not hold: 1 All 2 claims, with the reason for each stamp"
        " Holds They pay over $50,000 there. In print"
    )
    assert "six &lt;teachers&gt; , The school board Here it is" in shown
    assert '<details class="each">' in listed(site["index.html"]), "to be passed in one line"


def test_its_numbers_lead_to_receipts(site: Mapping[str, bytes]) -> None:
    page = named(site["index.html"])
    cited = set(re.findall(r'href="#(r-\w+)"', listed(page.encode())))
    assert cited == {"r-pay_away", "r-pay_here"}
    assert cited <= set(re.findall(r'<li id="(r-\w+)"', page))


def test_words_of_another_language_say_so(site: Mapping[str, bytes]) -> None:
    assert "<q lang=" not in listed(site["index.html"])
    assert listed(site["ko/index.html"]).count('<q lang="en">') == 2


def test_the_method_page_tells_the_rule_of_each_stamp_in_use(site: Mapping[str, bytes]) -> None:
    method = site["method/index.html"].decode()
    rules = method.split('id="verdicts"')[1].split("</section>")[0]
    assert re.findall(r'class="stamp (\w+)"', rules) == ["holds", "fails"]
    assert 'id="verdicts"' not in sites.make(small.TWO)["method/index.html"].decode()


def test_they_leave_as_json_with_what_gave_the_stamp(site: Mapping[str, bytes]) -> None:
    first, second = json.loads(site["data/verdicts.json"])
    assert (first["stamp"], second["stamp"]) == ("holds", "fails")
    assert second["rule"] == "The claim is false."
    assert first["says"]["en"] == "They pay over $50,000 there."
