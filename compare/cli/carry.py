"""What people wrote into earlier workbooks: read before the new one is written over them, and never without a copy."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from compare.errors import InputError, OutputError
from compare.model import Comparison

if TYPE_CHECKING:
    from compare.review import Carried, Review
    from compare.writing.wording import Words


def read_reviews(target: Path | None, carry_from: Sequence[Path]) -> tuple[Review, ...]:
    """The reviews in the file that will be written over, if it is there, and in the other copies, each file once."""
    from compare.review import read_review

    for path in carry_from:
        if not path.is_file():
            raise InputError(path, "is not there", "give the workbook that was filled in")
    existing = [target] if target is not None and target.exists() else []
    paths = {path.resolve(): path for path in [*existing, *carry_from]}
    return tuple(read_review(path) for path in paths.values())


def carried_into(comparison: Comparison, reviews: Sequence[Review], words: Words) -> Carried:
    """The reviews' entries by their new rows."""
    from compare.review import carry_over
    from compare.writing.workbook import REVIEWER

    headings = {key: words(f"column.{key}") for key in REVIEWER}
    return carry_over(comparison, reviews, words("sheet.commitments"), headings)


def keep_copy(target: Path) -> Path | None:
    """A copy of the workbook that is about to be written over, under the next free name beside it."""
    if not target.exists():
        return None
    number = 1
    while (copy := target.with_name(f"{target.stem}.backup-{number}{target.suffix}")).exists():
        number += 1
    try:
        shutil.copy2(target, copy)
    except OSError as error:
        raise OutputError(f"{copy}: the backup cannot be written ({error.strerror}); nothing was changed") from error
    return copy


def drop_needless_copy(target: Path, copy: Path | None) -> Path | None:
    """Take the copy away again where the new workbook is the same, byte for byte."""
    if copy is not None and copy.read_bytes() == target.read_bytes():
        copy.unlink()
        return None
    return copy
