"""`papers`: slips, registers, invitations, lists and tables of the office as files, one kind at a time."""

import argparse
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.cli.output import StderrProgress
from desktop.errors import NotAllowed
from desktop.progress import Progress
from desktop.services import (
    evaluation,
    incoming,
    invitations,
    morning_sheet,
    outgoing,
    plan_files,
    register,
    slips,
)
from desktop.services.papers import Formats
from desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked for."""

    work: Workspace
    given: argparse.Namespace
    formats: Formats
    progress: Progress

    @property
    def to(self) -> Path:
        folder: Path = self.given.to
        return folder


def _slips(asked: _Asked) -> list[Path]:
    return slips.write(
        asked.work, asked.given.plan, asked.to, asked.given.unit, asked.formats, asked.progress
    )


def _follow_up(asked: _Asked) -> list[Path]:
    return register.write(asked.work, asked.to, asked.given.plan, asked.formats, asked.progress)


def _incoming(asked: _Asked) -> list[Path]:
    return incoming.write(asked.work, asked.to, asked.given.year, asked.formats, asked.progress)


def _outgoing(asked: _Asked) -> list[Path]:
    return outgoing.write(asked.work, asked.to, asked.given.year, asked.formats, asked.progress)


def _invitations(asked: _Asked) -> list[Path]:
    given = asked.given
    return invitations.write(asked.work, given.plan, asked.to, given.task, asked.formats, asked.progress)


def _file_list(asked: _Asked) -> list[Path]:
    return plan_files.write(asked.work, asked.given.plan, asked.to, asked.formats, asked.progress)


def _morning(asked: _Asked) -> list[Path]:
    return morning_sheet.write(asked.work, asked.to, asked.formats, asked.progress)


def _evaluation(asked: _Asked) -> list[Path]:
    start, end = evaluation.days_of(asked.given.period or _quarter(asked.work.today()))
    return evaluation.write(asked.work, asked.to, start, end, asked.given.unit, asked.formats, asked.progress)


def _quarter(day: dt.date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of paper: how it is written, and which options it takes. needs_plan: it is of one plan."""

    write: Callable[[_Asked], list[Path]]
    options: frozenset[str]
    needs_plan: bool = False


_KINDS = {
    "phieu-giao-viec": _Kind(_slips, frozenset({"plan", "unit", "xlsx"}), needs_plan=True),
    "so-theo-doi": _Kind(_follow_up, frozenset({"plan", "xlsx"})),
    "so-den": _Kind(_incoming, frozenset({"year", "xlsx"})),
    "so-di": _Kind(_outgoing, frozenset({"year", "xlsx"})),
    "giay-moi": _Kind(_invitations, frozenset({"plan", "task"}), needs_plan=True),
    "muc-luc": _Kind(_file_list, frozenset({"plan", "xlsx"}), needs_plan=True),
    "viec-hom-nay": _Kind(_morning, frozenset({"xlsx"})),
    "danh-gia": _Kind(_evaluation, frozenset({"period", "unit", "xlsx"})),
}
_OPTIONS = {
    "plan": "mã kế hoạch",
    "year": "--year",
    "period": "--period",
    "unit": "--unit",
    "task": "--task",
    "xlsx": "--xlsx",
}


def papers(arguments: argparse.Namespace) -> None:
    """Write the papers of one kind, print their paths."""
    kind = _KINDS[arguments.kind]
    if kind.needs_plan and arguments.plan is None:
        raise NotAllowed("plan_untold", paper=arguments.kind)
    for name, option in _OPTIONS.items():
        if name not in kind.options and getattr(arguments, name) not in {None, False}:
            raise NotAllowed("option_of_other_paper", paper=arguments.kind, option=option)
    formats = Formats(arguments.pdf, arguments.docx, arguments.xlsx)
    with StderrProgress() as progress, Workspace.open(arguments.home) as work:
        made = kind.write(_Asked(work, arguments, formats, progress))
    for path in made:
        print(path)
