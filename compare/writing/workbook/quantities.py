"""Cells that hold quantities: numbers to calculate with that still show their bound and unit."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from compare.model import Fact
from compare.writing.figures import Scale, bound_parts, figure_text, number_form, scale_for
from compare.writing.wording import Words
from compare.writing.workbook.cells import Content, Number, Text


def common_scale(facts: Iterable[Fact | None]) -> Scale | None:
    """The one readable unit for facts of a row; None where they have not all the same unit."""
    present = [fact for fact in facts if fact is not None]
    units = {fact.unit for fact in present}
    if len(units) != 1:
        return None
    return scale_for(units.pop(), (fact.value for fact in present))


def quantity(fact: Fact | None, scale: Scale | None, words: Words) -> Content:
    """A fact as a number with its bound and unit; a range, which is two numbers, as words."""
    if fact is None:
        return None
    if fact.bound == "range" or fact.high is not None:
        return Text(figure_text(fact, words))
    scale = scale if scale is not None else scale_for(fact.unit, [fact.value])
    value = scale.of(fact.value)
    before, behind = bound_parts(fact, words)
    fall = words("figure.fall", figure="") if value < 0 else ""
    return Number(value, number_form(value, before, scale.unit + behind, fall=fall))


def difference_unit(fact: Fact, scale: Scale, words: Words) -> str:
    """The unit of a difference: that of rates is the percentage point."""
    return words("unit.points") if fact.unit == "%" else scale.unit


def difference_form(value: Decimal, unit: str) -> str:
    """How a difference is shown: with its sign and unit."""
    return number_form(value, "", unit, sign=True)
