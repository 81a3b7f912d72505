"""Groups the figures of any number of reports into indicators.

Figures whose names reduce to the same thing are one group from the start. Groups that stand in the same or in
neighbouring reports are then joined, most alike first, unless a guard forbids it or the two are told side by side in
one report, which says that they are two things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct, field
from msgspec.structs import replace

from compare.indicators.entries import Entry, Slot, read_entries
from compare.indicators.likeness import alone_in_act, amount_likeness, bigrams, dice, guard_doubt, name_likeness
from compare.indicators.names import known_names
from compare.indicators.words import NameWords, words_of
from compare.language.lexicon import Lexicon
from compare.model import Report

JOIN = 0.7
JOIN_WITHIN = 0.86
LOOK = 0.4
NEAR_AMOUNT = 0.34
SAME_FIGURE = 0.05
SAME_THING = 0.8
MORE_IN_FRONT = 0.8
SHORTEST_END = 5
SAME_STOCK = 0.5
"""A stock told in a review of several years is near the yearly figure; a sum over the years is not."""
COMMON = 60
"""A pair of characters in more groups than this finds nobody; others of the name will."""


class _Group(Struct):
    number: int
    entries: list[Entry]
    score: float = 1.0
    closed: bool = False
    names: set[tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=set)

    @property
    def reports(self) -> set[int]:
        return {entry.report for entry in self.entries}


def group_figures(reports: tuple[Report, ...], lexicon: Lexicon) -> tuple[tuple[tuple[Entry, ...], float], ...]:
    """Every group with the lowest likeness on which it rests, in the order of the text."""
    names = words_of(lexicon).names
    groups = _exact_groups(read_entries(reports, lexicon), known_names(lexicon))
    joined = _join(groups, names)
    return tuple((tuple(sorted(g.entries, key=_place)), round(g.score, 3)) for g in sorted(joined, key=_first_place))


def _place(entry: Entry) -> tuple[int, int]:
    return entry.report, entry.fact.number


def _first_place(group: _Group) -> tuple[int, int]:
    return min(_place(entry) for entry in group.entries)


def _exact_groups(entries: tuple[Entry, ...], known: frozenset[str]) -> list[_Group]:
    """Figures of one name, measure and kind of unit; a general name is one with its neighbour's words alone."""
    by_key: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    entries = _with_general_names(entries, known)
    for entry in entries:
        alone = (entry.report, entry.fact.number) if entry.name.general else ()
        by_key[entry.name.canonical, entry.hard, entry.measure, entry.kind, entry.summed, alone].append(entry)
    parts = (part for listed in by_key.values() for one in _parted_by_basis(listed) for part in _parted_by_amount(one))
    return [_Group(number, part) for number, part in enumerate(parts)]


def _with_general_names(entries: tuple[Entry, ...], known: frozenset[str]) -> tuple[Entry, ...]:
    """A name that one report gives to several different amounts reached (or planned) in one time says too little."""
    told: dict[tuple[object, ...], dict[int, Decimal]] = defaultdict(dict)
    for entry in entries:
        if entry.name.canonical not in known and not entry.fact.is_from:
            told[entry.name.canonical, entry.measure, entry.kind, entry.slot][entry.fact.sentence] = entry.amount
    vague = {key[0] for key, amounts in told.items() if _scattered(tuple(amounts.values()))}
    return tuple(
        replace(entry, name=replace(entry.name, general=True)) if entry.name.canonical in vague else entry
        for entry in entries
    )


def _scattered(amounts: tuple[Decimal, ...]) -> bool:
    return len(amounts) > 1 and amount_likeness(min(amounts), max(amounts)) < SAME_THING


def _parted_by_amount(entries: list[Entry]) -> list[list[Entry]]:
    """Amounts of different order part where one report tells both as reached in one time: a year's and five years'."""
    if (entries[0].kind == "share" and entries[0].measure == "level") or not _has_rivals(entries):
        return [entries]
    parts: list[list[Entry]] = []
    for entry in sorted(entries, key=lambda entry: abs(entry.amount)):
        if parts and amount_likeness(parts[-1][-1].amount, entry.amount) >= NEAR_AMOUNT:
            parts[-1].append(entry)
        else:
            parts.append([entry])
    return parts


def _has_rivals(entries: list[Entry]) -> bool:
    amounts: dict[Slot, Decimal] = {}
    return any(
        amount_likeness(amounts.setdefault(entry.slot, entry.amount), entry.amount) < NEAR_AMOUNT for entry in entries
    )


