"""The command ``yoy``: parse, call, print."""

from compare.cli.app import app, console, main

__all__ = ["app", "console", "main"]
