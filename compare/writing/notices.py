"""Notices as a reader sees them: what was skipped, cut or guessed, with the file it concerns."""

from __future__ import annotations

from pathlib import Path

from compare.model import Comparison, Notice
from compare.writing.clean import one_line
from compare.writing.lookup import all_notices
from compare.writing.wording import Words


def notice_lines(comparison: Comparison, words: Words, limit: int | None = None) -> tuple[str, ...]:
    """One line for each notice; where there are more than ``limit``, the last line says how many more."""
    notices = all_notices(comparison)
    shown = notices if limit is None or len(notices) <= limit else notices[:limit]
    lines = tuple(notice_text(notice, words) for notice in shown)
    more = len(notices) - len(shown)
    return (*lines, words("notice_line.more", count=more)) if more else lines


def notice_text(notice: Notice, words: Words) -> str:
    """File, page, and what the notice says in the language of the output."""
    file = Path(notice.file).name
    page = words("notice_line.page", page=notice.page) if notice.page is not None else ""
    separator = words("notice_line.separator")
    return one_line(separator.join(filter(None, (file + page, notice_message(notice, words)))))


def notice_message(notice: Notice, words: Words) -> str:
    """The sentence of a notice: its code's words, with its values for the braces; kinds of things by their name."""
    values = (
        words(f"notice_value.{value}") if words.has(f"notice_value.{value}") else value for value in notice.values
    )
    return words(f"notice.{notice.code}").format(*values)
