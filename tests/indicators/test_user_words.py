"""A user's own file adds to the words that decide which names are one indicator."""

from pathlib import Path

from compare.indicators import match_indicators
from compare.language.lexicon import Lexicon, default_lexicon
from tests.stated import level, report

OLD = report(2031, ("望海号乘客【12万人次】。", level("望海号乘客", "120000", "人次")))
NEW = report(2032, ("渡轮旅客【15万人次】。", level("渡轮旅客", "150000", "人次")))
OWN = """
[[indicators.names.synonyms]]
name = "渡轮旅客"
words = ["望海号乘客"]
"""


def test_a_user_s_synonyms_bring_two_names_into_one_row(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(OWN, encoding="utf-8")
    assert match_indicators((OLD, NEW), default_lexicon()) == ()
    rows = match_indicators((OLD, NEW), Lexicon("zh", own))
    assert [[cell.fact.written for cell in row.cells] for row in rows] == [["12万人次", "15万人次"]]


def test_a_very_long_name_is_read_in_good_time() -> None:
    name = "望海" * 5000 + "增长" * 500
    assert match_indicators((report(2031, ("【1个】", level(name, "1", "个"))), NEW), default_lexicon()) == ()
