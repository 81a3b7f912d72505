"""What speaks for a passage being about a commitment: each feature for all pairs at once, as matrices.

Rows are commitments, columns passages. ``docs/commitments.md`` says in words what each feature measures.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.commitments.evidence_passages import Passage
from compare.commitments.vectors import WordVectors, cut
from compare.commitments.verbs import VerbWords
from compare.judgement import same_kind
from compare.language.lexicon import Lexicon
from compare.model import Commitment, Fact, Report
from compare.similarity import TextIndex

Floats = NDArray[np.float32]
NOTHING = "\0"
_BLOCK = 512


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words: those that name things, and those that say what is done to them."""

    things: tuple[str, ...]
    deeds: tuple[str, ...]

    @property
    def named(self) -> str:
        """The things as text; whatever stood between them parts them."""
        return " ".join(self.things)


class Sorter:
    """Divides texts into words for things and words for deeds, by the lexicon's verbs."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.read("verbs", VerbWords)
        self._deeds = frozenset(words.adverbs).union(*(kind.words for kind in words.kinds.values()))

    def words(self, text: str) -> Words:
        """The text's words, each once, in order."""
        found = tuple(dict.fromkeys(cut(text)))
        return Words(
            tuple(word for word in found if word not in self._deeds),
            tuple(word for word in found if word in self._deeds),
        )


@dataclass(frozen=True, slots=True)
class Side:
    """Texts with their words: all commitments, all passages' clauses, or all that is shown around them."""

    texts: tuple[str, ...]
    words: tuple[Words, ...]

    @property
    def things(self) -> tuple[tuple[str, ...], ...]:
        return tuple(words.things for words in self.words)

    @property
    def deeds(self) -> tuple[tuple[str, ...], ...]:
        return tuple(words.deeds for words in self.words)


