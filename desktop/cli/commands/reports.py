"""`report` and `urge`: the summary that goes up, and the letter to those who are late."""

import argparse

from desktop.cli.output import StderrProgress
from desktop.services import reporting
from desktop.services.workspace import Workspace


def report(arguments: argparse.Namespace) -> None:
    """Write the report, print the paths."""
    formats = reporting.Formats(arguments.pdf, arguments.docx, arguments.xlsx)
    progress = StderrProgress()
    with Workspace.open(arguments.home) as work:
        made = reporting.report(work, arguments.plan, arguments.to, formats, arguments.cut_off, progress)
    progress.finish()
    for path in made:
        print(path)


def urge(arguments: argparse.Namespace) -> None:
    """Write the letter, print the paths."""
    with Workspace.open(arguments.home) as work:
        made = reporting.urge(work, arguments.plan, arguments.to)
    for path in made:
        print(path)
