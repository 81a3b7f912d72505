"""``python -m compare``: the same as the command ``yoy``."""

from compare.cli import main

if __name__ == "__main__":
    main()
