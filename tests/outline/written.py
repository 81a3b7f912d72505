"""Short reports written for the tests, read and outlined from a text."""

from pathlib import Path

from compare.language.lexicon import default_lexicon
from compare.model import Identity, Report
from compare.outline import build_report
from compare.reading import read_document

COVER = "政府工作报告\n\n——2022年1月20日在望海区第八届人民代表大会第二次会议上\n\n"
OPENING = "各位代表：\n\n现在，我代表临江市望海区人民政府，向大会报告工作，请予审议。\n\n"
CLOSING = "各位代表！让我们更加紧密地团结起来，为建设美好望海而努力奋斗！\n\n"


def outlined(tmp_path: Path, text: str, told: Identity | None = None) -> Report:
    """The outline of a text."""
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    return build_report(read_document(path, default_lexicon()), default_lexicon(), told)


def full(*paragraphs: str) -> str:
    """A whole report around some paragraphs."""
    return COVER + OPENING + "".join(f"{paragraph}\n\n" for paragraph in paragraphs) + CLOSING


def tree(report: Report) -> list[tuple[int, str]]:
    """Level and title of each section."""
    return [(section.level, section.title) for section in report.sections]
