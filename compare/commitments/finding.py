"""The promises of a report: its plan part's undertakings, each named, sorted into a kind and dated."""

from __future__ import annotations

from compare.commitments.attributes import AttributeReader
from compare.commitments.baselines import Baselines
from compare.commitments.categories import category_of
from compare.commitments.deliverables import Deliverables
from compare.commitments.due import DueReader
from compare.commitments.ids import make_ids
from compare.commitments.lists import TargetLists
from compare.commitments.twins import without_twins
from compare.commitments.undertakings import Undertaking, UndertakingFinder
from compare.commitments.words import CommitmentWords
from compare.language.lexicon import Lexicon
from compare.model import Commitment, Report


def find_commitments(report: Report, index: int, lexicon: Lexicon) -> tuple[Commitment, ...]:
    """What the plan part of ``report`` promises, in the order of the text, with status ``open``.

    ``index`` is the report's number among those compared. Each numeric target is a row and each checkable
    undertaking is one; directions without a deliverable are rows of category ``general``.
    """
    words = lexicon.read("commitments", CommitmentWords)
    lists = TargetLists(report, words)
    undertakings = without_twins(UndertakingFinder(lexicon).find(report, lists), lists)
    ids = make_ids(report.identity, [_words_of(undertaking) for undertaking in undertakings])
    deliverables = Deliverables(lexicon)
    due = DueReader(lexicon, report.identity.plan_year)
    baselines = Baselines(report, lexicon)
    attributes = AttributeReader(lexicon)
    categories = [category_of(undertaking, lists, deliverables) for undertaking in undertakings]
    return tuple(
        Commitment(
            id=name,
            report=index,
            sentence=undertaking.sentence.number,
            start=undertaking.clause.start,
            end=undertaking.clause.end,
            text=undertaking.clause.text,
            kind="action" if undertaking.fact is None else "numeric",
            category=category,
            section=undertaking.sentence.section,
            attribute=attributes.of(undertaking, category),
            strength=undertaking.lead.strength if undertaking.lead else "complete",
            due=due.of(undertaking.clause.text, _period_of(undertaking), _opening_of(undertaking)),
            fact=undertaking.fact,
            baseline=baselines.of(undertaking.fact) if undertaking.fact else None,
        )
        for name, undertaking, category in zip(ids, undertakings, categories, strict=True)
    )


def _words_of(undertaking: Undertaking) -> str:
    """What the id stands for: the clause, and its own figure where it deals out several."""
    return undertaking.clause.text + (undertaking.fact.written if undertaking.fact is not None else "")


def _opening_of(undertaking: Undertaking) -> str:
    """What stands before the clause in its sentence; a figure has its own period."""
    return "" if undertaking.fact is not None else undertaking.sentence.text[: undertaking.clause.start]


def _period_of(undertaking: Undertaking) -> str:
    """The year or years that an undertaking speaks of: its figure's, else its section's."""
    return undertaking.fact.period if undertaking.fact is not None else undertaking.sentence.period
