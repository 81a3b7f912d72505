"""What happened to every sentence from one report to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from compare.differences.formulas import FormulaFinder, formula_finder
from compare.differences.marks import mark_changes
from compare.differences.tokens import Tokeniser, tokeniser
from compare.language.lexicon import Lexicon
from compare.model import Change, ChangeKind, Mark, Report, SentencePair


def find_changes(
    old: Report, new: Report, sentence_pairs: Sequence[SentencePair], lexicon: Lexicon
) -> tuple[Change, ...]:
    """One change for every sentence of either report, in the order of the later one.

    A removed sentence stands behind the one that it followed. Each sentence is in exactly one change, so the marks of
    all changes together spell both reports.
    """
    cutter, formulas = tokeniser(lexicon), formula_finder(lexicon)
    placed = [
        *(((pair.new[0], 0, pair.old[0]), _paired(old, new, pair, cutter, formulas)) for pair in sentence_pairs),
        *(
            ((after, 1, number), _single(old, number, formulas, "removed"))
            for number, after in _removed(old, sentence_pairs)
        ),
        *(((number, 0, -1), _single(new, number, formulas, "added")) for number in _added(new, sentence_pairs)),
    ]
    return tuple(change for _, change in sorted(placed, key=lambda item: item[0]))


def _paired(old: Report, new: Report, pair: SentencePair, cutter: Tokeniser, formulas: FormulaFinder) -> Change:
    before = "".join(old.sentences[number].text for number in pair.old)
    after = "".join(new.sentences[number].text for number in pair.new)
    marks = mark_changes(before, after, cutter)
    formula = formulas.fits(before) and formulas.fits(after)
    return Change(_kind(marks, moved=pair.moved), pair.old, pair.new, marks, pair.score, formula)


def _kind(marks: Sequence[Mark], *, moved: bool) -> ChangeKind:
    changed = [mark for mark in marks if mark.kind != "equal"]
    if not changed:
        return "moved" if moved else "unchanged"
    if moved:
        return "moved-reworded"
    return "figures" if all(mark.figure for mark in changed) else "reworded"


def _single(report: Report, number: int, formulas: FormulaFinder, kind: Literal["added", "removed"]) -> Change:
    text, alone = report.sentences[number].text, (number,)
    if kind == "added":
        return Change(kind, (), alone, (Mark("insert", text),), 0.0, formulas.fits(text))
    return Change(kind, alone, (), (Mark("delete", text),), 0.0, formulas.fits(text))


def _added(new: Report, pairs: Sequence[SentencePair]) -> Iterator[int]:
    paired = {number for pair in pairs for number in pair.new}
    return (sentence.number for sentence in new.sentences if sentence.number not in paired)


def _removed(old: Report, pairs: Sequence[SentencePair]) -> Iterator[tuple[int, int]]:
    """Each sentence without a counterpart, and the later report's sentence that it is to be shown behind."""
    partner = {number: pair for pair in pairs for number in pair.old}
    after = -1
    for sentence in old.sentences:
        pair = partner.get(sentence.number)
        if pair is None:
            yield sentence.number, after
        elif not pair.moved:
            after = pair.new[-1]
