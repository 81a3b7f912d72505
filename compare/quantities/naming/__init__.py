"""What a figure is a figure of: candidates from the words around it, chosen by declared priority."""

from compare.quantities.naming.choice import Namer, namer
from compare.quantities.naming.state import Named

__all__ = ["Named", "Namer", "namer"]
