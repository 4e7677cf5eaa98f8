"""An edition on its way through the gates, with what has been worked out of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from braindrain_site.figures import values
from braindrain_site.figures.values import Figures
from braindrain_site.model.edition import Edition
from braindrain_site.model.problems import Problem


@dataclass(frozen=True, eq=False)
class Draft:
    """An edition that has been read and not been judged yet."""

    edition: Edition

    @cached_property
    def figures(self) -> Figures:
        """The amounts of its figures, as far as they could be worked out."""
        return values.work_out(self.edition)


Gate = Callable[[Draft], Iterable[Problem]]
"""What keeps a draft from being published, each problem at its place; nothing lets it pass."""
