"""Where evidence may stand: the clauses of a later report that look back, and those of its plan.

A passage is one clause with as much of its sentence around it as the lexicon allows, because a clause alone (增长8.1%)
often lacks its subject. The clause decides what is said, the words around it what is spoken of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from compare.commitments.clauses import Clause, split_clauses
from compare.language.lexicon import Lexicon
from compare.language.schema import Schema
from compare.model import Fact, Part, Report, Sentence


class Cue(Schema, frozen=True):
    """A pattern, with a clause that it fits and one that it does not."""

    pattern: str
    example: str
    counter: str


class CueWords(Schema, frozen=True):
    """The lexicon's table ``cues``."""

    longest: int
    shortest: int
    ordinals: tuple[str, ...]
    headless: str
    presupposing: Mapping[str, Cue]
    idle: Cue
    """A clause that thanks, gives the credit or vows: it reports on nothing."""
    standing: Cue
    """A clause of the plan that tells what there is already: it promises nothing."""
    widening: Cue
    """A clause of the plan that widens what there is already, and so presupposes that it was introduced."""
    introducing: Cue
    """A promise to introduce something."""
    phase: Cue
    """The phase of a project: another phase is another thing."""
    told: Cue
    """A clause of the plan that tells what was done: it reports, and promises nothing."""


class Passage(Struct, frozen=True):
    """A clause of a sentence (``core``), and what is shown of the sentence around it (``text``, from start to end)."""

    sentence: int
    start: int
    end: int
    text: str
    core_start: int
    core_end: int
    core: str
    part: Part
    section: int | None
    heading: bool
    """The clause names a topic (a heading, 一是…)."""
    figures: tuple[Fact, ...] = ()
    """Those that stand in the clause."""

    @property
    def planned(self) -> bool:
        """The clause stands in the plan."""
        return self.part in ("plan", "annex")


class Passages(Struct, frozen=True):
    """All clauses of a report's review, problems and plan, and which of them (by place) report and which promise."""

    every: tuple[Passage, ...]
    reporting: tuple[int, ...]
    """Those of review and problems, and those of the plan that presuppose what became of things."""
    promising: tuple[int, ...]
    """Those of the plan, without headings and what stands already."""

    def at(self, places: Sequence[int]) -> tuple[Passage, ...]:
        """The passages at these places."""
        return tuple(self.every[place] for place in places)


def read_passages(report: Report, lexicon: Lexicon) -> Passages:
    """Every clause in which evidence or a repetition may stand, in the order of the text."""
    cues = lexicon.read("cues", CueWords)
    presupposing = re.compile("|".join(f"(?:{cue.pattern})" for cue in cues.presupposing.values()))
    told, idle, standing = (re.compile(cue.pattern) for cue in (cues.told, cues.idle, cues.standing))
    every = tuple(
        replace(passage, part="review") if passage.part == "plan" and told.search(passage.core) else passage
        for passage in _passages(report, cues)
    )
    return Passages(
        every,
        tuple(
            n
            for n, passage in enumerate(every)
            if (presupposing.search(passage.core) if passage.planned else not idle.search(passage.core))
        ),
        tuple(
            n
            for n, passage in enumerate(every)
            if passage.planned and not report.sentences[passage.sentence].heading and not standing.search(passage.core)
        ),
    )


def _passages(report: Report, cues: CueWords) -> Iterator[Passage]:
    ordinal, headless = re.compile("|".join(cues.ordinals)), re.compile(cues.headless)
    facts: dict[int, list[Fact]] = defaultdict(list)
    for fact in report.facts:
        facts[fact.sentence].append(fact)
    for sentence in report.sentences:
        if sentence.part in ("review", "problems", "plan", "annex"):
            clauses = split_clauses(sentence.text)
            for place, clause in enumerate(clauses):
                if len(clause.text) >= cues.shortest:
                    heading = sentence.heading or bool(ordinal.match(clause.text))
                    window = _window(clauses, place, cues.longest, back_first=bool(headless.match(clause.text)))
                    figures = tuple(f for f in facts[sentence.number] if clause.start <= f.start < clause.end)
                    yield _passage(sentence, clause, *window, heading=heading, figures=figures)


def _window(clauses: tuple[Clause, ...], place: int, longest: int, *, back_first: bool) -> tuple[int, int]:
    """Start and end of as many clauses around one as may be shown: those behind it first, unless it has no subject."""
    first = last = place
    if back_first and place and _joins(clauses[place - 1]) and clauses[place].end - clauses[place - 1].start <= longest:
        first -= 1
    while last + 1 < len(clauses) and _joins(clauses[last]) and clauses[last + 1].end - clauses[first].start <= longest:
        last += 1
    while first > 0 and _joins(clauses[first - 1]) and clauses[last].end - clauses[first - 1].start <= longest:
        first -= 1
    return clauses[first].start, clauses[last].end


def _passage(
    sentence: Sentence, core: Clause, start: int, end: int, *, heading: bool, figures: tuple[Fact, ...]
) -> Passage:
    return Passage(
        sentence=sentence.number,
        start=start,
        end=end,
        text=sentence.text[start:end],
        core_start=core.start,
        core_end=core.end,
        core=core.text,
        part=sentence.part,
        section=sentence.section,
        heading=heading,
        figures=figures,
    )


def _joins(clause: Clause) -> bool:
    """The clause runs on into the next one: no semicolon between them."""
    return clause.mark not in (";", "；", "")
