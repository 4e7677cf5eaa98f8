"""Which changes of the program come to nothing that a test could notice, and why: beside this."""

from pathlib import Path

import yaml


def everything() -> dict[str, dict[str, str]]:
    """Of each module each change that comes to nothing, in its words, and why."""
    typed = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text("utf-8"))
    return {
        module: {change: each["because"] for each in those for change in each["changes"]}
        for module, those in typed.items()
    }
