"""Pairs of sections against people's, given the headings: alignment by itself, whatever the outline finds."""

import pytest

from compare.alignment import align_sections
from compare.language.lexicon import default_lexicon
from tests.alignment.gold import Gold, fixture_gold, shared_gold
from tests.alignment.relations import by_relation, together


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
def test_pairs_of_the_project_s_own_reports_agree_with_their_key_given_the_headings(gold: Gold) -> None:
    pairs, relations, same = agreement(gold)
    assert pairs >= 0.93
    assert relations >= 0.9
    assert same == 1.0


@pytest.mark.parametrize("gold", fixture_gold(), ids=lambda gold: gold.key.name)
def test_pairs_of_the_project_s_own_reports_agree_with_their_key(gold: Gold) -> None:
    assert by_relation(gold)["all"].f1 >= 0.95


def test_each_relation_is_found_in_the_project_s_own_reports() -> None:
    counts = together(by_relation(gold) for gold in fixture_gold())
    lowest = {"same": 0.97, "split": 0.9, "merged": 0.85, "moved": 0.85, "dropped": 0.9, "added": 0.9}
    assert {name: counts[name].f1 for name, bound in lowest.items() if counts[name].f1 < bound} == {}
    assert all(counts[name].wanted >= 10 for name in lowest), "too few to say anything"
