"""The table of indicators: last result, target, result, next target; a panel where there are more than two reports."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from compare.model import Comparison, Fact, FactRole, Figure, IndicatorRow
from compare.writing.figures import figure_text, scale_for, signed
from compare.writing.lookup import short_names
from compare.writing.tables.spec import Column, Table
from compare.writing.wording import Words


def indicators_table(comparison: Comparison, words: Words) -> Table[IndicatorRow]:
    """One row an indicator and measure: last result, target, result, next target, and what follows from them."""

    def figure(which: Callable[[IndicatorRow], Figure | None], row: IndicatorRow) -> str:
        found = which(row)
        return "" if found is None else figure_text(found.fact, words)

    principal: tuple[Column[IndicatorRow], ...] = (
        Column("old_actual", partial(figure, lambda row: row.old_actual), "figure", 12, 1),
        Column("target", partial(figure, lambda row: row.target), "figure", 12, 1),
        Column("new_actual", partial(figure, lambda row: row.new_actual), "figure", 12, 1),
        Column("new_target", partial(figure, lambda row: row.new_target), "figure", 12, 2),
    )
    columns: tuple[Column[IndicatorRow], ...] = (
        Column("indicator", lambda row: row.indicator, "text", 20, 1),
        Column("measure", lambda row: words(f"measure.{row.measure}"), "label", 6, 2),
        *(principal if len(comparison.reports) <= 2 else _panel(comparison, words)),
        Column("change_by", lambda row: row.change, "number", 12, 2, lambda row: _amount(row.change, row.unit, words)),
        Column("change_percent", lambda row: row.change_percent, "number", 10, 3),
        Column(
            "against_target",
            lambda row: row.against_target,
            "number",
            12,
            2,
            lambda row: _amount(row.against_target, row.unit, words),
        ),
        Column("completion", lambda row: row.completion, "number", 10, 4),
        Column("unit", lambda row: row.unit, "label", 8, 0),
        Column("note", lambda row: row.note, "text", 20, 3),
        Column("score", lambda row: round(row.score, 2), "score", 6, 0),
    )
    return Table("indicators", columns, comparison.indicators)


PANEL_ROLES: tuple[FactRole, ...] = ("result", "target")


def stated(row: IndicatorRow, report: int, role: FactRole) -> tuple[Fact, ...]:
    """What one report states of an indicator in one role, in the order of the text; a figure told twice stands once."""
    found = (figure.fact for figure in row.cells if figure.report == report and not figure.fact.is_from)
    return tuple({(fact.value, fact.high, fact.bound): fact for fact in found if fact.role == role}.values())


def _panel(comparison: Comparison, words: Words) -> tuple[Column[IndicatorRow], ...]:
    """The results of all reports side by side, then their targets."""

    def text(report: int, role: FactRole, row: IndicatorRow) -> str:
        return "；".join(figure_text(fact, words) for fact in stated(row, report, role))

    names = short_names(comparison)
    return tuple(
        Column(
            f"{role}_{index}",
            partial(text, index, role),
            "figure",
            12,
            1 if role == "result" else 3,
            heading=words(f"panel.{role}", name=name),
        )
        for role in PANEL_ROLES
        for index, name in enumerate(names)
    )


def _amount(value: Decimal | None, unit: str, words: Words) -> str:
    """A difference with its unit; a difference of per cents is one of points."""
    if value is None:
        return ""
    scale = scale_for(unit, [value])
    return signed(scale.of(value)) + (words("unit.points") if unit == "%" else scale.unit)
