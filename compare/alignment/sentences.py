"""Which sentence of the later report says what a sentence of the earlier one said."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from compare.alignment.order import out_of_order
from compare.language.lexicon import Lexicon
from compare.model import Report, Role, SectionPair, Sentence, SentencePair
from compare.similarity import TextIndex, contained, without_figures

ALIKE_AT_HOME = 0.3
"""Cosine from which sentences of paired sections are taken for one another."""
ALIKE_ABROAD = 0.5
"""The same between sections that are not paired, where chance has far more to choose from."""
SURE = 0.75
"""Headings of sections that continue one another one to one with this chance belong together, whatever their words."""
ALIKE_AS_HEADING = 0.2
"""Share of a heading's words that the other must hold in all other pairs of sections."""
MOST = 50
"""Candidates looked at for each sentence."""
PIECE = 0.6
"""Share of a piece's words that the divided sentence must hold."""
GAIN = 0.15
"""Share of the divided sentence's words that a piece must add to those already found."""


class Candidate(Struct, frozen=True):
    """Two sentences that might belong together."""

    old: int
    new: int
    score: float
    home: bool
    """They stand in paired sections."""
    distance: float
    """How far apart they stand in their reports, 0 to 1."""


class Homes:
    """Which sections of the two reports belong together."""

    def __init__(self, section_pairs: Sequence[SectionPair]) -> None:
        self._linked = {(pair.old, pair.new) for pair in section_pairs}
        self._old = {pair.old for pair in section_pairs}
        self._new = {pair.new for pair in section_pairs}

    def same(self, one: Sentence, other: Sentence) -> bool:
        """Paired sections; and what stands in none that alignment looked at (opening, closing) is at home there."""
        if one.section in self._old or other.section in self._new:
            return (one.section, other.section) in self._linked and None not in (one.section, other.section)
        return True


def align_sentences(
    old: Report, new: Report, section_pairs: Sequence[SectionPair], lexicon: Lexicon
) -> tuple[SentencePair, ...]:
    """Pairs of sentences in the order of the earlier report; a sentence without a counterpart stands in none.

    The strictest likeness goes first and takes its sentences away from the looser ones: headings of paired sections,
    then the same words, then the same but for figures, then like words in paired sections, then like words anywhere in
    the same role (moved).
    A sentence that was divided or joined has several sentences on one side, neighbours each.
    """
    homes = Homes(section_pairs)
    found = _Found(old, new)
    found.take(_headings(old, new, section_pairs))
    for words in (str, without_figures):
        found.take(_identical(old, new, found, homes, words, at_home=True))
        found.take(_identical(old, new, found, homes, words, at_home=False))
    alike = _alike(old, new, found, homes)
    found.take(candidate for candidate in alike if candidate.home)
    found.take(alike)
    return tuple(_with_moves(old, new, _with_pieces(old, new, found.pairs())))


class _Found:
    """The pairs so far; each sentence is taken once."""

    def __init__(self, old: Report, new: Report) -> None:
        self._by_old: dict[int, Candidate] = {}
        self.free_old = {sentence.number for sentence in old.sentences}
        self.free_new = {sentence.number for sentence in new.sentences}

    def take(self, stage: Iterable[Candidate]) -> None:
        """The likest first, and of equals those that stand at about the same place."""
        for candidate in sorted(stage, key=lambda c: (-c.score, c.distance, c.old, c.new)):
            if candidate.old in self.free_old and candidate.new in self.free_new:
                self._by_old[candidate.old] = candidate
                self.free_old.remove(candidate.old)
                self.free_new.remove(candidate.new)

    def pairs(self) -> list[SentencePair]:
        ordered = sorted(self._by_old.values(), key=lambda c: c.old)
        return [SentencePair((c.old,), (c.new,), round(min(1.0, c.score), 3), moved=not c.home) for c in ordered]


def _headings(old: Report, new: Report, section_pairs: Sequence[SectionPair]) -> Iterator[Candidate]:
    """Headings of sections that surely continue one another, whatever their words; of others where they are alike."""
    for pair in section_pairs:
        if pair.old is None or pair.new is None:
            continue
        row, column = old.sections[pair.old].heading, new.sections[pair.new].heading
        sure = pair.relation == "same" and not pair.parents and pair.score >= SURE
        if sure or _titles_alike(old.sections[pair.old].title, new.sections[pair.new].title):
            score = 1.0 if old.sentences[row].text == new.sentences[column].text else pair.score
            yield Candidate(row, column, score, home=True, distance=_distance(old, new, row, column))


