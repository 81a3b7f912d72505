"""Likeness of texts: the vectorised index against a readable twin, and what a reader may expect of it."""

import math
import re
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare import similarity
from compare.similarity import TextIndex, likeness

texts = st.lists(st.text(alphabet="新建公园，医院。12 a", max_size=12), max_size=6)


def grams(text: str) -> list[str]:
    """The twin's grams: characters and pairs of neighbours, punctuation parting."""
    out = []
    for part in re.split(r"[^\w]+", re.sub(r"\d+(?:[.,]\d+)*", "0", text).lower()):
        out += list(part) + [part[i : i + 2] for i in range(len(part) - 1)]
    return out


def slow_score(query: str, text: str, everything: list[str]) -> float:
    held = Counter(gram for each in everything for gram in set(grams(each)))

    def vector(words: str) -> dict[str, float]:
        return {
            gram: (1 + math.log(count)) * (math.log((1 + len(everything)) / (1 + held[gram])) + 1)
            for gram, count in Counter(grams(words)).items()
        }

    a, b = vector(query), vector(text)
    length = math.hypot(*a.values()) * math.hypot(*b.values())
    return sum(weight * b.get(gram, 0.0) for gram, weight in a.items()) / length if length else 0.0


@settings(deadline=None, max_examples=60)
@given(texts, texts, texts)
def test_the_index_scores_like_its_readable_twin(held: list[str], asked: list[str], background: list[str]) -> None:
    expected = np.array([[slow_score(q, t, held + background) for t in held] for q in asked]).reshape(
        len(asked), len(held)
    )
    np.testing.assert_allclose(TextIndex(held, background).scores(asked), expected, atol=1e-5)


@settings(deadline=None, max_examples=40)
@given(texts, texts)
def test_the_nearest_are_the_highest_scores(held: list[str], asked: list[str]) -> None:
    index = TextIndex(held)
    for row, hits in zip(index.scores(asked), index.nearest(asked, 2), strict=True):
        ranked = sorted(((-score, place) for place, score in enumerate(row.tolist()) if score > 0))[:2]
        assert [(hit.text, hit.score) for hit in hits] == [(place, -score) for score, place in ranked]


def test_pairs_above_a_score_are_those_that_the_scores_show() -> None:
    held, asked = ["新建公园", "公园建成", "医院"], ["新建公园", "医院启用"]
    index = TextIndex(held)
    rows, columns, scores = index.above(asked, 0.1, limit=5)
    table = index.scores(asked)
    assert list(zip(rows, columns, strict=True)) == [(r, c) for r in range(2) for c in range(3) if table[r, c] >= 0.1]
    np.testing.assert_array_equal(scores, table[rows, columns])
    assert index.above(asked, 0.1, limit=1).indexed.tolist() == [0, 2]


def test_batches_do_not_change_the_scores(monkeypatch: pytest.MonkeyPatch) -> None:
    held = [f"第{letter}公园建成开放" for letter in "甲乙丙丁戊己"]
    whole = TextIndex(held).scores(held)
    monkeypatch.setattr(similarity, "_BATCH", 7)
    np.testing.assert_array_equal(TextIndex(held).scores(held), whole)


def test_figures_and_punctuation_do_not_part_two_texts() -> None:
    assert likeness("新建公园12.5公顷。", "新建公园3公顷；") == pytest.approx(1)


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    common = ["发展教育", "发展医疗", "发展交通", "发展文化"]
    index = TextIndex(["发展潮汐车道", "发展港口"], common)
    near, far = index.scores(["改造潮汐车道"])[0]
    assert near > far
    assert index.scores(["潮汐车道"])[0][0] > index.scores(["发展"])[0][0]


def test_coverage_is_the_share_of_the_query_that_the_text_holds() -> None:
    row = TextIndex(["新建公园，改造道路。", "办好教育"]).coverage(["新建公园", "新建公园，办好教育"])
    assert row[0].tolist() == pytest.approx([1, 0])
    assert 0 < row[1][0] < 1
    assert 0 < row[1][1] < 1


@pytest.mark.parametrize("empty", ["", "。，", " "])
def test_a_text_without_words_is_like_nothing(empty: str) -> None:
    assert likeness(empty, empty) == 0
    assert TextIndex(["公园"]).nearest([empty], 3) == ((),)


def test_no_texts_give_no_scores() -> None:
    assert TextIndex([]).scores(["公园"]).shape == (1, 0)
    assert TextIndex(["公园"]).scores([]).shape == (0, 1)
    assert TextIndex([]).nearest(["公园"], 3) == ((),)
