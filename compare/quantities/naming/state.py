"""What is known while the figures of one sentence are named from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from compare.model import Measure
from compare.quantities.spots import Spot
from compare.quantities.tokens import Token


class Named(Struct, frozen=True):
    """A name, the kind of candidate it came from, and how sure that kind is."""

    text: str
    kind: str
    score: float


class Done(Struct, frozen=True):
    """A figure that has its name."""

    named: Named
    owner: str
    """What later figures without a subject belong to."""
    verb: str
    """The verb of an addition that the items of a list share."""
    measure: Measure


class SentenceState(Struct):
    """A sentence, and the figures of it that have their names."""

    text: str
    clauses: list[list[Token]]
    spots: Sequence[Spot]
    nation: bool
    before: str
    """Name of the last figure of the sentences before, empty behind a heading."""
    slots: dict[int, str]
    """Names from coordination, by the figure's start."""
    back: dict[int, tuple[int, str]]
    """By the figure's start, how many figures back stands the one that it says more of (A 5个、B 6个，分别增长…), and
    what is added to its name."""
    said: Sequence[Token] = ()
    """The last clause of the sentence before, where that has no figure."""
    done: list[Done] = field(default_factory=list)

    @property
    def owner(self) -> str:
        """The nearest subject in the sentence."""
        return self.done[-1].owner if self.done else ""

    @property
    def verb(self) -> str:
        """The verb that the figure before shares with its list."""
        return self.done[-1].verb if self.done else ""

    @property
    def grew(self) -> bool:
        """The figure before is a growth."""
        return bool(self.done) and self.done[-1].measure == "growth"

    def following(self, spot: Spot) -> Spot | None:
        """The next figure of the sentence."""
        index = len(self.done) + 1
        return self.spots[index] if index < len(self.spots) and self.spots[index - 1] is spot else None
