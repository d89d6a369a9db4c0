"""A summary report: a draft that lives with the results until it is sent, then frozen with its figures."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.errors import NotAllowed


class ReportState(StrEnum):
    """Where a report is in its life."""

    DRAFT = "draft"
    SENT = "sent"


class Arrangement(StrEnum):
    """In what order a report tells of the work."""

    TASK = "task"  # as it stands in the plan; over several plans: plan by plan
    FIELD = "field"  # field by field (lĩnh vực)


@dataclass(frozen=True, slots=True)
class Report:
    """One report. plan: what it is on, None for a report over all plans of a period; period: see `report_period`, ""
    for none;
    cut_off: results that came in later are not in it; number, date: None until văn thư gives them."""

    id: int
    uid: str
    title: str
    cut_off: dt.date
    plan: int | None = None
    period: str = ""
    state: ReportState = ReportState.DRAFT
    number: int | None = None
    symbol: str = ""
    date: dt.date | None = None


def send(report: Report, number: int, date: dt.date) -> Report:
    """The report as sent; from then on its figures stay (product rule 6). Raises `NotAllowed` "report_is_sent", "number_not_positive"."""
    check_editable(report)
    if number < 1:
        raise NotAllowed("number_not_positive", number=number)
    return replace(report, state=ReportState.SENT, number=number, date=date)


def check_editable(report: Report) -> None:
    """Raise `NotAllowed` "report_is_sent" unless the report is a draft."""
    if report.state is not ReportState.DRAFT:
        raise NotAllowed("report_is_sent", report=report.id)
