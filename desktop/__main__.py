"""Starts the program: without a command the window opens, words on the command line go to `cli`."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path


def main() -> int:
    """Run with the arguments of this process; gives the exit status."""
    arguments = sys.argv[1:]
    if _wants_window(arguments):
        gc.disable()  # what is made until the window stands is there to stay: looking through it costs a twentieth of the start
        from desktop.app import run

        return run(Path(arguments[-1].removeprefix("--home=")) if arguments else None)
    from desktop.cli.main import main as run_command

    return run_command(arguments)


def _wants_window(arguments: Sequence[str]) -> bool:
    """Whether nothing but perhaps a home is given. Looked at without argparse, which would cost the window a tenth of its start."""
    if len(arguments) == 2 and arguments[0] == "--home":
        return not arguments[1].startswith("-")
    return not arguments or (len(arguments) == 1 and arguments[0].startswith("--home="))


if __name__ == "__main__":
    sys.exit(main())
