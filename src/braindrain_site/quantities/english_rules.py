"""English words that count in some places and not in others: one, second, only, record…"""

from collections.abc import Callable

from braindrain_site.quantities import english_words as lexicon
from braindrain_site.quantities.english_changes import has_measure, is_measure
from braindrain_site.quantities.english_numbers import CARDINALS, GROUPS, ORDINALS, TIMES
from braindrain_site.quantities.english_sentence import BEING, NUMBERS, Sentence, counts, subject
from braindrain_site.quantities.spans import Kind

_COUNTED = frozenset("number only just than or and minus least most to of".split())
"""What "one" counts behind, with nothing behind it."""
_GOING = "go goes going gone went shot ticked nudged levelled leveled".split()
_TABLES = frozenset("table tables list ranking rankings league class charts poll".split())


def is_superlative(word: str) -> bool:
    """Whether a word in -est raises something above all others: not "forest"."""
    outer = word.endswith("ernmost")
    return outer or (word.endswith("est") and len(word) > 4 and word not in lexicon.NO_SUPERLATIVES)


def is_comparative(sentence: Sentence, at: int) -> bool:
    """Whether a word in -er compares: one of measure anywhere, any other before "than"."""
    word = sentence.words[at].text
    than = sentence.near(at, 1) == "than" and word not in lexicon.NO_COMPARATIVES
    way = word in {"closer", "nearer", "farther", "further"} and sentence.near(at, 1) in {
        "to",
        "from",
    }
    further_on = way and "than" in {sentence.near(at, step) for step in range(3, 7)}
    return than or further_on or word in lexicon.COMPARATIVES


def _one(sentence: Sentence, at: int) -> Kind | None:
    before, after = sentence.near(at, -1), sentence.near(at, 1)
    if before in {"no", "any", "some", "every", "each", "this", "that", "which", "another"}:
        return None
    if before == "the" and (not after or after in lexicon.FUNCTION_WORDS):
        return None
    if after == "of" and before not in _COUNTED | {"not", "but"} | NUMBERS:
        picked = sentence.near(at, 2)
        return None if picked in lexicon.DETERMINERS | lexicon.PICKED_FROM else "numeral"
    if not after:
        return "numeral" if before in _COUNTED or before in NUMBERS else None
    verb = not before and after.endswith("s") and not after.endswith(("ss", "us", "is"))
    return None if verb or after in lexicon.NO_COUNT_AFTER_ONE else "numeral"


def _second(sentence: Sentence, at: int) -> Kind | None:
    before, after = sentence.near(at, -1), sentence.near(at, 1)
    duration = before in {"a", "per", "every", "each", "one", "this"} and (
        not after or after in lexicon.FUNCTION_WORDS or after in {"later", "ago"}
    )
    return None if duration else "numeral"


def _first(sentence: Sentence, at: int) -> Kind | None:
    opens = not sentence.near(at, -1) and sentence.gap(at + 1).startswith(",")
    return None if opens else "numeral"


def _once(sentence: Sentence, at: int) -> Kind | None:
    before, after = sentence.near(at, -1), sentence.near(at, 1)
    often = after in {"a", "every", "per", "each"} and sentence.near(at, 2) in lexicon.TIMES_OF
    return "numeral" if often or before in {"only", "just", "than", "not", "least"} else None


def _quarter(sentence: Sentence, at: int) -> Kind | None:
    before = sentence.near(at, -1)
    return "fraction" if before in {"a", "one", "three"} or before in ORDINALS else None


def _only(sentence: Sentence, at: int) -> Kind | None:
    before, after = sentence.near(at, -1), sentence.near(at, 1)
    if before in {"the", "its", "his", "her", "their", "our", "my"} or before.endswith("'s"):
        return "total"
    if counts(sentence, at + 1) or after in {"half", "few", "a"}:
        return None  # the number says it
    starts = not before or before in {"and", "but"}
    return "total" if starts and after and after not in lexicon.NO_ONLY_AFTER else None


def _least(sentence: Sentence, at: int) -> Kind | None:
    if sentence.near(at, -1) != "at":
        return "superlative"
    after = sentence.near(at, 1)
    bound = counts(sentence, at + 1) or after in {"half", "one", "a", "once", "twice", "as"}
    figure = after == "" and sentence.gap(at + 1)[:3].strip()[:1] in {"{", "$", "€", "₩", "£"}
    return "numeral" if bound or figure else None


def _best(sentence: Sentence, at: int) -> Kind | None:
    before, after = sentence.near(at, -1), sentence.near(at, 1)
    owned = before in {"the", "its", "their", "our"} or before.endswith("'s")
    owned = owned or before in {"his", "her", "my", "second"} or before in ORDINALS
    noun = after and (after in {"of", "ever"} or after not in lexicon.FUNCTION_WORDS)
    return "superlative" if owned and noun else None


