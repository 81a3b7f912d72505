"""The table of promises over several years: first made, made again, weakened, gone."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from compare.model import Commitment, Comparison, Evidence
from compare.writing.lookup import short_names
from compare.writing.tables.commitments import CATEGORY_ORDER, again_text, status_text
from compare.writing.tables.common import Between, pairs_of
from compare.writing.tables.spec import Column, Table
from compare.writing.wording import Words


class Step(Struct, frozen=True):
    """A promise in one year's plan."""

    between: Between
    commitment: Commitment


class History(Struct, frozen=True):
    """The same promise in the plans of one year after another."""

    steps: tuple[Step, ...]

    @property
    def last(self) -> Commitment:
        """The promise as it was made last."""
        return self.steps[-1].commitment

    @property
    def first(self) -> Commitment:
        """The promise as it was made first."""
        return self.steps[0].commitment


def history_table(comparison: Comparison, words: Words) -> Table[History]:
    """Promises that were made more than once, and those that neither a report nor a plan names any more."""
    names = short_names(comparison)

    def line(step: Step) -> str:
        status = status_text(step.between, step.commitment, words)
        return f"{names[step.commitment.report]}：{step.commitment.text}（{status}）"

    def drift(row: History) -> str:
        kinds = (step.commitment.drift.kind for step in row.steps if step.commitment.drift)
        return words("list.separator").join(dict.fromkeys(words(f"drift.{kind}") for kind in kinds if kind != "same"))

    rows = [row for row in histories(comparison) if len(row.steps) > 1 or _gone(row.last)]
    rows.sort(key=lambda row: (not _gone(row.last), -len(row.steps), CATEGORY_ORDER.index(row.first.category)))
    columns: tuple[Column[History], ...] = (
        Column("id", lambda row: row.last.id, "label", 10, 1),
        Column("category", lambda row: words(f"category.{row.first.category}"), "label", 9, 1),
        Column("first_promised", lambda row: names[row.first.report], "label", 9, 1),
        Column("times", lambda row: len(row.steps), "count", 7, 1),
        Column("course", lambda row: "\n".join(map(line, row.steps)), "text", 72, 1),
        Column("status", lambda row: status_text(row.steps[-1].between, row.last, words), "label", 13, 1),
        Column("again", lambda row: again_text(row.last, words), "label", 10, 1),
        Column("drift", drift, "text", 20, 2),
    )
    return Table("history", columns, tuple(rows))


def histories(comparison: Comparison) -> tuple[History, ...]:
    """Every promise with its later repetitions: a clause that repeats one is the next plan's promise in its place."""
    runs: list[list[Step]] = []
    for between in pairs_of(comparison):
        unclaimed = [run for run in runs if run[-1].between.pair.new == between.pair.old]
        for item in between.pair.commitments:
            if item.category == "general":
                continue
            earlier = next((run for run in unclaimed if _repeats(run[-1].commitment.again, item)), None)
            if earlier is None:
                runs.append([Step(between, item)])
            else:
                unclaimed.remove(earlier)
                earlier.append(Step(between, item))
    return tuple(History(tuple(run)) for run in runs)


def _repeats(again: Iterable[Evidence], item: Commitment) -> bool:
    return any(
        found.report == item.report
        and found.sentence == item.sentence
        and found.start < item.end
        and item.start < found.end
        for found in again
    )


def _gone(item: Commitment) -> bool:
    return item.status == "not_reported" and not item.again
