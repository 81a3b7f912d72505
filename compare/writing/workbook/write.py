"""Writing the whole workbook: its sheets in their order, into a file that is there whole or not at all."""

from __future__ import annotations

from pathlib import Path

from compare.model import Comparison
from compare.review import Carried
from compare.writing.lookup import safe_file_part, short_names
from compare.writing.target import whole_file
from compare.writing.wording import Words
from compare.writing.workbook.book import opened
from compare.writing.workbook.commitments import write_commitments, write_general
from compare.writing.workbook.evidence import write_evidence
from compare.writing.workbook.leftovers import write_leftovers
from compare.writing.workbook.notes import write_notes
from compare.writing.workbook.record import write_record
from compare.writing.workbook.settings import Settings
from compare.writing.workbook.summary import write_summary
from compare.writing.workbook.tables import write_checks, write_facts, write_history, write_indicators
from compare.writing.workbook.texts import write_differences, write_sections


def write_workbook(
    comparison: Comparison,
    target: Path,
    words: Words,
    settings: Settings | None = None,
    carried: Carried | None = None,
) -> None:
    """Write the workbook of a Comparison to ``target``, with what a person wrote into earlier ones.

    The same Comparison gives the same bytes. Raises :class:`compare.errors.OutputError` for a target that can't be
    written, and leaves what stood there.
    """
    with (
        whole_file(target) as draft,
        opened(draft, comparison, words, settings or Settings(), carried or Carried()) as book,
    ):
        write_summary(book)
        write_commitments(book)
        write_general(book)
        write_history(book)
        write_indicators(book)
        write_checks(book)
        write_sections(book)
        write_differences(book)
        write_facts(book)
        write_evidence(book)
        write_notes(book)
        write_leftovers(book)
        write_record(book)


def default_name(comparison: Comparison, words: Words) -> str:
    """A file's name that says what is in it: 望海区_2022-2023_承诺对照.xlsx."""
    place = next((report.identity.place for report in comparison.reports if report.identity.place), "")
    names = [safe_file_part(name) for name in short_names(comparison)]
    years = names[0] if len(names) == 1 else f"{names[0]}-{names[-1]}"
    return "_".join(filter(None, (safe_file_part(place), years, words("book.file")))) + ".xlsx"
