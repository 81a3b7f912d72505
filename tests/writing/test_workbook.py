"""The workbook as a reader of it finds it, opened with openpyxl."""

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace

from compare.model import Comparison, Pair
from compare.writing.wording import load_words
from compare.writing.workbook import Settings, default_name, write_workbook
from tests.writing.samples import NEW, OLD, comparison

WORDS = load_words("zh")
SHEETS = [
    "会议摘要",
    "承诺与落实对照表",
    "一般性表述",
    "指标对比",
    "勾稽检查",
    "章节对照",
    "文本差异",
    "指标明细",
    "依据",
    "说明",
    "_yoy",
]
MAIN = "承诺与落实对照表"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("book") / "a.xlsx"
    write_workbook(comparison(), target, WORDS, Settings(protect=True, head={"secrecy": "内部", "project": "A&B"}))
    return target


@pytest.fixture(scope="module")
def formulas(path: Path) -> Any:
    return openpyxl.load_workbook(path)


@pytest.fixture(scope="module")
def values(path: Path) -> Any:
    return openpyxl.load_workbook(path, data_only=True)


def column(sheet: Any, heading: str) -> list[Any]:
    index = next(cell.column for cell in sheet[1] if cell.value == heading)
    return [sheet.cell(row, index).value for row in range(2, sheet.max_row + 1)]


def test_the_sheets_stand_in_their_order(formulas: Any) -> None:
    assert formulas.sheetnames == SHEETS


def test_the_programs_own_record_is_hidden(formulas: Any) -> None:
    assert formulas["_yoy"].sheet_state == "veryHidden"


def test_general_undertakings_are_not_on_the_main_sheet(values: Any) -> None:
    assert column(values[MAIN], "编号") == ["C-0a1b", "C-0c2d", "C-1e3f", "C-2a4b", "C-3c5d"]
    assert column(values["一般性表述"], "编号") == ["C-4e6f"]


def test_words_near_a_silent_row_are_shown_as_not_taken_and_never_as_the_answer(values: Any) -> None:
    row = column(values[MAIN], "编号").index("C-3c5d")
    said = {cell.value: column(values[MAIN], cell.value)[row] for cell in values[MAIN][1]}
    assert said["本年报告表述"] is None
    assert said["本年出处"] is None
    assert said["最相近表述（未采信）"] == "望海湾实验学校建成开学\n新增学位3000个"
    assert said["未采信表述出处"] == "第3段"
    assert (said["今年安排表述"], said["今年安排出处"]) == ("推进海岸公园三期规划", "第6段")
    letters = {cell.value: cell.column_letter for cell in values[MAIN][1]}
    assert values[MAIN].column_dimensions[letters["最相近表述（未采信）"]].hidden
    assert "C-3c5d" not in column(values["依据"], "引用编号")[len(OLD) + 2]


def test_figures_are_numbers_in_a_readable_unit_with_their_bound(values: Any) -> None:
    sheet = values[MAIN]
    assert column(sheet, "目标")[:2] == [6, 2.1]
    assert column(sheet, "实绩")[:2] == [5.2, 2.3]
    target = next(cell for cell in sheet[2] if cell.value == 6)
    assert target.number_format == '"约"#,##0"%"_);"约"-#,##0"%"_)'


def test_every_formula_carries_its_value(formulas: Any, values: Any) -> None:
    found = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    found += 1
                    assert values[sheet.title][cell.coordinate].value is not None, (sheet.title, cell.coordinate)
    assert found > 20


def test_differences_are_formulas_and_those_of_rates_are_points(formulas: Any, values: Any) -> None:
    assert column(formulas[MAIN], "差异")[0].startswith("=ROUND(")
    assert column(values[MAIN], "差异")[:2] == [-0.8, 0.2]
    assert column(values[MAIN], "完成率")[1] == 1.095


