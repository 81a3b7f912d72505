"""Words as data: what fits a schema is read, what does not fit fails and says where."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import pytest

from compare.errors import LexiconError
from compare.language import lexicon as module
from compare.language.lexicon import Lexicon
from compare.language.schema import Schema


class Unit(Schema, frozen=True):
    base: str
    kind: Literal["count", "rate"] = "count"
    weight: float = 1.0


class Units(Schema, frozen=True):
    words: tuple[str, ...]
    table: Mapping[str, Unit]
    ignored: frozenset[str] = frozenset()


SHIPPED = {"words": ["家", "个"], "table": {"公顷": {"base": "公顷"}}}


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """One small shipped table in place of the real ones."""
    monkeypatch.setattr(module, "_shipped", lambda language, name: SHIPPED)
    monkeypatch.setattr(module, "_refuse_unknown_tables", lambda path, tables, language: None)


def user_file(folder: Path, text: str) -> Path:
    path = folder / "my.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.usefixtures("shipped")
def test_a_table_becomes_the_struct_that_was_asked_for() -> None:
    units = Lexicon().read("units", Units)
    assert units.words == ("家", "个")
    assert units.table["公顷"] == Unit("公顷", "count", 1.0)


@pytest.mark.usefixtures("shipped")
def test_the_same_table_is_read_once() -> None:
    lexicon = Lexicon()
    assert lexicon.read("units", Units) is lexicon.read("units", Units)


@pytest.mark.usefixtures("shipped")
def test_a_users_words_are_added_to_the_shipped_ones(tmp_path: Path) -> None:
    path = user_file(tmp_path, '[units]\nwords = ["座"]\n[units.table."亩"]\nbase = "亩"\nweight = 2\n')
    units = Lexicon("zh", path).read("units", Units)
    assert units.words == ("家", "个", "座")
    assert set(units.table) == {"公顷", "亩"}
    assert units.table["亩"].weight == 2.0


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[units]\nwords = "座"', "units.words must be a list"),
        ("[units]\nwords = [1]", r"units.words\[2\]: Expected `str`, got `int`; see docs/lexicon.md"),
        ('[units]\nwird = ["座"]', "units: Object contains unknown field `wird`"),
        ("[units.table.x]\nweight = 1", r"units.table\[...\]: Object missing required field `base`"),
        ('[units.table.x]\nbase = "x"\nkind = "odd"', r"units.table\[...\].kind: Invalid enum value 'odd'"),
        ('[units.table.x]\nbase = "x"\nweight = true', "weight: Expected `float`, got `bool`"),
        ("units = 3", "units must be a table"),
        ("units = [", "is no valid TOML"),
    ],
)
def test_what_does_not_fit_names_the_file_and_the_key(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(LexiconError, match=said) as caught:
        Lexicon("zh", user_file(tmp_path, text)).read("units", Units)
    assert "my.toml" in str(caught.value)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"gone\.toml: cannot be read"):
        Lexicon("zh", tmp_path / "gone.toml")


def test_an_unknown_table_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"unknown table \[unitz\]; one of "):
        Lexicon("zh", user_file(tmp_path, "[unitz]\nwords = []"))
