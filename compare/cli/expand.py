"""Options that several commands share, as one argument: to typer, a data class in a signature is its fields."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable
from functools import cache, wraps
from typing import Any, get_type_hints


def expanded(command: Callable[..., None]) -> Callable[..., None]:
    """``command`` with each argument that is a data class replaced by keyword arguments, one for each field."""
    hints = get_type_hints(command, include_extras=True)
    groups: dict[str, Any] = {
        name: hint for name, hint in hints.items() if name != "return" and dataclasses.is_dataclass(hint)
    }

    @wraps(command)
    def call(**given: Any) -> None:
        for name, group in groups.items():
            fields = [field.name for field in dataclasses.fields(group)]
            given[name] = group(**{field: given.pop(field) for field in fields})
        command(**given)

    parameters: list[inspect.Parameter] = []
    for name, parameter in inspect.signature(command).parameters.items():
        parameters += _fields(groups[name]) if name in groups else [parameter.replace(annotation=hints[name])]
    signature = inspect.Signature([parameter.replace(kind=parameter.KEYWORD_ONLY) for parameter in parameters])
    call.__signature__ = signature  # type: ignore[attr-defined]
    return call


@cache
def _fields(group: Any) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    return [
        inspect.Parameter(
            field.name, inspect.Parameter.KEYWORD_ONLY, default=_default(field), annotation=hints[field.name]
        )
        for field in dataclasses.fields(group)
    ]


def _default(field: dataclasses.Field[Any]) -> Any:
    return field.default
