"""Pairs of sections against people's, given the headings: alignment by itself, whatever the outline finds."""

import pytest
from gold import PAIRS, SHARED, gold_pairs, gold_reports

from compare.alignment import align_sections
from compare.language.lexicon import default_lexicon

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the folder of real reports is not beside the project")


@pytest.mark.parametrize("name", PAIRS)
def test_pairs_agree_with_the_gold(name: str) -> None:
    old, new = gold_reports(name)
    found = {
        (
            None if pair.old is None else old.sections[pair.old].title,
            None if pair.new is None else new.sections[pair.new].title,
        ): pair.relation
        for pair in align_sections(old, new, default_lexicon())
        if not pair.parents
    }
    gold = {(pair.old, pair.new): pair.relation for pair in gold_pairs(name)}
    hits = found.keys() & gold.keys()
    assert 2 * len(hits) / (len(found) + len(gold)) >= 0.86
    assert sum(found[pair] == gold[pair] for pair in hits) / len(hits) >= 0.8
    same = {pair for pair, kind in gold.items() if kind == "same"}
    assert len(same & found.keys()) / len(same) >= 0.95
