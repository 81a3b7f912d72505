"""The sheets of indicators, checks and facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from compare.model import Check, Fact, FactRole, Figure, IndicatorRow
from compare.writing.figures import Scale, figure_text, scale_for
from compare.writing.tables.checks import checks_table, verdict_text
from compare.writing.tables.common import place_text
from compare.writing.tables.history import history_table
from compare.writing.tables.indicators import PANEL_ROLES, indicators_table, stated
from compare.writing.tables.one_report import FactRow, facts_table
from compare.writing.workbook.book import Book
from compare.writing.workbook.cells import Content, Formula, Link, Number, Text
from compare.writing.workbook.marks import SHORT, mark_words
from compare.writing.workbook.quantities import common_scale, difference_form, difference_unit, quantity
from compare.writing.workbook.sheet import columns_of, write_table

_INDICATOR_WIDTHS: Mapping[str, float] = {
    "indicator": 26,
    "measure": 8,
    "old_actual": 15,
    "target": 15,
    "new_actual": 15,
    "new_target": 15,
    "change_by": 15,
    "change_percent": 10,
    "against_target": 15,
    "completion": 10,
    "note": 26,
}
_CHECK_WIDTHS: Mapping[str, float] = {
    "verdict": 12,
    "check": 18,
    "indicator": 22,
    "figures": 34,
    "arithmetic": 54,
    "flagged": 7,
    "places": 30,
}
_FACT_WIDTHS: Mapping[str, float] = {
    "report": 8,
    "indicator": 26,
    "figure": 14,
    "value": 18,
    "high": 12,
    "unit": 10,
    "bound": 8,
    "measure": 8,
    "role": 7,
    "period": 11,
    "from": 6,
    "basis": 14,
    "section": 24,
    "place": 13,
    "sentence": 60,
}
_LINES = 6
_SHADES = ("#1F3864", "#9C0006", "#1E5631", "#7F6000", "#595959", "#7030A0")
_DASHES = ("solid", "dash", "round_dot", "dash_dot", "long_dash", "square_dot")
_MARKERS = ("circle", "square", "triangle", "diamond", "x", "plus")
_FACT_FOLDED = frozenset({"high", "bound", "from", "section"})


def write_indicators(book: Book) -> None:
    """One row an indicator; with more than two reports a column of results and one of targets for each."""
    table = indicators_table(book.comparison, book.words)
    special: dict[str, Callable[[IndicatorRow], Content]] = {
        "old_actual": lambda row: _cell(book, row, row.old_actual),
        "target": lambda row: _cell(book, row, row.target),
        "new_actual": lambda row: _cell(book, row, row.new_actual),
        "new_target": lambda row: _cell(book, row, row.new_target),
        "change_by": lambda row: _change(book, row, row.change, row.old_actual, "old_actual"),
        "against_target": lambda row: _change(book, row, row.against_target, row.target, "target"),
        "change_percent": lambda row: _share(row.change_percent, sign=True),
        "completion": lambda row: _share(row.completion, sign=False),
    }
    if len(book.comparison.reports) > 2:
        for role in PANEL_ROLES:
            for report in range(len(book.comparison.reports)):
                special[f"{role}_{report}"] = partial(_panel_cell, book, report, role)
    keys = [column.key for column in table.columns if column.key not in ("unit", "score")]
    columns = columns_of(table, book, keys, special, _INDICATOR_WIDTHS)
    sheet = write_table(book, "indicators", columns, table.rows, keys=("indicator", "measure"))
    if len(book.comparison.reports) > 2:
        _write_panel_chart(book, sheet, table.rows)


def write_checks(book: Book) -> None:
    """Figures that should tie, with their arithmetic."""
    table = checks_table(book.comparison, book.words)
    special: dict[str, Callable[[Check], Content]] = {"places": lambda row: _first_place(book, row)}
    columns = columns_of(table, book, [*_CHECK_WIDTHS], special, _CHECK_WIDTHS)
    sheet = write_table(book, "checks", columns, table.rows, keys=("indicator", "arithmetic"))
    for verdict in sorted({verdict_text(row, book.words) for row in table.rows if row.flagged}):
        mark_words(book, sheet, (1, 0, len(table.rows), 0), verdict, SHORT)


def write_history(book: Book) -> None:
    """With more than two reports: promises made again and again, and those that are gone, with their course."""
    if len(book.comparison.reports) <= 2:
        return
    table = history_table(book.comparison, book.words)
    columns = columns_of(table, book, [column.key for column in table.columns], {}, {})
    write_table(book, "history", columns, table.rows)


def write_facts(book: Book) -> None:
    """Every figure with its sentence."""
    table = facts_table(book.comparison, book.words)
    special: dict[str, Callable[[FactRow], Content]] = {
        "place": lambda row: Link(
            place_text(row.sentence, book.words),
            "evidence",
            book.evidence_row(book.comparison.reports.index(row.report), row.sentence.number),
        )
    }
    columns = columns_of(table, book, [*_FACT_WIDTHS], special, _FACT_WIDTHS, _FACT_FOLDED)
    write_table(book, "facts", columns, table.rows, frozen=2, keys=("indicator", "figure", "sentence"))


def _panel_cell(book: Book, report: int, role: FactRole, row: IndicatorRow) -> Content:
    """One figure as a number, several as words."""
    facts = stated(row, report, role)
    if len(facts) > 1:
        return Text("；".join(figure_text(fact, book.words) for fact in facts))
    scale = common_scale(figure.fact for figure in row.cells)
    return quantity(facts[0], scale, book.words) if facts else None


def _write_panel_chart(book: Book, sheet: Any, rows: Sequence[IndicatorRow]) -> None:
    """A line for each growth rate that most of the reports state once, below the table."""
    count = len(book.comparison.reports)
    fit = [
        number
        for number, row in enumerate(rows, 1)
        if row.measure == "growth" and sum(len(stated(row, n, "result")) == 1 for n in range(count)) > count // 2
    ]
    if not fit:
        return
    name, first = book.name("indicators"), 2
    chart = book.workbook.add_chart({"type": "line"})
    for index, number in enumerate(fit[:_LINES]):
        chart.add_series(
            {
                "name": [name, number, 0],
                "categories": [name, 0, first, 0, first + count - 1],
                "values": [name, number, first, number, first + count - 1],
                "line": {"color": _SHADES[index % len(_SHADES)], "dash_type": _DASHES[index % len(_DASHES)]},
                "marker": {"type": _MARKERS[index % len(_MARKERS)], "size": 6},
            }
        )
    font = {"name": book.words("font.text"), "size": 9}
    chart.set_title({"name": book.words("panel.chart"), "name_font": {**font, "size": 10}})
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_x_axis({"num_font": font, "label_position": "low"})
    chart.set_y_axis({"num_font": font, "num_format": "0.0", "major_gridlines": {"visible": True}})
    chart.show_blanks_as("gap")
    chart.set_size({"width": 900, "height": 300})
    sheet.insert_chart(len(rows) + 2, 0, chart)
    sheet.print_area(0, 0, len(rows) + 18, first + 2 * count + 4)


def _row_facts(row: IndicatorRow) -> list[Fact]:
    return [figure.fact for figure in (row.old_actual, row.target, row.new_actual, row.new_target) if figure]


def _row_scale(row: IndicatorRow) -> Scale | None:
    return common_scale(_row_facts(row))


def _cell(book: Book, row: IndicatorRow, figure: Figure | None) -> Content:
    return None if figure is None else quantity(figure.fact, _row_scale(row), book.words)


def _change(book: Book, row: IndicatorRow, value: Decimal | None, base: Figure | None, key: str) -> Content:
    """This year's result less ``base``: a formula where the cells give the value, else the value itself."""
    if value is None or base is None or row.new_actual is None:
        return None
    scale = _row_scale(row) or scale_for(row.unit, [value])
    shown = scale.of(value)
    form = difference_form(shown, difference_unit(row.new_actual.fact, scale, book.words))
    facts = (base.fact, row.new_actual.fact)
    four_columns = len(book.comparison.reports) <= 2
    plain = (
        four_columns
        and _row_scale(row) is not None
        and all(fact.high is None and fact.bound != "range" for fact in facts)
    )
    if not plain or row.new_actual.fact.value - base.fact.value != value:
        return Number(shown, form)
    places = max(0, -int(shown.as_tuple().exponent))
    return Formula(f"ROUND({{new_actual}}{{row}}-{{{key}}}{{row}},{places})", shown, form)


def _share(value: Decimal | None, sign: bool) -> Content:
    """Per cent that another part worked out, shown with one decimal."""
    if value is None:
        return None
    return Number(value / 100, "+0.0%;-0.0%;0.0%" if sign else "0.0%")


def _first_place(book: Book, row: Check) -> Content:
    if not row.figures:
        return None
    table = checks_table(book.comparison, book.words)
    places = next(column.value for column in table.columns if column.key == "places")
    first = row.figures[0]
    return Link(str(places(row)), "evidence", book.evidence_row(first.report, first.fact.sentence))
