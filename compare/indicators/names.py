"""Names of indicators reduced to what they are of, so that wordings of one thing become alike."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from msgspec import Struct

from compare.indicators.words import Guard, NameWords, words_of
from compare.language.lexicon import Lexicon
from compare.model import Basis

NATION = "nation"
MOST_PARTS = 5
MIN_CORE = 3
JUNK = re.compile(r"[^\w%+]|_")


class Name(Struct, frozen=True):
    """An indicator's name, ready to be held against another."""

    raw: str
    """As stated, without punctuation, time and area."""
    canonical: str
    """With the group's name for every synonym."""
    core: str
    """Without what is done to the thing (新建, 改造, 退出)."""
    act: str
    """What is done to it: the first word of its list, or empty."""
    guards: tuple[tuple[str, str], ...]
    """(kind of guard, the word that stands for its list)."""
    general: bool
    """Says nothing by itself (企业, 资金, 补助标准)."""


class NameReader:
    """Reads names for the reports of one kind of place: in the national report 全国 is its own area."""

    def __init__(self, lexicon: Lexicon, national: bool, places: tuple[str, ...] = ()) -> None:
        self._words = words_of(lexicon).names
        self._national = national
        self._own = _longest_first((*self._words.own, *(self._words.nation if national else ()), *places))
        self._tables = _tables(self._words)
        self._read: dict[tuple[str, str, str, str], Name] = {}

    def read(self, name: str, basis: Basis | None = None) -> Name:
        """The name, with the region and the class of the figure's basis where the name lacks them."""
        basis = basis or Basis()
        key = (name, basis.region, basis.scope, basis.time)
        if key not in self._read:
            self._read[key] = self._make(*key)
        return self._read[key]

    def read_all(self, name: str, basis: Basis | None = None) -> tuple[Name, ...]:
        """As :meth:`read`; a list of known indicators that share one head and one figure gives a name for each
        (二氧化硫、氮氧化物排放量). A name that is known as a whole is none (研发经费与地区生产总值之比)."""
        whole = self.read(name, basis)
        if whole.canonical in self._tables.known:
            return (whole,)
        parts = self._tables.list_marks.split(name)
        names = [self.read(part, basis) for part in parts] if 1 < len(parts) <= MOST_PARTS else []
        known = tuple(found for found in names if found.canonical in self._tables.known)
        return known if names and len(known) == len(names) else (whole,)

    def with_act(self, name: Name, verb: str) -> Name:
        """The name with another act where the words right before the figure are nothing but that act; for a name
        without an act, where they are an act and the name (年内基本建成保障房480万套)."""
        if not name.act and name.raw and (before := _bare(verb)).endswith(name.raw):
            act = next((act for act in self._tables.act_words if before.endswith(act + name.raw)), "")
            return self.read(act + name.core) if act else name
        act = self._tables.acts.get(verb, "")
        return self.read(verb + name.core) if act and name.act and act != name.act else name

    def meant(self, indicator: str, before: str) -> str:
        """The name itself, or for one that is only an act (开工) or points back the last known indicator in the words
        before the figure."""
        if self.read(indicator).raw not in self._tables.acts and not self.points_back(indicator):
            return indicator
        return self._tables.last_known(_bare(before)) or indicator

    def points_back(self, indicator: str) -> bool:
        """Whether a name means one that was named before (预期目标)."""
        return self.read(indicator).raw in self._words.pointing

    def filling(self, clause: str, indicator: str) -> str:
        """The clause, if it is nothing but a known indicator of which ``indicator`` does not speak; else empty."""
        if len(_bare(clause)) < 2:
            return ""
        told, given = self.read(clause), self.read(indicator)
        if told.canonical not in self._tables.known or told.raw in given.raw or told.canonical in given.canonical:
            return ""
        return clause

    def says_growth(self, indicator: str) -> bool:
        """Whether a percentage of that name is a growth (经济增速预期目标)."""
        text = _bare(indicator)
        while not text.endswith(self._words.growth_tails):
            tail = next((tail for tail in self._tables.tails if text.endswith(tail)), "")
            if not tail:
                return False
            text = text.removesuffix(tail)
        return True

    def season_in(self, text: str) -> str:
        """The word for a part of the year, where some words hold one; else empty."""
        seasons = next(guard for guard in self._words.guards if guard.kind == "time").values[-1]
        return seasons[0] if any(word in text for word in seasons) else ""

    def basis_word(self, kind: str, name: Name, stated: str) -> str:
        """The first word of the list that a time or price word belongs to; empty for a word of none, and for 累计,
        which says of what span a figure is but not that it is another thing."""
        words = dict(self._tables.guards_of(stated, drop=True)) | dict(name.guards)
        return "" if words.get(kind) in (*self._words.plain_times, *self._words.plain_bases) else words.get(kind, "")

    def _make(self, name: str, region: str, scope: str, time: str) -> Name:
        text = unicodedata.normalize("NFKC", name)
        if scope and scope not in text:
            text = scope + text
        outside = not self._national and self._names_nation(text, region)
        raw = text = _bare(text)
        if text not in self._tables.whole:
            raw = text = self._trimmed(self._tables.rewritten(self._trimmed(text)))
        if any(word in time for word in self._words.plain_times) and text not in self._tables.whole:
            raw = text = self._tables.additions.sub("", text) or text
        canonical = self._tables.with_known_core(self._tables.canonical(text))
        guards = self._tables.guards_of(canonical, drop=False) + self._tables.guards_of(raw, drop=True)
        if outside:
            guards = (*guards, ("region", NATION))
        raw, canonical = self._tables.dropped(raw), self._tables.dropped(canonical)
        canonical = self._tables.canonical(canonical)
        core, act = self._tables.without_act(canonical)
        general = raw in self._words.general or len(canonical) < 2
        return Name(raw, canonical, core, act, tuple(sorted(set(guards))), general)

    def _names_nation(self, text: str, region: str) -> bool:
        if region in self._words.nation:
            return True
        for free in self._words.nation_free:
            text = text.replace(free, "")
        return any(word in text for word in self._words.nation)

    def _trimmed(self, text: str) -> str:
        """Without area and time words, and without growth words at the end."""
        for word in self._own:
            if len(text) - len(word) >= 2 and (text.startswith(word) or word in self._words.own):
                text = text.replace(word, "", 1)
        if not self._national:
            for word in self._words.nation:
                text = text.removeprefix(word) if len(text) - len(word) >= 2 else text
        text = self._tables.weak.sub("", text) or text
        return self._tables.without_tail(text)


