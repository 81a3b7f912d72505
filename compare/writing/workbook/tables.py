"""The sheets of indicators, checks and facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from compare.model import Check, Fact, Figure, IndicatorRow
from compare.writing.figures import Scale, scale_for
from compare.writing.tables.checks import checks_table
from compare.writing.tables.common import place_text
from compare.writing.tables.indicators import indicators_table
from compare.writing.tables.one_report import FactRow, facts_table
from compare.writing.workbook.book import Book
from compare.writing.workbook.cells import Content, Formula, Link, Number
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
    keys = [column.key for column in table.columns if column.key not in ("unit", "score")]
    columns = columns_of(table, book, keys, special, _INDICATOR_WIDTHS)
    write_table(book, "indicators", columns, table.rows, keys=("indicator", "measure"))


def write_checks(book: Book) -> None:
    """Figures that should tie, with their arithmetic."""
    table = checks_table(book.comparison, book.words)
    special: dict[str, Callable[[Check], Content]] = {"places": lambda row: _first_place(book, row)}
    columns = columns_of(table, book, [*_CHECK_WIDTHS], special, _CHECK_WIDTHS)
    sheet = write_table(book, "checks", columns, table.rows, keys=("indicator", "arithmetic"))
    for verdict in sorted({row.verdict for row in table.rows if row.flagged}):
        mark_words(book, sheet, (1, 0, len(table.rows), 0), verdict, SHORT)


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
    plain = _row_scale(row) is not None and all(fact.high is None and fact.bound != "range" for fact in facts)
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
