"""Runs one command of the command line: exit status, sentences for expected errors, a saved report for a defect."""

import argparse
import datetime as dt
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from desktop import __version__
from desktop.cli.parser import parser
from desktop.cli.sentences import sentence
from desktop.errors import AppError
from desktop.progress import Cancelled
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
    "search": "search",
    "backup": "safety",
    "restore": "safety",
    "check": "safety",
    "office": "office",
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
        print("Bản này chưa có cửa sổ làm việc; hãy dùng một trong các lệnh sau.", file=sys.stderr)
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
            f"Chương trình gặp lỗi; báo cáo lỗi đã lưu ở {_save_report(arguments.home, error)}",
            file=sys.stderr,
        )
        return DEFECT
    return DONE


def _command(arguments: argparse.Namespace) -> Command:
    words = "self-test" if arguments.self_test else arguments.command
    if words == "self-test":
        return _function("self_test", "self_test")
    noun, _, verb = words.partition(" ")
    if verb == "proofread":
        return _function("proofread", "plans_proofread")
    return _function(_MODULES[noun], f"{noun}_{verb}" if verb else noun)


def _function(module: str, name: str) -> Command:
    found: Command = getattr(import_module(f"desktop.cli.commands.{module}"), name)
    return found


def _forget_stdout() -> None:
    """Nobody reads on ("| head"): what Python still holds for stdout must not fail when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _save_report(home: Path, error: Exception) -> Path:
    """Where the error arose, in a file under the home, or in the folder for temporary files where that cannot be written.

    Places in the code and kinds of errors only: a message may hold names of persons.
    """
    now = dt.datetime.now(dt.UTC).astimezone()
    text = f"Sổ Kế Hoạch {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n{now.isoformat()}\n{_places(error)}"
    name = f"loi-{now:%Y%m%d-%H%M%S}.txt"
    for folder in (home / "logs", Path(tempfile.gettempdir())):
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
            return folder / name
    return Path(name)


def _places(error: BaseException | None) -> str:
    out = []
    while error is not None:
        out.append(f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}")
        error = error.__cause__ or error.__context__
    return "\n".join(out)