def known_names(lexicon: Lexicon) -> frozenset[str]:
    """Canonical names of the indicators that the lexicon knows synonyms of."""
    return _tables(words_of(lexicon).names).known


def guards_in(text: str, lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """The guards that any text holds, the first of each kind."""
    return _tables(words_of(lexicon).names).guards_of(_bare(text), drop=False)


class _Tables(Struct, frozen=True):
    rewrites: tuple[tuple[re.Pattern[str], str], ...]
    whole: dict[str, str]
    known: frozenset[str]
    longest: int
    """Characters of the longest name in ``whole``."""
    inside: dict[str, str]
    inside_pattern: re.Pattern[str]
    weak: re.Pattern[str]
    list_marks: re.Pattern[str]
    tails: tuple[str, ...]
    acts: dict[str, str]
    act_pattern: re.Pattern[str]
    act_words: tuple[str, ...]
    no_acts: tuple[str, ...]
    additions: re.Pattern[str]
    guard_patterns: tuple[tuple[Guard, re.Pattern[str], dict[str, str]], ...]

    def without_tail(self, text: str) -> str:
        while tail := next((t for t in self.tails if text.endswith(t) and len(text) - len(t) >= 2), ""):
            if text in self.whole or self.rewritten(text) in self.whole:
                break
            text = text.removesuffix(tail)
        return text

    def rewritten(self, text: str) -> str:
        for pattern, to in self.rewrites:
            text = pattern.sub(to, text)
        return text

    def canonical(self, text: str) -> str:
        if text in self.whole:
            return self.whole[text]
        text = self.inside_pattern.sub(lambda match: self.inside[match.group()], text)
        return self.whole.get(text, text)

    def last_known(self, text: str) -> str:
        """The last name of ``whole`` in a text, each read as long as it goes; empty where none stands there."""
        last, at = "", 0
        while at < len(text):
            ends = range(min(len(text), at + self.longest), at, -1)
            found = next((text[at:end] for end in ends if text[at:end] in self.whole), "")
            last, at = found or last, at + (len(found) or 1)
        return last

    def with_known_core(self, text: str) -> str:
        """A known name with an act before it or behind it, written one way: the act first (保障房竣工)."""
        if text in self.known:
            return text
        core, act, _ = self._split(text)
        return act + core if act and core in self.known else text

    def without_act(self, text: str) -> tuple[str, str]:
        """The thing itself and the first word of the list of what is done to it."""
        core, _, kind = self._split(text)
        return core, kind

    def _split(self, text: str) -> tuple[str, str, str]:
        """The thing, what is done to it before or behind, and that act's list; a known name behind an act stands for
        all."""
        for match in reversed(tuple(self.act_pattern.finditer(text))):
            if text[match.end() :] in self.known:
                return text[match.end() :], match.group(), self.acts[match.group()]
        first = None if text.startswith(self.no_acts) else self.act_pattern.match(text)
        if first and len(text) - first.end() >= MIN_CORE:
            core = text[first.end() :]
            return self.whole.get(core, core), first.group(), self.acts[first.group()]
        for act in self.act_words:
            if text.endswith(act) and len(text) - len(act) >= MIN_CORE:
                core = text.removesuffix(act)
                return self.whole.get(core, core), act, self.acts[act]
        return text, "", ""

    def guards_of(self, text: str, *, drop: bool) -> tuple[tuple[str, str], ...]:
        found = []
        for guard, pattern, values in self.guard_patterns:
            if guard.drop == drop and (match := pattern.search(text)):
                found.append((guard.kind, values[match.group()]))
        return tuple(found)

    def dropped(self, text: str) -> str:
        for guard, pattern, _ in self.guard_patterns:
            if guard.drop:
                text = pattern.sub("", text) or text
        return text


@cache
def _tables(words: NameWords) -> _Tables:
    whole: dict[str, str] = {}
    inside: dict[str, str] = {}
    weak = _any_of(words.weak)
    rewrites = tuple((re.compile(rewrite.pattern), rewrite.to) for rewrite in words.rewrites)
    for group in words.synonyms:
        for word in (*group.words, group.name):
            plain = rewritten = weak.sub("", _bare(word))
            for pattern, to in rewrites:
                rewritten = pattern.sub(to, rewritten)
            whole.setdefault(plain, _bare(group.name))
            whole.setdefault(rewritten, _bare(group.name))
            if group.inside:
                inside.setdefault(plain, _bare(group.name))
    acts = {word: listed[0] for listed in words.acts for word in listed}
    return _Tables(
        rewrites=rewrites,
        whole=whole,
        known=frozenset(whole.values()),
        longest=max(map(len, whole), default=0),
        inside=inside,
        inside_pattern=_any_of(tuple(inside)),
        weak=weak,
        list_marks=_any_of(words.list_marks),
        tails=_longest_first(words.tails),
        acts=acts,
        act_pattern=_any_of(tuple(acts)),
        act_words=_longest_first(tuple(acts)),
        no_acts=words.no_acts,
        additions=re.compile(f"^(?:{_any_of(_additions(words)).pattern})"),
        guard_patterns=tuple(_guard_table(guard) for guard in words.guards),
    )


def _additions(words: NameWords) -> tuple[str, ...]:
    return next(guard for guard in words.guards if guard.lone == "amount").values[0]


def _guard_table(guard: Guard) -> tuple[Guard, re.Pattern[str], dict[str, str]]:
    values = {word: listed[0] for listed in guard.values for word in listed}
    return guard, _any_of(tuple(values)), values


def _bare(text: str) -> str:
    """Letters, digits and % alone; Latin in capitals."""
    return JUNK.sub("", unicodedata.normalize("NFKC", text)).upper()


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in _longest_first(words) if word) or "(?!)")


def _longest_first(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(words), key=lambda word: (-len(word), word)))
