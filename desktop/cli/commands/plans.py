"""`plans …`: draft, list, show, issue, close and export plans."""

import argparse
import sys
from typing import Any

from desktop.cli.output import StderrProgress, cut, print_json, print_table
from desktop.domain.plan import Plan, PlanState
from desktop.errors import BadValue
from desktop.services import plan_export, plan_views, planning
from desktop.services.binding import Unbound
from desktop.services.plan_views import PlanView
from desktop.services.workspace import Workspace

STATES = {PlanState.DRAFT: "Dự thảo", PlanState.ISSUED: "Đã ban hành", PlanState.CLOSED: "Đã kết thúc"}


def plans_new(arguments: argparse.Namespace) -> None:
    """A draft from a directive, what could not be bound listed; or from the plan of another year."""
    if arguments.from_plan is not None:
        from desktop.cli.commands import plan_cloning

        plan_cloning.plans_new(arguments)
        return
    if arguments.year is not None:
        raise BadValue("year", str(arguments.year))
    with StderrProgress() as progress, Workspace.open(arguments.home) as work:
        new = planning.new_from_file(work, arguments.source, progress=progress)
    if arguments.json:
        print_json(
            {
                **_plan_json(new.plan),
                "tasks": len(new.tasks),
                "unbound": [_unbound_json(u) for u in new.unbound],
            }
        )
        return
    print(f"Đã lập dự thảo kế hoạch {new.plan.id}: {new.plan.subject} ({len(new.tasks)} nhiệm vụ).")
    if new.unbound:
        print("Các tên sau chưa gắn được với đơn vị trong danh sách, cần chọn lại:")
        for written, some in _by_words(new.unbound).items():
            near = f" (có thể là: {', '.join(some[0].candidates)})" if some[0].candidates else ""
            print(f"  - “{written}”{near}, ở nhiệm vụ {', '.join(str(u.position + 1) for u in some)}")


def plans_list(arguments: argparse.Namespace) -> None:
    """All plans, the last changed first."""
    with Workspace.open(arguments.home) as work:
        rows = plan_views.listed(work)
    if arguments.json:
        print_json([{**_plan_json(r.plan), "tasks": r.tasks, "assigned": r.completeness.assigned, "done": r.completeness.done,
                     "late": r.completeness.late, "next_due": _iso(r.next_due)} for r in rows])  # fmt: skip
        return
    if not rows:
        print("Chưa có kế hoạch nào. Lập kế hoạch đầu tiên: sokehoach plans new --from TỆP")
        return
    print_table(
        ("Mã", "Số", "Trạng thái", "Nhiệm vụ", "Hoàn thành", "Trích yếu"),
        [
            (str(r.plan.id), number(r.plan), STATES[r.plan.state], str(r.tasks),
             f"{r.completeness.done}/{r.completeness.assigned}", r.plan.subject)
            for r in rows
        ],
    )  # fmt: skip


def plans_show(arguments: argparse.Namespace) -> None:
    """One plan with its tasks, both days of each deadline and where each unit stands."""
    with Workspace.open(arguments.home) as work:
        view = plan_views.view(work, arguments.plan)
    if arguments.json:
        print_json(_view_json(view))
        return
    print(f"Kế hoạch {view.plan.id}: {view.plan.subject}")
    print(f"Số: {number(view.plan)}; trạng thái: {STATES[view.plan.state]}")
    for position, task in enumerate(view.tasks, 1):
        leads = ", ".join(p.name for p in task.leads) or "(chưa rõ đơn vị)"
        print(f"{position:>3}. {leads}: {task.text}")
        if task.deadline_text:
            counts = f"; ngày cuối cùng được tính: {task.counts:%d/%m/%Y}" if task.counts else ""
            print(f"     Thời hạn: {task.deadline_text}{counts}")
        if task.assigned:
            print(f"     Đã giao {task.assigned} đơn vị, hoàn thành {task.done}")


def plans_issue(arguments: argparse.Namespace) -> None:
    """Number and day; the printed PDF is kept."""
    with Workspace.open(arguments.home) as work:
        plan = planning.issue(work, arguments.plan, arguments.number, arguments.date)
        given = plan_views.view(work, plan.id)
        today = work.today()
    units = len({unit for task in given.tasks for unit in task.units})
    print(
        f"Đã ban hành kế hoạch số {number(plan)} ngày {arguments.date:%d/%m/%Y}; giao việc cho {units} đơn vị."
    )
    if arguments.date > today:
        print("Lưu ý: ngày ban hành ở sau hôm nay.", file=sys.stderr)
    for position, task in enumerate(given.tasks, 1):
        if not task.units:
            print(
                f"Lưu ý: nhiệm vụ {position} chưa giao được cho đơn vị nào: {cut(task.text)}", file=sys.stderr
            )


def plans_close(arguments: argparse.Namespace) -> None:
    """The plan ends; statuses stay."""
    with Workspace.open(arguments.home) as work:
        plan = planning.close(work, arguments.plan)
    print(f"Đã kết thúc kế hoạch số {number(plan)}. Tình trạng của các đơn vị giữ nguyên.")


def plans_export(arguments: argparse.Namespace) -> None:
    """Files into a folder, their paths on stdout."""
    parts = plan_export.Parts(arguments.pdf, arguments.docx, arguments.slips, arguments.forms)
    with StderrProgress() as progress, Workspace.open(arguments.home) as work:
        made = plan_export.export(work, arguments.plan, arguments.to, parts, progress)
    for path in made:
        print(path)


def _by_words(unbound: tuple[Unbound, ...]) -> dict[str, list[Unbound]]:
    grouped: dict[str, list[Unbound]] = {}
    for some in unbound:
        grouped.setdefault(some.written, []).append(some)
    return grouped


def number(plan: Plan) -> str:
    """ "12/KH-UBND", with a blank for a draft."""
    return f"{plan.number:02d}/{plan.symbol}" if plan.number is not None else f"……/{plan.symbol}"


def _plan_json(plan: Plan) -> dict[str, Any]:
    return {
        "id": plan.id,
        "subject": plan.subject,
        "form": plan.form.value,
        "state": plan.state.value,
        "number": plan.number,
        "symbol": plan.symbol,
        "date": _iso(plan.date),
        "year": plan.year,
    }


def _unbound_json(some: Unbound) -> dict[str, Any]:
    return {
        "task": some.position + 1,
        "text": some.task,
        "written": some.written,
        "candidates": list(some.candidates),
    }


def _view_json(view: PlanView) -> dict[str, Any]:
    tasks = [
        {
            "id": t.id, "text": t.text, "lead": [p.name for p in t.leads], "coordinating": [p.name for p in t.coordinating],
            "unbound": list(t.unbound), "deadline": _iso(t.printed), "last_day": _iso(t.counts), "deadline_text": t.deadline_text,
            "assigned": t.assigned, "done": t.done, "units": list(t.units),
        }
        for t in view.tasks
    ]  # fmt: skip
    return {**_plan_json(view.plan), "tasks": tasks}


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
