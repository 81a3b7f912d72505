"""The first sheet: the workpaper's head, and what a reader must know before turning the page."""

from __future__ import annotations

from compare.model import Report
from compare.writing.clean import one_line
from compare.writing.lookup import file_name, short_names
from compare.writing.notices import notice_lines
from compare.writing.tables.checks import verdict_text
from compare.writing.tables.commitments import CommitmentRow, commitments_table, status_text
from compare.writing.tables.common import pairs_of, place_text
from compare.writing.workbook.book import Book
from compare.writing.workbook.cells import Link, Text
from compare.writing.workbook.commitments import commitment_columns, commitment_contents, split_general
from compare.writing.workbook.counts import write_counts
from compare.writing.workbook.marks import STATUS_MARKS
from compare.writing.workbook.page import LAST, Page
from compare.writing.workbook.settings import HEAD_FIELDS
from compare.writing.workbook.sheet import CELL_LIMIT, column_letter

_LISTED = 30
"""Lines of a list on the first sheet; the rest is counted and stands on its own sheet."""


def write_summary(book: Book) -> None:
    """The summary of all sheets; everything on it stands on another sheet too."""
    page = Page(book, book.add_sheet("summary"))
    page.title(book.words("book.title"), _subtitle(book))
    _write_head(page)
    _write_reports(page)
    table = commitments_table(book.comparison, book.words)
    rows, _ = split_general(table)
    letters = {column.key: column_letter(i) for i, column in enumerate(commitment_columns(book, table))}
    write_counts(page, rows, letters)
    _write_headlines(page, rows)
    _write_checks(page)
    _write_silent(page, rows)
    _write_coverage(page)
    _write_notices(page)
    _write_legend(page)
    page.finish()


def _subtitle(book: Book) -> str:
    names = short_names(book.comparison)
    place = next((r.identity.place for r in book.comparison.reports if r.identity.place), "")
    return one_line(f"{place}  {' → '.join(names)}".strip())


def _write_head(page: Page) -> None:
    words, given = page.words, page.book.settings.head
    for first, second in zip(HEAD_FIELDS[::2], HEAD_FIELDS[1::2], strict=True):
        page.label(0, words(f"head.{first}"))
        left = page.entry(1, 3, first, given.get(first, _known(page.book, first)))
        page.label(4, words(f"head.{second}"))
        right = page.entry(5, LAST, second, given.get(second, _known(page.book, second)))
        page.down(max(19.0, left, right))


def _known(book: Book, field: str) -> str:
    """What the reports themselves say of a field of the head."""
    identities = [report.identity for report in book.comparison.reports]
    if field == "auditee":
        return next((i.place for i in identities if i.place), "")
    if field == "matter":
        return book.words("head.matter_value")
    if field == "edition":
        return "；".join(dict.fromkeys(filter(None, (edition(report) for report in book.comparison.reports))))
    return ""


def edition(report: Report) -> str:
    """Congress, session and year of a report."""
    identity = report.identity
    year = identity.plan_year or identity.date[:4]
    return " ".join(filter(None, (identity.congress + identity.session, year)))


def _write_reports(page: Page) -> None:
    words = page.words
    page.heading(words("summary.reports"))
    page.columns(
        *(words(f"summary.{key}") for key in ("report", "edition", "date", "pages", "size", "sentences", "sha256"))
    )
    for name, report in zip(short_names(page.book.comparison), page.book.comparison.reports, strict=True):
        document = report.document
        page.row(
            Text(f"{name}  {file_name(report)}" if name != file_name(report) else name),
            Text(edition(report)),
            Text(report.identity.date),
            document.pages,
            document.size,
            len(report.sentences),
            Text(document.sha256),
        )


