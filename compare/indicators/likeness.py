"""How alike two stated figures are as figures of one indicator: names, guards, the words around them, the amounts."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from compare.indicators.names import Name
from compare.indicators.words import Guard

WEAK_PENALTY = 0.12
DROPPED_PENALTY = 0.02
EXTRA_HEAD = 0.8
EMPTY_HEAD = 0.95
SAME_CORE = 0.97
LONE_ACT = 0.9
SHORTEST = 4


def bigrams(text: str) -> Counter[str]:
    """Pairs of neighbouring characters with their counts."""
    return Counter(text[i : i + 2] for i in range(len(text) - 1))


def dice(one: str, other: str) -> float:
    """Share of character pairs that two texts have in common, 0 to 1."""
    a, b = bigrams(one), bigrams(other)
    size = a.total() + b.total()
    return 2 * (a & b).total() / size if size else float(one == other)


def name_likeness(one: Name, other: Name, guards: tuple[Guard, ...], extras: tuple[str, ...]) -> float:
    """0 where a guard forbids it, 1 for the same thing, in between by shared characters less doubts."""
    doubt = guard_doubt(one, other, guards)
    if doubt is None:
        return 0.0
    if one.canonical == other.canonical:
        return 1.0 - doubt
    score = max(dice(one.canonical, other.canonical), dice(one.raw, other.raw), _core_likeness(one, other))
    short, long = sorted((one.canonical, other.canonical), key=len)
    if len(short) >= SHORTEST and long.startswith(short):
        score = max(score, EMPTY_HEAD if long.removeprefix(short) in extras else EXTRA_HEAD)
    return max(0.0, score - doubt)


def _core_likeness(one: Name, other: Name) -> float:
    """The same thing with the same done to it, or with nothing said of that on one side."""
    if one.act and other.act and one.act != other.act:
        return 0.0
    if one.core == other.core:
        return SAME_CORE if one.act == other.act else LONE_ACT
    return dice(one.core, other.core) if one.act == other.act else 0.0


def guard_doubt(one: Name, other: Name, guards: tuple[Guard, ...]) -> float | None:
    """Doubts that the guards raise, None where they forbid that the two are one thing."""
    doubt = 0.0
    left, right = dict(one.guards), dict(other.guards)
    for guard in guards:
        a, b = left.get(guard.kind), right.get(guard.kind)
        if a == b:
            continue
        if a and b:
            if guard.lone != "free" or not guard.drop:
                return None
            doubt += DROPPED_PENALTY
        elif guard.lone == "block":
            return None
        elif guard.lone == "weak":
            doubt += WEAK_PENALTY
        elif guard.drop:
            doubt += DROPPED_PENALTY
    return doubt


def alone_in_act(one: Name, other: Name, guards: tuple[Guard, ...]) -> bool:
    """Whether only one of the names says that something was added or taken, so that the amounts have to decide."""
    if bool(one.act) != bool(other.act):
        return True
    left, right = dict(one.guards), dict(other.guards)
    return any((guard.kind in left) != (guard.kind in right) for guard in guards if guard.lone == "amount")


def amount_likeness(one: Decimal, other: Decimal) -> float:
    """1 for the same amount, 0.5 for the half or the double, towards 0 the further they are apart."""
    a, b = abs(one), abs(other)
    if not a or not b:
        return float(a == b)
    return float(min(a, b) / max(a, b))
