"""Reading a report's file into a Document: clean text, and every character's way back to the source."""

from compare.reading.document import read_document

__all__ = ["read_document"]
