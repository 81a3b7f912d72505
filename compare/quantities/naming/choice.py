"""The candidate that declared priority takes, figure by figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from compare.language.lexicon import Lexicon
from compare.quantities.naming.counts import Counts
from compare.quantities.naming.phrases import Phrases, has_verb
from compare.quantities.naming.purposes import Purposes
from compare.quantities.naming.ratios import Ratios
from compare.quantities.naming.state import Done, Named, SentenceState
from compare.quantities.naming.subjects import Subjects
from compare.quantities.naming.surroundings import Surroundings
from compare.quantities.naming.together import slots
from compare.quantities.spots import Spot
from compare.quantities.tokens import Token
from compare.quantities.words import Bounds, Facts, Names

Maker = Callable[[Spot, SentenceState], str]


class Namer:
    """Names figures with the words of one lexicon."""

    def __init__(self, names: Names, bounds: Bounds, facts: Facts) -> None:
        self._names = names
        self._phrases = Phrases(names.words, bounds, facts.measure)
        self._around = Surroundings(names, self._phrases)
        self._makers = _makers(names, self._phrases)
        self.kinds = tuple(self._makers)

    def names(
        self, text: str, clauses: list[list[Token]], spots: Sequence[Spot], nation: bool, before: str,
        said: Sequence[Token] = (),
    ) -> list[Named]:  # fmt: skip
        """A name for each figure of a sentence; never empty where the sentence has a word."""
        together, back = slots(spots, clauses, self._phrases, self._names)
        state = SentenceState(text, clauses, spots, nation, before, together, back, said)
        for spot in spots:
            state.done.append(self._done(spot, self._choose(spot, state), state))
        return [done.named for done in state.done]

    def unit(self, spot: Spot) -> str:
        """The unit of a figure that has none of its own: 人 where people are what is counted."""
        counted = spot.mention.kind == "none" and self._phrases.people(spot.right)
        return self._names.words.people_end if counted else spot.mention.unit

    def _choose(self, spot: Spot, state: SentenceState) -> Named:
        for kind in self._names.priority:
            made = self._makers[kind](spot, state)
            if made and (tidy := self._phrases.tidy(made, spot.reading.measure == "level")):
                return Named(tidy, kind, self._names.score[kind])
        return Named(state.text[:12], "nearby", 0.1)

    def _done(self, spot: Spot, named: Named, state: SentenceState) -> Done:
        owner = self._around.subject(named, state)
        left = self._around.phrase(spot, state)
        verb = self._around.shared(left)
        if not verb and spot.link and not has_verb(left):
            verb = state.verb
        return Done(named, owner, verb, spot.reading.measure)


def _makers(names: Names, phrases: Phrases) -> Mapping[str, Maker]:
    """Every kind of candidate by its name in ``names.toml``."""
    ratios, counts = Ratios(names, phrases), Counts(names, phrases)
    subjects = Subjects(names, phrases)
    return {
        "slot": ratios.slot,
        "contrast": ratios.contrast,
        "share": ratios.share,
        "grown": ratios.grown,
        "part": ratios.part,
        "rate": ratios.rate,
        "medal": counts.medal,
        "people": counts.people,
        "purpose": Purposes(names, phrases).purpose,
        "of-right": counts.of_right,
        "right": counts.right,
        "said": subjects.said,
        "left": subjects.left,
        "carried": subjects.carried,
        "default": subjects.default,
        "owner": subjects.owner,
        "context": subjects.context,
        "nearby": subjects.nearby,
    }


@lru_cache(maxsize=4)
def namer(lexicon: Lexicon) -> Namer:
    """The namer of a lexicon."""
    names, bounds = lexicon.read("names", Names), lexicon.read("bounds", Bounds)
    return Namer(names, bounds, lexicon.read("facts", Facts))
