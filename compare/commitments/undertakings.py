"""The clauses of the plan part that promise something, one row each, figures first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from compare.commitments.clauses import Clause, joined, split_clauses, split_items
from compare.commitments.verbs import VerbReader
from compare.commitments.words import CommitmentWords
from compare.model import Fact, Report, Sentence


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A clause that promises, and the figure that it sets where it sets one."""

    sentence: Sentence
    clause: Clause
    fact: Fact | None = None
    aside: tuple[Fact, ...] = ()
    """Other figures of the clause that belong to the first: 比去年增加3000套."""


def find_undertakings(report: Report, words: CommitmentWords, verbs: VerbReader) -> tuple[Undertaking, ...]:
    """Every undertaking of the plan part in the order of the text."""
    facts = _targets_by_sentence(report.facts)
    return tuple(
        undertaking
        for sentence in report.sentences
        if sentence.role == "plan" and sentence.part in ("plan", "annex")
        for undertaking in _of_sentence(sentence, facts[sentence.number], words, verbs)
        if not sentence.heading or undertaking.fact
    )


def _targets_by_sentence(facts: Iterable[Fact]) -> dict[int, list[Fact]]:
    by_sentence: dict[int, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.role == "target" and not fact.is_from:
            by_sentence[fact.sentence].append(fact)
    return by_sentence


def _of_sentence(
    sentence: Sentence, facts: Sequence[Fact], words: CommitmentWords, verbs: VerbReader
) -> Iterator[Undertaking]:
    for clause in _whole_clauses(sentence.text, words, verbs):
        own = [fact for fact in facts if clause.start <= fact.start < clause.end]
        if own:
            yield from _numeric(sentence, clause, own)
        elif _promises(clause, words, verbs):
            yield Undertaking(sentence, clause)


def _whole_clauses(text: str, words: CommitmentWords, verbs: VerbReader) -> list[Clause]:
    """Clauses, a topic joined to what is said of it, and a comparison to the figure before it."""
    whole: list[Clause] = []
    for clause in split_clauses(text):
        before = whole[-1] if whole else None
        if before is not None and before.mark in "，," and _belongs(before, clause, words, verbs):
            whole[-1] = joined(text, before, clause)
        else:
            whole.append(clause)
    return whole


def _belongs(before: Clause, clause: Clause, words: CommitmentWords, verbs: VerbReader) -> bool:
    if len(before.text) + len(clause.text) > words.clauses.longest:
        return False
    if clause.text.startswith(words.clauses.tails) and any(sign.isdigit() for sign in clause.text):
        return True
    return before.text.startswith(words.clauses.topic) and not verbs.verbs_in(before.text)


def _numeric(sentence: Sentence, clause: Clause, facts: Sequence[Fact]) -> Iterator[Undertaking]:
    """One row for each figure that has a part of the clause to itself; figures on one thing share a row."""
    parts = _parts_with_figures(clause, facts)
    for part, own in parts:
        yield Undertaking(sentence, part, own[0], tuple(own[1:]))


def _parts_with_figures(clause: Clause, facts: Sequence[Fact]) -> list[tuple[Clause, list[Fact]]]:
    parts: list[tuple[Clause, list[Fact]]] = []
    for item in split_items(clause):
        own = [fact for fact in facts if item.start <= fact.start < item.end]
        if parts and (not own or not parts[-1][1]):
            last, before = parts[-1]
            text = clause.text[last.start - clause.start : item.end - clause.start]
            parts[-1] = (Clause(last.start, item.end, text), before + own)
        else:
            parts.append((item, own))
    return parts


def _promises(clause: Clause, words: CommitmentWords, verbs: VerbReader) -> bool:
    text = clause.text
    if len(text) < words.clauses.shortest or text.startswith(words.clauses.purpose):
        return False
    if any(word in text for word in words.clauses.statements) and verbs.lead(text) is None:
        return False
    return bool(verbs.verbs_in(text))
