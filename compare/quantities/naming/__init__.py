"""What a figure is a figure of: candidates from the words around it, chosen by declared priority."""

from compare.quantities.naming.choice import Named, Namer, namer

__all__ = ["Named", "Namer", "namer"]