def test_counts_are_live_and_right(formulas: Any, values: Any) -> None:
    cells = [
        cell for row in formulas["会议摘要"].iter_rows() for cell in row if str(cell.value).startswith("=COUNTIFS")
    ]
    assert cells
    assert sum(values["会议摘要"][cell.coordinate].value for cell in cells) == 5


def test_text_that_looks_like_a_formula_stays_text(formulas: Any) -> None:
    sheet = formulas["依据"]
    hostile = next(cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=HYPERLINK"))
    assert hostile.value == NEW[3]
    assert hostile.data_type == "s"


def test_links_lead_to_the_sentence(formulas: Any) -> None:
    links = [cell.hyperlink for row in formulas[MAIN].iter_rows() for cell in row if cell.hyperlink]
    assert len(links) == 11
    evidence = formulas["依据"]
    for link in links:
        sheet, cell = link.location.split("!")
        assert sheet.strip("'") == "依据"
        assert evidence[cell].value


def test_marks_stand_inside_the_cell(path: Path) -> None:
    rich = openpyxl.load_workbook(path, rich_text=True)["文本差异"]
    cell = next(cell for row in rich.iter_rows() for cell in row if "6%左右" in str(cell.value))
    assert [str(part) for part in cell.value if not isinstance(part, str) and part.font.strike] == ["6%左右", "2.1万人"]


def test_tables_are_frozen_filtered_and_fit_a_landscape_page(formulas: Any) -> None:
    for name in SHEETS[1:9]:
        sheet = formulas[name]
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToHeight == 0
        assert not sheet.merged_cells.ranges


def test_margins_have_secrecy_and_page_numbers(formulas: Any) -> None:
    for sheet in formulas.worksheets[:-1]:
        assert "密级：内部" in sheet.oddHeader.left.text
        assert sheet.oddHeader.right.text.endswith("A&&B")
        assert "&P" in sheet.oddFooter.right.text or "&[Page]" in sheet.oddFooter.right.text


def test_only_the_reviewers_cells_are_unlocked(formulas: Any) -> None:
    sheet = formulas[MAIN]
    assert sheet.protection.sheet
    unlocked = {
        sheet.cell(1, cell.column).value
        for row in sheet.iter_rows(min_row=2)
        for cell in row
        if not cell.protection.locked
    }
    assert unlocked == {"核实结论", "审计说明", "单位反馈", "底稿索引号", "编制人/日期", "审核人/意见/日期"}


def test_the_conclusion_is_chosen_from_a_list(formulas: Any) -> None:
    (validation,) = formulas[MAIN].data_validations.dataValidation
    assert validation.formula1 == '"核实完成,部分完成,未完成,无法核实,不适用"'


def test_nobody_and_no_path_is_named(path: Path) -> None:
    with zipfile.ZipFile(path) as parts:
        text = "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    assert "some/where" not in text
    assert "<dc:creator></dc:creator>" in text


def test_the_same_comparison_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(comparison(), tmp_path / name, WORDS)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_an_empty_comparison_still_makes_a_workbook(tmp_path: Path) -> None:
    one = comparison().reports[0]
    write_workbook(Comparison((one, one), (Pair(0, 1),)), tmp_path / "a.xlsx", WORDS)
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == SHEETS


def test_a_sentence_longer_than_a_cell_is_kept_in_pieces(tmp_path: Path) -> None:
    base = comparison()
    text = "长" * 70_000
    report = base.reports[1]
    sentences = (*report.sentences[:3], replace(report.sentences[3], text=text), *report.sentences[4:])
    write_workbook(
        replace(base, reports=(base.reports[0], replace(report, sentences=sentences)), pairs=()),
        tmp_path / "a.xlsx",
        WORDS,
    )
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["依据"]
    row = next(
        row for row in sheet.iter_rows(values_only=True) if str(row[4]).startswith("长") or str(row[3]).startswith("长")
    )
    assert sum(str(cell).count("长") for cell in row) == 70_000


def test_the_default_name_says_what_is_in_it() -> None:
    assert default_name(comparison(), WORDS) == "临江市望海区_2022-2023_承诺对照.xlsx"
