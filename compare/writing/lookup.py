"""Finding one's way in a Comparison: the sentence behind a fact, the section behind a sentence, names for people."""

from __future__ import annotations

import re
from pathlib import Path

from compare.model import Comparison, Fact, Identity, Notice, Report, Section, Sentence

MOST_CELLS = 40
"""Cells quoted on either side of one: a row that is wider would make its figures' words grow with its square."""


def sentence_of(report: Report, fact: Fact) -> Sentence:
    """The sentence that states ``fact``."""
    return report.sentences[fact.sentence]


def told_in(report: Report, sentence: Sentence) -> tuple[str, int]:
    """The words to quote for a sentence, and the offset of the sentence in them. A table's cell says nothing without
    its row: its words are those of the row (of a very wide one, of the cells around), with tabs between the cells."""
    if sentence.cell is None:
        return sentence.text, 0
    first = last = sentence.number
    while first and sentence.number - first < MOST_CELLS and _same_row(report.sentences[first - 1], sentence):
        first -= 1
    end = min(len(report.sentences), last + MOST_CELLS)
    while last + 1 < end and _same_row(report.sentences[last + 1], sentence):
        last += 1
    cells = [other.text for other in report.sentences[first : last + 1]]
    return "\t".join(cells), sum(len(text) + 1 for text in cells[: sentence.number - first])


def _same_row(one: Sentence, other: Sentence) -> bool:
    if one.cell is None or other.cell is None:
        return False
    return (one.cell.table, one.cell.row) == (other.cell.table, other.cell.row)


def section_path(report: Report, section: int | None) -> tuple[Section, ...]:
    """The sections from the highest down to ``section``."""
    path: list[Section] = []
    while section is not None:
        path.append(report.sections[section])
        section = report.sections[section].parent
    return tuple(reversed(path))


def section_title(report: Report, section: int | None) -> str:
    """Title of the section with its numbering, empty where a sentence stands in none."""
    return "" if section is None else whole_title(report.sections[section])


def whole_title(section: Section) -> str:
    """The heading with its numbering."""
    return section.title if section.title.startswith(section.label) else section.label + section.title


def file_name(report: Report) -> str:
    """The file's name without its folders."""
    return Path(report.document.file).name


def year_of(identity: Identity) -> str:
    """The year by which people call a report: that of its plan, which is the year of its delivery."""
    return identity.plan_year or identity.date[:4]


def short_name(report: Report) -> str:
    """What to call a report in a table's heading: its year where it is known, else its file's name."""
    return year_of(report.identity) or file_name(report)


def all_notices(comparison: Comparison) -> tuple[Notice, ...]:
    """The notices of a Comparison and of all its reports, each once."""
    of_reports = (notice for report in comparison.reports for notice in (*report.document.notices, *report.notices))
    return tuple(dict.fromkeys((*comparison.notices, *of_reports)))


def short_names(comparison: Comparison) -> tuple[str, ...]:
    """Names of all reports for headings; the file's name stands beside a year that two of them share."""
    names = [short_name(report) for report in comparison.reports]
    return tuple(
        f"{name} {file_name(report)}" if names.count(name) > 1 and name != file_name(report) else name
        for name, report in zip(names, comparison.reports, strict=True)
    )


def safe_file_part(text: str) -> str:
    """``text`` as a part of a file's name: letters, digits and hyphens only."""
    return re.sub(r"[^\w-]+", "", text, flags=re.UNICODE)[:40]
