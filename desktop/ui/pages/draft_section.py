"""The section of tasks between the services and the editor: lines in, lines out, and what is said of each task under its words."""

from collections.abc import Iterable, Mapping, Sequence

from desktop.documents.plan import PlannedTask
from desktop.services.plan_editing import Line
from desktop.ui import text
from desktop.ui.editor.body_document import Entry
from desktop.ui.editor.roles import Role


def entries(lines: Iterable[Line]) -> tuple[Entry, ...]:
    """The lines as the editor shows them."""
    return tuple(Entry(Role.TASK if line.is_task else Role.LEADS, line.key, line.text) for line in lines)


def lines(section: Sequence[Entry]) -> tuple[Line, ...]:
    """What stands in the editor as the services take it."""
    return tuple(Line(entry.key, entry.text) for entry in section)


def facts(known: Mapping[str, PlannedTask]) -> dict[str, str]:
    """Key of a task → "Thời hạn: trước ngày 14/4/2026 · Phối hợp: Công an xã · Sản phẩm: Báo cáo"."""
    return {key: _facts(one) for key, one in known.items()}


def _facts(one: PlannedTask) -> str:
    task = one.task
    deadline = task.deadline
    when = (deadline.text or text.date(deadline.date)) if deadline else ""
    parts = (
        f"Thời hạn: {when}" if when else "Chưa có thời hạn",
        f"Phối hợp: {', '.join(party.name for party in one.coordinating)}" if one.coordinating else "",
        f"Sản phẩm: {task.deliverable}" if task.deliverable else "",
    )
    return " · ".join(part for part in parts if part)