def _rank(sentence: Sentence, at: int) -> Kind | None:
    """``top`` and ``bottom``: of a table, or before what they raise."""
    word, after, before = sentence.words[at].text, sentence.near(at, 1), sentence.near(at, -1)
    if after == "of":
        return "superlative" if _TABLES & {sentence.near(at, 2), sentence.near(at, 3)} else None
    if word == "bottom":
        return "superlative" if before in {"came", "finished", "ranked"} else None
    return "superlative" if after and after not in lexicon.FUNCTION_WORDS else None


def _topped(sentence: Sentence, at: int) -> Kind | None:
    return None if sentence.near(at, 1) in {"with", "off", "up"} else "superlative"


def _record(sentence: Sentence, at: int) -> Kind | None:
    before, after = sentence.near(at, -1), sentence.near(at, 1)
    noun = not after.endswith("s") or after.endswith("ss") or is_measure(after)
    if counts(sentence, at + 1) or (noun and after and after not in lexicon.FUNCTION_WORDS):
        return "superlative"
    verbs = {"break", "breaks", "broke", "broken", "set", "sets", "beat", "hold", "holds", "held"}
    if before == "world" or verbs & {sentence.near(at, -step) for step in range(1, 5)}:
        return "superlative"
    raised = (sentence.near(at, -step) for step in range(2, 6))
    superlative = any(each.endswith("est") and is_superlative(each) for each in raised)
    return "superlative" if before == "on" and superlative else None


def _every(sentence: Sentence, at: int) -> Kind | None:
    after = sentence.near(at, 1)
    often = after in lexicon.TIMES_OF or after in {"now", "so", "other", "summer", "winter"}
    return None if often or not after else "total"


def _neither(sentence: Sentence, at: int) -> Kind | None:
    """``neither of them``, ``neither came``; not ``neither … nor``."""
    behind = {word.text.lower() for word in sentence.words[at:]}
    return None if "nor" in behind or sentence.near(at, -1) in BEING else "total"


def _share(sentence: Sentence, at: int) -> Kind | None:
    """``majority`` and ``minority``."""
    before = sentence.near(at, -1)
    return None if before in {"ethnic", "silent", "moral", "national"} else "share"


def _any(sentence: Sentence, at: int) -> Kind | None:
    """``hardly any``, ``almost no``."""
    return "share" if sentence.near(at, -1) in lexicon.NEARLY else None


def _sole(sentence: Sentence, at: int) -> Kind | None:
    after = sentence.near(at, 1)
    return "total" if after and after not in lexicon.FUNCTION_WORDS else None


def _scores(sentence: Sentence, at: int) -> Kind | None:
    word = sentence.words[at].text
    before, of = sentence.near(at, -1), sentence.near(at, 1) == "of"
    counted = before in CARDINALS or (of and (word == "scores" or before == "a"))
    return "numeral" if counted else None


def _couple(sentence: Sentence, at: int) -> Kind | None:
    return "numeral" if sentence.near(at, 1) == "of" else None


def _norm(sentence: Sentence, at: int) -> Kind | None:
    """``above`` and ``below`` what is usual."""
    after = sentence.near(at, 1)
    after = sentence.near(at, 2) if after in {"the", "its", "their"} else after
    if sentence.near(at, -1) in {"place", "places", "point", "points", "rank", "ranks"}:
        return "comparative"
    usual = {"average", "median", "mean", "forecast", "forecasts", "expectations", "zero"}
    return "comparative" if after in usual else None


def _beats(sentence: Sentence, at: int) -> Kind | None:
    """``It beat Japan``: who or what has a name was behind; an amount is judged as others are."""
    steps = 1 + (sentence.near(at, 1) in lexicon.DETERMINERS)
    named = sentence.near(at, steps) not in {"", *lexicon.PERSONS} and _capital(
        sentence, at + steps
    )
    return "change" if named or has_measure(sentence, at) else None


def _capital(sentence: Sentence, at: int) -> bool:
    return sentence.text[sentence.words[at].start].isupper()


def _edges(sentence: Sentence, at: int) -> Kind | None:
    return "change" if sentence.near(at, 1) in {"up", "down", "higher", "lower"} else None


def _ahead(sentence: Sentence, at: int) -> Kind | None:
    ahead = (
        sentence.near(at, -1) in {*BEING, "far", "well", "just"} and sentence.near(at, 1) == "of"
    )
    return "comparative" if ahead else None


def _turned(sentence: Sentence, at: int) -> Kind | None:
    return "change" if sentence.near(at, 1) in {"negative", "positive"} else None


