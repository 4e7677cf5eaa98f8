"""Words that stand in a text are known from its digests; the text is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from braindrain_site.model.witness import LONGEST, read, witness, words_of, written

TEXT = (
    "Of the school’s 6 teachers, “three taught music” – over 40 percent ($1,200 a year) by one "
    "count, and the head says that nobody at all knows where any of them went to afterwards. "
    "음악 교사 셋이 떠났다."
)
KEPT = witness(TEXT, "salt")
WORDS = st.lists(st.text("abcdé가나", min_size=1, max_size=3), min_size=1, max_size=30)


@pytest.mark.parametrize(
    "words",
    [
        "three taught music",
        "Three taught music, over 40 percent",
        "school's 6 teachers",
        "($1,200 a year)",
        "교사 셋이 떠났다",
        TEXT,
    ],
)
def test_words_that_stand_there_are_found(words: str) -> None:
    assert KEPT.has(words)


@pytest.mark.parametrize(
    "words",
    [
        "", "–", "two taught music", "taught three music", "6 teachers taught", "1,300 a year",
        "40 per cent", "교사 넷이 떠났다", TEXT.replace("nobody", "somebody"), f"{TEXT} {TEXT}",
    ],
)  # fmt: skip
def test_words_that_do_not_are_not(words: str) -> None:
    assert not KEPT.has(words)


def test_nothing_of_the_text_is_kept() -> None:
    file = written(KEPT)
    assert not set(words_of(TEXT)) & {word for word in words_of(file) if len(word) > 3}
    assert read(file) == KEPT


@pytest.mark.parametrize("file", ["", "salt", "salt\nab", "salt\nnot base64!\n", "\nAAAAAAA=\n"])
def test_another_file_is_no_witness(file: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says, the reader says it better
        read(file)


@given(WORDS, st.integers(0, 29), st.integers(1, 30))
def test_every_run_is_found_however_long(words: list[str], start: int, length: int) -> None:
    run = words[start % len(words) :][:length]
    assert witness(" ".join(words), "s").has(" ".join(run))


@given(WORDS, st.integers(0, 29))
def test_one_word_changed_is_noticed(words: list[str], place: int) -> None:
    changed = list(words)
    changed[place % len(words)] = "other"
    assert not witness(" ".join(words), "s").has(" ".join(changed))
    assert LONGEST == 12
