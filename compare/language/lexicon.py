"""Words of the language live in TOML; this turns a TOML table into the frozen struct that a part asks for.

A part declares what it needs as a frozen struct (its schema) and calls ``lexicon.read("units", Units)``. The file
is ``data/<language>/units.toml``; a user's own file has the same tables under the file's name (``[units]``) and adds to
lists and tables, never takes away. Anything that does not fit the schema is a :class:`LexiconError` that names the
file, the key and what was expected.

What the program itself says of a report (reasons, arithmetic) stands there in the report's language. ``told/en.toml``
has the same texts in English; a lexicon made to tell in English has them in place of the others.
"""

from __future__ import annotations

import typing
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import tomli

from compare.errors import LexiconError

T = TypeVar("T")
Table = Mapping[str, Any]


class Lexicon:
    """The shipped words of one language, and any that the user added; ``told`` is the language of reasons."""

    def __init__(self, language: str = "zh", *user_files: Path, told: str = "") -> None:
        self.language = language
        user = tuple((str(path), _parse_user_file(path)) for path in user_files)
        self._read: dict[tuple[str, type], Any] = {}
        for path, tables in user:
            _refuse_unknown_tables(path, tables, language)
        texts = () if told in ("", language) else ((f"told/{told}.toml", _told(told)),)
        self._added = (*texts, *user)

    def read(self, name: str, schema: type[T]) -> T:
        """The table ``name`` as an instance of the frozen struct ``schema``; the same object at each call."""
        key = (name, schema)
        if key not in self._read:
            table, origin = _shipped(self.language, name), f"{name}.toml"
            for path, tables in self._added:
                if name in tables:
                    table, origin = _merged(table, tables[name], path, name), path
            self._read[key] = _converted(table, schema, origin, name)
        return typing.cast(T, self._read[key])


@cache
def default_lexicon(language: str = "zh", told: str = "") -> Lexicon:
    """The shipped lexicon without additions."""
    return Lexicon(language, told=told)


@cache
def _shipped(language: str, name: str) -> Table:
    source = resources.files("compare.language") / "data" / language / f"{name}.toml"
    return tomli.loads(source.read_text(encoding="utf-8"))


@cache
def _told(language: str) -> Table:
    source = resources.files("compare.language") / "told" / f"{language}.toml"
    return tomli.loads(source.read_text(encoding="utf-8"))


def _parse_user_file(path: Path) -> Table:
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror}); give a TOML file") from error
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: is no valid TOML ({error}); see docs/lexicon.md for the form") from error


def _refuse_unknown_tables(path: str, tables: Table, language: str) -> None:
    folder = resources.files("compare.language") / "data" / language
    known = sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    for name in tables:
        if name not in known:
            raise LexiconError(f"{path}: unknown table [{name}]; one of {', '.join(known)}")


def _merged(shipped: Any, added: Any, path: str, key: str) -> Any:
    """Lists grow, tables are joined key by key, a single value of the user's takes the shipped one's place."""
    if isinstance(shipped, Mapping):
        if not isinstance(added, Mapping):
            raise LexiconError(f"{path}: {key} must be a table")
        return {
            **shipped,
            **{
                name: _merged(shipped[name], value, path, f"{key}.{name}") if name in shipped else value
                for name, value in added.items()
            },
        }
    if isinstance(shipped, list):
        if not isinstance(added, list):
            raise LexiconError(f"{path}: {key} must be a list")
        return shipped + added
    return added


def _converted(table: Table, schema: type[T], origin: str, name: str) -> T:
    try:
        return msgspec.convert(table, schema)
    except msgspec.ValidationError as error:
        what, _, place = str(error).partition(" - at `$")
        where = f"{name}{place.removesuffix('`')}"
        raise LexiconError(f"{origin}: {where}: {what}; see docs/lexicon.md for the form") from error
