"""The lexicon's words for commitments: each pattern compiles, fits its example and leaves its counter-example."""

import re
from collections import Counter

import pytest

from compare.commitments.attributes import AttributeWords
from compare.commitments.deliverables import Deliverables, DeliverableWords
from compare.commitments.due import DueTable
from compare.commitments.verbs import VerbReader, VerbWords
from compare.commitments.words import CommitmentWords
from compare.language.lexicon import default_lexicon

LEXICON = default_lexicon()
VERBS = LEXICON.read("verbs", VerbWords)
WORDS = LEXICON.read("commitments", CommitmentWords)
DELIVERABLES = LEXICON.read("deliverables", DeliverableWords)
DUE = LEXICON.read("due", DueTable)
PATTERNS = [
    (name, getattr(table, name), getattr(table, f"{name}_example"), getattr(table, f"{name}_counter"))
    for table in (WORDS.headline, WORDS.livelihood, WORDS.clauses, DUE, LEXICON.read("attributes", AttributeWords))
    for name in table.__slots__
    if f"{name}_example" in table.__slots__
] + [(name, way.pattern, way.example, way.counter) for name, way in DUE.ways.items()]


@pytest.mark.parametrize(("name", "pattern", "example", "counter"), PATTERNS, ids=[row[0] for row in PATTERNS])
def test_a_pattern_fits_its_example_alone(name: str, pattern: str, example: str, counter: str) -> None:
    assert re.search(pattern, example)
    assert not re.search(pattern, counter)


@pytest.mark.parametrize("name", VERBS.kinds)
def test_a_kind_of_verb_fits_its_example_alone(name: str) -> None:
    reader = VerbReader(LEXICON)
    lead = reader.lead(VERBS.kinds[name].example)
    other = reader.lead(VERBS.kinds[name].counter)
    assert lead is not None
    assert lead.kind == name
    assert other is None or other.kind != name


def test_no_verb_is_of_two_kinds() -> None:
    counts = Counter(word for kind in VERBS.kinds.values() for word in kind.words)
    assert [word for word, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", DELIVERABLES.cues)
def test_a_cue_fits_its_example_alone(name: str) -> None:
    cues = Deliverables(LEXICON)
    assert name in cues.cues(DELIVERABLES.cues[name].example, None)
    assert name not in cues.cues(DELIVERABLES.cues[name].counter, None)


def test_every_kind_and_strength_of_verb_has_a_weight() -> None:
    assert set(DELIVERABLES.kinds) == {*VERBS.kinds, "none"}
    assert set(DELIVERABLES.strengths) == {"complete", "advance", "explore"}


def test_a_cue_that_makes_way_for_others_names_cues() -> None:
    for cue in DELIVERABLES.cues.values():
        assert set(cue.unless_after) <= set(DELIVERABLES.cues)
