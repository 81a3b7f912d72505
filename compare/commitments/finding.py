"""The promises of a report: its plan part's undertakings, each named, sorted into a kind and dated."""

from __future__ import annotations

from compare.commitments.categories import Categories
from compare.commitments.ids import make_ids
from compare.commitments.undertakings import Undertaking, find_undertakings
from compare.commitments.verbs import VerbReader
from compare.commitments.words import CommitmentWords
from compare.language.lexicon import Lexicon
from compare.model import Commitment, Report, Strength


def find_commitments(report: Report, index: int, lexicon: Lexicon) -> tuple[Commitment, ...]:
    """What the plan part of ``report`` promises, in the order of the text, with status ``open``.

    ``index`` is the report's number among those compared. Each numeric target is a row and each checkable
    undertaking is one; directions without a deliverable are rows of category ``general``.
    """
    words = lexicon.read("commitments", CommitmentWords)
    verbs = VerbReader(lexicon)
    undertakings = find_undertakings(report, words, verbs)
    ids = make_ids(report.identity, [undertaking.clause.text for undertaking in undertakings])
    categories = Categories(report, words, verbs)
    return tuple(
        Commitment(
            id=name,
            report=index,
            sentence=undertaking.sentence.number,
            start=undertaking.clause.start,
            end=undertaking.clause.end,
            text=undertaking.clause.text,
            kind="action" if undertaking.fact is None else "numeric",
            category=categories.of(undertaking),
            section=undertaking.sentence.section,
            strength=_strength(undertaking, verbs),
            fact=undertaking.fact,
        )
        for name, undertaking in zip(ids, undertakings, strict=True)
    )


def _strength(undertaking: Undertaking, verbs: VerbReader) -> Strength:
    lead = verbs.lead(undertaking.clause.text)
    return lead.strength if lead is not None else "complete"
