"""Whether an English word says that an amount changed, or is said of something else."""

from braindrain_site.quantities import english_words as lexicon
from braindrain_site.quantities.english_sentence import BEING, NUMBERS, Sentence, counts, subject


def is_measure(word: str, *, abstract: bool = True) -> bool:
    """Whether *word* names an amount; *abstract* nouns, which things do not share, count too."""
    word = word.removesuffix("'s")
    if word in lexicon.PERSONS_AND_THINGS:
        return False
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    if word in lexicon.MEASURES or singular in lexicon.MEASURES:
        return True
    return abstract and len(singular) > 5 and singular.endswith(lexicon.ABSTRACT)


def changes(sentence: Sentence, at: int) -> bool:
    """Whether a verb of change is said of an amount: by its subject, and by what follows."""
    word, after = sentence.words[at].text, sentence.near(at, 1)
    if word in lexicon.OTHERWISE_NO_VERBS and sentence.near(at, -1) not in lexicon.BEFORE_VERBS:
        return False
    if any(is_measure(each) for each in subject(sentence, at)):
        return True
    before = sentence.near(at, -1)
    counted = before in lexicon.DETERMINERS or before in {"few", "several"} or before in NUMBERS
    if (counted and word in lexicon.NOUNS_OF_CHANGE) or (word == "rose" and before in {"a", "red"}):
        return False
    if before in lexicon.PERSONS:
        return False
    if word in lexicon.MOVES and before in lexicon.PERSONS_AND_THINGS:
        return False
    if before in BEING and word in {"dropped", "climbed", "sunk", "jumped", "grown"}:
        return False
    if word.startswith("declin") and after == "to" and not counts(sentence, at + 2):
        return False
    if after in lexicon.PLACES and word in lexicon.MOVES:
        return counts(sentence, at + 2) or (after in {"to", "from"} and counts(sentence, at + 3))
    if is_measure(after) and word.endswith("ing"):
        return True
    transitive = after and after not in lexicon.AFTER_CHANGE and not after.endswith("ly")
    return not transitive or counts(sentence, at + 1)


def noun_of_change(sentence: Sentence, at: int) -> bool:
    """Whether a noun tells a change: "a rise in rents", not "the rise of the novel"."""
    word, before, after = sentence.words[at].text, sentence.near(at, -1), sentence.near(at, 1)
    if word in lexicon.ALWAYS_CHANGE:
        return True
    if is_measure(before) and not word.endswith("s"):
        return True
    noun = before in lexicon.DETERMINERS or sentence.near(at, -2) in lexicon.DETERMINERS
    of_amount = after == "of" and (counts(sentence, at + 2) or is_measure(sentence.near(at, 2)))
    return noun and (after == "in" or of_amount)


def has_measure(sentence: Sentence, at: int) -> bool:
    """Whether a verb that needs an object has an amount for one, or for its subject."""
    for step in range(1, 7):
        word = sentence.near(at, step)
        if not word or word in lexicon.PREPOSITIONS:
            break
        if is_measure(word, abstract=False):
            return True
    if sentence.words[at].text in lexicon.CUTS and counts(sentence, at + 1):
        return True
    passive = sentence.near(at, -1) in BEING
    return passive and any(is_measure(each) for each in subject(sentence, at))
