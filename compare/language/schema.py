"""What a part asks of a file of the lexicon: a frozen struct whose fields are the keys and types of the TOML table."""

from __future__ import annotations

from msgspec import Struct


class Schema(Struct, frozen=True, forbid_unknown_fields=True):
    """Base of every schema: a key that is none of its fields is an error, so that a misspelt one is not lost."""
