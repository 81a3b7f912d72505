"""The words that a commitment's name turns on, and how near a text comes to them."""

from __future__ import annotations

import re

from compare.commitments.ranking_features import Sorter
from compare.commitments.vectors import WordVectors
from compare.model import Commitment

_QUOTED = re.compile(r"“([^”]{2,16})”")


def key_words(commitment: Commitment, text: str, sorter: Sorter, vectors: WordVectors) -> dict[str, float]:
    """How near a text comes to the last word of the commitment's name (``head``), and to its ``rarest``.

    ``misnamed`` says that the commitment gives a name in quotes, and that the text does not hold it.
    """
    name = commitment.text if commitment.fact is None else commitment.fact.indicator
    things = sorter.things(name) or sorter.things(commitment.text)
    quoted = _QUOTED.findall(commitment.text)
    misnamed = float(bool(quoted) and not any(_holds(text, name, sorter) for name in quoted))
    if not things:
        return {"head": 0.0, "rarest": 0.0, "misnamed": misnamed}
    told = sorter.things(text)
    rarest = max(things, key=vectors.rarity)
    return {
        "head": vectors.kinship(things[-1], told),
        "rarest": vectors.kinship(rarest, told),
        "misnamed": misnamed,
    }


def _holds(text: str, name: str, sorter: Sorter) -> bool:
    """A text has a name, or all the words that it is made of (家电、汽车下乡 for 家电下乡)."""
    words = sorter.things(name)
    return name in text or (len(words) > 1 and all(word in text for word in words))
