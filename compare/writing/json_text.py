"""JSON text with figures as they are: a Decimal becomes a JSON number with all its digits, never a float."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

Json = str | int | float | bool | Decimal | None | Mapping[str, "Json"] | Sequence["Json"]


def to_json(value: Json) -> str:
    """``value`` as indented JSON text that ends with a line break; flat objects stand on one line."""
    return "".join(_pieces(value, "\n")) + "\n"


def _pieces(value: Json, line: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _object(value, line)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield from _list(value, line)
    else:
        yield _scalar(value)


def _object(value: Mapping[str, Json], line: str) -> Iterator[str]:
    inner = line + "  " if any(_nested(item) for item in value.values()) else ""
    yield "{"
    for index, (key, item) in enumerate(value.items()):
        yield ("," + ("" if inner else " ") if index else "") + inner + _scalar(key) + ": "
        yield from _pieces(item, inner)
    yield (line if inner else "") + "}"


def _list(value: Sequence[Json], line: str) -> Iterator[str]:
    inner = line + "  " if any(isinstance(item, Mapping) or _nested(item) for item in value) else ""
    yield "["
    for index, item in enumerate(value):
        yield ("," + ("" if inner else " ") if index else "") + inner
        yield from _pieces(item, inner)
    yield (line if inner else "") + "]"


def _nested(value: Json) -> bool:
    return isinstance(value, Mapping | Sequence) and not isinstance(value, str) and len(value) > 0


def _scalar(value: Json) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
