"""What goes on the one page for the chair: chosen, put in order and cut to what the page holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from msgspec import Struct

from compare.model import Check, Comparison
from compare.writing.clean import one_line
from compare.writing.figures import figure_text, scale_for, signed
from compare.writing.lookup import short_names
from compare.writing.tables.commitments import CATEGORY_ORDER, CommitmentRow, commitments_table, status_text
from compare.writing.tables.common import place_text
from compare.writing.width import text_width, wrap
from compare.writing.wording import Words

_HEADLINES, _LISTED, _QUESTIONS = 12, 7, 10
_LINE = 98
"""Half-width characters on a line of the page."""
_ITEM, _QUESTION, _WHY = 60, 44, 60
"""Half-width characters of a commitment's words in a list and in a question, and of a reason."""


class Part(Struct, frozen=True):
    """A heading and its lines."""

    heading: str
    lines: tuple[str, ...]


class OnePage(Struct, frozen=True):
    """The page: a table of headline targets, and parts in their order."""

    title: str
    subtitle: str
    headlines: Part
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    parts: tuple[Part, ...]
    closing: str


def one_page(comparison: Comparison, words: Words) -> OnePage:
    """The page of the last pair of reports."""
    rows = [
        row
        for row in commitments_table(comparison, words).rows
        if row.commitment.category != "general" and row.between.pair == comparison.pairs[-1]
    ]
    rows.sort(key=_weight)
    headlines = [row for row in rows if row.commitment.category == "headline"]
    place = next((report.identity.place for report in comparison.reports if report.identity.place), "")
    keys = ("indicator", "target", "result", "difference", "status", "place")
    return OnePage(
        words("brief.title"),
        one_line(f"{place}  {' → '.join(short_names(comparison)[-2:])}"),
        Part(words("brief.headlines"), _more(len(headlines) - _HEADLINES, words)),
        tuple(words(f"column.{key}") for key in keys),
        tuple(_headline(row, words) for row in headlines[:_HEADLINES]),
        (
            _list_part(words, "short", [row for row in rows if row.commitment.status == "missed"]),
            _livelihood(words, [row for row in rows if row.commitment.category == "livelihood"]),
            _list_part(words, "silent", [row for row in rows if _gone(row)]),
            Part(words("brief.questions"), _questions(comparison, rows, words)),
        ),
        words("book.disclaimer"),
    )


def _weight(row: CommitmentRow) -> tuple[int, bool, bool]:
    """What comes first where there is no room for all: by category, figures first, what is doubtful last."""
    item = row.commitment
    return CATEGORY_ORDER.index(item.category), item.kind != "numeric", item.confidence == "low"


def _headline(row: CommitmentRow, words: Words) -> tuple[str, ...]:
    item = row.commitment
    difference = ""
    if item.difference is not None and item.fact is not None:
        scale = scale_for(item.fact.unit, [item.fact.value])
        unit = words("unit.points") if item.fact.unit == "%" else scale.unit
        difference = signed(scale.of(item.difference)) + unit
    return (
        _cut(item.fact.indicator, 26) if item.fact else _cut(item.text, 26),
        figure_text(item.fact, words) if item.fact else "",
        figure_text(item.result, words) if item.result else "",
        difference,
        status_text(row.between, item, words),
        _evidence_place(row, words),
    )


def _list_part(words: Words, key: str, rows: list[CommitmentRow]) -> Part:
    lines = [
        words("brief.item", text=_cut(row.commitment.text, _ITEM), place=_place(row, words)) for row in rows[:_LISTED]
    ]
    heading = words(f"brief.{key}", count=len(rows))
    return Part(heading, (*lines, *_more(len(rows) - _LISTED, words)) if rows else (words("brief.none"),))


def _livelihood(words: Words, rows: list[CommitmentRow]) -> Part:
    """One line of counts, and what is not reported as done."""
    heading = words("brief.livelihood", count=len(rows))
    if not rows:
        return Part(heading, (words("brief.none"),))
    counts = Counter(status_text(row.between, row.commitment, words) for row in rows)
    line = words("list.separator").join(
        words("brief.count", name=status, count=count) for status, count in counts.most_common()
    )
    return Part(heading, (line,))


def _gone(row: CommitmentRow) -> bool:
    return row.commitment.status == "not_reported" and not row.commitment.again


def _questions(comparison: Comparison, rows: list[CommitmentRow], words: Words) -> tuple[str, ...]:
    """At most ten, the weightiest first; each kind has its turn before any kind has a second."""
    kinds: list[list[str]] = [
        [_question(row, "missed", words) for row in rows if row.commitment.status == "missed"],
        [_check_question(comparison, check, words) for check in comparison.checks if check.flagged],
        [_question(row, "gone", words) for row in rows if _gone(row)],
    ]
    kinds += [
        [_question(row, status, words) for row in rows if row.commitment.status == status]
        for status in ("incomparable", "partial", "unclear", "mentioned")
    ]
    silent = [row for row in rows if row.commitment.status == "not_reported" and row.commitment.again]
    kinds.append([_question(row, "again", words) for row in silent])
    chosen = _in_turn(kinds, _QUESTIONS)
    return tuple(f"{number}. {text}" for number, text in enumerate(chosen, 1)) or (words("brief.none"),)


def _in_turn(kinds: list[list[str]], limit: int) -> list[str]:
    """All of the first kind up to half of the limit, then one of each kind in turn."""
    chosen = kinds[0][: limit // 2]
    rest = [kind[:] for kind in kinds[1:]] + [kinds[0][limit // 2 :]]
    while len(chosen) < limit and any(rest):
        for kind in rest:
            if kind and len(chosen) < limit:
                chosen.append(kind.pop(0))
    return chosen


def _question(row: CommitmentRow, key: str, words: Words) -> str:
    item = row.commitment
    return words(
        f"question.{key}",
        text=_cut(item.text, _QUESTION),
        why=_cut(item.why, _WHY).rstrip("。.；;"),
        place=_place(row, words),
    )


def _check_question(comparison: Comparison, check: Check, words: Words) -> str:
    figure = check.figures[0]
    sentence = comparison.reports[figure.report].sentences[figure.fact.sentence]
    name = short_names(comparison)[figure.report]
    place = words("brief.source", name=name, place=place_text(sentence, words))
    indicator, arithmetic = _cut(check.indicator, 24), _cut(check.arithmetic, _ITEM).rstrip("。.")
    return words("question.check", indicator=indicator, arithmetic=arithmetic, place=place)


def _place(row: CommitmentRow, words: Words) -> str:
    names = row.between.names
    return words("brief.source", name=names[row.commitment.report], place=place_text(row.sentence, words))


def _evidence_place(row: CommitmentRow, words: Words) -> str:
    if row.evidence is None:
        return ""
    name = row.between.names[row.evidence.report]
    return words("brief.source", name=name, place=place_text(row.sentence_of(row.evidence), words))


def _more(count: int, words: Words) -> tuple[str, ...]:
    return (words("brief.more", count=count),) if count > 0 else ()


def _cut(text: str, width: int) -> str:
    text = one_line(text)
    return text if text_width(text) <= width else wrap(text, width - 2)[0].rstrip("，、；,;") + "…"


def lines_of(page: OnePage) -> int:
    """Lines of print that the page takes, its table's rows and headings among them."""
    texts: Iterable[str] = (line for part in (page.headlines, *page.parts) for line in part.lines)
    measure: Callable[[str], int] = lambda text: -(-text_width(text) // _LINE)  # noqa: E731
    return 3 + len(page.rows) + 2 * (len(page.parts) + 1) + sum(map(measure, texts))
