"""The entry point: the commands under one name, and the one place where errors become exit codes."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

import typer

from compare.cli import commands, documents
from compare.errors import YoyError

_INTERRUPTED = 130
_SELDOM = 2_000_000
"""Objects made between two searches for cycles: a comparison makes many objects and hardly a cycle."""


def _build() -> typer.Typer:
    built = typer.Typer(
        name="yoy",
        help="Compare a government's annual work report with the one before it, and make the workbook for the meeting.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode="rich",
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    commands.register(built)
    documents.register(built)
    return built


app = _build()


def main() -> None:
    """Run the command; a fault of the input is one line on stderr and exit code 1, a wrong call exit code 2."""
    gc.set_threshold(_SELDOM)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the matrices are small: threads cost more than they bring
    try:
        app()
    except YoyError as error:
        _complain(str(error))
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        _complain("interrupted; nothing was written")
        sys.exit(_INTERRUPTED)


def console() -> None:
    """The whole process of the command: :func:`main`, then gone at once.

    Everything that was opened is closed by then. Python would free the objects of a comparison one by one, which takes
    a twentieth of the run; the system frees them all in one go.
    """
    code: object = 0
    try:
        main()
    except SystemExit as stop:
        code = stop.code
    with suppress(BrokenPipeError):
        sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


def _complain(message: str) -> None:
    from compare.writing.clean import one_line

    sys.stderr.write(f"error: {one_line(message)}\n")
