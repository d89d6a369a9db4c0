"""Starts the program: words on the command line go to `cli`; without any, the window opens."""

import sys

from desktop.cli.main import main as run_command


def main() -> int:
    """Run with the arguments of this process; gives the exit status."""
    return run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
