"""The house form of a file, shown line by line, and what is left because nobody can be sure."""

import pytest

from braindrain_site.model.problems import Rejected
from braindrain_site.skeletons.fixing import fixed, shown

AS_EXPORTED = '\ufeffYear,Pay (USD),Share\r\n2021,"1,234,000", 12.5% \r\n2022,"1,300",13%\r\n,,\r\n'


def test_what_changes_is_shown() -> None:
    found = fixed("pay.csv", AS_EXPORTED.encode(), {})
    assert found.text == "Year,Pay (USD),Share\n2021,1234000,12.5\n2022,1300,13\n"
    assert shown("pay.csv", found) == (
        "It began with a byte-order mark.\n"
        "Its lines ended as in Windows or on old Macs.\n"
        "pay.csv:2\n"
        '  - 2021,"1,234,000", 12.5% \n'
        "  + 2021,1234000,12.5\n"
        "pay.csv:3\n"
        '  - 2022,"1,300",13%\n'
        "  + 2022,1300,13"
    )


def test_many_lines_are_counted() -> None:
    rows = "".join(f'{year},"1,234,{year % 1000:03}"\n' for year in range(1950, 2000))
    found = fixed("pay.csv", f"year,pay\n{rows}".encode(), {})
    assert shown("pay.csv", found).endswith("\n  and 30 more lines.")


def test_the_house_form_stays() -> None:
    text = 'name,n\n"a, b",1.5\nc,\n'
    found = fixed("pay.csv", text.encode(), {})
    assert (found.text, list(found.changed), list(found.unclear)) == (text, [], [])


def test_a_sidecar_says_what_a_column_is() -> None:
    """Words of a column of words are no numbers, whatever they look like."""
    content = b'code,n\n"1,234,567","1,234,567"\n'
    found = fixed("pay.csv", content, {"code": "string", "n": "integer"})
    assert found.text == 'code,n\n"1,234,567",1234567\n'


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ('n,pay\na,"1,234"\nb,"2,345"\n', {"2:3"}),
        ("day,n\n01/02/2026,1\n", {"2:1"}),
        ("name,n\na,(5)\nb,6\nc,7\n", {"2:3"}),
        ("name,n\na,n.d.\nb,6\nc,7\n", {"2:3"}),
        ("name,n\na,5\nb,-\nc,12 b\nd,6\ne,7\n", {"3:3", "4:3"}),
        ("name,n\na,△5\nb,6\nc,7\n", {"2:3"}),
        ("name,n\na,3만 5천\nb,2만\n", {"2:3"}),
        ("name,n\na,5%\nb,$6\nc,7\n", {"2:3"}),
        ("Pay,,\nname,n,m\na,1,2\nNote: none,,\n", {"1:1", "4:1"}),
    ],
)
def test_what_is_unclear_is_left_and_told(text: str, places: set[str]) -> None:
    found = fixed("pay.csv", text.encode(), {})
    assert found.text == text
    assert {f"{each.place.line}:{each.place.column}" for each in found.unclear} == places


@pytest.mark.parametrize("file", ["figures.yaml", "leaving.md"])
def test_of_other_files_the_letters_stay(file: str) -> None:
    """How they are saved does not."""
    found = fixed(file, "떠난 교사: 1,234\r\n".encode("cp949"), {})
    assert found.text == "떠난 교사: 1,234\n"


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04", b"", b'a,b\n"c,d\n', "Zahl;Öl\n".encode("cp1252")]
)
def test_what_cannot_be_read_is_refused(content: bytes) -> None:
    with pytest.raises(Rejected):
        fixed("pay.csv", content, {})
