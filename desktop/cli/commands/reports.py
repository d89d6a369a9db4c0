"""`report` and `urge`: the summary that goes up, and the letter to those who are late."""

import argparse
import sys
from pathlib import Path

from desktop.cli.output import StderrProgress
from desktop.documents.period_words import period_name
from desktop.domain.report import Arrangement
from desktop.domain.report_period import parse, replaced_by
from desktop.errors import NotAllowed
from desktop.progress import Progress
from desktop.services import report_drafts, report_files, report_periods, report_sending, urging
from desktop.services.papers import Formats
from desktop.services.workspace import Workspace


def report(arguments: argparse.Namespace) -> None:
    """Write the report on a plan or of a period, or send it; print the paths."""
    if arguments.date and arguments.send is None:
        raise NotAllowed("date_without_send")
    with StderrProgress() as progress, Workspace.open(arguments.home) as work:
        made = (
            _written(work, arguments, progress)
            if arguments.send is None
            else _sent(work, arguments, progress)
        )
        _warn(work, arguments)
    for path in made:
        print(path)


def _written(work: Workspace, arguments: argparse.Namespace, progress: Progress) -> list[Path]:
    """The live report; nothing is kept."""
    by = arguments.by or Arrangement.TASK
    if arguments.period is not None:
        return report_files.of_period(
            work, arguments.period, arguments.to, _formats(arguments), arguments.cut_off, by, progress
        )
    return report_files.of_plan(
        work, arguments.plan, arguments.to, _formats(arguments), arguments.cut_off, by, progress
    )


def _sent(work: Workspace, arguments: argparse.Namespace, progress: Progress) -> list[Path]:
    """The draft with what was written in it, or a new one, sent and written as it was sent."""
    if arguments.period is not None:
        draft = report_drafts.open_for_period(work, arguments.period, arguments.cut_off)
    else:
        draft = report_drafts.open_for_plan(work, arguments.plan, arguments.cut_off)
    if arguments.by:
        report_drafts.arrange(work, draft.id, arguments.by)
    report_sending.send(work, draft.id, arguments.send, arguments.date or work.today(), progress)
    return report_files.of_report(work, draft.id, arguments.to, _formats(arguments), progress)


def _formats(arguments: argparse.Namespace) -> Formats:
    return Formats(arguments.pdf, arguments.docx, arguments.xlsx)


def _warn(work: Workspace, arguments: argparse.Namespace) -> None:
    if arguments.cut_off and arguments.cut_off > work.today():
        print("Lưu ý: ngày chốt số liệu ở sau hôm nay; báo cáo tính theo những gì đã biết.", file=sys.stderr)
    if arguments.period is not None:
        period = parse(arguments.period)
        longer = replaced_by(period, report_periods.rules(work))
        if longer is not None:
            names = f"báo cáo {period_name(longer)} thay báo cáo {period_name(period)}"
            print(f"Lưu ý: theo chế độ báo cáo, {names}.", file=sys.stderr)


def urge(arguments: argparse.Namespace) -> None:
    """Write the letter, which is logged as a reminder of all that is overdue; print the paths."""
    with Workspace.open(arguments.home) as work:
        made = urging.urge(work, arguments.plan, arguments.to)
    for path in made:
        print(path)
