"""What a person wrote into an earlier workbook, and the rows of the next one that it belongs to."""

from compare.review.match import carry_over
from compare.review.read import read_review
from compare.review.records import RECORD_SCHEMA, RECORD_SHEET, Carried, Entry, Remark, Review, Stray

__all__ = [
    "RECORD_SCHEMA",
    "RECORD_SHEET",
    "Carried",
    "Entry",
    "Remark",
    "Review",
    "Stray",
    "carry_over",
    "read_review",
]
