"""The words of the outputs in one language: every heading, status and message, from one TOML file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal

import tomli

from compare.model import Report

Language = Literal["zh", "en"]
_ENOUGH = 2000
"""Characters of a report that tell its language."""


class Words:
    """Words by dotted key: ``words("flag.yes")``, with values for the braces where there are any."""

    def __init__(self, language: Language, entries: Mapping[str, str]) -> None:
        self.language = language
        self._entries = entries

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of ``key``; a KeyError for a key that the file lacks is a fault of the program."""
        text = self._entries[key]
        return text.format(**values) if values else text

    def has(self, key: str) -> bool:
        """Whether there is a text for ``key``."""
        return key in self._entries

    def under(self, prefix: str) -> Mapping[str, str]:
        """All texts below ``prefix``, in the file's order, by the rest of their keys."""
        start = prefix + "."
        return {key.removeprefix(start): text for key, text in self._entries.items() if key.startswith(start)}


@cache
def load_words(language: Language) -> Words:
    """The shipped words of one language."""
    source = resources.files("compare.writing") / "words" / f"{language}.toml"
    return Words(language, dict(_flat(tomli.loads(source.read_text(encoding="utf-8")), "")))


def words_for(reports: tuple[Report, ...], language: Language | None = None) -> Words:
    """The words of ``language``, or of the language that the first report is written in."""
    return load_words(language or (language_of(reports[0]) if reports else "zh"))


def language_of(report: Report) -> Language:
    """``zh`` where a report's first sentences hold Chinese characters in any number, else ``en``."""
    seen = hanzi = 0
    for sentence in report.sentences:
        seen += len(sentence.text)
        hanzi += sum("一" <= char <= "鿿" for char in sentence.text)
        if seen > _ENOUGH:
            break
    return "en" if seen and hanzi < 0.1 * seen else "zh"


def _flat(table: Mapping[str, Any], prefix: str) -> list[tuple[str, str]]:
    entries: list[tuple[str, str]] = []
    for key, value in table.items():
        entries += _flat(value, f"{prefix}{key}.") if isinstance(value, Mapping) else [(prefix + key, value)]
    return entries
