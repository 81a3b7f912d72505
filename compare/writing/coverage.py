"""The account of a report's numbers: which are facts, which are none and why, and which could not be decided."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from compare.model import LeftOut, Report
from compare.writing.clean import one_line
from compare.writing.wording import Words

_AROUND = 12
"""Characters on either side of an undecided number."""


def coverage_lines(reports: tuple[Report, ...], words: Words) -> tuple[str, ...]:
    """For each report the counts, the reasons, most frequent first, and every undecided number among its words."""
    return tuple(line for report in reports for line in _of_report(report, words))


def _of_report(report: Report, words: Words) -> list[str]:
    undecided = [left for left in report.left_out if left.undecided]
    none = Counter(left.reason for left in report.left_out if not left.undecided)
    lines = [
        words(
            "coverage.account",
            report=Path(report.document.file).name,
            numbers=len(report.facts) + len(report.left_out),
            facts=len(report.facts),
            left=none.total(),
            undecided=len(undecided),
        )
    ]
    if none:
        reasons = [words("coverage.count", reason=_reason(name, words), count=n) for name, n in none.most_common()]
        lines.append(words("coverage.reasons", reasons=words("coverage.separator").join(reasons)))
    lines += [_undecided(report, left, words) for left in undecided]
    return [one_line(line) for line in lines]


def _reason(reason: str, words: Words) -> str:
    """A user's own lexicon may give a reason that the words file does not know; it is shown as it stands."""
    key = f"left_out.{reason}"
    return words(key) if words.has(key) else reason


def _undecided(report: Report, left: LeftOut, words: Words) -> str:
    sentence = report.sentences[left.sentence]
    before = sentence.text[max(0, left.start - _AROUND) : left.start]
    shown = f"{before}【{left.text}】{sentence.text[left.end : left.end + _AROUND]}"
    return words("coverage.undecided", paragraph=sentence.paragraph, words=shown)
