"""What a person says about pairs of sections: pinned and forbidden ones, in a TOML file.

    [[pair]]
    old = "加快建设绿色城区"
    new = "建设美丽城区"

    [[pair]]
    old = "开展旧村普查"        # without new: dropped; without old: added

    [[forbid]]
    old = "发展教育事业"
    new = "发展体育事业"

A section that any ``[[pair]]`` names has the pairs that the file gives it and no others; the rest is found as usual.
So the file that ``yoy sections --format toml`` writes, given back as it is, gives the same pairs again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import tomli
from msgspec import Struct
from numpy.typing import NDArray

from compare.alignment.affinity import Leaf
from compare.errors import InputError
from compare.similarity import TextIndex

_KNOWN = {
    "pair": ("old", "new", "old_section", "new_section", "relation", "score", "moved", "reason"),
    "forbid": ("old", "new", "old_section", "new_section"),
}


class Pin(Struct, frozen=True):
    """A pair as a person names it: by title, and by the section's number (from 1) where a title stands twice."""

    old: str | None
    new: str | None
    old_section: int | None = None
    new_section: int | None = None


class Pins(Struct, frozen=True):
    """What one file says."""

    file: str
    pairs: tuple[Pin, ...] = ()
    forbidden: tuple[Pin, ...] = ()


class PinnedLinks(Struct, frozen=True):
    """Pins as rows (earlier report's sections) and columns (later report's)."""

    pairs: frozenset[tuple[int, int]] = frozenset()
    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    forbidden: frozenset[tuple[int, int]] = frozenset()


def read_pins(path: Path) -> Pins:
    """The pins of a TOML file. Raises InputError that names the entry and what it lacks."""
    try:
        data = tomli.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror})", "give the TOML file with the pairs") from error
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(path, f"is no valid TOML ({error})", "yoy sections --format toml writes one") from error
    for name in data:
        # What else the written file carries (schema, files) stands outside the two tables, as plain values.
        if name not in _KNOWN and isinstance(data[name], (list, Mapping)):
            raise InputError(path, f"unknown table [[{name}]]", "use [[pair]] and [[forbid]]")
    return Pins(str(path), _pins(path, data, "pair"), _pins(path, data, "forbid"))


def _pins(path: Path, data: Mapping[str, Any], table: str) -> tuple[Pin, ...]:
    entries = data.get(table, [])
    if not isinstance(entries, list) or not all(isinstance(entry, Mapping) for entry in entries):
        raise InputError(path, f"{table} must be a list of tables", f"write [[{table}]]")
    return tuple(_pin(path, entry, f"{table} {number}") for number, entry in enumerate(entries, 1))


def _pin(path: Path, entry: Mapping[str, Any], where: str) -> Pin:
    table = where.split()[0]
    for key in entry:
        if key not in _KNOWN[table]:
            raise InputError(path, f"{where}: unknown key {key}", f"one of {', '.join(_KNOWN[table])}")
    pin = Pin(
        _typed(path, entry, where, "old", str),
        _typed(path, entry, where, "new", str),
        _typed(path, entry, where, "old_section", int),
        _typed(path, entry, where, "new_section", int),
    )
    old = pin.old is not None or pin.old_section is not None
    new = pin.new is not None or pin.new_section is not None
    if not (old and new if table == "forbid" else old or new):
        raise InputError(path, f"{where} names no {'pair' if table == 'forbid' else 'section'}", "give old and new")
    return pin


def _typed(path: Path, entry: Mapping[str, Any], where: str, key: str, wanted: type) -> Any:
    value = entry.get(key)
    if value is not None and type(value) is not wanted:
        raise InputError(path, f"{where}: {key} must be {'a title' if wanted is str else 'a number'}, not {value!r}")
    return value


def resolve_pins(pins: Pins, old: tuple[Leaf, ...], new: tuple[Leaf, ...]) -> PinnedLinks:
    """Find the sections that the pins name. Raises InputError for one that is not there, or stands twice."""
    pairs, rows, columns = set(), set(), set()
    for number, pin in enumerate(pins.pairs, 1):
        row = _find(pins.file, f"pair {number}: old", pin.old, pin.old_section, old)
        column = _find(pins.file, f"pair {number}: new", pin.new, pin.new_section, new)
        rows |= {row} - {None}
        columns |= {column} - {None}
        if row is not None and column is not None:
            pairs.add((row, column))
    forbidden = set()
    for number, pin in enumerate(pins.forbidden, 1):
        row = _find(pins.file, f"forbid {number}: old", pin.old, pin.old_section, old)
        column = _find(pins.file, f"forbid {number}: new", pin.new, pin.new_section, new)
        if row is not None and column is not None:
            forbidden.add((row, column))
    if both := pairs & forbidden:
        row, column = min(both)
        titles = f"{old[row].section.title} and {new[column].section.title}"
        raise InputError(pins.file, f"{titles} are both paired and forbidden", "take one of the two out")
    return PinnedLinks(
        frozenset(pairs),
        frozenset(row for row in rows if row is not None),
        frozenset(column for column in columns if column is not None),
        frozenset(forbidden),
    )


def apply_pins(links: NDArray[np.bool_], pinned: PinnedLinks) -> NDArray[np.bool_]:
    """The links with those that a person pinned in place of whatever was found for their sections."""
    out = links.copy()
    out[sorted(pinned.rows), :] = False
    out[:, sorted(pinned.columns)] = False
    for row, column in pinned.forbidden:
        out[row, column] = False
    for row, column in pinned.pairs:
        out[row, column] = True
    return out


def _find(file: str, where: str, title: str | None, number: int | None, leaves: tuple[Leaf, ...]) -> int | None:
    if title is None and number is None:
        return None
    fitting = [
        place
        for place, leaf in enumerate(leaves)
        if number in (None, leaf.section.number + 1) and (title is None or _key(title) in _keys(leaf))
    ]
    if len(fitting) == 1:
        return fitting[0]
    named = f"“{title}”" if title is not None else str(number)
    if fitting:
        numbers = ", ".join(str(leaves[place].section.number + 1) for place in fitting)
        side = where.rpartition(" ")[2]
        raise InputError(file, f"{where}: {named} stands more than once", f"add {side}_section, one of {numbers}")
    raise InputError(file, f"{where}: no lowest-level section {named}", _nearest(title, leaves))


def _nearest(title: str | None, leaves: tuple[Leaf, ...]) -> str:
    titles = [leaf.section.title for leaf in leaves]
    hits = TextIndex(titles).nearest([title], 1)[0] if title else ()
    return f"the nearest is “{titles[hits[0].text]}”" if hits else "yoy outline lists the sections"


def _keys(leaf: Leaf) -> tuple[str, str]:
    """A title can be given with its numbering or without."""
    return _key(leaf.section.title), _key(leaf.topic)


def _key(title: str) -> str:
    return re.sub(r"\W+", "", title)
