"""Counts of commitments that keep counting: formulas over the main sheet, their values beside them, and a chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from compare.writing.tables.commitments import CommitmentRow, status_text
from compare.writing.workbook.cells import Formula, Text
from compare.writing.workbook.commitments import conclusion_choices
from compare.writing.workbook.page import Page

_COUNTED = ("headline", "livelihood", "task")
_SHADES = ("#1F3864", "#7F9DB9", "#D6DCE5", "#A6A6A6", "#595959", "#BFBFBF")
_NAMES = {"zh": 0.3, "en": 0.4}
"""Share of the chart's width for the names of the statuses, so that each is on one line and none is left out."""
_BESIDE = 3
"""Groups of a table beside which there is room for the chart."""
_LEAST_ROWS = 8
_ROW = 22.0
"""Points: the bars beside the rows need room for their names."""
_CHART_ROWS = 12


def write_counts(page: Page, rows: Sequence[CommitmentRow], letters: dict[str, str]) -> None:
    """Commitments by status and category (by pair of reports where there is more than one), and a chart of them."""
    words = page.words
    page.heading(words("summary.counts", count=len(rows)))
    if not rows:
        page.line(words("summary.no_commitments"))
        return
    key, groups, group_of = _groups(page, rows)
    statuses = _statuses(page, rows)
    found = Counter((status_text(row.between, row.commitment, words), group_of(row)) for row in rows)
    first = page.at + 1
    page.columns(words("column.status"), *groups, words("summary.total"))
    for status in statuses:
        cells = [
            Formula(_count(page, len(rows), letters, key, index + 1, first), found[status, group])
            for index, group in enumerate(groups)
        ]
        total = Formula(_sum_right(len(groups), page.at + 1), sum(found[status, group] for group in groups))
        page.row(Text(status), *cells, total, least=_ROW)
    sums = [
        Formula(f"SUM({_letter(i + 1)}{first + 1}:{_letter(i + 1)}{page.at})", sum(found[s, group] for s in statuses))
        for i, group in enumerate(groups)
    ]
    page.row(Text(words("summary.total"), strong=True), *sums, Formula(_sum_right(len(groups), page.at + 1), len(rows)))
    most = max(sum(found[status, group] for group in groups) for status in statuses)
    _write_chart(page, first, len(statuses), groups, most)
    _write_conclusions(page, rows, letters)


def _groups(page: Page, rows: Sequence[CommitmentRow]) -> tuple[str, tuple[str, ...], Callable[[CommitmentRow], str]]:
    """The key of the column to count by, its values, and a row's value."""
    pairs = tuple(dict.fromkeys(row.between.title for row in rows))
    if 1 < len(pairs) <= 5:
        return "reports", pairs, lambda row: row.between.title
    names = {category: page.words(f"category.{category}") for category in _COUNTED}
    return "category", tuple(names.values()), lambda row: names[row.commitment.category]


def _statuses(page: Page, rows: Sequence[CommitmentRow]) -> list[str]:
    """Texts of the statuses that occur, in the order of the words' file."""
    order = [text for kind in ("numeric", "action") for text in page.words.under(f"status.{kind}").values()]
    order += [page.words(f"status.{key}") for key in ("not_due", "not_reported_again", "not_reported_gone")]
    present = {status_text(row.between, row.commitment, page.words) for row in rows}
    return [status for status in dict.fromkeys(order) if status in present]


def _count(page: Page, rows: int, letters: dict[str, str], key: str, column: int, head_row: int) -> str:
    """COUNTIFS over the main sheet: the group named in the head, the status named at the left."""
    sheet = page.book.name("commitments")

    def area(name: str) -> str:
        return f"'{sheet}'!${letters[name]}$2:${letters[name]}${rows + 1}"

    return f"COUNTIFS({area(key)},{_letter(column)}${head_row},{area('status')},$A{page.at + 1})"


def _sum_right(groups: int, row: int) -> str:
    return f"SUM(B{row}:{_letter(groups)}{row})"


def _letter(index: int) -> str:
    return chr(65 + index)


def _write_chart(page: Page, head: int, statuses: int, groups: Sequence[str], most: int) -> None:
    """One bar a status, in shades that stay apart in print."""
    name = page.book.name("summary")
    chart = page.book.workbook.add_chart({"type": "bar", "subtype": "stacked"})
    font = {"name": page.words("font.text"), "size": 9}
    for index in range(len(groups)):
        chart.add_series(
            {
                "name": [name, head - 1, index + 1],
                "categories": [name, head, 0, head + statuses - 1, 0],
                "values": [name, head, index + 1, head + statuses - 1, index + 1],
                "fill": {"color": _SHADES[index % len(_SHADES)]},
                "border": {"color": "#404040", "width": 0.5},
                "gap": 60,
            }
        )
    chart.set_y_axis(
        {"reverse": True, "interval_unit": 1, "num_font": {**font, "size": 8}, "major_gridlines": {"visible": False}}
    )
    chart.set_x_axis(
        {
            "num_font": font,
            "num_format": "0",
            "major_unit": max(1, -(-most // 6)),
            "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}},
        }
    )
    chart.set_legend({"position": "bottom", "font": font})
    names = _NAMES[page.words.language]
    chart.set_plotarea({"layout": {"x": names, "y": 0.25, "width": 0.95 - names, "height": 0.6}})
    chart.set_title({"name": page.words("summary.chart"), "name_font": {**font, "size": 10}})
    beside = len(groups) <= _BESIDE
    air = max(0, _LEAST_ROWS - statuses)
    points = 18 * (2 + air) + _ROW * statuses if beside else 18 * _CHART_ROWS
    chart.set_size({"width": 385 if beside else 940, "height": points * 4 / 3 - 4})
    top, left = (head - 1, len(groups) + 2) if beside else (page.at, 0)
    page.sheet.insert_chart(top, left, chart, {"x_offset": 6, "y_offset": 2, "object_position": 1})
    for _ in range(air if beside else _CHART_ROWS):
        page.down(18)


def _write_conclusions(page: Page, rows: Sequence[CommitmentRow], letters: dict[str, str]) -> None:
    """How far the review has come; the reviewer's drop-down feeds it."""
    words = page.words
    page.heading(words("summary.conclusions"))
    choices = conclusion_choices(page.book)
    page.columns(*choices, words("summary.unreviewed"))
    sheet, letter = page.book.name("commitments"), letters["conclusion"]
    area = f"'{sheet}'!${letter}$2:${letter}${len(rows) + 1}"
    concluded = Counter(page.book.carried.entry(row.commitment.id, "conclusion") for row in rows)
    counts = [concluded[choice] for choice in choices]
    cells = [Formula(f"COUNTIF({area},{_letter(index)}{page.at})", count) for index, count in enumerate(counts)]
    page.row(*cells, Formula(f"{len(rows)}-SUM(A{page.at + 1}:E{page.at + 1})", len(rows) - sum(counts)))
