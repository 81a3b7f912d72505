"""Which kind of promise an undertaking is: headline, livelihood, task or general."""

from __future__ import annotations

from compare.commitments.deliverables import Deliverables
from compare.commitments.lists import TargetLists
from compare.commitments.undertakings import Undertaking
from compare.model import Category


def category_of(undertaking: Undertaking, lists: TargetLists, deliverables: Deliverables) -> Category:
    """``task`` where a figure is set or a deliverable is named, ``general`` for a direction without one."""
    sentence = undertaking.sentence.number
    if lists.is_target(sentence, undertaking.clause.start):
        return "headline"
    if lists.is_livelihood(sentence) and not lists.is_name(undertaking.clause.text):
        return "livelihood"
    if undertaking.fact is not None or deliverables.score(undertaking.clause.text, undertaking.lead) > 0:
        return "task"
    return "general"
