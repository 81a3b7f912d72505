"""Which section and which sentence of the later report continues which of the earlier one."""

from compare.alignment.pins import Pin, Pins, read_pins
from compare.alignment.sections import align_sections

__all__ = ["Pin", "Pins", "align_sections", "read_pins"]
