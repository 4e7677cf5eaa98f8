"""The small edition in two languages with stamped claims and a calculator in its first chapter."""

from pathlib import Path

from tests.support import small

VERDICTS = """
double:
  article: school_report
  printed: six <teachers>
  says: {en: "They pay {{ pay_away }} there.", ko: "그곳 연봉은 {{ pay_away.copula }}다."}
  holds: pay_away > pay_here
  reason: {en: "Here it is {{ pay_here }}.", ko: "이곳 연봉은 {{ pay_here.copula }}다."}
less:
  article: school_report
  printed: six teachers
  says: {en: The city pays worse., ko: 도시가 덜 준다.}
  holds: pay_away < pay_here
  reason: {en: "It pays {{ pay_away }}.", ko: "도시 연봉은 {{ pay_away.copula }}다."}
"""
CALCULATOR = """
rate: won_rate
parity: won_parity
offers:
  - {figure: pay_away, label: {en: In the city, ko: 도시}}
  - {figure: pay_high, label: {en: In the capital, ko: 수도}}
examples:
  - {figure: pay_in_won, label: {en: A teacher, ko: 교사}}
  - {figure: pay_of_head, label: {en: The head teacher, ko: 교장}}
notes: {en: "At {{ won_rate.number }} won.", ko: "{{ won_rate.number }}원 기준."}
"""
FIGURE = """
{key}:
  label: {{en: {key}, ko: {key}}}
  unit: {unit}
  value: {value}
  period: 2024
  source: school_report
  at: {{en: page 4, ko: 4쪽}}
"""
FIGURES = (
    ("won_rate", "KRW/USD", "1364.7"),
    ("won_parity", "KRW/USD", "809.3"),
    ("pay_of_head", "million KRW/year", "101.39"),
    ("pay_high", "USD/year", "61500"),
)


def edition(tmp_path: Path, *edits: tuple[str, str, str]) -> Path:
    """A copy of the edition with *edits*, as an editor leaves it."""
    data = small.copy(tmp_path, *edits, edition=small.TWO)
    (data / "verdicts.yaml").write_text(VERDICTS, "utf-8")
    (data / "calculator.yaml").write_text(CALCULATOR, "utf-8")
    with (data / "figures.yaml").open("a", encoding="utf-8") as figures:
        for key, unit, value in FIGURES:
            figures.write(FIGURE.format(key=key, unit=unit, value=value))
    for lang in ("en", "ko"):
        with (data / f"story/{lang}/leaving.md").open("a", encoding="utf-8") as story:
            story.write("\n{{ verdicts() }}\n\n{{ calculator() }}\n")
    return data
