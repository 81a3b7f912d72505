"""LibreOffice opens the workbook, reckons every formula anew, and comes to the values that the file holds already."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from compare.pipeline import compare_reports, read_report
from compare.writing.wording import load_words
from compare.writing.workbook import write_workbook

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "reports"
YEARS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "national-zh"
PAIRS = (
    [FIXTURES / f"望海区{year}.txt" for year in (2022, 2023)],
    [FIXTURES / f"望海区{year}.txt" for year in (2021, 2022, 2023, 2024)],
    *([YEARS / f"{year}.txt" for year in (old, old + 1)] for old in (2007, 2011, 2014, 2018, 2021)),
)
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""A profile in which LibreOffice reckons a foreign file anew; left alone it would show the values it finds."""
pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    (folder / "user").mkdir()
    (folder / "user" / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
    return folder


def opened_by_office(book: Path, profile: Path, form: str) -> Path:
    """The file as LibreOffice saves it."""
    out = book.parent / form
    options = (f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form, "--outdir", str(out))
    subprocess.run(["soffice", *options, str(book)], check=True, capture_output=True, timeout=120)
    return out / f"{book.stem}.{form}"


def formulas(path: Path) -> Iterator[tuple[str, str]]:
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows():
            yield from ((sheet.title, cell.coordinate) for cell in row if cell.data_type == "f")


@pytest.mark.parametrize("files", PAIRS, ids=lambda files: "~".join(file.stem for file in files))
def test_reckoning_anew_changes_nothing(files: list[Path], profile: Path, tmp_path: Path) -> None:
    if not files[0].exists():
        pytest.skip("the folder of real reports is not beside the project")
    book = tmp_path / "book.xlsx"
    write_workbook(compare_reports([read_report(file) for file in files]), book, load_words("zh"))
    stored = openpyxl.load_workbook(book, data_only=True)
    anew = openpyxl.load_workbook(opened_by_office(book, profile, "xlsx"), data_only=True)
    places = list(formulas(book))
    assert places
    for sheet, cell in places:
        here, there = stored[sheet][cell].value, anew[sheet][cell].value
        assert type(here) is not str or not here.startswith("#")
        same = here == pytest.approx(there) if isinstance(here, int | float) else (here or "") == (there or "")
        assert same, (sheet, cell, here, there)


def test_a_wrong_value_would_be_seen(profile: Path, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "wrong.xlsx")) as book:
        book.add_worksheet().write_formula("A1", "=1+1", None, 5)
    anew = openpyxl.load_workbook(opened_by_office(tmp_path / "wrong.xlsx", profile, "xlsx"), data_only=True)
    assert anew.worksheets[0]["A1"].value == 2
