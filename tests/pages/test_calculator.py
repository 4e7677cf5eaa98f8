"""The calculator without script: three ways to see the same numbers, each led to its receipt."""

import re
from collections.abc import Mapping

import pytest

from tests.support import sites, stamped
from tests.support.named import named


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return sites.make(stamped.edition(tmp_path_factory.mktemp("reckoned")))


def calculator(page: bytes) -> str:
    return page.decode().split('<div class="calculator"')[1].split("</fieldset>")[0]


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("index.html", ["$20,200", "over 2.5 times", "3.05 times"]),
        ("ko/index.html", ["2만 200달러", "2.5배 이상", "3.05배"]),
    ],
)
def test_an_example_is_worked_out_to_what_is_known(
    site: Mapping[str, bytes], path: str, rows: list[str]
) -> None:
    """27.5 million won has three digits, and so has 61,500 dollars; over 50,000 has two."""
    cells = re.findall(r"<td>([^<]+)</td>", calculator(site[path]))
    assert [" ".join(cell.split()) for cell in cells[:3]] == rows


def test_its_figures_lead_to_receipts(site: Mapping[str, bytes]) -> None:
    page = named(site["index.html"])
    block = page.split('<div class="calculator"')[1].split("</section>")[0]
    cited = set(re.findall(r'href="#r-(\w+)"', block))
    figures = {"won_rate", "won_parity", "pay_away", "pay_high", "pay_in_won", "pay_of_head"}
    assert cited == figures
    assert figures <= set(re.findall(r'<li id="r-(\w+)"', page))


def test_no_id_stands_twice(site: Mapping[str, bytes]) -> None:
    ids = re.findall(r' id="([^"]+)"', site["index.html"].decode())
    assert len(ids) == len(set(ids))


def test_the_script_is_only_where_the_calculator_is(site: Mapping[str, bytes]) -> None:
    pages = [path for path in site if path.endswith(".html") and "embed/" not in path]
    asking = [path for path in pages if b"assets/calculator." in site[path]]
    assert asking == [path for path in pages if b'class="calculator"' in site[path]]
    assert {*asking} == {"index.html", "ko/index.html"}
