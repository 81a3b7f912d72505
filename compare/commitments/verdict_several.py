"""One verdict from several later reports: the last one that decides, with the evidence of all."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from compare.commitments.ranking_cases import KEPT
from compare.model import Commitment, Status

WEIGHT: dict[Status, int] = {
    "met": 5, "exceeded": 5, "near": 5, "missed": 5, "partial": 4, "mentioned": 3, "unclear": 2, "incomparable": 2,
    "not_reported": 1, "open": 0,
}  # fmt: skip


def merged(rows: Sequence[Commitment]) -> Commitment:
    """One commitment as several later reports, oldest first, tell it.

    The report that says most decides, the latest of those that say as much. Whether it is promised again is a matter of
    the last plan alone.
    """
    if len(rows) == 1:
        return rows[0]
    chosen = max(enumerate(rows), key=lambda numbered: (WEIGHT[numbered[1].status], numbered[0]))[1]
    others = [found for row in reversed(rows) if row is not chosen and row.status != "not_reported"
              for found in row.evidence]  # fmt: skip
    return replace(chosen, evidence=(*chosen.evidence, *others)[:KEPT], again=rows[-1].again)
