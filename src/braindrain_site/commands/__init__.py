"""What can be asked for: in each file the verbs of one kind, how they are typed, what they do."""

from argparse import ArgumentParser
from collections.abc import Callable

Verb = Callable[..., ArgumentParser]
"""Makes the parser of a verb; what its ``run`` is set to takes the project and what was typed."""
