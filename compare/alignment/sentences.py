"""Which sentence of the later report says what a sentence of the earlier one said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from compare.alignment.order import out_of_order
from compare.language.lexicon import Lexicon
from compare.model import Report, SectionPair, Sentence, SentencePair
from compare.similarity import TextIndex, contained

ALIKE_AT_HOME = 0.3
"""Cosine from which sentences of paired sections are taken for one another."""
ALIKE_ABROAD = 0.5
"""The same between sections that are not paired, where chance has far more to choose from."""
ALIKE_AS_HEADING = 0.2
"""Share of a heading's words that the other must hold, where the sections are not one to one."""
PIECE = 0.6
"""Share of a piece's words that the divided sentence must hold."""
GAIN = 0.15
"""Share of the divided sentence's words that a piece must add to those already found."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two sentences that might belong together."""

    old: int
    new: int
    score: float
    home: bool
    """They stand in paired sections."""
    identical: bool
    distance: float
    """How far apart they stand in their reports, 0 to 1."""


def align_sentences(
    old: Report, new: Report, section_pairs: Sequence[SectionPair], lexicon: Lexicon
) -> tuple[SentencePair, ...]:
    """Pairs of sentences in the order of the earlier report; a sentence without a counterpart stands in none.

    The strictest likeness goes first and takes its sentences away from the looser ones: headings of paired sections,
    then the same words, then like words in paired sections, then like words anywhere in the same role (moved).
    A sentence that was divided or joined has several sentences on one side, neighbours each.
    """
    linked = {(pair.old, pair.new) for pair in section_pairs} | _outside(old, new)
    candidates = _candidates(old, new, linked)
    found: dict[int, Candidate] = {}
    taken: set[int] = set()
    for stage in _stages(old, new, section_pairs, candidates):
        for candidate in sorted(stage, key=lambda c: (-c.score, c.distance, c.old, c.new)):
            if candidate.old not in found and candidate.new not in taken:
                found[candidate.old] = candidate
                taken.add(candidate.new)
    pairs = [
        SentencePair((c.old,), (c.new,), round(min(1.0, c.score), 3), moved=not c.home)
        for c in sorted(found.values(), key=lambda c: c.old)
    ]
    return tuple(_with_moves(old, new, _with_pieces(old, new, pairs)))


def _outside(old: Report, new: Report) -> set[tuple[int | None, int | None]]:
    """What is neither review nor plan (opening, closing, glossary) is at home in the same of the other report."""
    mine, theirs = ([s.number for s in report.sections if s.role == "other"] for report in (old, new))
    return {(one, other) for one in [None, *mine] for other in [None, *theirs]}


def _candidates(old: Report, new: Report, linked: set[tuple[int | None, int | None]]) -> list[Candidate]:
    """Pairs that are like enough for the loosest stage."""
    mine, theirs = [s.text for s in old.sentences], [s.text for s in new.sentences]
    rows, columns, scores = TextIndex(theirs, background=mine).above(mine, ALIKE_AT_HOME)
    out = []
    for row, column, score in zip(rows.tolist(), columns.tolist(), scores.tolist(), strict=True):
        one, other = old.sentences[row], new.sentences[column]
        home = (one.section, other.section) in linked
        identical = one.text == other.text
        if one.heading == other.heading and (home or identical or (score >= ALIKE_ABROAD and one.role == other.role)):
            out.append(Candidate(row, column, score, home, identical, _distance(old, new, row, column)))
    return out


def _stages(
    old: Report, new: Report, section_pairs: Sequence[SectionPair], candidates: list[Candidate]
) -> Iterator[Iterable[Candidate]]:
    """The order in which likeness is believed."""
    yield _headings(old, new, section_pairs)
    yield (c for c in candidates if c.identical and c.home)
    yield (c for c in candidates if c.identical)
    yield (c for c in candidates if c.home)
    yield candidates


def _headings(old: Report, new: Report, section_pairs: Sequence[SectionPair]) -> Iterator[Candidate]:
    """Headings of sections that continue one another one to one, whatever their words; others where they are alike."""
    for pair in section_pairs:
        if pair.old is None or pair.new is None:
            continue
        row, column = old.sections[pair.old].heading, new.sections[pair.new].heading
        sure = pair.relation == "same" and not pair.parents
        if sure or _titles_alike(old.sections[pair.old].title, new.sections[pair.new].title):
            same = old.sentences[row].text == new.sentences[column].text
            score, distance = 1.0 if same else pair.score, _distance(old, new, row, column)
            yield Candidate(row, column, score, home=True, identical=same, distance=distance)


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
            text = "\n".join(sentences[number].text for number in held)
            piece = sentences[place].text
            gain = contained(whole, f"{text}\n{piece}") - contained(whole, text)
            if contained(piece, whole) < PIECE or gain < GAIN:
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
