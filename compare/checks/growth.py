"""Growth as stated against growth from two levels, and the base that it implies against the one reported last year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from compare.checks.ledger import Ledger, figures
from compare.checks.words import words_of
from compare.indicators import Entry
from compare.judgement import Interval, growth_interval, shown
from compare.model import Check

AVERAGE = 8


def growth_checks(ledger: Ledger) -> Iterator[Check]:
    """Each growth rate with its level: against the start that it tells itself, else against last year's level."""
    for level, growth in _told_together(ledger):
        found = tuple(_against_own_start(ledger, level, growth)) or _against_last_year(ledger, level, growth)
        yield from found


def _told_together(ledger: Ledger) -> Iterator[tuple[Entry, Entry]]:
    """A level and the growth rate that follows it in the same sentence, of the same thing and year."""
    averages = words_of(ledger.lexicon).names.averages
    for entries in ledger.by_sentence.values():
        for place, level in enumerate(entries):
            if level.fact.measure != "level" or level.fact.is_from or level.kind == "share" or level.span:
                continue
            for growth in entries[place + 1 : place + 4]:
                if growth.fact.measure == "level" and not growth.fact.is_from:
                    break
                average = any(word in ledger.before(growth, AVERAGE) for word in averages)
                if growth.fact.measure == "growth" and not average and _of_one_thing(level, growth):
                    yield level, growth


def _of_one_thing(level: Entry, growth: Entry) -> bool:
    return (
        level.name.canonical == growth.name.canonical
        and level.hard == growth.hard
        and level.fact.period == growth.fact.period
        and level.fact.role == growth.fact.role == "result"
        and not growth.span
    )


def _against_own_start(ledger: Ledger, level: Entry, growth: Entry) -> Iterator[Check]:
    """由 X 增加到 Y、增长 Z, all three in one sentence."""
    words = words_of(ledger.lexicon)
    start = next(
        (
            e
            for e in ledger.by_sentence[level.report, level.fact.sentence]
            if e.fact.is_from and e.fact.number == level.fact.number - 1 and e.kind == level.kind
        ),
        None,
    )
    if start is None or _other_basis(ledger, level, growth):
        return
    computed = _growth(ledger, start, level)
    if computed is None or _ties(ledger, computed, growth):
        return
    yield Check(
        kind="growth",
        verdict=words.verdicts.differs,
        indicator=level.fact.indicator,
        figures=figures(start, level, growth),
        arithmetic=words.sentences.growth.format(
            old=start.fact.written,
            new=level.fact.written,
            computed=_rate(start, level),
            stated=_signed(growth),
        ),
    )


def _against_last_year(ledger: Ledger, level: Entry, growth: Entry) -> Iterator[Check]:
    words = words_of(ledger.lexicon)
    before = level.report - 1
    identity = ledger.reports[level.report].identity
    if not ledger.consecutive(level.report) or level.fact.period != identity.review_period:
        return
    last = tuple(ledger.levels(level, before, ledger.reports[before].identity.review_period))
    if not last or any(e.fact.value != last[0].fact.value for e in last):
        return
    old = last[0]
    computed = _growth(ledger, old, level)
    if computed is None or _ties(ledger, computed, growth):
        return
    name = level.name.canonical
    constant = any(word in name for word in words.names.constant)
    if constant and not any(word in name for word in words.names.shown):
        return
    other = not constant and _other_basis(ledger, level, growth)
    yield _last_year_check(ledger, old, level, growth, "nominal" if constant else "other" if other else "base")


def _last_year_check(ledger: Ledger, old: Entry, level: Entry, growth: Entry, sentence: str) -> Check:
    words = words_of(ledger.lexicon)
    implied = level.fact.value / (1 + growth.fact.value / 100)
    apart = abs(implied / old.fact.value - 1) * 100
    revised = apart <= Decimal(words.thresholds.revision)
    flagged = sentence == "base"
    return Check(
        kind="base" if flagged and revised else "growth",
        verdict=words.verdicts.basis if not flagged else words.verdicts.revised if revised else words.verdicts.differs,
        indicator=level.fact.indicator,
        figures=figures(old, level, growth),
        arithmetic=getattr(words.sentences, sentence).format(
            old=old.fact.written,
            new=level.fact.written,
            stated=_signed(growth),
            computed=shown(_round_like(implied, old), level.fact.unit, ledger.lexicon)
            if flagged
            else _rate(old, level),
        ),
        flagged=flagged,
    )


def _growth(ledger: Ledger, old: Entry, new: Entry) -> Interval | None:
    if old.fact.bound in ("min", "max") and new.fact.bound in ("min", "max"):
        return None
    before, after = ledger.interval(old, new.fact.unit), ledger.interval(new)
    return growth_interval(before, after) if before and after else None


def _ties(ledger: Ledger, computed: Interval, growth: Entry) -> bool:
    stated = ledger.interval(growth)
    slack = Decimal(words_of(ledger.lexicon).thresholds.slack)
    return stated is None or stated.widened(slack).meets(computed)


def _other_basis(ledger: Ledger, level: Entry, growth: Entry) -> bool:
    """Whether the words say that the rate is not that of the two levels."""
    basis = growth.fact.basis
    text = ledger.between(level, growth) + ledger.text(growth)[growth.fact.end : growth.fact.end + 6]
    words = (*words_of(ledger.lexicon).names.other_basis,)
    return bool(basis.price) or any(word in text + basis.scope + growth.fact.indicator for word in words)


def _rate(old: Entry, new: Entry) -> str:
    return f"{round((new.fact.value / old.fact.value - 1) * 100, 1)}%"


def _signed(growth: Entry) -> str:
    return f"-{growth.fact.written}" if growth.fact.value < 0 else growth.fact.written


def _round_like(value: Decimal, like: Entry) -> Decimal:
    """As many significant digits as the figure beside it has, at least three."""
    digits = max(3, len(like.fact.value.normalize().as_tuple().digits))
    return round(value, digits - value.adjusted() - 1)
