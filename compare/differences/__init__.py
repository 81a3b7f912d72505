"""What changed in the text: the kind of change of every sentence, and marks on the borders of words and figures."""

from compare.differences.changes import find_changes

__all__ = ["find_changes"]
