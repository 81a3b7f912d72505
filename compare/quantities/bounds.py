"""The bound of a figure: the words before and behind it that make it a floor, a ceiling or a rough number."""

from __future__ import annotations

import re
from functools import lru_cache

from compare.language.lexicon import Lexicon
from compare.model import Bound
from compare.quantities.mentions import Mention
from compare.quantities.patterns import any_of
from compare.quantities.words import BoundGroup, Bounds


class BoundFinder:
    """The bound words of one lexicon, compiled once."""

    def __init__(self, bounds: Bounds) -> None:
        self._order = bounds.order
        self._object_verbs = frozenset(bounds.object_verbs)
        self._marks = bounds.marks
        self._group = {word: group for group in bounds.before for word in group.words}
        self._after = {word: group.bound for group in bounds.after for word in group.words}
        self._filler = re.compile(any_of(bounds.fillers) + r"$")
        self._across = re.compile(any_of(bounds.across) + r"[\u4e00-\u9fff]{1,4}$")
        self._before_end = re.compile(any_of(self._group) + r"$")
        self._after_start = re.compile(r"\s*(?P<word>" + any_of(self._after) + ")")
        inner = [word for word in self._after if word.endswith("内") and len(word) == 1]
        self._needs_stop = frozenset([*inner, "起", "区间", "前后"])

    def before(self, text: str, end: int) -> tuple[int, BoundGroup | None]:
        """Where the bound words before ``end`` begin, and the group of the nearest; (end, None) without one."""
        found: BoundGroup | None = None
        filled = end
        while match := self._filler.search(text, max(0, filled - 4), filled):
            filled = match.start()
        if filled < end and self._before_end.search(text, max(0, filled - 8), filled):
            end = filled
        while match := self._before_end.search(text, max(0, end - 8), end):
            group = self._group[match[0]]
            if found is None or self._order.index(group.bound) < self._order.index(found.bound):
                found = group
            end = match.start()
        return end, found

    def after(self, text: str, start: int) -> tuple[int, Bound | None]:
        """Where the bound words behind ``start`` end, and which bound they give."""
        match = self._after_start.match(text, start)
        if match is None or (match["word"] in self._needs_stop and re.match(r"[\w“《]", text[match.end() :])):
            return start, None
        return match.end(), self._after[match["word"]]

    def bound_of(self, text: str, mention: Mention) -> Bound:
        """The bound of a figure by the words around it alone."""
        if mention.high is not None:
            return "range"
        start, group = self.before(text, mention.start)
        end, after = self.after(text, mention.end)
        if group and text[start : mention.start] in self._object_verbs and self._takes_object(text, end, mention):
            group = None
        found = [] if after is None else [after]
        if group is not None and not (group.weak and after):
            found.append(group.bound)
        if mention.more or self._across.search(text, max(0, start - 8), start):
            found.append("min")
        elif mention.vague and not found:
            found.append("min" if text[mention.start] == "上" else "approx")
        return min(found, key=self._order.index, default="exact")

    def _takes_object(self, text: str, end: int, mention: Mention) -> bool:
        """突破20项核心技术: the verb's object is the thing counted, so that it bounds nothing."""
        rest = text[end:].lstrip()
        return mention.kind == "count" and bool(re.match(r"[\w“《]", rest)) and not rest.startswith(self._marks)


@lru_cache(maxsize=8)
def bound_finder(lexicon: Lexicon) -> BoundFinder:
    """The bound words of a lexicon."""
    return BoundFinder(lexicon.read("bounds", Bounds))
