"""No rule of the lexicon rots: each compiles, does what its example says, and leaves its counter-example alone."""

from __future__ import annotations

import re

import pytest

from compare.language.lexicon import default_lexicon
from compare.language.numerals import Numerals
from compare.quantities.ahead import AheadReader
from compare.quantities.basis import basis_reader
from compare.quantities.mentions import grammar
from compare.quantities.naming import namer
from compare.quantities.patterns import any_of
from compare.quantities.refusals import Refusals
from compare.quantities.words import (
    AheadRule,
    BasisGroup,
    BasisWords,
    BoundGroup,
    Bounds,
    Facts,
    LeaveRule,
    Names,
    UnitGroup,
    Units,
)
from tests.quantities.said import IDENTITY, facts_of, read

LEXICON = default_lexicon()
UNITS = LEXICON.read("units", Units)
BOUNDS = LEXICON.read("bounds", Bounds)
FACTS = LEXICON.read("facts", Facts)
NAMES = LEXICON.read("names", Names)
BASIS = LEXICON.read("basis", BasisWords)


@pytest.mark.parametrize("group", UNITS.group, ids=lambda group: group.kind)
def test_a_unit_group_reads_its_example_and_not_its_counter(group: UnitGroup) -> None:
    words = {UNITS.same.get(word, word) for word in group.words}
    assert any(fact.unit.partition("/")[0] in words for fact in facts_of(group.example)), group.example
    assert not any(fact.unit.partition("/")[0] in words for fact in facts_of(group.counter)), group.counter


def test_no_unit_stands_in_two_groups() -> None:
    words = [word for group in UNITS.group for word in group.words]
    assert sorted(word for word in set(words) if words.count(word) > 1) == []


def test_what_stands_behind_a_unit_is_told_for_units_that_exist() -> None:
    words = {word for group in UNITS.group for word in group.words}
    assert sorted(UNITS.not_before.keys() - words) == []
    for pattern in UNITS.not_before.values():
        re.compile(pattern)


@pytest.mark.parametrize("group", [*BOUNDS.before, *BOUNDS.after], ids=lambda group: f"{group.bound}-{group.words[0]}")
def test_a_bound_group_reads_its_example_and_not_its_counter(group: BoundGroup) -> None:
    assert [fact.bound for fact in facts_of(group.example)] == [group.bound], group.example
    assert group.bound not in [fact.bound for fact in facts_of(group.counter)], group.counter
    assert any(word in group.example for word in group.words), f"{group.example} has none of the group's words"


@pytest.mark.parametrize("rule", FACTS.leave, ids=lambda rule: f"{rule.reason}-{rule.example}")
def test_a_rule_leaves_out_its_example_and_not_its_counter(rule: LeaveRule) -> None:
    alone, mentions = Refusals((rule,)), grammar(LEXICON).mentions
    held = [mention.start for mention in mentions(rule.example) if alone.reason(rule.example, 0, mention)]
    assert held, f"the rule does not hold for {rule.example}"
    assert set(held) <= {left.start for left in read(rule.example)[1]}
    stated = {fact.start for fact in facts_of(rule.counter)}
    assert stated, f"{rule.counter} should state a fact"
    assert not any(
        alone.reason(rule.counter, 0, mention) for mention in mentions(rule.counter) if mention.start in stated
    )


@pytest.mark.parametrize("rule", FACTS.tense.ahead, ids=lambda rule: rule.example)
def test_a_span_to_come_is_read_in_its_example_and_not_in_its_counter(rule: AheadRule) -> None:
    alone = AheadReader((rule,), LEXICON.read("numerals", Numerals), FACTS.tense.this_year, FACTS.tense.inside)
    assert alone.read(rule.example, "plan", IDENTITY), rule.example
    assert not alone.read(rule.counter, "plan", IDENTITY), rule.counter


@pytest.mark.parametrize("group", BASIS.group, ids=lambda group: group.field)
def test_a_basis_group_reads_its_example_and_not_its_counter(group: BasisGroup) -> None:
    assert any(getattr(fact.basis, group.field) in group.words for fact in facts_of(group.example)), group.example
    assert all(getattr(fact.basis, group.field) == "" for fact in facts_of(group.counter)), group.counter


def test_every_kind_of_name_has_a_priority_and_a_score() -> None:
    kinds = set(namer(LEXICON).kinds)
    assert set(NAMES.priority) == kinds
    assert kinds <= NAMES.score.keys()


def test_a_pair_has_as_many_halves_as_it_is_a_pair() -> None:
    assert {len(halves) for halves in NAMES.pairs.values()} == {2}


def test_a_nature_can_cover_what_follows() -> None:
    reader = basis_reader(LEXICON)
    assert reader.onward("地区生产总值预计增长6%（预计，下同）。") == "预计"
    assert reader.onward("地区生产总值预计增长6%。") == ""


def test_word_lists_have_no_word_twice() -> None:
    for words in (NAMES.words.keep, NAMES.words.relational, FACTS.measure.rise, FACTS.measure.fall):
        assert sorted(word for word in set(words) if words.count(word) > 1) == []
    assert re.compile(any_of(NAMES.words.lead)).fullmatch("力争")


def test_a_nature_that_opens_a_sentence_covers_it_up_to_the_first_semicolon() -> None:
    assert {fact.basis.nature for fact in facts_of(BASIS.opening_example)} == {"初步核算"}
    assert re.match(BASIS.opening, BASIS.opening_counter) is None
    told = facts_of("初步核算，全年地区生产总值600亿元、增长4%；进出口总额300亿元。")
    assert [fact.basis.nature for fact in told] == ["初步核算", "初步核算", ""]