def _parted_by_basis(entries: list[Entry]) -> list[list[Entry]]:
    """年末 and 年均 of one thing, 同口径 and 自然口径, part where one report tells both; else they stay together, and
    the row says so. The average growth of several years stays with the yearly growth."""
    told: dict[Slot, set[tuple[str, str]]] = defaultdict(set)
    for entry in entries:
        told[entry.slot].add(entry.told_on)
    if all(len(found) == 1 for found in told.values()):
        return [entries]
    parts: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        parts[entry.told_on].append(entry)
    return list(parts.values())


def _join(groups: list[_Group], names: NameWords) -> list[_Group]:
    owner = {group.number: group for group in groups}
    found = ((_likeness(a, b, names), a.number, b.number) for a, b in _candidates(groups))
    for score, first, second in sorted((c for c in found if c[0] >= JOIN), key=lambda c: (-c[0], c[1], c[2])):
        one, other = owner[first], owner[second]
        if one is other or _rivals(one, other) or _forbidden(one, other, names):
            continue
        if not one.reports - other.reports and not other.reports - one.reports and score < JOIN_WITHIN:
            continue
        for entry in other.entries:
            one.entries.append(entry)
        one.score = min(one.score, other.score, score)
        for number, group in owner.items():
            if group is other:
                owner[number] = one
    return list({id(group): group for group in owner.values()}.values())


def _candidates(groups: Iterable[_Group]) -> Iterator[tuple[_Group, _Group]]:
    """Pairs of groups of one measure and kind of unit, in the same or in neighbouring reports, that share a pair of
    characters in their names or, for figures called differently, in the words around them."""
    index: dict[tuple[str, str, str], list[_Group]] = defaultdict(list)
    for group in groups:
        for key in _keys(group):
            index[key].append(group)
    seen: set[tuple[int, int]] = set()
    for listed in index.values():
        if len(listed) > COMMON:
            continue
        for place, one in enumerate(listed):
            for other in listed[place + 1 :]:
                pair = (one.number, other.number)
                if pair not in seen and _near(one, other):
                    seen.add(pair)
                    yield one, other


def _keys(group: _Group) -> set[tuple[str, str, str]]:
    keys: set[tuple[str, str, str]] = set()
    for entry in group.entries:
        texts = (entry.name.canonical, entry.name.raw, entry.window)
        keys |= {(entry.measure, entry.kind, pair) for text in texts for pair in bigrams(text)}
    return keys


def _near(one: _Group, other: _Group) -> bool:
    return any(abs(a - b) <= 1 for a in one.reports for b in other.reports)


def _likeness(one: _Group, other: _Group, names: NameWords) -> float:
    best = 0.0
    for a in one.entries:
        for b in other.entries:
            if abs(a.report - b.report) <= 1:
                best = max(best, _pair_likeness(a, b, names))
    return best


def _pair_likeness(a: Entry, b: Entry, names: NameWords) -> float:
    name = name_likeness(a.name, b.name, names.guards, names.extras)
    if 0 < name < MORE_IN_FRONT and _more_in_front(a, b):
        name = MORE_IN_FRONT
    if name < LOOK:
        return 0.0
    near = amount_likeness(a.amount, b.amount)
    if a.summed != b.summed and near < SAME_STOCK:
        return 0.0
    amount = near if a.measure == "level" else 0.5
    if amount < SAME_STOCK and alone_in_act(a.name, b.name, names.guards):
        return 0.0
    around = dice(a.window, b.window)
    if a.name.general or b.name.general:
        return name * 0.3 + around * 0.6 + amount * 0.1
    same = SAME_FIGURE if a.amount == b.amount and a.measure == "level" else 0.0
    return name * 0.8 + around * 0.2 + (amount - 0.3) * 0.15 + same


def _more_in_front(a: Entry, b: Entry) -> bool:
    """One name is the other with more in front (困难老年人家庭适老化改造), and the amounts are near."""
    short, long = sorted((a.name.canonical, b.name.canonical), key=len)
    if len(short) < SHORTEST_END or not long.endswith(short) or a.measure != "level" or a.kind == "share":
        return False
    return amount_likeness(a.amount, b.amount) >= SAME_STOCK


def _rivals(one: _Group, other: _Group) -> bool:
    """Both are told in one report, for the same time and in the same role, with different figures."""
    mine = {entry.slot: entry for entry in one.entries}
    return any(
        e.slot in mine and mine[e.slot].amount != e.amount and mine[e.slot].span == e.span for e in other.entries
    )


def _forbidden(one: _Group, other: _Group, names: NameWords) -> bool:
    return any(guard_doubt(a.name, b.name, names.guards) is None for a in one.entries for b in other.entries)