def _identical(
    old: Report, new: Report, found: _Found, homes: Homes, words: Callable[[str], str], *, at_home: bool
) -> list[Candidate]:
    """Sentences with the same words, in order: the first of the old with the first of the new."""

    def key(sentence: Sentence) -> tuple[str, bool, Role | None]:
        # The same words in review and plan are the same sentence; with other figures they are result and target.
        return words(sentence.text), sentence.heading, None if words is str else sentence.role

    waiting: dict[tuple[str, bool, Role | None], dict[int | None, deque[int]]] = {}
    for sentence in new.sentences:
        if sentence.number in found.free_new:
            waiting.setdefault(key(sentence), {}).setdefault(sentence.section, deque()).append(sentence.number)
    out = []
    for sentence in old.sentences:
        queues = waiting.get(key(sentence), {}) if sentence.number in found.free_old else {}
        for queue in queues.values():
            home = homes.same(sentence, new.sentences[queue[0]]) if queue else False
            if queue and (home or not at_home):
                out.append(Candidate(sentence.number, queue.popleft(), 1.0, home=home, distance=0.0))
                break
    return out


def _alike(old: Report, new: Report, found: _Found, homes: Homes) -> list[Candidate]:
    """Sentences that are like enough for where they stand."""
    rows, columns = sorted(found.free_old), sorted(found.free_new)
    mine, theirs = [old.sentences[row].text for row in rows], [new.sentences[column].text for column in columns]
    background = [s.text for report in (old, new) for s in report.sentences]
    # Each side's free sentences count twice, so that old against new weighs words as new against old does.
    triples = TextIndex(theirs, [*mine, *background]).above(mine, ALIKE_AT_HOME, MOST)
    out = []
    for row, column, score in zip(*(array.tolist() for array in triples), strict=True):
        one, other = old.sentences[rows[row]], new.sentences[columns[column]]
        home = homes.same(one, other)
        if one.heading == other.heading and (home or (score >= ALIKE_ABROAD and one.role == other.role)):
            distance = _distance(old, new, one.number, other.number)
            out.append(Candidate(one.number, other.number, score, home, distance))
    return out


def _titles_alike(one: str, other: str) -> bool:
    return min(contained(one, other), contained(other, one)) >= ALIKE_AS_HEADING


def _distance(old: Report, new: Report, row: int, column: int) -> float:
    return abs(row / len(old.sentences) - column / len(new.sentences))


def _with_pieces(old: Report, new: Report, pairs: list[SentencePair]) -> list[SentencePair]:
    """Give each pair the unpaired neighbours that are pieces of its other side."""
    free_old = {s.number for s in old.sentences if not s.heading} - {number for pair in pairs for number in pair.old}
    free_new = {s.number for s in new.sentences if not s.heading} - {number for pair in pairs for number in pair.new}
    out = []
    for pair in pairs:
        if old.sentences[pair.old[0]].heading:
            out.append(pair)
            continue
        more_new = _pieces(old.sentences[pair.old[0]].text, pair.new[0], new.sentences, free_new)
        more_old = _pieces(new.sentences[pair.new[0]].text, pair.old[0], old.sentences, free_old)
        # A sentence is divided or joined, not both: the side that gained more says which.
        if len(more_new) >= len(more_old):
            more_old = pair.old
        else:
            more_new = pair.new
        free_old -= set(more_old)
        free_new -= set(more_new)
        out.append(replace(pair, old=more_old, new=more_new))
    return out


def _pieces(whole: str, start: int, sentences: Sequence[Sentence], free: set[int]) -> tuple[int, ...]:
    """The sentence at ``start`` with the free neighbours of its section that hold more of ``whole``."""
    held = [start]
    for step in (1, -1):
        place = start + step
        while place in free and sentences[place].section == sentences[start].section:
            piece = sentences[place].text
            if contained(piece, whole) < PIECE:
                break
            text = "\n".join(sentences[number].text for number in held)
            if contained(whole, f"{text}\n{piece}") - contained(whole, text) < GAIN:
                break
            held.append(place)
            place += step
    return tuple(sorted(held))


def _with_moves(old: Report, new: Report, pairs: list[SentencePair]) -> list[SentencePair]:
    """Mark what changed its order within its pair of sections."""

    def sections(pair: SentencePair) -> tuple[int, int]:
        # -1 for sentences above the first heading, so that keys sort.
        owner, other = old.sentences[pair.old[0]].section, new.sentences[pair.new[0]].section
        return (-1 if owner is None else owner, -1 if other is None else other)

    def weight(pair: SentencePair) -> int:
        return len(old.sentences[pair.old[0]].text) + len(new.sentences[pair.new[0]].text)

    out = []
    for _, group in groupby(sorted(pairs, key=sections), key=sections):
        members = list(group)
        broken = out_of_order({(pair.old[0], pair.new[0]): weight(pair) for pair in members})
        out += [replace(p, moved=p.moved or (p.old[0], p.new[0]) in broken) for p in members]
    return sorted(out, key=lambda pair: pair.old)
