"""Whether a figure was reached, is planned, or is neither; and the year or years that it speaks of."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from compare.language.lexicon import Lexicon
from compare.language.numerals import Numerals
from compare.model import FactRole, Identity, Role, Sentence
from compare.quantities.mentions import Mention
from compare.quantities.patterns import any_of
from compare.quantities.words import Facts, Tenses

FAR = 600
"""Characters before a figure within which a year or a plan may say its time."""


class Time(Struct, frozen=True):
    """Role and period of a figure."""

    role: FactRole
    period: str


class TenseReader:
    """The tense words of one lexicon, compiled once."""

    def __init__(self, words: Tenses, numerals: Numerals) -> None:
        self._done = re.compile(any_of(words.done))
        self._planned = re.compile(any_of(words.planned))
        self._planned_after = re.compile(any_of(words.planned_after))
        self._neither_after = re.compile(words.neither_after)
        self._neither_unless = re.compile(any_of(words.neither_unless))
        self._neither_before = re.compile(any_of(words.neither_before) + r"$")
        self._last = re.compile(rf"(?<![比较占和与同从由]){any_of(words.last_year)}(?!同期)")
        self._against_last = re.compile(any_of(words.against_last))
        self._present = re.compile(words.present)
        self._capacity = re.compile(words.capacity_after)
        self._this = re.compile(any_of(words.this_year))
        self._against = re.compile(words.against_year)
        self._not_the_year = re.compile(words.not_the_year)
        self._span = re.compile(words.span)
        self._reached = re.compile(words.reached)
        self._plan_of = {span[-4:]: span for span in words.plans.values()}
        self._yearly = re.compile(words.yearly + r"[^，。；]{0,6}$")
        self._year = re.compile(words.year)
        self._to_year = re.compile(words.to_year)
        self._summed = re.compile(words.summed)
        self._against_span = re.compile(words.against_span)
        self._of_year = re.compile(words.of_year)
        self._opens = re.compile(words.opens)
        self._words = words
        self._plan_words = (*words.plan_span, words.yearly, words.plan_so_far, words.plan_end)
        self._digits = numerals.digits

    def time(
        self, sentence: Sentence, clause: int, behind: int, mention: Mention, identity: Identity, ahead: str = ""
    ) -> Time:
        """Role and period of a figure; ``clause`` to ``behind`` is its clause, ``ahead`` the years to come it names."""
        text, plan, review = sentence.text, identity.plan_year, identity.review_period
        before, after = text[clause : mention.start], text[mention.end : behind]
        role, period = self._by_part(sentence, before, after, identity)
        if ahead:
            if "-" in ahead and self._reached.search(before):
                ahead = str(_year(ahead))
            return Time("context" if self._is_neither(mention, before, after) else "target", ahead)
        said = self._period_said(text, clause, mention, review, sentence.role)
        if said in self._plan_of and self._yearly.search(before):
            said = self._plan_of[said]
        if said and said != period:
            role = self._by_year(role, said, sentence, plan)
            period = said
        if "-" in sentence.period and said == sentence.period[-4:] and not self._of_last(before):
            period = sentence.period
        summed = mention.kind == "money" and bool(self._summed.search(before))
        if "-" in period and role != "context" and self._reached.search(before) and not summed:
            period = str(_year(period))
        return Time("context" if self._is_neither(mention, before, after) else role, period)

    def _of_last(self, before: str) -> bool:
        """Of several years, the figure is of the last alone: held against the year before, or 到 that year."""
        return bool(self._against_last.search(before)) or bool(self._to_year.search(before))

    def _is_neither(self, mention: Mention, before: str, after: str) -> bool:
        """A threshold, a people as such, or what a thing can hold."""
        people = bool(self._neither_after.match(after)) and not self._neither_unless.search(before)
        return people or bool(self._neither_before.search(before)) or self._is_capacity(mention, after)

    def _is_capacity(self, mention: Mention, after: str) -> bool:
        return mention.kind in self._words.capacity_kinds and not mention.more and bool(self._capacity.match(after))

    def time_of_origin(self, text: str, clause: int, mention: Mention, time: Time, identity: Identity) -> Time:
        """Of X in 从 X 提高到 Y: a result, of the year that its words name, else of the year before."""
        years = list(self._year.finditer(text, clause, mention.start))
        if years:
            return Time("result", years[-1]["first"])
        if time.role == "target" or any(word in text[clause : mention.start] for word in self._words.this_year):
            return Time("result", _last_year(identity.review_period))
        year = int(time.period[:4]) if _year(time.period) else 0
        return Time("result", str(year - 1) if year else time.period)

    def _by_part(self, sentence: Sentence, before: str, after: str, identity: Identity) -> tuple[FactRole, str]:
        """Role and period as the part of the report has them, unless the clause speaks of the other side."""
        review, plan = identity.review_period, identity.plan_year
        earlier = bool(self._done.search(before)) or self._speaks_of_last_year(sentence.text, before)
        later = bool(self._planned.search(before)) or bool(self._planned_after.search(after))
        if sentence.role == "plan":
            period = sentence.period or plan
            if self._present.search(before):
                return "result", period
            return ("result", _last_year(review)) if earlier and not later else ("target", period)
        period = sentence.period or review
        if "-" in period and (self._speaks_of_last_year(sentence.text, before) or self._against_last.search(before)):
            period = _last_year(period)
        if later and not earlier and (plan or sentence.role == "review"):
            return "target", plan or period
        return "result", period

    def _speaks_of_last_year(self, text: str, before: str) -> bool:
        """The clause or the sentence's opening says 去年."""
        return bool(self._last.search(before)) or (bool(self._last.match(text)) and not self._this.search(before))

    def _period_said(self, text: str, clause: int, mention: Mention, review: str, part: Role) -> str:
        """The year or years that the words before the figure name; empty where they name none."""
        before = text[clause : mention.start]
        match = self._span.search(before + text[mention.start : mention.end]) or self._span.match(text)
        match = None if part == "plan" else match
        if match and _year(review):
            years = self._digits.get(found := match["years"] or match["years2"] or match["years3"], 0) or int(found)
            return f"{_year(review) - years + 1}-{_year(review)}"
        this = bool(self._this.search(before)) or bool(self._last.search(before))
        parts = (before,) if this else (before, text[max(0, clause - FAR) : clause])
        for part_text in parts:
            if name := self._plan_said(part_text):
                return self._of_plan(name, self._words.plans[name], part_text, review)
        years_said = list(self._year.finditer(text, max(0, mention.start - FAR), mention.start))
        year = next(
            (
                m
                for m in reversed(years_said)
                if (m.start() >= clause or not (this or self._is_past(m, text, mention)))
                and self._is_the_time(m, text, clause, mention)
            ),
            None,
        )
        if year is None:
            return ""
        first, last = year["first"], year["last"]
        return f"{first}-{last}" if last else first

    def _plan_said(self, text: str) -> str:
        """The five-year plan that a text names last with a word that makes it a time; empty where it names none."""
        places = [
            (text.rfind(name + word), name) for name in self._words.plans if name in text for word in self._plan_words
        ]
        place, name = max(places, default=(-1, ""))
        return name if place >= 0 else ""

    def _is_past(self, year: re.Match[str], text: str, mention: Mention) -> bool:
        """A year in which something was begun (2020年提出…), where what stands behind it says 已."""
        says = text[year.end() : year.end() + 1]
        return says not in "，：、；" and bool(self._done.search(text, year.end(), mention.start))

    def _of_plan(self, name: str, span: str, before: str, review: str) -> str:
        first, last = span.split("-")
        if name + self._words.plan_end in before:
            return last
        if name + self._words.plan_so_far in before and _year(review):
            return f"{first}-{min(int(last), _year(review))}"
        return span

    def _is_the_time(self, match: re.Match[str], text: str, clause: int, mention: Mention) -> bool:
        """A year that says when, not one that the figure is held against or that is part of a name."""
        head = text[max(0, match.start() - 6) : match.start()]
        if text[match.end() : mention.start].strip() == self._words.of and self._of_year.search(head):
            return False
        against = self._against_span if match["last"] else self._against
        if against.search(head) or self._not_the_year.match(text[match.end() : match.end() + 4]):
            return False
        far = max(0, match.start() - FAR)
        if text.rfind("“", far, match.start()) > text.rfind("”", far, match.start()):
            return False
        opens = bool(match["last"]) or bool(self._opens.search(head)) or match.start() == 0
        return opens or (match.start() >= clause and match.end() - match.start() == 5)

    def _by_year(self, role: FactRole, said: str, sentence: Sentence, plan: str) -> FactRole:
        if not _year(plan):
            return role
        if "-" in said and sentence.role == "plan" and _year(said) >= _year(plan):
            return role
        if _year(said) >= _year(plan):
            return "target"
        return "result"


def _year(period: str) -> int:
    """The last year of a period; 0 where there is none."""
    years = re.findall(r"\d{4}", period)
    return int(years[-1]) if years else 0


def _last_year(period: str) -> str:
    """The last year of a review: what a plan calls last year."""
    return str(_year(period)) if _year(period) else period


@lru_cache(maxsize=8)
def tense_reader(lexicon: Lexicon) -> TenseReader:
    """The tense words of a lexicon."""
    return TenseReader(lexicon.read("facts", Facts).tense, lexicon.read("numerals", Numerals))
