"""Which passages of the later report are about which commitment: a weighted sum of few features, best three kept.

The weights were learned by ``tools/train_evidence.py`` and stand in ``data/weights.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import numpy as np
import tomli
from msgspec import Struct

from compare.commitments.evidence_passages import Passage
from compare.commitments.ranking_features import Floats

BASE = MappingProxyType({"likeness": 1.0, "direction_around": 0.6})
"""Letters and meaning alone: the same for every commitment, so that it can be compared between them."""


_FEW = 6
"""So many times the places wanted are looked at before all of them are."""


class Weights(Struct, frozen=True):
    """What was learned: a weight for each feature, ``bias`` among them where there is one."""

    ranking: Mapping[str, float]
    reported: Mapping[str, float]
    repeated: Mapping[str, float]
    outcome: Mapping[str, Mapping[str, float]]


@cache
def shipped_weights() -> Weights:
    """The weights that come with the project."""
    text = (resources.files("compare.commitments") / "data" / "weights.toml").read_text(encoding="utf-8")
    return weights_of(tomli.loads(text))


def weights_of(table: Mapping[str, Any]) -> Weights:
    """Weights as read from TOML."""
    return Weights(
        ranking=_frozen(table["ranking"]),
        reported=_frozen(table["reported"]),
        repeated=_frozen(table["repeated"]),
        outcome=MappingProxyType({name: _frozen(weights) for name, weights in table["outcome"].items()}),
    )


def _frozen(table: Mapping[str, float]) -> Mapping[str, float]:
    return MappingProxyType({name: float(value) for name, value in table.items()})


def weighted(weights: Mapping[str, float], features: Mapping[str, Floats]) -> Floats:
    """The weighted sum of features, for all pairs at once."""
    total = sum(weight * features[name] for name, weight in weights.items() if name != "bias")
    return np.asarray(total, dtype=np.float32) + np.float32(weights.get("bias", 0.0))


def best_places(scores: Floats, passages: Sequence[Passage], limit: int) -> tuple[int, ...]:
    """The best passages of one row, earlier ones before equals; none whose clause another one shows already."""
    for width in (_FEW * limit, len(scores)):
        chosen: list[int] = []
        for place in _highest(scores, width):
            if scores[place] == -np.inf:
                break
            if not any(_shows(passages[other], passages[place]) for other in chosen):
                chosen.append(place)
                if len(chosen) == limit:
                    return tuple(chosen)
    return tuple(chosen)


def _highest(scores: Floats, width: int) -> list[int]:
    """The places of the ``width`` highest scores, highest first, earlier ones before equals."""
    if width >= len(scores):
        order = np.argsort(-scores, kind="stable")
    else:
        least = np.partition(scores, len(scores) - width)[len(scores) - width]
        places = np.flatnonzero(scores >= least)
        order = places[np.argsort(-scores[places], kind="stable")]
    return [int(place) for place in order[:width]]


def _shows(one: Passage, other: Passage) -> bool:
    return one.sentence == other.sentence and one.start < other.core_end and other.core_start < one.end
