"""How alike texts are: the one place that decides it, for alignment, evidence and carried-over remarks.

Texts are compared by the characters and pairs of neighbouring characters that they share, weighted by how rare each is
(TF-IDF). Chinese needs no word list for that, and a figure that moved must not hide that a sentence stayed: every
number counts as the same character, and punctuation only parts. The weights stand as postings (for each gram, the texts
that have it) in NumPy arrays, so memory grows with the length of the texts and not with texts times vocabulary.
"""

from __future__ import annotations

import math
import operator
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Ints = NDArray[np.int64]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_BREAK = re.compile(r"[^\w\0]+")
_WIDTH = 21
"""Bits of a Unicode code point: a pair of characters is one integer."""
_BATCH = 1 << 21
"""Products held at once while scoring."""


class Hit(NamedTuple):
    """A text of the index by its number, and how like the query it is (0 to 1)."""

    text: int
    score: float


class Triples(NamedTuple):
    """Pairs of texts and their scores, as three arrays of one length."""

    texts: Ints
    """Numbers of the texts that were asked for."""
    indexed: Ints
    """Numbers of the texts of the index."""
    scores: Floats


class TextIndex:
    """Texts to be asked which of them are like another text.

    ``background`` are further texts that only count for how rare a gram is: with the reports' sentences there, an index
    of few texts still knows that 发展 says little.

    >>> index = TextIndex(["新建公园3个", "医院开工建设"])
    >>> index.nearest(["公园建成"], 1)[0][0].text
    0
    """

    def __init__(self, texts: Sequence[str], background: Sequence[str] = ()) -> None:
        self._size = len(texts)
        document, code = _grams(texts)
        code, document, count = _counted(code, document)
        codes, gram = _numbered(code)
        vocabulary, frequency = _frequencies(tuple(background))
        self._vocabulary, frequency = _with_codes(vocabulary, frequency, codes)
        gram = np.searchsorted(self._vocabulary, codes)[gram]
        frequency = frequency + np.bincount(gram, minlength=len(self._vocabulary))
        total = len(texts) + len(background)
        self._rarity = _rarity(total, frequency)
        self._rarest = float(_rarity(total, np.zeros(1, dtype=np.int64))[0])
        self._documents = document
        self._values = _weights(document, count, self._rarity[gram], self._size)
        self._starts = np.searchsorted(gram, np.arange(len(self._vocabulary) + 1))

    def __len__(self) -> int:
        return self._size

    def scores(self, texts: Sequence[str]) -> Floats:
        """Cosine of each text with each of the index, 0 to 1: one row a text."""
        return self._all_rows(texts, covered=False)

    def coverage(self, texts: Sequence[str]) -> Floats:
        """How much of each text (by weight of its grams) stands in each text of the index, 0 to 1: one row a text."""
        return self._all_rows(texts, covered=True)

    def above(self, texts: Sequence[str], least: float, limit: int) -> Triples:
        """Pairs of a text and a text of the index whose cosine is at least ``least`` (> 0), by text, then index.

        Of each text at most the ``limit`` likest, so memory grows with the number of texts.
        """
        rows, columns, scores, begin = [], [], [], 0
        for block in self._row_blocks(texts, covered=False):
            if limit < self._size:
                likest = np.sort(np.argpartition(block, self._size - limit, axis=1)[:, self._size - limit :], axis=1)
                place, rank = np.nonzero(np.take_along_axis(block, likest, axis=1) >= least)
                row, column = place, likest[place, rank]
            else:
                row, column = np.nonzero(block >= least)
            rows.append(row + begin)
            columns.append(column)
            scores.append(block[row, column])
            begin += len(block)
        if not rows:
            return Triples(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32))
        return Triples(np.concatenate(rows), np.concatenate(columns), np.concatenate(scores))

    def nearest(self, texts: Sequence[str], limit: int) -> tuple[tuple[Hit, ...], ...]:
        """For each text the ``limit`` likest of the index with a score above 0, best first, earlier ones before equals.

        Never holds more than a batch of scores, so it serves many texts against many.
        """
        if limit == 1:
            return tuple(hit for rows in self._row_blocks(texts, covered=False) for hit in _nearest(rows))
        return tuple(_best(row, limit) for rows in self._row_blocks(texts, covered=False) for row in rows)

    def _all_rows(self, texts: Sequence[str], *, covered: bool) -> Floats:
        blocks = tuple(self._row_blocks(texts, covered=covered))
        return np.concatenate(blocks) if blocks else np.zeros((0, self._size), dtype=np.float32)

    def _row_blocks(self, texts: Sequence[str], *, covered: bool) -> Iterator[Floats]:
        """The score rows of ``texts``, a batch at a time."""
        if not texts:
            return
        document, gram, weight = self._query(texts, covered=covered)
        first, lengths = self._starts[gram], np.diff(self._starts)[gram]
        work = np.bincount(document, weights=lengths, minlength=len(texts)) + self._size
        batch_of = (np.cumsum(work) // _BATCH).astype(np.int64)
        first_of_batch = np.flatnonzero(np.diff(batch_of, prepend=-1))
        for begin, end in pairwise([*first_of_batch, len(texts)]):
            low, high = np.searchsorted(document, (begin, end))
            rows = slice(low, high)
            places = _ranges(first[rows], lengths[rows])
            cells = np.repeat(document[rows] - begin, lengths[rows]) * self._size + self._documents[places]
            products = np.repeat(weight[rows], lengths[rows])
            if not covered:
                products = products * self._values[places]
            size = int(end - begin) * self._size
            flat = np.bincount(cells, weights=products, minlength=size)
            yield np.minimum(flat, 1.0).astype(np.float32).reshape(int(end - begin), self._size)

    def _query(self, texts: Sequence[str], *, covered: bool) -> tuple[Ints, Ints, Floats]:
        """Text, gram and weight of every gram of the texts that the index knows, ordered by text."""
        document, code = _grams(texts)
        document, code, count = _counted(document, code)
        place, known = _places(self._vocabulary, code)
        rarity = (
            np.where(known, self._rarity[place], self._rarest)
            if len(self._vocabulary)
            else np.full(len(code), self._rarest)
        )
        if covered:
            total = np.bincount(document, weights=rarity, minlength=len(texts))
            weight = (rarity / total[document]).astype(np.float32)
        else:
            weight = _weights(document, count, rarity, len(texts))
        return document[known], place[known], weight[known]


def likeness(one: str, other: str) -> float:
    """Cosine of two texts, 0 to 1, weighted as in an index of these two alone."""
    first, second = _gram_counts(one), _gram_counts(other)
    product = sum((1 + math.log(first[gram])) * (1 + math.log(second[gram])) for gram in first if gram in second)
    if not product:
        return 0.0
    return min(1.0, product / math.sqrt(_square(first, second) * _square(second, first)))


def _gram_counts(text: str) -> Counter[str]:
    pieces = _BREAK.sub(" ", _NUMBER.sub("0", text.replace("\0", " ").lower())).split()
    return Counter(gram for piece in pieces for gram in (*piece, *map(operator.add, piece, piece[1:])))


def _square(counts: Counter[str], others: Counter[str]) -> float:
    """Square of the length of a text's weights, where a gram that the other text lacks is the rarer one."""
    alone = float(_rarity(2, np.ones(1, dtype=np.int64))[0])
    return sum(((1 + math.log(count)) * (1 if gram in others else alone)) ** 2 for gram, count in counts.items())


def without_figures(text: str) -> str:
    """The text with every number as the same character: equal for sentences that differ in their figures alone."""
    return _NUMBER.sub("0", text)


def contained(part: str, whole: str) -> float:
    """Share of the pairs of characters in ``part`` that ``whole`` has as well, 0 to 1; each pair counts alike."""
    wanted = _pair_set(part)
    return len(wanted & _pair_set(whole)) / len(wanted) if wanted else 0.0


def _pair_set(text: str) -> frozenset[str]:
    pieces = _BREAK.sub(" ", _NUMBER.sub("0", text).lower()).split()
    return frozenset(one + other for piece in pieces for one, other in pairwise(piece))


def _grams(texts: Sequence[str]) -> tuple[Ints, Ints]:
    """For every character, then for every pair of neighbours: the number of its text, and its code."""
    joined = _BREAK.sub(" ", _NUMBER.sub("0", "\0".join(text.replace("\0", " ") for text in texts).lower()))
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    document = np.cumsum(points == 0)
    written = (points != 0) & (points != ord(" "))
    paired = written[:-1] & written[1:]
    documents = np.concatenate((document[written], document[:-1][paired]))
    codes = np.concatenate((points[written], (points[:-1][paired] << _WIDTH) | points[1:][paired]))
    return documents, codes


@lru_cache(maxsize=4)
def _frequencies(texts: tuple[str, ...]) -> tuple[Ints, Ints]:
    """The grams of texts, sorted, and in how many texts each stands. Kept: many an index has the same background."""
    document, code = _grams(texts)
    code, _, _ = _counted(code, document)
    vocabulary, gram = _numbered(code)
    return vocabulary, np.bincount(gram, minlength=len(vocabulary))


def _with_codes(vocabulary: Ints, frequency: Ints, codes: Ints) -> tuple[Ints, Ints]:
    """A vocabulary and its frequencies, with those of the sorted ``codes`` that it lacks in their places, at 0."""
    _, known = _places(vocabulary, codes)
    lacking = codes[~known]
    place = np.searchsorted(vocabulary, lacking)
    return np.insert(vocabulary, place, lacking), np.insert(frequency, place, 0)


def _counted(major: Ints, minor: Ints) -> tuple[Ints, Ints, Ints]:
    """Each pair of a text and a gram once, ordered by the one and then the other, and how often it stands there."""
    shift = int(minor.max(initial=0)).bit_length()
    keys = np.sort((major << shift) | minor)
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    count = np.diff(first, append=len(keys))
    return keys[first] >> shift, keys[first] & ((1 << shift) - 1), count


def _numbered(codes: Ints) -> tuple[Ints, Ints]:
    """The different ones of ``codes``, which are sorted, and for each of all its number among them."""
    new = np.diff(codes, prepend=-1) != 0
    return codes[new], np.cumsum(new) - 1


def _places(vocabulary: Ints, codes: Ints) -> tuple[Ints, NDArray[np.bool_]]:
    """Where each code stands in the sorted vocabulary, and whether it does."""
    if not len(vocabulary):
        return np.zeros(len(codes), dtype=np.int64), np.zeros(len(codes), dtype=np.bool_)
    place = np.minimum(np.searchsorted(vocabulary, codes), len(vocabulary) - 1)
    return place, vocabulary[place] == codes


def _rarity(total: int, frequency: Ints) -> Doubles:
    """Inverse document frequency, smoothed as if one more text held every gram."""
    rarity: Doubles = np.log((1 + total) / (1 + frequency)) + 1
    return rarity


def _weights(document: Ints, count: Ints, rarity: Doubles, documents: int) -> Floats:
    """Weight of each gram in its text, each text's weights of length 1. A repeated gram counts less each time."""
    weight = (1 + np.log(count)) * rarity
    length = np.sqrt(np.bincount(document, weights=weight * weight, minlength=documents))
    return (weight / length[document]).astype(np.float32)


def _ranges(first: Ints, lengths: Ints) -> Ints:
    """``first[0] … first[0]+lengths[0]-1, first[1] …`` without a loop."""
    ends = np.cumsum(lengths)
    places: Ints = np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - (ends - lengths), lengths)
    return places


def _nearest(rows: Floats) -> Iterator[tuple[Hit, ...]]:
    """As :func:`_best` with a limit of 1, for many rows at once."""
    if not rows.shape[1]:
        return iter([()] * len(rows))
    places = rows.argmax(axis=1)
    scores = rows[np.arange(len(rows)), places]
    return (
        (Hit(place, score),) if score > 0 else () for place, score in zip(places.tolist(), scores.tolist(), strict=True)
    )


def _best(row: Floats, limit: int) -> tuple[Hit, ...]:
    if limit < len(row):
        places = np.flatnonzero(row >= np.partition(row, len(row) - limit)[len(row) - limit])
    else:
        places = np.arange(len(row))
    order = places[np.argsort(-row[places], kind="stable")][:limit]
    return tuple(Hit(int(place), float(row[place])) for place in order if row[place] > 0)
