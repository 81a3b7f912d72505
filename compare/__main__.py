"""``python -m compare``: the same as the command ``yoy``."""

from compare.cli import console

if __name__ == "__main__":
    console()
