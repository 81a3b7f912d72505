"""What a clause shows of how far a thing has come: done, moved on, looked into, or a state that is described."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from msgspec import Struct

from compare.commitments.verbs import VerbReader
from compare.language.lexicon import Lexicon
from compare.language.schema import Schema


class Sign(Schema, frozen=True):
    """Words that show how far a thing has come, with a clause that they fit and one that they do not."""

    pattern: str
    example: str
    counter: str


class Compounds(Schema, frozen=True):
    """Words before and behind a name that make it a part of another indicator's."""

    before: tuple[str, ...]
    behind: tuple[str, ...]


class StatusWords(Schema, frozen=True):
    """The lexicon's table ``status``: signs in a clause, and the sentences that give the reason of a status."""

    signs: Mapping[str, Sign]
    goal: Sign
    """How a clause opens that admits the failure of a goal which the clause before it names."""
    amounts: tuple[str, ...]
    """Words behind a thing's name for how much of it there is: 总数, 规模."""
    added: tuple[str, ...]
    """Words before a thing's name for what is added to it: 新增."""
    compounds: Compounds
    goals: tuple[str, ...]
    """Words for goals as such, which name no thing."""
    leaving: tuple[str, ...]
    """Words of a target for what goes: a fall of the same thing is its amount."""
    increase: Sign
    """What may stand between a planned amount and its increase on the year before."""
    budgeted: Sign
    """The same, for a change on last year's budget, which is no result."""
    pace: Sign
    """A promise that one thing keeps pace with another."""
    rising: Sign
    """A promise, from end to end, that something grows."""
    rough: str
    """Points by which 基本同步 may fall short before it counts as missed."""
    paces: Mapping[str, tuple[str, ...]]
    """Names under which a report states the growth of what such a promise names."""
    areas: Mapping[str, tuple[str, ...]]
    """Words for an area of policy, and what its indicators are called."""
    stages: tuple[tuple[str, ...], ...]
    """Words for the stages of a building: a count at one stage is none at another."""
    contrasts: tuple[tuple[str, ...], ...]
    """Words for classes of one kind: what is said of one class is not said of another."""
    why: Mapping[str, str]


class Signs(Struct, frozen=True):
    """What one clause shows. ``verb`` is the one it opens with, empty where it opens with none."""

    verb: str
    shown: Mapping[str, bool]


class SignReader:
    """Reads signs by the lexicon's words."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.read("status", StatusWords)
        self._verbs = VerbReader(lexicon)
        self._contrasts = words.contrasts
        self._stages = words.stages
        self._goals, self._compounds = frozenset(words.goals), words.compounds
        self._read: dict[str, Signs] = {}
        self._patterns = {name: re.compile(sign.pattern) for name, sign in words.signs.items()}

    def read(self, clause: str) -> Signs:
        """The signs of a clause."""
        if clause not in self._read:
            self._read[clause] = self._signs(clause)
        return self._read[clause]

    def _signs(self, clause: str) -> Signs:
        lead = self._verbs.lead(clause)
        shown = {
            "plain": lead is None,
            "advance": lead is not None and lead.strength == "advance",
            "explore": lead is not None and lead.strength == "explore",
            "change": lead is not None and lead.strength == "complete" and lead.kind == "change",
            "firm": lead is not None and lead.strength == "complete" and lead.kind != "change",
        }
        shown |= {name: bool(pattern.search(clause)) for name, pattern in self._patterns.items()}
        return Signs("" if lead is None else lead.verb, MappingProxyType(shown))

    def differ(self, promised: str, told: str) -> bool:
        """The promise names a class (门诊), and the clause names only others of its kind (住院)."""
        for group in self._contrasts:
            ours, theirs = ({word for word in group if word in text} for text in (promised, told))
            if ours and theirs and not ours & theirs:
                return True
        return False

    def names(self, said: str, name: str) -> bool:
        """A name stands in a text on its own, not as a part of another indicator's."""
        places = (found.start() for found in re.finditer(re.escape(name), said))
        before, behind = self._compounds.before, self._compounds.behind
        return any(not said[:at].endswith(before) and not said.startswith(behind, at + len(name)) for at in places)

    def bears(self, said: str, words: Iterable[str]) -> bool:
        """A text names one of the words on its own, other than those for goals as such."""
        return any(len(word) > 1 and word not in self._goals and self.names(said, word) for word in words)

    def other_stage(self, promised: str, told: str) -> bool:
        """Both name a stage of building (新开工, 建成), and not the same."""
        one, other = (
            {n for n, words in enumerate(self._stages) if any(word in text for word in words)}
            for text in (promised, told)
        )
        return bool(one and other) and not one & other
