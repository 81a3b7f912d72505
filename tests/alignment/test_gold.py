"""Pairs of sections against people's, given the headings: alignment by itself, whatever the outline finds."""

import pytest

from compare.alignment import align_sections
from compare.language.lexicon import default_lexicon
from tests.alignment.gold import Gold, fixture_gold, shared_gold


def agreement(gold: Gold) -> tuple[float, float, float]:
    """F1 of the pairs, share of the relations right among those found, share of the gold's ``same`` found."""
    old, new = gold.reports()
    found = {
        (
            None if pair.old is None else old.sections[pair.old].title,
            None if pair.new is None else new.sections[pair.new].title,
        ): pair.relation
        for pair in align_sections(old, new, default_lexicon())
        if not pair.parents
    }
    wanted = {(pair.old, pair.new): pair.relation for pair in gold.pairs()}
    hits = found.keys() & wanted.keys()
    same = {pair for pair, kind in wanted.items() if kind == "same"}
    return (
        2 * len(hits) / (len(found) + len(wanted)),
        sum(found[pair] == wanted[pair] for pair in hits) / len(hits),
        len(same & found.keys()) / len(same),
    )


@pytest.mark.skipif(not shared_gold(), reason="the folder of real reports is not beside the project")
def test_pairs_of_real_reports_agree_with_the_gold() -> None:
    for gold in shared_gold():
        pairs, relations, same = agreement(gold)
        assert pairs >= 0.86, gold.key
        assert relations >= 0.8, gold.key
        assert same >= 0.95, gold.key


@pytest.mark.parametrize("gold", fixture_gold(), ids=lambda gold: gold.key.name)
def test_pairs_of_the_project_s_own_reports_agree_with_their_key(gold: Gold) -> None:
    pairs, relations, _ = agreement(gold)
    assert pairs >= 0.85
    assert relations >= 0.85
