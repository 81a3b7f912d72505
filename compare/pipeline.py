"""The way of the data from files to a Comparison: each part is called once, in the order of docs/design.md."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from compare.errors import OrderError, YoyError
from compare.language.lexicon import Lexicon, default_lexicon
from compare.model import Comparison, Identity, IndicatorRow, Notice, Pair, Report

if TYPE_CHECKING:
    from compare.alignment import Pins


def read_report(path: Path | str, *, lexicon: Lexicon | None = None, told: Identity | None = None) -> Report:
    """Read one report: its text, outline and facts.

    ``told`` says what the text does not (place, date, …); its non-empty fields stand above what the text says.
    Raises :class:`compare.errors.InputError` for a file that can't be used.
    """
    from compare.quantities import add_facts

    lexicon = lexicon or default_lexicon()
    return add_facts(outline_report(path, lexicon=lexicon, told=told), lexicon)


def outline_report(path: Path | str, *, lexicon: Lexicon | None = None, told: Identity | None = None) -> Report:
    """As :func:`read_report`, without facts."""
    from compare.outline import build_report
    from compare.reading import read_document

    lexicon = lexicon or default_lexicon()
    return build_report(read_document(Path(path), lexicon), lexicon, told)


def compare_reports(
    reports: Sequence[Report], *, lexicon: Lexicon | None = None, pins: Pins | None = None, keep_order: bool = False
) -> Comparison:
    """Compare reports, oldest first: every consecutive pair, and what runs through all of them.

    A single report is held to itself: its own review against its own plan. Raises
    :class:`compare.errors.OrderError` for reports given newest first, unless ``keep_order`` is set.
    """
    if not reports:
        raise YoyError("no report given; name at least one file")
    lexicon = lexicon or default_lexicon()
    reports = tuple(reports)
    if not keep_order:
        _refuse_wrong_order(reports)
    if len({report.document.sha256 for report in reports}) == 1 < len(reports):
        return Comparison(reports, tuple(Pair(n, n + 1) for n in range(len(reports) - 1)), notices=_notices(reports))
    from compare.checks import find_checks
    from compare.indicators import match_indicators

    indicators = match_indicators(reports, lexicon)
    pairs = _own_plan(reports[0], lexicon) if len(reports) == 1 else _pairs(reports, indicators, lexicon, pins)
    return Comparison(
        reports=reports,
        pairs=pairs,
        indicators=indicators,
        checks=find_checks(reports, indicators, lexicon),
        notices=_notices(reports),
    )


def _own_plan(report: Report, lexicon: Lexicon) -> tuple[Pair, ...]:
    from compare.commitments import find_commitments

    return (Pair(old=0, new=0, commitments=find_commitments(report, 0, lexicon)),)


def _pairs(
    reports: tuple[Report, ...], indicators: tuple[IndicatorRow, ...], lexicon: Lexicon, pins: Pins | None
) -> tuple[Pair, ...]:
    from compare.commitments import add_drift, add_history, find_commitments, follow_up

    plans = [find_commitments(report, number, lexicon) for number, report in enumerate(reports)]
    followed = [
        ()
        if _same_file(reports[old], reports[old + 1])
        else follow_up(plan, reports, old, old + 1, indicators, lexicon)
        for old, plan in enumerate(plans[:-1])
    ]
    drifted = [
        add_drift(plan, later, reports, indicators, lexicon) for plan, later in zip(followed, plans[1:], strict=True)
    ]
    told = add_history(drifted, reports, indicators, lexicon) if len(drifted) > 1 else drifted
    return tuple(
        replace(_pair(reports, old, old + 1, lexicon, pins), commitments=plan) for old, plan in enumerate(told)
    )


def _pair(reports: tuple[Report, ...], old: int, new: int, lexicon: Lexicon, pins: Pins | None) -> Pair:
    """Which section and sentence became which, and what changed in the words."""
    if _same_file(reports[old], reports[new]):
        return Pair(old, new)
    from compare.alignment import align_sections, align_sentences
    from compare.differences import find_changes

    earlier, later = reports[old], reports[new]
    section_pairs = align_sections(earlier, later, lexicon, pins)
    sentence_pairs = align_sentences(earlier, later, section_pairs, lexicon)
    return Pair(
        old=old,
        new=new,
        section_pairs=section_pairs,
        sentence_pairs=sentence_pairs,
        changes=find_changes(earlier, later, sentence_pairs, lexicon),
    )


def _refuse_wrong_order(reports: tuple[Report, ...]) -> None:
    for earlier, later in pairwise(reports):
        first, second = _times(earlier.identity, later.identity)
        if first and second and first > second:
            raise OrderError(
                f"{earlier.document.file} ({first}) is later than {later.document.file} ({second}); "
                "give the earlier report first, or --keep-order to compare them as they stand"
            )


def _times(earlier: Identity, later: Identity) -> tuple[str, str]:
    """What orders two reports in time: both dates of delivery, else both years of the plan."""
    if earlier.date and later.date:
        return earlier.date, later.date
    return earlier.plan_year, later.plan_year


def when(report: Report) -> tuple[str, str]:
    """What reports are sorted by: the year, of delivery or else of the plan, then the date where it is known."""
    return report.identity.date[:4] or report.identity.plan_year, report.identity.date


def _notices(reports: tuple[Report, ...]) -> tuple[Notice, ...]:
    """The reports' own notices, and what is odd about the reports as a set."""
    notices = [notice for report in reports for notice in (*report.document.notices, *report.notices)]
    for earlier, later in pairwise(reports):
        if _same_file(earlier, later):
            notices.append(Notice("same-file", (Path(earlier.document.file).name,), later.document.file))
        else:
            notices += _cut(earlier, later)
    return tuple(dict.fromkeys(notices))


def _cut(earlier: Report, later: Report) -> tuple[Notice, ...]:
    """Sections of two reports that are too many to be paired."""
    from compare.alignment import cut_notice

    return (*cut_notice(earlier), *cut_notice(later))


def _same_file(earlier: Report, later: Report) -> bool:
    return earlier.document.sha256 == later.document.sha256
