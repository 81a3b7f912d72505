"""The one tree of errors that a caller has to know. Each carries the exit code of the command line."""


class YoyError(Exception):
    """Base of all errors; the message says what is wrong, where, and what to do, in one line."""

    exit_code = 1


class InputError(YoyError):
    """A file that can't be used: missing, empty, damaged, too large, of no known format."""

    def __init__(self, file: object, problem: str, advice: str = "") -> None:
        self.file = str(file)
        super().__init__(f"{self.file}: {problem}" + (f"; {advice}" if advice else ""))


class OutputError(YoyError):
    """A target that can't be written; nothing was."""


class LexiconError(YoyError):
    """A lexicon file that can't be used: names the file, the key and what is expected."""


class OrderError(YoyError):
    """The reports were given newest first."""
