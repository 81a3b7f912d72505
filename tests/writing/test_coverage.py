"""The account of a report's numbers: nothing undecided is hidden, and every shipped reason has words."""

import pytest
from msgspec.structs import replace

from compare.language.lexicon import default_lexicon
from compare.model import LeftOut
from compare.quantities.words import Facts
from compare.writing.coverage import coverage_lines
from compare.writing.wording import Language, load_words
from tests.writing.samples import comparison

LANGUAGES: tuple[Language, ...] = ("zh", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_is_accounted_for_and_the_undecided_are_listed(language: Language) -> None:
    old = comparison().reports[0]
    text = old.sentences[0].text
    left = (LeftOut(0, 0, 1, text[:1], "a year or a date"), LeftOut(0, 1, 2, text[1:2], "a number", undecided=True))
    lines = coverage_lines((replace(old, left_out=left),), load_words(language))
    assert str(len(old.facts) + 2) in lines[0]
    assert len(lines) == 3
    assert f"【{text[1:2]}】" in lines[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_of_the_lexicon_has_words(language: Language) -> None:
    words = load_words(language)
    reasons = {rule.reason for rule in default_lexicon().read("facts", Facts).leave}
    assert {reason for reason in reasons if not words.has(f"left_out.{reason}")} == set()
