"""What running a command costs, by the system's own accounting."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

BUILD = (sys.executable, "build.py")
SURROUNDINGS = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
"""Python keeps what it has compiled, of the project as of the libraries."""


class Cost(NamedTuple):
    """What one run of a command took: seconds of processor and of clock, and MiB at the most."""

    cpu: float
    wall: float
    memory: float


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Runs *command* in *folder*; raises CalledProcessError if it fails."""
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, env=SURROUNDINGS, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(used.ru_utime + used.ru_stime, time.monotonic() - began, used.ru_maxrss / 1024)
