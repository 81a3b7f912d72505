"""A target starts from what the same report says was reached of the same thing."""

from msgspec.structs import replace

from compare.commitments import find_commitments
from compare.language.lexicon import default_lexicon
from tests.commitments.plans import commitments, report


def baseline(plan: str, review: str) -> list[str | None]:
    return [c.baseline.written if c.baseline else None for c in commitments(plan, review)]


def test_the_level_that_the_review_gives() -> None:
    assert baseline("总部企业突破100家。", "总部企业达92家。") == ["92家"]


def test_the_first_end_of_from_to_stands_above_it() -> None:
    told = report("低保标准由900元提高到960元。", "低保标准达890元。")
    facts = tuple(replace(fact, is_from=True, role="result") if fact.value == 900 else fact for fact in told.facts)
    (commitment,) = find_commitments(replace(told, facts=facts), 0, default_lexicon())
    assert commitment.fact is not None
    assert commitment.fact.written == "960元"
    assert commitment.baseline is not None
    assert commitment.baseline.written == "900元"


def test_another_scope_is_no_baseline() -> None:
    assert baseline("市级总部企业突破60家。", "省级总部企业达52家。") == [None]


def test_another_unit_is_no_baseline() -> None:
    assert baseline("绿道长度达100公里。", "绿道长度增长5%。") == [None]


def test_an_undertaking_without_a_figure_has_none() -> None:
    assert baseline("出台数据条例。", "总部企业达92家。") == [None]
