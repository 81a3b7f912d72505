"""Formulas of the genre are told apart from content."""

import pytest

from compare.differences.formulas import Formula, FormulaFinder, Formulas, formula_finder
from compare.language.lexicon import default_lexicon

FORMULAS = default_lexicon().read("formulas", Formulas).formula


@pytest.mark.parametrize("formula", FORMULAS, ids=lambda formula: formula.name)
def test_each_pattern_fits_its_example_and_not_its_counter(formula: Formula) -> None:
    alone = FormulaFinder(Formulas((formula,)))
    assert alone.fits(formula.example)
    assert not alone.fits(formula.counter)


@pytest.mark.parametrize("sentence", ["新建学校3所。", "全面加强政府自身建设。", "衷心感谢信访群众代表12人。"])
def test_content_is_no_formula(sentence: str) -> None:
    assert not formula_finder(default_lexicon()).fits(sentence)
