"""`report` and `urge`: the summary that goes up, and the letter to those who are late."""

import argparse
import sys

from desktop.cli.output import StderrProgress
from desktop.services import report_files, urging
from desktop.services.papers import Formats
from desktop.services.workspace import Workspace


def report(arguments: argparse.Namespace) -> None:
    """Write the report, print the paths."""
    formats = Formats(arguments.pdf, arguments.docx, arguments.xlsx)
    with StderrProgress() as progress, Workspace.open(arguments.home) as work:
        made = report_files.of_plan(
            work, arguments.plan, arguments.to, formats, arguments.cut_off, progress=progress
        )
        today = work.today()
    if arguments.cut_off and arguments.cut_off > today:
        print("Lưu ý: ngày chốt số liệu ở sau hôm nay; báo cáo tính theo những gì đã biết.", file=sys.stderr)
    for path in made:
        print(path)


def urge(arguments: argparse.Namespace) -> None:
    """Write the letter, which is logged as a reminder of all that is overdue; print the paths."""
    with Workspace.open(arguments.home) as work:
        made = urging.urge(work, arguments.plan, arguments.to)
    for path in made:
        print(path)