def _write_headlines(page: Page, rows: list[CommitmentRow]) -> None:
    words, book = page.words, page.book
    headlines = [row for row in rows if row.commitment.category == "headline"]
    page.heading(words("summary.headlines"))
    if not headlines:
        page.line(words("table.empty"))
        return
    heads = ("indicator", "baseline", "target", "result", "difference", "status", "why")
    page.columns(*(words(f"column.{key}") for key in heads))
    for row in headlines:
        contents = commitment_contents(book, row)
        name = row.commitment.fact.indicator if row.commitment.fact else row.commitment.text
        page.row(
            Text(name),
            contents["baseline"],
            contents["target"],
            contents["result"],
            contents["difference"],
            Text(status_text(row.between, row.commitment, words)),
            Text(row.commitment.why),
            figures="right",
        )


def _write_checks(page: Page) -> None:
    words, book = page.words, page.book
    flagged = [row for row in book.comparison.checks if row.flagged]
    page.heading(words("summary.checks", count=len(flagged)))
    if not flagged:
        page.line(words("summary.no_checks"))
        return
    page.wide_columns(*(words(f"column.{key}") for key in ("indicator", "verdict", "arithmetic", "place")))
    for row in flagged[:_LISTED]:
        figure = row.figures[0] if row.figures else None
        link = None
        if figure:
            sentence = book.comparison.reports[figure.report].sentences[figure.fact.sentence]
            link = Link(place_text(sentence, words), "evidence", book.evidence_row(figure.report, sentence.number))
        page.wide_row(Text(row.indicator), Text(verdict_text(row, words)), row.arithmetic, link)
    page.more(len(flagged) - _LISTED, "checks")


def _write_silent(page: Page, rows: list[CommitmentRow]) -> None:
    """What is neither reported nor promised again."""
    words, book = page.words, page.book
    silent = [row for row in rows if row.commitment.status == "not_reported" and not row.commitment.again]
    page.heading(words("summary.silent", count=len(silent)))
    if not silent:
        page.line(words("summary.no_silent"))
        return
    page.wide_columns(*(words(f"column.{key}") for key in ("id", "category", "commitment", "place")))
    for row in silent[:_LISTED]:
        item = row.commitment
        link = Link(place_text(row.sentence, words), "evidence", book.evidence_row(item.report, item.sentence))
        page.wide_row(Text(item.id), Text(words(f"category.{item.category}")), item.text, link)
    page.more(len(silent) - _LISTED, "commitments")


def _write_coverage(page: Page) -> None:
    words = page.words
    page.heading(words("summary.coverage"))
    keys = ("report", "numbers", "facts", "left_out", "undecided", "sections", "changes")
    page.columns(*(words(f"summary.{key}") for key in keys))
    changes = {between.pair.new: len(between.pair.changes) for between in pairs_of(page.book.comparison)}
    for index, report in enumerate(page.book.comparison.reports):
        undecided = sum(left.undecided for left in report.left_out)
        page.row(
            Text(short_names(page.book.comparison)[index]),
            len(report.facts) + len(report.left_out),
            len(report.facts),
            len(report.left_out) - undecided,
            undecided,
            len(report.sections),
            changes.get(index),
        )


def _write_notices(page: Page) -> None:
    notices = notice_lines(page.book.comparison, page.words)
    page.heading(page.words("summary.notices", count=len(notices)))
    if long := sum(len(s.text) > CELL_LIMIT for report in page.book.comparison.reports for s in report.sentences):
        page.line("· " + page.words("summary.cut", count=long, limit=CELL_LIMIT, sheet=page.book.name("evidence")))
    for line in notices:
        page.line("· " + line)


def _write_legend(page: Page) -> None:
    words = page.words
    page.heading(words("summary.legend"))
    for (texts, look), key in zip(STATUS_MARKS, ("good", "short", "open", "gone", "again"), strict=True):
        page.sample("、".join(texts(words)), look, words(f"legend.{key}"))
    page.sample(words("legend.gone_text"), {"font_strikeout": True, "font_color": "#9C0006"}, words("legend.gone_mark"))
    page.sample(words("legend.come_text"), {"underline": 1, "font_color": "#006100"}, words("legend.come_mark"))
    page.line(words("book.disclaimer"), strong=True)
