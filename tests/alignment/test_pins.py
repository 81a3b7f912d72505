"""The file with which a person pins and forbids pairs."""

from pathlib import Path

import pytest

from compare.alignment import Pin, Pins, read_pins
from compare.errors import InputError


def test_a_written_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "pairs.toml"
    path.write_text(
        """
        schema = 1
        [[pair]]
        old = "建设宜居城区"
        new = "推进城市更新"
        relation = "split"
        score = 0.91
        moved = false
        [[pair]]
        old = "扩大对外开放"
        old_section = 7
        [[forbid]]
        old = "发展教育"
        new = "发展体育"
        """,
        encoding="utf-8",
    )
    assert read_pins(path) == Pins(
        str(path),
        (Pin("建设宜居城区", "推进城市更新"), Pin("扩大对外开放", None, old_section=7)),
        (Pin("发展教育", "发展体育"),),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[pair]", "is no valid TOML"),
        ("[[pears]]\nold = 'a'", r"unknown table \[\[pears\]\]; use \[\[pair\]\] and \[\[forbid\]\]"),
        ("pair = 3", "pair must be a list of tables"),
        ("pair = [3]", "pair must be a list of tables"),
        ("[[pair]]\nold = 3", "pair 1: old must be a title, not 3"),
        ("[[pair]]\nold_section = '3'", "pair 1: old_section must be a number, not '3'"),
        ("[[pair]]\nold = 'a'\n[[pair]]\ntitle = 'a'", "pair 2: unknown key title"),
        ("[[pair]]\nrelation = 'same'", "pair 1 names no section"),
        ("[[forbid]]\nold = 'a'", "forbid 1 names no pair"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "pairs.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_pins(path)


def test_a_missing_or_garbled_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml: cannot be read"):
        read_pins(tmp_path / "none.toml")
    garbled = tmp_path / "garbled.toml"
    garbled.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="is no valid TOML"):
        read_pins(garbled)