def _goes(sentence: Sentence, at: int) -> Kind | None:
    moves = sentence.near(at, 1) in {"up", "down", "off"} and any(
        map(is_measure, subject(sentence, at))
    )
    return "change" if moves else None


def _up(sentence: Sentence, at: int) -> Kind | None:
    """``up`` and ``down`` behind "is", of an amount."""
    is_up = sentence.near(at, -1) in BEING and any(map(is_measure, subject(sentence, at)))
    return "change" if is_up else None


def _level(sentence: Sentence, at: int) -> Kind | None:
    drawn = sentence.near(at, -1) in {*BEING, "drew", "draw", "draws", "drawn"}
    return "comparative" if drawn and sentence.near(at, 1) == "with" else None


def _catches(sentence: Sentence, at: int) -> Kind | None:
    up = sentence.near(at, 1) == "up" and sentence.near(at, 2) in {"with", "to"}
    return "change" if up else None


def _group(sentence: Sentence, at: int) -> Kind | None:
    """``a trio of``, ``a pair of``: but not of scissors."""
    of = sentence.near(at, 1) == "of" and sentence.near(at, 2) not in lexicon.PAIRED
    return "numeral" if of else None


def _last(sentence: Sentence, at: int) -> Kind | None:
    after, before = sentence.near(at, 1), sentence.near(at, -1)
    ranked = before in {"came", "finished", "ranked"} or (before == "the" and after == "of")
    return "superlative" if ranked else None


def _single(sentence: Sentence, at: int) -> Kind | None:
    before = sentence.near(at, -1)
    return "total" if before in {"a", "every"} else None


def _all(sentence: Sentence, at: int) -> Kind | None:
    """``all-time low``, ``of all time``: above or below all others. Not ``56 in all``."""
    if sentence.near(at, -1) == "in" and not sentence.near(at, 1):
        return None
    return "superlative" if sentence.near(at, 1) == "time" else "total"


def _less(sentence: Sentence, at: int) -> Kind | None:
    """Not where it takes away: "arrivals less departures"."""
    before, after = sentence.near(at, -1), sentence.near(at, 1)
    return None if before.endswith("s") and after.endswith("s") else "comparative"


def _always(kind: Kind) -> Callable[[Sentence, int], Kind | None]:
    return lambda sentence, at: kind


JUDGED: dict[str, Callable[[Sentence, int], Kind | None]] = {
    "one": _one, "second": _second, "first": _first, "once": _once, "quarter": _quarter,
    "quarters": _quarter, "only": _only, "least": _least, "best": _best, "worst": _best,
    "beat": _beats, "beats": _beats, "beaten": _beats, "beating": _beats,
    "top": _rank, "bottom": _rank, "topped": _topped, "tops": _topped, "record": _record,
    "records": _record, "every": _every, "neither": _neither, "majority": _share,
    "minority": _share, "sole": _sole, "score": _scores, "scores": _scores, "couple": _couple,
    "above": _norm, "below": _norm, "edged": _edges, "edges": _edges, "inched": _edges,
    "crept": _edges, "ahead": _ahead, "turned": _turned, "turns": _turned, "last": _last,
    **dict.fromkeys(_GOING, _goes),
    "up": _up,
    "down": _up,
    "level": _level,
    **dict.fromkeys(("catch", "catches", "caught", "catching"), _catches),
    **dict.fromkeys(("pair", "pairs", "trio", "duo", "quartet"), _group),
    "single": _single, "lone": _sole,
    "lags": _always("comparative"), "lag": _always("comparative"),
    "lagged": _always("comparative"), "lagging": _always("comparative"),
    "most": _always("superlative"), "mostly": _always("share"), "all": _all,
    "both": _always("total"), "none": _always("total"), "unanimous": _always("total"),
    "unanimously": _always("total"), "more": _always("comparative"),
    **dict.fromkeys(("any", "no", "nobody", "nothing", "everyone", "everybody"), _any),
    "few": _always("numeral"), "several": _always("numeral"), "handful": _always("numeral"),
    "nil": _always("numeral"), "zero": _always("numeral"), "seconds": lambda sentence, at: None,
    "half": _always("fraction"), "halves": _always("fraction"), "halfway": _always("fraction"),
    **{word: _always("multiple") for word in TIMES if word != "once"},
    **{word: _always("numeral") for word in GROUPS if word not in {"score", "couple"}},
    **{f"{word}s": _always("numeral") for word in ("dozen", "decade", "fortnight")},
    **dict.fromkeys(("centuries", "millennium", "millennia", "umpteen"), _always("numeral")),
    "less": _less, "fewer": _always("comparative"),
    "fewest": _always("superlative"),
}  # fmt: skip
