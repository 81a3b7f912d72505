"""Word vectors and the ranking of passages."""

import numpy as np
import pytest

from compare.commitments.evidence_passages import Passage
from compare.commitments.ranking import best_places, shipped_weights, weighted
from compare.commitments.vectors import cut, shipped_vectors


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [("医保", "医疗保险", "公路"), ("高铁", "铁路", "养老"), ("幼儿园", "学校", "出口"), ("税率", "增值税", "污水")],
)
def test_words_that_keep_the_same_company_are_near(word: str, near: str, far: str) -> None:
    vectors = shipped_vectors()
    assert vectors.kinship(word, (near,)) > vectors.kinship(word, (far,))


def test_an_unknown_word_is_like_itself_alone() -> None:
    vectors = shipped_vectors()
    assert vectors.kinship("望海湾科创城", ("望海湾科创城",)) == 1
    assert vectors.kinship("望海湾科创城", ("公路",)) == 0


def test_rare_words_weigh_more() -> None:
    assert shipped_vectors().rarity("冬奥会") > shipped_vectors().rarity("发展")


def test_cutting_leaves_out_figures_and_punctuation() -> None:
    words = cut("新建公园6个，增长3.5%。")
    assert "公园" in words
    assert not any(sign in word for word in words for sign in "0123456789，。%")


def test_a_passage_is_not_kept_beside_one_that_shows_it() -> None:
    def passage(sentence: int, start: int) -> Passage:
        return Passage(sentence, 0, 20, "", start, start + 5, "", "review", None, heading=False)

    passages = [passage(0, 0), passage(0, 6), passage(1, 0), passage(2, 0)]
    scores = np.array([3, 2, 1, -np.inf], dtype=np.float32)
    assert best_places(scores, passages, 3) == (0, 2)


def test_earlier_passages_stand_before_equals() -> None:
    passages = [Passage(n, 0, 5, "", 0, 5, "", "review", None, heading=False) for n in range(40)]
    assert best_places(np.zeros(40, dtype=np.float32), passages, 3) == (0, 1, 2)


def test_every_weight_names_a_feature_and_every_outcome_has_the_same() -> None:
    weights = shipped_weights()
    features = {name: np.ones((2, 3), dtype=np.float32) for name in weights.ranking}
    assert weighted(weights.ranking, features).shape == (2, 3)
    assert set(weights.outcome) == {"met", "partial", "mentioned", "unclear"}
    assert len({frozenset(table) for table in weights.outcome.values()}) == 1
