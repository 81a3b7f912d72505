"""Sentences end at full stops, question and exclamation marks, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.outline.sentences import LONGEST, split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("稳增长。促改革！怎么办？", ["稳增长。", "促改革！", "怎么办？"]),
        ("一是稳增长；二是促改革；三是惠民生。", ["一是稳增长；二是促改革；三是惠民生。"]),
        ("做到“干一件成一件。”再接再厉。", ["做到“干一件成一件。”", "再接再厉。"]),
        ("坚持“稳字当头。稳中求进”的要求。", ["坚持“稳字当头。稳中求进”的要求。"]),
        ("建成码头（一期。二期）工程。", ["建成码头（一期。二期）工程。"]),
        ("增长6.5%左右。", ["增长6.5%左右。"]),
        ("主要做了以下工作：", ["主要做了以下工作："]),
        ("目标能够达到！！", ["目标能够达到！！"]),
    ],
)
def test_a_paragraph_falls_into_its_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


@given(st.text(alphabet="。！？“”（）《》；，一二三今年", max_size=80))
def test_sentences_cover_the_text_without_gap_or_overlap(text: str) -> None:
    assert "".join(text[start:end] for start, end in split_sentences(text)) == text


def test_text_without_full_stops_falls_into_pieces_at_its_pauses() -> None:
    text = "新建学校一所，" * 3_000
    spans = split_sentences(text)
    assert [end for _, end in spans[:-1]] == [start for start, _ in spans[1:]]
    assert (spans[0][0], spans[-1][1]) == (0, len(text))
    assert all(end - start <= LONGEST and text[end - 1] == "，" for start, end in spans)


def test_text_without_any_pause_is_cut_where_it_gets_too_long() -> None:
    assert [end - start for start, end in split_sentences("稳" * (LONGEST + 1))] == [LONGEST, 1]
