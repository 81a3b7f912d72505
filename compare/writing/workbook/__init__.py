"""The workbook that goes into the meeting."""

from compare.writing.workbook.commitments import REVIEWER
from compare.writing.workbook.settings import HEAD_FIELDS, Settings
from compare.writing.workbook.write import default_name, write_workbook

__all__ = ["HEAD_FIELDS", "REVIEWER", "Settings", "default_name", "write_workbook"]
