"""The direction of imports, as drawn in docs/design.md: a part imports only what stands before it."""

import ast
from pathlib import Path

import pytest

import compare

ROOT = Path(compare.__file__).parent
ORDER = (
    ("errors", "model"),
    ("language",),
    ("reading",),
    ("outline",),
    ("quantities",),
    ("similarity", "judgement"),
    ("alignment",),
    ("differences",),
    ("indicators",),
    ("commitments",),
    ("checks",),
    ("review",),
    ("pipeline",),
    ("writing",),
    ("__init__",),
    ("cli",),
    ("__main__",),
)
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}
MODULES = sorted(ROOT.rglob("*.py"))


def part_of(dotted: str) -> str:
    """The part that a module name such as ``compare.outline.tree`` belongs to."""
    names = dotted.split(".")
    return names[1] if len(names) > 1 else "__init__"


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} if node.module != "compare" else {f"compare.{a.name}" for a in node.names}
    return {name for name in found if name == "compare" or name.startswith("compare.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_stands_before_it(path: Path) -> None:
    own = part_of("compare." + str(path.relative_to(ROOT).with_suffix("")).replace("/", "."))
    assert own in RANK, f"{own} has no place in the order"
    for name in imported(path):
        other = part_of(name) if part_of(name) in RANK else "__init__"
        assert RANK[other] <= RANK[own], f"{path.name} ({own}) imports {name}"


def test_the_model_imports_nothing_of_the_project() -> None:
    assert imported(ROOT / "model.py") == set()
