"""Runs one command of the command line: exit status, sentences for expected errors, a saved report for a defect."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module

from desktop.cli.parser import parser
from desktop.errors import AppError
from desktop.progress import Cancelled
from desktop.sentences import sentence
from desktop.services import defects
from desktop.services.homes import default_home

DONE, CAN_ACT, BAD_USAGE, DEFECT, INTERRUPTED = 0, 1, 2, 3, 130
Command = Callable[[argparse.Namespace], None]

# The module of each command, imported when it is called: a command costs only what it needs.
_MODULES = {
    "demo": "demo",
    "read": "reading",
    "proofread": "proofread",
    "units": "units",
    "plans": "plans",
    "results": "results",
    "report": "reports",
    "urge": "reports",
    "packages": "packages",
    "papers": "papers",
    "register": "registers",
    "search": "search",
    "backup": "safety",
    "restore": "safety",
    "check": "safety",
    "office": "office",
    "password": "password",
    "sign": "signing",
}


def main(argv: Sequence[str]) -> int:
    """Do what `argv` (without the program's name) asks. Gives the exit status of cli.md; prints no traceback."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        arguments = parser().parse_args(argv)
    except SystemExit as end:
        return int(end.code or 0)
    if arguments.command is None and not arguments.self_test:
        parser().print_help(sys.stderr)
        return BAD_USAGE
    arguments.home = (arguments.home or default_home()).absolute()
    return _run(arguments)


def _run(arguments: argparse.Namespace) -> int:
    try:
        _command(arguments)(arguments)
        sys.stdout.flush()
    except (Cancelled, KeyboardInterrupt):
        return INTERRUPTED
    except AppError as error:
        print(sentence(error), file=sys.stderr)
        return CAN_ACT
    except BrokenPipeError:
        _forget_stdout()
        return DONE
    except Exception as error:  # noqa: BLE001 - the top-level hook: anything else is a defect of ours
        print(
            f"Chương trình gặp lỗi; báo cáo lỗi đã lưu ở {defects.save(arguments.home, error)}",
            file=sys.stderr,
        )
        return DEFECT
    return DONE


def _command(arguments: argparse.Namespace) -> Command:
    words = "self-test" if arguments.self_test else arguments.command
    if words == "self-test":
        return _function("self_test", "self_test")
    noun, _, verb = words.partition(" ")
    if verb in ("proofread", "fields"):
        return _function(verb, f"plans_{verb}")
    return _function(_MODULES[noun], f"{noun}_{verb}" if verb else noun)


def _function(module: str, name: str) -> Command:
    found: Command = getattr(import_module(f"desktop.cli.commands.{module}"), name)
    return found


def _forget_stdout() -> None:
    """Nobody reads on ("| head"): what Python still holds for stdout must not fail when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
