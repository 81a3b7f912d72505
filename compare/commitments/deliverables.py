"""Does an undertaking name something that one could go and check? A sum of explained cues, weights in the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from compare.commitments.verbs import Lead
from compare.language.lexicon import Lexicon
from compare.language.schema import Schema

FIGURE = re.compile(r"\d")


class Cue(Schema, frozen=True):
    """Words that speak for a deliverable (weight above 0) or against one, with a clause that fits and one that not."""

    weight: float
    place: Literal["anywhere", "start", "end"]
    example: str
    counter: str
    words: tuple[str, ...]
    unless_after: tuple[str, ...] = ()
    """Cues directly behind whose words this one does not count (实验室|建设)."""
    unless_verb: tuple[str, ...] = ()
    """Kinds of verb behind which it does not count (启动…建设)."""


class DeliverableWords(Schema, frozen=True):
    """The lexicon's table ``deliverables``."""

    bias: float
    head: float
    """Weight of a thing that stands at the end of the clause, where the head of its object is."""
    things: tuple[str, ...]
    """The cues that name things."""
    links: tuple[str, ...]
    """What parts coordinated objects: each part has an end of its own."""
    light: tuple[str, ...]
    """Nouns of doing that may follow the thing without taking its place (实验室|建设)."""
    hollow: tuple[str, ...]
    """Words in which a thing's name means no thing (中心|城区, 工程|机械)."""
    figure: float
    """Weight of a figure in the clause."""
    bare: float
    """Weight of a verb with no object to speak of (明确|重点)."""
    shortest_object: int
    """Characters beside the verb and its adverbs that make an object."""
    cues: Mapping[str, Cue]
    kinds: Mapping[str, float]
    """Weight of the verb's kind; ``none`` where a clause has no verb of the lexicon."""
    strengths: Mapping[str, float]


class Deliverables:
    """Weighs clauses by the cues of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = lexicon.read("deliverables", DeliverableWords)
        links = _alternatives(self._words.links)
        self._end = f"(?=[”’）》]*(?:$|，|{links}))"
        self._cues = tuple((name, cue, self._pattern(cue), self._hiding(cue)) for name, cue in self._words.cues.items())
        self._hollow = re.compile(_alternatives(self._words.hollow))
        things = [word for name in self._words.things for word in self._words.cues[name].words]
        light = "|".join(self._words.light)
        self._head = re.compile(f"(?:{_alternatives(things)})(?:{light})?{self._end}")
        self._weights = {
            **{name: cue.weight for name, cue in self._words.cues.items()},
            **{f"kind-{name}": weight for name, weight in self._words.kinds.items()},
            **{f"strength-{name}": weight for name, weight in self._words.strengths.items()},
            "head": self._words.head,
            "figure": self._words.figure,
            "bare": self._words.bare,
        }

    def _pattern(self, cue: Cue) -> re.Pattern[str]:
        words = _alternatives(cue.words)
        if cue.place == "start":
            return re.compile(f"^(?:{words})")
        return re.compile(f"(?:{words}){self._end}" if cue.place == "end" else words)

    def _hiding(self, cue: Cue) -> tuple[str, ...]:
        return tuple(word for other in cue.unless_after for word in self._words.cues[other].words)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all cues that a clause may show."""
        return tuple(self._weights)

    def score(self, text: str, lead: Lead | None) -> float:
        """Above 0 where the clause, whose verb is ``lead``, names something that can be checked."""
        return self._words.bias + sum(self._weights[cue] for cue in self.cues(text, lead))

    def cues(self, text: str, lead: Lead | None) -> tuple[str, ...]:
        """Names of the cues that a clause shows, in the order of the lexicon."""
        text = self._hollow.sub(lambda hollow: " " * len(hollow[0]), text)
        verb = lead.kind if lead else ""
        shown = [
            name
            for name, cue, pattern, hiding in self._cues
            if verb not in cue.unless_verb and _stands(pattern, hiding, text)
        ]
        shown.append(f"kind-{lead.kind if lead else 'none'}")
        if lead is not None:
            shown.append(f"strength-{lead.strength}")
        if self._head.search(text):
            shown.append("head")
        if FIGURE.search(text):
            shown.append("figure")
        if lead is not None and len(text) - len("".join((lead.verb, *lead.helpers))) < self._words.shortest_object:
            shown.append("bare")
        return tuple(shown)


def _stands(pattern: re.Pattern[str], hiding: tuple[str, ...], text: str) -> bool:
    """Whether one of the pattern's words stands in a text, and not directly behind one that hides it."""
    if not hiding:
        return pattern.search(text) is not None
    return any(not text.endswith(hiding, 0, match.start()) for match in pattern.finditer(text))


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
