"""Two invented years of one district, and what the second says of the first one's promises."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from compare.commitments import find_commitments, follow_up
from compare.indicators import match_indicators
from compare.language.lexicon import default_lexicon
from compare.model import Commitment, Report
from tests.commitments.plans import IDENTITY, report

LEXICON = default_lexicon()
LATER = replace(IDENTITY, review_period="2031", plan_year="2032")
REVIEW = """# 二〇三一年工作回顾
地区生产总值860亿元，增长6.2%。城镇新增就业1.3万人。
新建幼儿园6所。环岛快线一期建成通车。出台人才住房管理办法。
推进老旧小区改造。海洋文化周成功举办。门诊费用报销比例有所提高。"""
FILLER = """# 二〇三二年工作安排
办好海洋文化周。建设滨海书城。"""


def followed(plan: str, review: str = REVIEW, next_plan: str = FILLER) -> tuple[Commitment, ...]:
    """The commitments of ``plan`` with what the next report, of ``review`` and ``next_plan``, says of them."""
    earlier = report(plan, "# 二〇三〇年工作回顾\n全区经济平稳增长。")
    later = report(next_plan, review, LATER)
    return follow((earlier, later))


def only(plan: str, review: str = REVIEW, next_plan: str = FILLER) -> Commitment:
    """The first commitment of a plan."""
    return followed(plan, review, next_plan)[0]


def follow(reports: Sequence[Report], new: int | tuple[int, ...] = 1) -> tuple[Commitment, ...]:
    """The first report's commitments with what the ``new`` ones say of them."""
    plan = find_commitments(reports[0], 0, LEXICON)
    return follow_up(plan, reports, 0, new, match_indicators(tuple(reports), LEXICON), LEXICON)
