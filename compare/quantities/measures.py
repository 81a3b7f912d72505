"""Level, growth or delta: what a figure measures, and its sign."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from compare.language.lexicon import Lexicon
from compare.model import Measure
from compare.quantities.bounds import BoundFinder, bound_finder
from compare.quantities.mentions import Mention
from compare.quantities.patterns import any_of
from compare.quantities.words import Facts, MeasureWords


class Reading(Struct, frozen=True):
    """What a figure measures; ``verb`` is where the words that say so begin, ``falls`` whether they mean less."""

    measure: Measure
    falls: bool = False
    verb: int | None = None


class MeasureFinder:
    """The measure words of one lexicon, compiled once."""

    def __init__(self, words: MeasureWords, bounds: BoundFinder) -> None:
        self._bounds = bounds
        self._fall = frozenset(words.fall) | frozenset(words.rate_fall)
        self._change = re.compile(_change_pattern(words))
        self._since = re.compile(_since_pattern(words))
        self._against = re.compile(any_of(words.against_year))
        self._no_object = words.no_object
        self._gap = re.compile(rf"{any_of(words.contrast)}[^，。；、]*$")
        self._behind_noun = re.compile(words.behind_noun)
        self._behind = re.compile(rf"\s*{any_of(words.behind)}(?!点)")

    def read(self, text: str, clause: int, mention: Mention) -> Reading:
        """The measure of a figure by its words; ``clause`` is where its clause begins."""
        if mention.kind == "growth":
            return Reading("growth", verb=mention.start)
        start, _ = self._bounds.before(text, mention.start)
        before = text[clause:start]
        match = self._change.search(before)
        if match and not self._has_object(text, before, mention):
            word = match["verb"] or match["noun"]
            if match["noun"] and self._gap.search(before):
                return Reading("level")
            return self._changed(word, clause + match.start(), mention)
        end, _ = self._bounds.after(text, mention.end)
        if mention.kind == "percent" and (self._behind.match(text, end) or self._behind_noun.match(text, end)):
            return Reading("growth")
        if mention.kind not in ("percent", "points", "time") and (match := self._since.search(before)):
            return Reading("delta", match["verb"] in self._fall, clause + match.start())
        return Reading("level")

    def _has_object(self, text: str, before: str, mention: Mention) -> bool:
        """增加350个车位: the verb's object is what is counted, so that the figure is an addition and a level."""
        if mention.kind in ("percent", "points", "times", "growth", "time") or self._against.search(before):
            return False
        end, _ = self._bounds.after(text, mention.end)
        rest = text[end:].lstrip()
        return bool(re.match(r"[\u4e00-\u9fff“《]", rest)) and not rest.startswith(self._no_object)

    def _changed(self, word: str, verb: int, mention: Mention) -> Reading:
        measure: Measure = "growth" if mention.kind in ("percent", "times") else "delta"
        return Reading(measure, word in self._fall, verb)


def _change_pattern(words: MeasureWords) -> str:
    """A verb of change, or a noun that is a rate, with nothing but link words between it and the figure."""
    not_behind = "".join(rf"(?<!{re.escape(word)})" for word in words.not_behind)
    verb = rf"(?P<verb>{not_behind}{any_of((*words.rise, *words.fall))})"
    links = any_of((*words.to, *words.rate_moves, *words.between))
    noun = rf"(?P<noun>{any_of((*words.rate, *words.rate_fall))}){links}*"
    return rf"(?:{verb}|{noun})\s*(?:{any_of(words.between)}\s*)*$"


def _since_pattern(words: MeasureWords) -> str:
    """比上年增加高新技术企业30家: a verb of change behind what the figure is held against, its object between."""
    against = rf"(?:{any_of(words.against_year)}|{words.against_said})"
    not_behind = "".join(rf"(?<!{re.escape(word)})" for word in words.not_behind)
    verb = rf"(?P<verb>{not_behind}{any_of((*words.rise, *words.fall))})"
    return (
        rf"{against}[^，。；]{{0,6}}?{verb}[^，。；\d{''.join(word for word in words.to if len(word) == 1)}]{{1,12}}$"
    )


@lru_cache(maxsize=8)
def measure_finder(lexicon: Lexicon) -> MeasureFinder:
    """The measure words of a lexicon."""
    return MeasureFinder(lexicon.read("facts", Facts).measure, bound_finder(lexicon))
