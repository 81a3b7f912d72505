"""The command ``yoy``: parse, call, print."""

from compare.cli.app import app, main

__all__ = ["app", "main"]
