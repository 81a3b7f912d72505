"""From a command's arguments to a Comparison: reading, and the order of the reports."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from compare.cli.options import Order, Output, Reading
from compare.cli.progress import Progress
from compare.errors import OrderError
from compare.model import Comparison, Report

if TYPE_CHECKING:
    from compare.alignment import Pins
    from compare.language.lexicon import Lexicon


def read_all(files: Sequence[Path], reading: Reading, out: Output) -> tuple[Report, ...]:
    """Read every file, with progress."""
    from compare.pipeline import read_report

    reading.check(len(files))
    lexicon = lexicon_of(reading, out)
    reports = []
    with Progress() as progress:
        for index, file in enumerate(files):
            progress.say(f"reading {file.name} ({index + 1}/{len(files)})")
            reports.append(read_report(file, lexicon=lexicon, told=reading.told(index)))
    return tuple(reports)


def side_by_side(files: Sequence[Path], reading: Reading, out: Output) -> Comparison:
    """Reports that are shown together without being compared."""
    return Comparison(reports=read_all(files, reading, out), pairs=())


def compared(
    files: Sequence[Path], reading: Reading, order: Order, out: Output, pins: Pins | None = None
) -> Comparison:
    """Read and compare; reports in the wrong order are put right where the user says so."""
    from compare.pipeline import compare_reports, when

    lexicon, reports = lexicon_of(reading, out), read_all(files, reading, out)
    with Progress() as progress:
        progress.say(f"comparing {len(files)} reports")
        try:
            return compare_reports(reports, lexicon=lexicon, pins=pins, keep_order=order.keep_order)
        except OrderError as error:
            progress.stop()
            if not (order.yes or _confirmed(str(error))):
                raise
    with Progress() as progress:
        progress.say(f"comparing {len(files)} reports")
        return compare_reports(tuple(sorted(reports, key=when)), lexicon=lexicon, pins=pins)


def lexicon_of(reading: Reading, out: Output) -> Lexicon:
    """The shipped words and those of the user's files, with reasons in the language of the output."""
    from compare.language.lexicon import Lexicon, default_lexicon

    told = out.lang.value if out.lang else ""
    return Lexicon("zh", *reading.lexicon, told=told) if reading.lexicon else default_lexicon("zh", told)


def pins_of(pairs: Path | None) -> Pins | None:
    """What a file of pinned pairs says."""
    if pairs is None:
        return None
    from compare.alignment import read_pins

    return read_pins(pairs)


def at_least(files: Sequence[Path], count: int) -> None:
    """Refuse too few files as a wrong call."""
    if len(files) < count:
        raise typer.BadParameter(f"give at least {count} reports, the earliest first", param_hint="OLD NEW")


def _confirmed(problem: str) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    from compare.writing.clean import one_line

    return typer.confirm(f"{one_line(problem)}\nCompare them in the order of their dates?", err=True)
