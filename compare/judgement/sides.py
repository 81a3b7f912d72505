"""Which side of a target is the better one, from the head of the indicator's name."""

from __future__ import annotations

from typing import Literal

from compare.judgement.words import words_of
from compare.language.lexicon import Lexicon
from compare.model import Fact

Side = Literal["higher", "lower", "ceiling", "neutral"]


def better_side(name: str, lexicon: Lexicon, target: Fact | None = None) -> Side:
    """The better side of an indicator called ``name``.

    The target may say more than the name: a negative growth or change is a planned fall, 以内 makes an indicator of no
    known side a ceiling, and a name that takes something away (压减产能) is better the more it takes.
    """
    side = _named_side(name, lexicon)
    if target is None:
        return side
    if any(word in name for word in words_of(lexicon).sides.taking):
        return "lower" if target.value < 0 else "higher"
    if target.measure != "level" and target.value < 0:
        return "lower"
    if side == "neutral" and target.bound in ("max", "min"):
        return "ceiling" if target.bound == "max" else "higher"
    if side == "higher" and target.bound == "max":
        return "ceiling"
    return side


def _named_side(name: str, lexicon: Lexicon) -> Side:
    words = words_of(lexicon).sides
    sides: tuple[tuple[Side, tuple[str, ...]], ...] = (
        ("higher", words.higher),
        ("lower", words.lower),
        ("ceiling", words.ceiling),
        ("neutral", words.neutral),
    )
    best, chosen = (0, 0), sides[0][0]
    for side, listed in sides:
        for word in listed:
            at = name.rfind(word)
            if at >= 0 and (at + len(word), len(word)) > best:
                best, chosen = (at + len(word), len(word)), side
    return chosen
