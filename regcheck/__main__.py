"""``python -m regcheck`` is the command ``regcheck``."""

from regcheck.cli import main

if __name__ == "__main__":
    main(prog_name="regcheck")
