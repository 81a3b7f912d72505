"""What speaks for a passage being about a commitment: each feature for all pairs at once, as matrices.

Rows are commitments, columns passages. ``docs/commitments.md`` says in words what each feature measures.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from compare.commitments.evidence_passages import Passage
from compare.commitments.vectors import WordVectors, cut
from compare.commitments.verbs import VerbWords
from compare.judgement import same_kind
from compare.language.lexicon import Lexicon
from compare.model import Commitment, Report
from compare.similarity import TextIndex

Floats = NDArray[np.float32]


def columns(features: Mapping[str, Floats], places: Sequence[int]) -> dict[str, Floats]:
    """The features of some of the passages."""
    chosen = list(places)
    return {name: values[:, chosen] for name, values in features.items()}


class Sorter:
    """Picks from texts the words that name things, leaving out those that say what is done to them."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.read("verbs", VerbWords)
        self._deeds = frozenset(words.adverbs).union(*(kind.words for kind in words.kinds.values()))
        self._read: dict[str, tuple[str, ...]] = {}

    def things(self, text: str) -> tuple[str, ...]:
        """The text's words for things, each once, in order."""
        if text not in self._read:
            self._read[text] = tuple(word for word in dict.fromkeys(cut(text)) if word not in self._deeds)
        return self._read[text]


class Matcher(Struct, frozen=True):
    """Everything that features are computed from. ``passages`` are those of ``later``."""

    earlier: Report
    later: Report
    commitments: Sequence[Commitment]
    passages: Sequence[Passage]
    lexicon: Lexicon
    vectors: WordVectors
    sorter: Sorter

    def features(self) -> dict[str, Floats]:
        """Every feature by its name: one row a commitment, one column a passage."""
        background = [sentence.text for report in (self.earlier, self.later) for sentence in report.sentences]
        return self._by_words(background) | self._by_place(background) | {"unit": self._same_units()}

    def _by_words(self, background: Sequence[str]) -> dict[str, Floats]:
        sorter = self.sorter
        promised = [words_of(commitment) for commitment in self.commitments]
        core = [passage.core for passage in self.passages]
        around = {text: place for place, text in enumerate(dict.fromkeys(passage.text for passage in self.passages))}
        shown = [around[passage.text] for passage in self.passages]
        things = [sorter.things(text) for text in promised]
        own, wide = TextIndex(core, background), TextIndex(tuple(around), background)
        direction = self._directions(things)
        towards = self._directions([sorter.things(text) for text in around])[shown]
        numbers = sorted({commitment.sentence for commitment in self.commitments})
        row = {number: place for place, number in enumerate(numbers)}
        rows = [row[commitment.sentence] for commitment in self.commitments]
        texts = [self.earlier.sentences[number].text for number in numbers]
        return {
            "sentence": wide.scores(texts)[np.ix_(rows, shown)],
            "direction_sentence": (self._directions([sorter.things(text) for text in texts]) @ towards.T)[rows],
            "likeness": own.scores(promised),
            "covered_around": wide.coverage(promised)[:, shown],
            "things_around": wide.coverage([" ".join(words) for words in things])[:, shown],
            "direction": direction @ self._directions([sorter.things(text) for text in core]).T,
            "direction_around": direction @ towards.T,
            **self._by_title(towards),
        }

    def _by_title(self, towards: Floats) -> dict[str, Floats]:
        """How near the title of a commitment's section is to a passage, and to the title of the passage's section."""
        ours, own = self._titles(self.earlier, [commitment.section for commitment in self.commitments])
        theirs, later = self._titles(self.later, [passage.section for passage in self.passages])
        return {
            "direction_title": (ours @ towards.T)[own],
            "direction_titles": (ours @ theirs.T)[np.ix_(own, later)],
        }

    def _titles(self, report: Report, sections: Sequence[int | None]) -> tuple[Floats, list[int]]:
        """The directions of the sections' titles, each once, and which of them each section has."""
        places = {number: place for place, number in enumerate(dict.fromkeys(sections))}
        titles = ["" if number is None else report.sections[number].title for number in places]
        return self._directions([self.sorter.things(title) for title in titles]), [places[n] for n in sections]

    def _directions(self, texts: Sequence[Sequence[str]]) -> Floats:
        """The sum of each text's word vectors, the rare words counting more, at length 1."""
        filled = [place for place, text in enumerate(texts) if text]
        sums = np.zeros((len(texts), self.vectors.dimensions), dtype=np.float32)
        if filled:
            places = self.vectors.places(word for text in texts for word in text)
            starts = np.cumsum([0, *(len(texts[place]) for place in filled)])[:-1]
            sums[filled] = np.add.reduceat(self.vectors.weighted(places), starts, axis=0)
        directions: Floats = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), np.float32(1e-9))
        return directions

    def _same_units(self) -> Floats:
        """1 where the clause states a figure of the commitment's measure in a unit that converts into its own."""
        stated = [passage.figures for passage in self.passages]
        kinds = tuple(dict.fromkeys((fact.unit, fact.measure) for facts in stated for fact in facts))
        held = np.zeros((len(stated), len(kinds)), dtype=np.bool_)
        for row, facts in enumerate(stated):
            held[row, [kinds.index((fact.unit, fact.measure)) for fact in facts]] = True
        found = np.zeros((len(self.commitments), len(stated)), dtype=np.float32)
        for row, commitment in enumerate(self.commitments):
            target = commitment.fact
            if target is not None:
                fits = [m == target.measure and same_kind(unit, target.unit, self.lexicon) for unit, m in kinds]
                found[row] = held[:, fits].any(axis=1)
        return found

    def _by_place(self, background: Sequence[str]) -> dict[str, Floats]:
        shape = (len(self.commitments), len(self.passages))
        part = np.array([passage.part for passage in self.passages])
        columns = {
            "problems": part == "problems",
            "plan": (part == "plan") | (part == "annex"),
            "heading": np.array([passage.heading for passage in self.passages]),
        }
        found = {name: np.broadcast_to(column.astype(np.float32), shape) for name, column in columns.items()}
        return found | {"section": self._sections(background)}

    def _sections(self, background: Sequence[str]) -> Floats:
        """How like the section of the commitment is to that of the passage."""
        numbers = sorted({p.section for p in self.passages if p.section is not None})
        index = TextIndex([*(_section_text(self.later, number) for number in numbers), ""], background)
        place = {number: n for n, number in enumerate(numbers)}
        own = sorted({c.section for c in self.commitments if c.section is not None})
        scores = np.vstack([index.scores([_section_text(self.earlier, number) for number in own]), _none(len(index))])
        rows = [len(own) if c.section is None else own.index(c.section) for c in self.commitments]
        found: Floats = scores[rows][
            :, [len(numbers) if p.section is None else place[p.section] for p in self.passages]
        ]
        return found


def words_of(commitment: Commitment) -> str:
    """The commitment's words, with the name that its figure has from elsewhere in the sentence (今年安排500万亩)."""
    name = "" if commitment.fact is None else commitment.fact.indicator
    return commitment.text if not name or name in commitment.text else f"{commitment.text} {name}"


def _none(width: int) -> Floats:
    return np.zeros((1, width), dtype=np.float32)


def _section_text(report: Report, number: int) -> str:
    section = report.sections[number]
    return " ".join(sentence.text for sentence in report.sentences[section.heading : section.last])
