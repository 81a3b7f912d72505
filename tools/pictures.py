"""Make the pictures of docs/pictures from the fixtures: the workbook's first sheets and the brief.

    python tools/pictures.py [FOLDER]

Two years of the invented district are compared as anyone would do it, LibreOffice prints the workbook and the brief to
PDF, and pdftoppm (poppler) makes a picture of the pages wanted. Both programs must be on the path. FOLDER is
docs/pictures unless it is given. A picture above 250 kB is an error: the README must open quickly.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from compare import compare_reports, read_report
from compare.model import Comparison
from compare.writing.brief import write_brief
from compare.writing.wording import load_words
from compare.writing.workbook import write_workbook

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ("望海区2022.docx", "望海区2023.docx")
LARGEST = 250_000
"""Bytes of a picture."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The first page of a sheet, by the key of its name; without one, of the brief."""

    name: str
    sheet: str = ""
    dots: int = 88
    """Dots to the inch: the smallest type can be read, and the picture stays under the limit."""
    grey: bool = False


PICTURES = (
    Picture("summary", "summary"),
    Picture("commitments", "commitments"),
    Picture("differences", "differences", dots=84),
    Picture("brief", dots=80, grey=True),
)


def main(folder: Path) -> None:
    """Write all pictures to ``folder`` and say how large they are."""
    for program in ("soffice", "pdftoppm", "pdftotext"):
        if shutil.which(program) is None:
            sys.exit(f"{program} is not on the path; install LibreOffice and poppler")
    folder.mkdir(parents=True, exist_ok=True)
    reports = [read_report(ROOT / "fixtures" / "reports" / name) for name in REPORTS]
    comparison = compare_reports(reports)
    with tempfile.TemporaryDirectory() as draft:
        workbook, brief = _printed(comparison, Path(draft))
        for picture in PICTURES:
            file = _draw(picture, workbook if picture.sheet else brief, folder)
            if file.stat().st_size > LARGEST:
                sys.exit(f"{file}: {file.stat().st_size} bytes are too many")
            print(f"{file}: {file.stat().st_size:,} bytes")


def _printed(comparison: Comparison, draft: Path) -> tuple[Path, Path]:
    """The workbook and the brief as PDF."""
    words = load_words("zh")
    write_workbook(comparison, draft / "workbook.xlsx", words)
    write_brief(comparison, draft / "brief.docx", words)
    profile = f"-env:UserInstallation={(draft / 'profile').as_uri()}"
    for name in ("workbook.xlsx", "brief.docx"):
        _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(draft), str(draft / name))
    return draft / "workbook.pdf", draft / "brief.pdf"


def _draw(picture: Picture, pdf: Path, folder: Path) -> Path:
    page = str(_page_of(picture.sheet, pdf))
    target = folder / picture.name
    look = ["-gray"] if picture.grey else []
    _run("pdftoppm", "-png", "-singlefile", *look, "-r", str(picture.dots), "-f", page, "-l", page, pdf, target)
    return target.with_suffix(".png")


def _page_of(sheet: str, pdf: Path) -> int:
    """The first page that has the sheet's name in its upper margin, counted from 1."""
    if not sheet:
        return 1
    name = re.escape(load_words("zh")(f"sheet.{sheet}"))
    pages = _run("pdftotext", "-layout", str(pdf), "-").split("\f")
    return next(n for n, page in enumerate(pages, 1) if re.match(rf"\s*\S+\s+{name}\s*\n", page))


def _run(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own words


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
