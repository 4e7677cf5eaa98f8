"""An edition whose story reports what others say: proved or not, named or not, sure or not."""

from pathlib import Path

from braindrain_site.model import witness

STATEMENTS = """
may_return:
  source: school_report
  at: page 3
  by: {en: the head & teacher}
  named: no
  words: some of them may come back
  sure: may
they_say:
  source: letter
  at: the end
  by: {en: a parent}
  named: yes
  words: they all <left>
  sure: is
by_itself: {source: letter, at: the beginning, sure: is}
"""
STORY = """
{% says "may_return" %}Some of them *may* return.{% endsays %} {% says "they_say" %}They are gone,
a parent says.{% endsays %} So.

- {% says "may_return" %}They could return, at {{ pay_here }}.{% endsays %}
- {% says "by_itself" %}The letter says so.{% endsays %}
"""


def state(data: Path) -> Path:
    """*data*, as ``printed`` makes it, with statements and sentences that report them."""
    (data / "statements.yaml").write_text(STATEMENTS, "utf-8")
    with (data / "story/en/01-leaving.md").open("a", encoding="utf-8") as story:
        story.write(STORY)
    (data / "witnesses").mkdir(exist_ok=True)
    kept = witness.witness("six teachers; some of them may come back; around $20,000", "s")
    (data / "witnesses/school_report.txt").write_text(witness.written(kept), "utf-8")
    return data
