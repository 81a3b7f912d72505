"""More than two reports: the panel, the chart, and the course of a promise from plan to plan."""

import zipfile
from pathlib import Path

import openpyxl
from msgspec.structs import replace

from compare.model import Comparison, Drift, Figure, Pair
from compare.writing.tables.build import build_table
from compare.writing.tables.history import histories, history_table
from compare.writing.wording import load_words
from compare.writing.workbook import write_workbook
from tests.writing.samples import COMMITMENTS, NEW, RESULT_GROWTH, comparison

WORDS = load_words("zh")


def three_years() -> Comparison:
    """The sample's two reports and a third; the park is promised, promised again in weaker words, and gone."""
    base = comparison()
    first, second = base.reports
    third = replace(
        second,
        document=replace(second.document, sha256="3" * 64, file="望海区2024.txt"),
        identity=replace(second.identity, plan_year="2024", date="2024-01-10"),
    )
    again = COMMITMENTS[4].again[0]
    gone = replace(
        COMMITMENTS[4],
        id="C-5",
        report=1,
        sentence=5,
        start=again.start,
        end=again.end,
        text=NEW[5][again.start : again.end],
        again=(),
        drift=Drift("gone"),
    )
    growth = replace(
        base.indicators[0],
        cells=(*base.indicators[0].cells, Figure(2, replace(RESULT_GROWTH))),
    )
    return replace(
        base,
        reports=(first, second, third),
        pairs=(*base.pairs, Pair(1, 2, commitments=(gone,))),
        indicators=(growth,),
    )


def test_a_promise_repeated_and_dropped_is_one_course() -> None:
    rows = [row for row in histories(three_years()) if len(row.steps) > 1]
    assert [[step.commitment.id for step in row.steps] for row in rows] == [["C-3c5d", "C-5"]]


def test_its_row_says_when_how_often_and_in_which_words() -> None:
    table = history_table(three_years(), WORDS)
    row = table.rows[0]
    said = {column.key: column.value(row) for column in table.columns}
    assert (said["first_promised"], said["times"], said["drift"]) == ("2022", 2, "表述减弱、未再列")
    assert said["course"] == (
        "2022：建成海岸公园二期（未报告·今年续列）\n2023：推进海岸公园三期规划（未报告·今年未再列）"
    )


def test_the_panel_has_results_and_targets_of_each_report() -> None:
    table = build_table(three_years(), "indicators", WORDS)
    headings = [column.heading for column in table.columns if column.heading]
    assert headings == [f"{year}报告{what}" for what in ("实绩", "目标") for year in (2022, 2023, 2024)]


def test_the_workbook_has_the_panel_with_a_chart_and_the_course(tmp_path: Path) -> None:
    write_workbook(three_years(), tmp_path / "a.xlsx", WORDS)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert "承诺演变" in book.sheetnames
    assert [cell.value for cell in book["指标对比"][2]][2:5] == [None, 5.2, 5.2]
    with zipfile.ZipFile(tmp_path / "a.xlsx") as parts:
        assert sum("charts/chart" in name for name in parts.namelist()) == 2
