#!/usr/bin/env python3
"""Derive the word vectors of compare/commitments/data/vectors.npz from a folder of reports.

    derive_vectors.py SHARED [--without 2021 2022] [--out FILE]

SHARED holds corpus/ with the reports. Words are those of compare.quantities.dictionary. Two words within six of each
other in a sentence count as company; counts become positive pointwise mutual information with the contexts' counts
raised to 0.75 (Levy, Goldberg & Dagan 2015), and truncated singular value decomposition (randomised range finder with
six power iterations, fixed seed) leaves 100 dimensions, scaled by the square root of the singular values. The same
reports give the same bytes.
``--without`` leaves reports out by the stem of their file name: for measuring on reports that the vectors never saw.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from compare.commitments.vectors import cut
from compare.language.lexicon import default_lexicon
from compare.reading import read_document

WINDOW = 6
DIMENSIONS = 100
SPARE = 20
VOCABULARY = 7000
LEAST = 3
SMOOTHING = 0.75
SEED = 7
OUT = Path(__file__).resolve().parents[1] / "compare" / "commitments" / "data" / "vectors.npz"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=OUT)
    told = parser.parse_args()
    derive(told.shared, frozenset(told.without), told.out)


def derive(shared: Path, without: frozenset[str], out: Path) -> None:
    """Read the reports, derive the vectors, write them."""
    sentences = [cut(sentence) for sentence in _sentences(shared, without)]
    counts = Counter(word for sentence in sentences for word in sentence)
    words = [word for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count >= LEAST]
    words = words[:VOCABULARY]
    place = {word: number for number, word in enumerate(words)}
    held = Counter(word for sentence in sentences for word in set(sentence))
    rarity = np.log((len(sentences) + 1) / np.array([held[word] + 1 for word in words]))
    vectors = _reduced(_information(sentences, place))
    out.parent.mkdir(parents=True, exist_ok=True)
    np.savez(
        out,
        words=np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8),
        vectors=vectors.astype(np.float16),
        rarity=rarity.astype(np.float16),
    )
    print(f"{len(words)} words of {len(sentences)} sentences: {out} ({out.stat().st_size / 1e6:.1f} MB)")


def _sentences(shared: Path, without: frozenset[str]) -> Iterator[str]:
    corpus = shared / "corpus"
    files = [*corpus.glob("*.txt"), *corpus.glob("national-zh/*.txt"), *corpus.glob("provinces-2025/*.docx")]
    lexicon = default_lexicon()
    for path in sorted(files):
        if path.stem not in without:
            text = "\n".join(block.text for block in read_document(path, lexicon).blocks if block.kind == "text")
            yield from (part for part in re.split(r"[。！？!?；;\n]", text) if len(part) > 3)


def _information(sentences: Sequence[tuple[str, ...]], place: dict[str, int]) -> NDArray[np.float32]:
    """Positive pointwise mutual information of each word (row) with each in its company (column)."""
    company = np.zeros((len(place), len(place)), dtype=np.float32)
    for sentence in sentences:
        numbers = np.array([place.get(word, -1) for word in sentence])
        for distance in range(1, min(WINDOW, len(numbers) - 1) + 1):
            left, right = numbers[:-distance], numbers[distance:]
            known = (left >= 0) & (right >= 0)
            np.add.at(company, (left[known], right[known]), 1)
    company += company.T.copy()
    total = company.sum(axis=1)
    smoothed = total**SMOOTHING
    expected = total[:, None] * (smoothed / smoothed.sum())[None, :]
    with np.errstate(divide="ignore", invalid="ignore"):
        information = np.log(company / expected)
    return np.asarray(np.maximum(np.nan_to_num(information, nan=0.0, neginf=0.0), 0), dtype=np.float32)


def _reduced(matrix: NDArray[np.float32]) -> NDArray[np.float32]:
    random = np.random.default_rng(SEED)
    basis = random.standard_normal((len(matrix), DIMENSIONS + SPARE)).astype(np.float32)
    for _ in range(6):
        basis, _rest = np.linalg.qr(matrix @ (matrix.T @ basis))
    left, values, _right = np.linalg.svd(basis.T @ matrix, full_matrices=False)
    vectors = (basis @ left)[:, :DIMENSIONS] * np.sqrt(values[:DIMENSIONS])
    # The first word with weight in a dimension points upwards: singular vectors have no sign of their own.
    vectors *= np.sign(vectors[np.argmax(np.abs(vectors), axis=0), np.arange(DIMENSIONS)])
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), dtype=np.float32)


if __name__ == "__main__":
    main()
