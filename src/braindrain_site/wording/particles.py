"""Korean particles whose form hangs on the last sound of the word before.

국립국어원, 표준국어대사전, under 은/는, 이/가, 을/를, 과/와, 으로/로, 이다: one form after a final
consonant, the other after a vowel; 로 also after ㄹ.
"""

import re

PARTICLES = {
    "eun": ("은", "는"),
    "i": ("이", "가"),
    "eul": ("을", "를"),
    "gwa": ("과", "와"),
    "euro": ("으로", "로"),
    "copula": ("이", ""),
    "yeot": ("이었", "였"),
}
"""Particle by name → its form after a consonant and after a vowel."""

_BRACKET = re.compile(r"\s*\([^()]*\)$")
_CLOSING = ")]}’”'\"」』》〉†"
_DIGITS = dict(zip("0123456789", "영일이삼사오육칠팔구", strict=True))
_LETTERS = {"L": "엘", "M": "엠", "N": "엔"}
_UNIT = re.compile(r"(?<=[\d만억조]) ?([A-Za-z]+)$")
_READ = {
    "그램": ("g", "kg", "mg"), "톤": ("t",), "미터": ("m", "km", "cm", "mm", "nm"),
    "리터": ("L", "l", "mL", "ml", "kL"), "칼로리": ("cal", "kcal"), "데시벨": ("dB",),
    "파스칼": ("Pa", "hPa", "kPa", "MPa"),
}  # fmt: skip
"""How the end of a unit is read behind a number, where its letters sound otherwise."""
_READINGS = {sign: sound for sound, signs in _READ.items() for sign in signs}
_RIEUL = 8
_FINALS = 28


def followed(text: str, name: str) -> str:
    """The form of particle *name* that follows *text*.

    >>> [n + followed(n, "eun") for n in ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")]
    ['0은', '1은', '2는', '3은', '4는', '5는', '6은', '7은', '8은', '9는']
    >>> [n + followed(n, "euro") for n in ("1", "2", "3", "10", "33만", "3조", "8%", "35위")]
    ['1로', '2로', '3으로', '10으로', '33만으로', '3조로', '8%로', '35위로']
    >>> [w + followed(w, "i") for w in ("56명", "4배", "33만 달러 이상", "AI", "MLLM", "‘두뇌’")]
    ['56명이', '4배가', '33만 달러 이상이', 'AI가', 'MLLM이', '‘두뇌’가']
    >>> [w + followed(w, "eul") for w in ("381.0kg", "3만 t", "5km", "2L", "900hPa", "KG", "WHO")]
    ['381.0kg을', '3만 t을', '5km를', '2L를', '900hPa을', 'KG를', 'WHO를']
    >>> "56명" + followed("56명", "copula") + "다", "35위" + followed("35위", "copula") + "다"
    ('56명이다', '35위다')
    """
    after_consonant, after_vowel = PARTICLES[name]
    final = _final(text)
    if name == "euro" and final == _RIEUL:
        return after_vowel
    return after_consonant if final else after_vowel


def _final(text: str) -> int:
    """The number of the final consonant in Unicode's order (ㄹ is 8), 0 for none.

    A particle agrees with the word before a bracket. A nought is 영, or the end of 십, 백, 천 and
    만: all have one. Units behind a number are read as words (킬로그램), other letters by their
    names (엘, 엠, 엔); so is the end of a word.
    """
    stripped = _BRACKET.sub("", text).rstrip(_CLOSING)
    if unit := _UNIT.search(stripped):
        stripped = _READINGS.get(unit[1], stripped)
    last = "앙" if stripped.endswith("ng") else stripped[-1:]
    sound = _DIGITS.get(last) or _LETTERS.get(last.upper()) or last
    return (ord(sound) - ord("가")) % _FINALS if "가" <= sound <= "힣" else 0
