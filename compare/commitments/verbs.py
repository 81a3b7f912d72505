"""The verb that opens a clause: which kind of accomplishment it names, and how firmly it binds (完成/推动/探索)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from compare.language.lexicon import Lexicon
from compare.language.schema import Schema
from compare.model import Strength

FOUNDING = ("found", "start", "issue")
MOST_HELPERS = 8
FIRMNESS: tuple[Strength, ...] = ("explore", "advance", "complete")


class VerbKind(Schema, frozen=True):
    """Verbs whose accomplishment looks alike, with a clause that the kind fits and one that it does not."""

    strength: Strength
    example: str
    counter: str
    words: tuple[str, ...]


class VerbWords(Schema, frozen=True):
    """The lexicon's table ``verbs``."""

    particle: str
    """What may stand between an adverb and its verb (深入地推进)."""
    adverbs: tuple[str, ...]
    advancing: tuple[str, ...]
    exploring: tuple[str, ...]
    binding: tuple[str, ...]
    attribute: str
    """What stands behind a verb that only describes a noun (下放|的|事项)."""
    nominal: tuple[str, ...]
    compounds: tuple[str, ...]
    """Nouns that begin like a verb (建设用地)."""
    """What follows a verb that serves as a noun (技术改造|等|项目)."""
    title: str
    """Names of documents, whose verbs do nothing (《关于制定规划的建议》)."""
    kinds: Mapping[str, VerbKind]


class Lead(Struct, frozen=True):
    """The opening verb of a clause and where it stands in it; ``helpers`` are the words before it."""

    verb: str
    kind: str
    strength: Strength
    start: int
    end: int
    helpers: tuple[str, ...] = ()


class VerbReader:
    """Reads the opening verb of clauses by the lexicon's words."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.read("verbs", VerbWords)
        self._strength = {name: kind.strength for name, kind in words.kinds.items()}
        self._kind = {word: name for name, kind in words.kinds.items() for word in kind.words}
        self._weight: dict[str, Strength] = dict.fromkeys(words.advancing, "advance")
        self._weight |= dict.fromkeys(words.exploring, "explore")
        helpers = (*words.adverbs, *words.advancing, *words.exploring, *words.binding)
        self._helper = _longest_first(helpers, f"(?:{re.escape(words.particle)})?")
        self._verb = _longest_first((*self._kind, *words.compounds))
        self._title = re.compile(words.title)
        self._attribute = words.attribute
        self._nominal = (words.attribute, *words.nominal)

    def lead(self, text: str, start: int = 0) -> Lead | None:
        """The verb that ``text[start:]`` opens with, after any number of adverbs; None where there is none."""
        return self._read(text, start, ())

    def behind_object(self, text: str, moving: tuple[str, ...], place: int = 0) -> Lead | None:
        """The verb behind an object that was moved before it: 逐步|将|费用|纳入…; None where none was moved.

        Nouns of the object may look like verbs (将|救助|费用|纳入): the first that brings something about is taken.
        """
        while not text.startswith(moving, place):
            helper = self._helper.match(text, place)
            if helper is None:
                return None
            place = helper.end()
        verbs = [lead for lead in self.acts_in(text) if lead.start > place]
        return next((lead for lead in verbs if lead.strength == "complete"), verbs[0] if verbs else None)

    def after_adverb(self, text: str) -> Lead | None:
        """The first verb that stands directly behind an adverb, as after a subject: 居民收入|稳步|增长."""
        for helper in self._helper.finditer(text):
            verb = self._read(text, helper.start(), ())
            if verb is not None and verb.helpers:
                return verb
        return None

    def of_founding(self, text: str) -> Lead | None:
        """The first verb that founds, starts or issues something, as behind a subject: 母基金|设立|子基金."""
        founding = (lead for lead in self.verbs_in(text) if lead.kind in FOUNDING and lead.start >= 2)
        return next((lead for lead in founding if not text.startswith(self._nominal, lead.end)), None)

    def at_end(self, text: str) -> Lead | None:
        """The verb of completion that a clause ends with, as behind its subject: 环岛快线|建成通车."""
        verbs = self.verbs_in(text)
        return verbs[-1] if verbs and verbs[-1].end == len(text) and verbs[-1].kind in ("finish", "start") else None

    def verbs_in(self, text: str) -> tuple[Lead, ...]:
        """Every verb of the lexicon in a text, left to right, without overlap."""
        return tuple(
            Lead(match[0], kind, self._strength[kind], match.start(), match.end())
            for match in self._verb.finditer(text)
            if (kind := self._kind.get(match[0]))
        )

    def is_helping(self, text: str) -> bool:
        """Is there nothing but adverbs and helpers in a text (确保|基本)?"""
        place = 0
        while place < len(text) and (helper := self._helper.match(text, place)):
            place = helper.end()
        return place == len(text)

    def acts_in(self, text: str) -> tuple[Lead, ...]:
        """The verbs of a text without those that only describe a noun (下放|的事项) or stand in a title."""
        bare = self._title.sub(lambda title: " " * len(title[0]), text)
        return tuple(lead for lead in self.verbs_in(bare) if not bare.startswith(self._attribute, lead.end))

    def _read(self, text: str, start: int, helpers: tuple[str, ...]) -> Lead | None:
        verb = self._verb.match(text, start)
        if verb is not None and verb[0] not in self._kind:
            return None
        helper = self._helper.match(text, start)
        if helper and len(helpers) < MOST_HELPERS and not (verb and len(verb[0]) > len(helper[0])):
            behind = self._read(text, helper.end(), (*helpers, helper[0]))
            if behind is not None:
                return behind
        if verb is None:
            return None
        kind = self._kind[verb[0]]
        strength = min(
            (self._strength[kind], *(self._weight.get(helper, "complete") for helper in helpers)), key=FIRMNESS.index
        )
        return Lead(verb[0], kind, strength, start, verb.end(), helpers)


def _longest_first(words: Iterable[str], ending: str = "") -> re.Pattern[str]:
    listed = "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))
    return re.compile(f"(?:{listed}){ending}")
