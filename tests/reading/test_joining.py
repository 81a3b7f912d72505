"""Which lines belong together, shown on files set in the ways that reports are set."""

from pathlib import Path

import pytest

from compare.language.lexicon import default_lexicon
from compare.reading import read_document

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
OPENING = "各位代表：\n\n"


def paragraphs(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "report.txt"
    path.write_text(OPENING + text, encoding="utf-8")
    return [block.text for block in read_document(path, default_lexicon()).blocks[1:] if block.kind == "text"]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("建成码头等10余\n\n个项目，进展顺利。\n", ["建成码头等10余个项目，进展顺利。"]),
        ("建成码头，道路等10余\n\n个项目。\n", ["建成码头，道路等10余个项目。"]),
        ("建成码头，道路等10余\n\n- 12 -\n\n个项目。\n", ["建成码头，道路等10余个项目。"]),
        ("建成码头，道路等10余\n\n12\n\n个项目。\n", ["建成码头，道路等10余个项目。"]),
        ("平均浓度（PM\n2.5\n）下降，空气更好。\n", ["平均浓度（PM2.5）下降，空气更好。"]),
        ("今年广义货币M\n2\n预期增长，贷款合理增长。\n", ["今年广义货币M2预期增长，贷款合理增长。"]),
        ("制定了《\n望海条例\n》，依法行政。\n", ["制定了《望海条例》，依法行政。"]),
        ("完成任务。\n\n抓好落实。\n", ["完成任务。", "抓好落实。"]),
        ("一、工作回顾\n\n过去一年，全区团结一心。\n", ["一、工作回顾", "过去一年，全区团结一心。"]),
        ("（一）稳中求进，提质增效\n\n坚持项目为王。\n", ["（一）稳中求进，提质增效", "坚持项目为王。"]),
        ("主要做了以下工作：\n\n建成码头。\n", ["主要做了以下工作：", "建成码头。"]),
        ("坚持以人民为中心，\n\n——经济平稳运行。\n", ["坚持以人民为中心，", "——经济平稳运行。"]),
    ],
)
def test_a_sentence_that_print_broke_is_whole_again_and_no_other_is(
    tmp_path: Path, text: str, joined: list[str]
) -> None:
    assert paragraphs(tmp_path, text) == joined


def test_lines_wrapped_at_a_width_are_joined_by_their_indents(tmp_path: Path) -> None:
    form = "　　{0}年，望海{0}街上下团结一心，砥砺前行，{0}街发展取得了新的成绩，完成了{0}街年初的任务。"
    bodies = [form.format(name) for name in "甲乙丙丁戊己"]
    lines = [body[at : at + 20] for body in bodies for at in range(0, len(body), 20)]
    assert paragraphs(tmp_path, "\n".join(lines) + "\n") == [body.strip("　") for body in bodies]


def test_a_running_head_between_two_halves_of_a_sentence_is_set_apart(tmp_path: Path) -> None:
    page = "望海区人民政府公报\n\n全区建成码头，道路等10余\n\n望海区人民政府公报\n\n个项目，进展顺利。\n\n"
    assert paragraphs(tmp_path, page * 3) == ["全区建成码头，道路等10余个项目，进展顺利。"] * 3


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of real reports is not part of the project")
def test_the_gazettes_page_breaks_leave_no_sentence_in_two_and_join_no_two_paragraphs() -> None:
    document = read_document(CORPUS / "futian-2022.txt", default_lexicon())
    joins = [
        block.text[run.start - 1 : run.start + 1]
        for block in document.blocks
        for before, run in zip(block.runs, block.runs[1:], strict=False)
        if before.paragraph != run.paragraph
    ]
    assert joins == ["0年", "余个", "，朗", "能智", "把握", "范城", "、金", "，推", "态圈", "急管"]
    broken = [b.text for b in document.blocks if b.kind == "text" and b.text[-1] not in "。！：”" and len(b.text) > 60]
    assert broken == []
