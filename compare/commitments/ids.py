"""Names for commitments that stay the same from run to run and from edition to edition of one report."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence

from compare.model import Identity

SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Digits and letters without those that are mistaken for others (i, l, o, u)."""
LENGTH = 6
NO_WORD = re.compile(r"[\W_]+")


def make_ids(identity: Identity, texts: Sequence[str]) -> tuple[str, ...]:
    """An id such as ``C-2021-3f9ack`` for each text of one report.

    The year is that of the plan; the rest stands for the words alone (width, spaces and punctuation do not matter),
    not for their place, so a paragraph put in before them changes nothing. The same words a second time get a
    number; different words that would clash get two signs more.
    """
    year = identity.plan_year or identity.date[:4] or "0000"
    digests = [_digest(text) for text in texts]
    owners: dict[str, set[str]] = {}
    for digest in digests:
        owners.setdefault(digest[:LENGTH], set()).add(digest)
    seen: dict[str, int] = {}
    ids = []
    for digest in digests:
        short = digest[:LENGTH] if len(owners[digest[:LENGTH]]) == 1 else digest[: LENGTH + 2]
        seen[digest] = seen.get(digest, 0) + 1
        ids.append(f"C-{year}-{short}" + (f"-{seen[digest]}" if seen[digest] > 1 else ""))
    return tuple(ids)


def _digest(text: str) -> str:
    words = NO_WORD.sub("", unicodedata.normalize("NFKC", text)).casefold()
    number = int.from_bytes(hashlib.blake2b(words.encode(), digest_size=10).digest(), "big")
    return "".join(SIGNS[number >> shift & 31] for shift in range(0, 80, 5))
