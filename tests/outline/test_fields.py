"""The fields of work that titles name."""

import pytest

from compare.language.lexicon import default_lexicon
from compare.outline.fields import FieldReader

READER = FieldReader(default_lexicon())


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        ("千方百计扩大就业。", {"jobs"}),
        ("优化营商环境。", {"markets"}),
        ("加大吸引外商投资力度。", {"foreign investment"}),
        ("扩大有效投资。", {"investment"}),
        ("促进消费和投资良性互动。", {"consumption", "investment"}),
        ("深化“放管服”改革。", {"government"}),
        ("全面深化改革。", set()),
        ("补齐妇女就业短板。", {"jobs", "population"}),
    ],
)
def test_a_title_is_on_all_fields_that_it_names_and_the_longer_word_counts(title: str, fields: set[str]) -> None:
    assert READER.of(title) == fields


def test_a_title_as_wide_as_its_fields_says_nothing_else() -> None:
    assert READER.as_a_whole("着力稳定和扩大就业。") == ({"jobs"}, 0)
    fields, rest = READER.as_a_whole("做好退役军人就业工作。")
    assert fields == {"jobs"}
    assert rest == len("退役军人")


def test_a_part_of_a_field_is_not_the_whole() -> None:
    assert READER.of("改善敬老院养老条件。") == {"social security"}
    assert READER.as_a_whole("改善敬老院养老条件。")[0] == set()
