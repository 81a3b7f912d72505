"""Words as vectors: which words keep the same company, so that 上调 is near 提高 and 住院 near 门诊.

The vectors were derived from real reports by ``tools/derive_vectors.py`` (positive pointwise mutual information of
words within six of each other, cut down to 100 dimensions by singular value decomposition, kept at half precision);
``rarity`` is the logarithm of how many sentences there are to one that holds the word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from compare.quantities.dictionary import shipped_dictionary

Floats = NDArray[np.float32]


class WordVectors:
    """A vector of length 1 and a rarity for each known word; an unknown one has no direction and is very rare."""

    def __init__(self, words: Sequence[str], vectors: NDArray[np.floating], rarity: NDArray[np.floating]) -> None:
        self._place = {word: place for place, word in enumerate(words)}
        self._vectors = np.vstack([vectors, np.zeros((1, vectors.shape[1]))]).astype(np.float32)
        self._rarity = np.append(rarity, rarity.max(initial=1.0)).astype(np.float32)

    def places(self, words: Iterable[str]) -> list[int]:
        """The row of each word; unknown words share the last one."""
        unknown = len(self._place)
        return [self._place.get(word, unknown) for word in words]

    def rarity(self, word: str) -> float:
        """How rare a word is, 0 and up."""
        return float(self._rarity[self.places((word,))[0]])

    def kinship(self, word: str, others: Sequence[str]) -> float:
        """Square of the cosine with the nearest of ``others``; 1 where the word itself is among them."""
        if word in others:
            return 1.0
        if not others:
            return 0.0
        near = float((self._vectors[self.places(others)] @ self._vectors[self.places((word,))[0]]).max())
        return max(0.0, near) ** 2

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._vectors.shape[1])

    def weighted(self, places: Sequence[int]) -> Floats:
        """The vectors in these rows, each as long as its word is rare."""
        rows = np.array(places, dtype=np.int64)
        weighted: Floats = self._vectors[rows] * self._rarity[rows, None]
        return weighted


def cut(text: str) -> tuple[str, ...]:
    """The words of a text in order, without figures and punctuation."""
    return tuple(word for word in shipped_dictionary().cut(text) if word[0].isalpha())


@cache
def shipped_vectors() -> WordVectors:
    """The vectors that come with the project."""
    with resources.as_file(resources.files("compare.commitments") / "data" / "vectors.npz") as path:
        return read_vectors(path)


def read_vectors(path: Path) -> WordVectors:
    """Vectors that ``tools/derive_vectors.py`` wrote."""
    with np.load(path, allow_pickle=False) as file:
        words = bytes(file["words"]).decode("utf-8").split("\n")
        return WordVectors(words, file["vectors"], file["rarity"])
