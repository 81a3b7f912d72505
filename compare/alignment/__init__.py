"""Which section and which sentence of the later report continues which of the earlier one."""

from compare.alignment.affinity import cut_notice
from compare.alignment.pins import Pin, Pins, read_pins
from compare.alignment.sections import align_sections
from compare.alignment.sentences import align_sentences

__all__ = ["Pin", "Pins", "align_sections", "align_sentences", "cut_notice", "read_pins"]
