"""Finding the rows of a person's remarks in the next comparison."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare.model import Commitment, Comparison
from compare.review.records import Carried, Entry, Remark, Review, Stray

_ALIKE = 80.0
"""Per cent of likeness from which two wordings are one commitment."""
_CONCLUSION = "conclusion"


def carry_over(comparison: Comparison, reviews: Sequence[Review], main_sheet: str, headings: dict[str, str]) -> Carried:
    """Put what people wrote into ``reviews`` beside the commitments of ``comparison``.

    Where two copies say different things of one cell the first wins and the other is listed. A review of the year
    before, which ends with the report that this comparison begins with, gives its conclusions to what is promised
    again. ``headings`` are the headings of the reviewer's columns by key.
    """
    commitments = [item for pair in comparison.pairs for item in pair.commitments]
    taken: dict[str, dict[str, Entry]] = {}
    comments: dict[str, dict[str, str]] = {}
    earlier: dict[str, str] = {}
    strays: list[Stray] = []
    head: dict[str, str] = {}
    for review in reviews:
        if _is_last_years(comparison, review):
            earlier |= _conclusions(review, commitments)
            continue
        strays += review.strays
        head = {**review.head, **head}
        for remark, row in _rows(review.remarks, commitments):
            if row is None:
                strays += _orphans(remark, main_sheet, headings)
                continue
            strays += _merge(remark, taken.setdefault(row, {}), main_sheet, headings)
            notes = comments.setdefault(row, {})
            for heading, text in remark.comments:
                if notes.setdefault(heading, text) != text:
                    strays.append(Stray("conflict", remark.file, main_sheet, row, remark.text, heading, text))
    return Carried(taken, comments, earlier, tuple(dict.fromkeys(strays)), head)


def _rows(remarks: Iterable[Remark], commitments: Sequence[Commitment]) -> list[tuple[Remark, str | None]]:
    """Each remark with the id of its row: the same id, else the nearest words among rows that no remark's id has."""
    remarks = tuple(remarks)
    ids = {item.id for item in commitments}
    named = {remark.id for remark in remarks} & ids
    free = [item for item in commitments if item.id not in named]
    found: dict[str, str] = {}
    out: list[tuple[Remark, str | None]] = []
    for remark in remarks:
        if remark.id in ids:
            out.append((remark, remark.id))
            continue
        if remark.id not in found and (row := _nearest((remark.text,), free)) is not None:
            found[remark.id] = row
            free = [item for item in free if item.id != row]
        out.append((remark, found.get(remark.id)))
    return out


def _nearest(texts: Sequence[str], commitments: Iterable[Commitment]) -> str | None:
    """Id of the commitment whose words are most like one of ``texts``, if they are like enough."""
    from rapidfuzz import fuzz

    scored = [(max(fuzz.ratio(text, item.text) for text in texts), item.id) for item in commitments]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1] if best[0] >= _ALIKE else None


def _merge(remark: Remark, row: dict[str, Entry], sheet: str, headings: dict[str, str]) -> list[Stray]:
    """Put a remark's entries into a row; what the row already says otherwise is given back."""
    conflicts = []
    for key, entry in remark.entries:
        if row.setdefault(key, entry) != entry:
            conflicts.append(
                Stray("conflict", remark.file, sheet, remark.id, remark.text, headings.get(key, key), entry)
            )
    return conflicts


def _orphans(remark: Remark, sheet: str, headings: dict[str, str]) -> list[Stray]:
    entries = [(headings.get(key, key), entry) for key, entry in remark.entries]
    return [
        Stray("orphan", remark.file, sheet, remark.id, remark.text, heading, entry)
        for heading, entry in [*entries, *remark.comments]
    ]


def _is_last_years(comparison: Comparison, review: Review) -> bool:
    """Whether a review ends where this comparison begins, and is not of the same reports."""
    own = [report.document.sha256 for report in comparison.reports]
    years = [report.identity.plan_year for report in comparison.reports]
    if len(own) < 2 or not review.reports or set(own) == set(review.reports):
        return False
    same_file = review.reports[-1] == own[0]
    same_year = bool(years[0]) and review.years[-1] == years[0] and review.years[-1] != years[-1]
    return same_file or same_year


def _conclusions(review: Review, commitments: Sequence[Commitment]) -> dict[str, str]:
    """Last year's conclusions, by the id of the commitment that promises the same again."""
    found: dict[str, str] = {}
    for remark in review.remarks:
        conclusion = dict(remark.entries).get(_CONCLUSION)
        row = _nearest((remark.text, *remark.again), commitments) if conclusion else None
        if row is not None and row not in found:
            found[row] = str(conclusion)
    return found
