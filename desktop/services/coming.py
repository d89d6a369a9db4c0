"""What is to be sent or planned soon: reports that directives ask for, drafts of reports, yearly duties; and the draft of such a duty."""

import datetime as dt
from dataclasses import dataclass

from desktop.documents.phrases import plan_name
from desktop.domain import as_json
from desktop.domain.deadline import Deadline
from desktop.domain.directive import ReportOrder
from desktop.domain.duties import Proposal
from desktop.domain.plan import PlanState
from desktop.domain.report import ReportState
from desktop.domain.working_days import DeadlineRules, last_day, next_occurrence
from desktop.services import duties
from desktop.services.today import AHEAD
from desktop.services.workspace import Workspace
from desktop.storage import plans, reports, waiting


@dataclass(frozen=True, slots=True)
class ToSend:
    """A report that is to go out: on a plan that has none yet, or a draft (report: its id). to: "" where it is not known; due: None where
    the words name no day, which then stand in `words`; cut_off: of a draft."""

    what: str
    to: str
    plan: int | None
    due: dt.date | None = None
    words: str = ""
    report: int | None = None
    cut_off: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Coming:
    """Reports to send, the nearest first, then drafts; duties that want a plan, the nearest first."""

    reports: tuple[ToSend, ...] = ()
    duties: tuple[Proposal, ...] = ()


def gather(work: Workspace) -> Coming:
    """What is coming today. The number of statements does not grow."""
    return Coming(to_send(work), duties.proposals(work))


def to_send(work: Workspace) -> tuple[ToSend, ...]:
    """Reports that directives ask for and that were not sent, due soon or past, and reports that are being written."""
    drafts = [
        ToSend(one.title, work.office.reports_to, one.plan, report=one.id, cut_off=one.cut_off)
        for one in reports.list_reports(work.store)
        if one.state is ReportState.DRAFT
    ]
    return (*_asked(work), *drafts)


def _asked(work: Workspace) -> list[ToSend]:
    orders = {plan: as_json.load(ReportOrder, text) for plan, text in waiting.report_orders(work.store)}
    if not orders:
        return []
    today, office = work.today(), work.office
    rules = work.rules([today, *(o.deadline.date for o in orders.values() if o.deadline)])
    heads = {plan.id: plan for plan in plans.heads(work.store, PlanState.ISSUED)}
    found = []
    for key, order in orders.items():
        assert order.deadline is not None
        due = _due(order.deadline, today, rules)
        if due is None or due <= today + dt.timedelta(AHEAD):
            what = f"Kết quả thực hiện {plan_name(heads[key])}"
            found.append(ToSend(what, order.to or office.reports_to, key, due, order.deadline.text))
    return sorted(found, key=lambda one: (one.due is None, one.due or today))


def _due(deadline: Deadline, today: dt.date, rules: DeadlineRules) -> dt.date | None:
    return last_day(deadline, rules) or next_occurrence(deadline, today, rules)


def draft(work: Workspace, wanted: Proposal) -> int | None:
    """A draft for a yearly duty: from the plan of an earlier year, else from its template; its id, None where there is neither.

    Raises what `next_year.new_from_plan` and `templates.new_from_template` raise.
    """
    if wanted.last is not None:
        from desktop.services import next_year

        return next_year.new_from_plan(work, wanted.last, wanted.year)[0].id
    if wanted.duty.template:
        from desktop.services import templates

        return templates.new_from_template(work, wanted.duty.template, wanted.year).plan.id
    return None