@dataclass(frozen=True, slots=True)
class Matcher:
    """Everything that features are computed from. ``passages`` are those of ``later``."""

    earlier: Report
    later: Report
    commitments: Sequence[Commitment]
    passages: Sequence[Passage]
    lexicon: Lexicon
    vectors: WordVectors

    def features(self) -> dict[str, Floats]:
        """Every feature by its name: one row a commitment, one column a passage."""
        sorter = Sorter(self.lexicon)
        promised = _side([commitment.text for commitment in self.commitments], sorter)
        core = _side([passage.core for passage in self.passages], sorter)
        around = _side([passage.text for passage in self.passages], sorter)
        background = [sentence.text for report in (self.earlier, self.later) for sentence in report.sentences]
        found = {**self._by_letters(promised, core, around, background), **self._by_words(promised, core, around)}
        found |= self._by_figures() | self._by_place(background)
        return found

    def _by_letters(self, promised: Side, core: Side, around: Side, background: list[str]) -> dict[str, Floats]:
        named = [words.named for words in promised.words]
        own, wide = TextIndex(core.texts, background), TextIndex(around.texts, background)
        return {
            "likeness": own.scores(promised.texts),
            "covered": own.coverage(promised.texts),
            "covered_around": wide.coverage(promised.texts),
            "things": own.coverage(named),
            "things_around": wide.coverage(named),
        }

    def _by_words(self, promised: Side, core: Side, around: Side) -> dict[str, Floats]:
        own = self._directions(promised.things)
        return {
            "direction": own @ self._directions(core.things).T,
            "direction_around": own @ self._directions(around.things).T,
            "kin": self._kin(promised.things, core.things),
            "kin_around": self._kin(promised.things, around.things),
            "kin_back": self._kin(core.things, promised.things).T,
            "kin_deeds": self._kin(promised.deeds, core.deeds),
        }

    def _directions(self, texts: Sequence[Sequence[str]]) -> Floats:
        """The mean vector of each text's words, the rare ones counting more, of length 1."""
        rows = np.zeros((len(texts), self.vectors.vectors(()).shape[1]), dtype=np.float32)
        for row, words in enumerate(texts):
            rows[row] = self.vectors.rarity(words) @ self.vectors.vectors(words)
        length = np.linalg.norm(rows, axis=1, keepdims=True)
        directions: Floats = rows / np.maximum(length, np.float32(1e-9))
        return directions

    def _kin(self, texts: Sequence[Sequence[str]], others: Sequence[Sequence[str]]) -> Floats:
        """How much of each text (by rarity of its words) has a word of its kind in each other text."""
        words = tuple(dict.fromkeys(word for text in texts for word in text))
        place = {word: number for number, word in enumerate(words)}
        weights = np.zeros((len(texts), len(words)), dtype=np.float32)
        for row, text in enumerate(texts):
            weights[row, [place[word] for word in text]] = self.vectors.rarity(text)
        weights /= weights.sum(axis=1, keepdims=True) + 1
        flat = [word for other in others for word in (other or (NOTHING,))]
        starts = np.cumsum([0, *(max(1, len(other)) for other in others)])[:-1]
        scores = np.zeros((len(texts), len(others)), dtype=np.float32)
        for first in range(0, len(words), _BLOCK):
            block = words[first : first + _BLOCK]
            scores += weights[:, first : first + len(block)] @ np.maximum.reduceat(
                self._likeness(block, flat), starts, axis=1
            )
        return scores

    def _likeness(self, words: Sequence[str], others: Sequence[str]) -> Floats:
        """Square of the cosine of every two words; 1 for a word with itself."""
        known = tuple(dict.fromkeys(others))
        place = {word: number for number, word in enumerate(known)}
        like = np.clip(self.vectors.vectors(words) @ self.vectors.vectors(known).T, 0, 1) ** 2
        for row, word in enumerate(words):
            if word in place:
                like[row, place[word]] = 1
        if NOTHING in place:
            like[:, place[NOTHING]] = 0
        taken: Floats = like[:, [place[word] for word in others]]
        return taken

    def _by_figures(self) -> dict[str, Floats]:
        stated = _facts_of(self.passages, self.later.facts)
        promised = [() if commitment.fact is None else (commitment.fact,) for commitment in self.commitments]
        figured = np.array([bool(facts) for facts in stated], dtype=np.float32)
        numeric = np.array([[bool(facts)] for facts in promised], dtype=np.float32)
        return {
            "unit": self._pairs(promised, stated, lambda one, other: self._same_unit(one, other)),
            "figure": self._pairs(promised, stated, lambda one, other: one.value == other.value),
            "without_figure": numeric * (1 - figured),
            "with_figure": (1 - numeric) * figured,
        }

    def _same_unit(self, one: Fact, other: Fact) -> bool:
        return same_kind(one.unit, other.unit, self.lexicon) and one.measure == other.measure

    def _pairs(
        self,
        promised: Sequence[Sequence[Fact]],
        stated: Sequence[Sequence[Fact]],
        alike: Callable[[Fact, Fact], bool],
    ) -> Floats:
        found = np.zeros((len(promised), len(stated)), dtype=np.float32)
        for row, ours in enumerate(promised):
            if ours:
                found[row] = [any(alike(one, other) for one in ours for other in theirs) for theirs in stated]
        return found

    def _by_place(self, background: list[str]) -> dict[str, Floats]:
        shape = (len(self.commitments), len(self.passages))
        part = np.array([passage.part for passage in self.passages])
        numeric = np.array([[commitment.fact is not None] for commitment in self.commitments])
        flat: dict[str, NDArray[np.floating] | NDArray[np.bool_]] = {
            "problems": part == "problems",
            "plan": (part == "plan") | (part == "annex"),
            "length": np.log(np.array([len(passage.core) for passage in self.passages]) / 10),
            "heading": np.array([passage.heading for passage in self.passages]),
        }
        found = {name: np.broadcast_to(row, shape).astype(np.float32) for name, row in flat.items()}
        found["plan_figure"] = found["plan"] * numeric
        found["section"] = self._sections(background)
        return found

    def _sections(self, background: list[str]) -> Floats:
        """How like the section of the commitment is to that of the passage."""
        texts = [_section_text(self.later, section.number) for section in self.later.sections]
        index = TextIndex((*texts, ""), background)
        own = [_section_text(self.earlier, commitment.section) for commitment in self.commitments]
        distinct = tuple(dict.fromkeys(own))
        rows = index.scores(distinct)[[distinct.index(text) for text in own]] if own else index.scores(())
        taken: Floats = rows[:, [len(texts) if p.section is None else p.section for p in self.passages]]
        return taken


def _side(texts: Sequence[str], sorter: Sorter) -> Side:
    return Side(tuple(texts), tuple(sorter.words(text) for text in texts))


def _section_text(report: Report, number: int | None) -> str:
    if number is None:
        return ""
    section = report.sections[number]
    return " ".join(s.text for s in report.sentences[section.heading : section.last])


def _facts_of(passages: Sequence[Passage], facts: Sequence[Fact]) -> list[tuple[Fact, ...]]:
    """The facts whose number stands in each passage's clause."""
    by_sentence: dict[int, list[Fact]] = {}
    for fact in facts:
        by_sentence.setdefault(fact.sentence, []).append(fact)
    return [
        tuple(
            fact
            for fact in by_sentence.get(passage.sentence, ())
            if passage.core_start <= fact.start < passage.core_end
        )
        for passage in passages
    ]
