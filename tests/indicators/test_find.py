"""Someone quotes a figure or a name."""

from compare.indicators import find
from compare.language.lexicon import default_lexicon
from tests.stated import growth, level, report

LEXICON = default_lexicon()
OLD = report(2031, ("城镇新增就业【1.27万人】。", level("城镇新增就业", "12700", "人")))
NEW = report(
    2032,
    ("城镇新增就业【1.31万人】，增长【3.1%】。", level("城镇新增就业", "13100", "人"), growth("城镇新增就业", "3.1")),
    ("望海湾灯塔修缮完工。",),
)


def test_a_figure_is_found_whatever_its_multiplier() -> None:
    hits = find((OLD, NEW), "13100人", LEXICON)
    assert [(hit.report, hit.page, hit.text[hit.start : hit.end]) for hit in hits] == [(1, 1, "1.31万人")]


def test_it_comes_with_the_same_indicator_in_every_report() -> None:
    hit = find((OLD, NEW), "1.31万人", LEXICON)[0]
    assert [(figure.report, figure.fact.written) for figure in hit.same] == [(0, "1.27万人"), (1, "1.31万人")]


def test_a_rounded_figure_is_found_with_less_certainty() -> None:
    hits = find((OLD, NEW), "1.3万人", LEXICON)
    assert [hit.text[hit.start : hit.end] for hit in hits] == ["1.27万人", "1.31万人"]
    assert all(hit.score < 1 for hit in hits)


def test_a_figure_of_another_unit_is_not_found() -> None:
    assert find((OLD, NEW), "1.31万公里", LEXICON) == ()


def test_a_synonym_finds_the_indicator() -> None:
    assert {hit.report for hit in find((OLD, NEW), "新增就业", LEXICON)} == {0, 1}


def test_other_words_find_the_sentence() -> None:
    hits = find((OLD, NEW), "灯塔 修缮", LEXICON)
    assert [(hit.why, hit.text, hit.paragraph) for hit in hits] == [("words", "望海湾灯塔修缮完工。", 2)]


def test_words_beside_a_figure_narrow_the_search() -> None:
    assert find((OLD, NEW), "外资 1.31万人", LEXICON) == ()
    assert len(find((OLD, NEW), "就业 1.31万人", LEXICON)) == 1


def test_nothing_asked_is_nothing_found() -> None:
    assert find((OLD, NEW), "  ", LEXICON) == ()
