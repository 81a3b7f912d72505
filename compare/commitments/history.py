"""With more than two reports: since when something is promised, and how often it was."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from compare.commitments.successors import Successors
from compare.language.lexicon import Lexicon
from compare.model import Commitment, IndicatorRow, Report


def add_history(
    plans: Sequence[tuple[Commitment, ...]],
    reports: Sequence[Report],
    indicators: Sequence[IndicatorRow],
    lexicon: Lexicon,
) -> tuple[tuple[Commitment, ...], ...]:
    """``plans``, the commitments of consecutive ``reports``, each with the year of the plan that first had it.

    A chain ends where one plan leaves it out; who comes back later begins anew.
    """
    told: list[tuple[Commitment, ...]] = []
    since: dict[str, Commitment] = {}
    for number, plan in enumerate(plans):
        year = reports[number].identity.plan_year
        dated = tuple(
            replace(
                commitment,
                first_promised=since[commitment.id].first_promised if commitment.id in since else year,
                times_promised=since[commitment.id].times_promised + 1 if commitment.id in since else 1,
            )
            for commitment in plan
        )
        told.append(dated)
        if number + 1 < len(plans):
            since = _continued(dated, plans[number + 1], reports, indicators, lexicon)
    return tuple(told)


def _continued(
    plan: tuple[Commitment, ...],
    later: tuple[Commitment, ...],
    reports: Sequence[Report],
    indicators: Sequence[IndicatorRow],
    lexicon: Lexicon,
) -> dict[str, Commitment]:
    """By the id of each commitment of the later plan the one that it continues, the oldest of several."""
    successors = Successors(plan, later, reports, indicators, lexicon)
    found: dict[str, Commitment] = {}
    for number, commitment in enumerate(plan):
        successor = successors.of(number)
        if successor is None:
            continue
        known = found.get(successor.id)
        if known is None or commitment.times_promised > known.times_promised:
            found[successor.id] = commitment
    return found
