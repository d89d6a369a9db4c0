"""The list of what lies in the file of a plan (mục lục văn bản): what came in, what the office issued on it, what units sent."""

from pathlib import Path

from desktop.documents import file_list
from desktop.documents.as_text import plain_text
from desktop.documents.file_list import FileItem
from desktop.documents.incoming_register import number_and_symbol
from desktop.domain.plan import Plan
from desktop.progress import SILENT, Progress
from desktop.services import outgoing, papers, planning
from desktop.services.file_names import stem
from desktop.services.papers import EVERY, Formats
from desktop.services.workspace import Workspace
from desktop.storage import directives, plans, received_files, units


def write(
    work: Workspace, key: int, folder: Path, formats: Formats = EVERY, progress: Progress = SILENT
) -> list[Path]:
    """Write the list of the file of a plan as it stands today. Raises `NotFound` and the errors of writing."""
    plan, today = plans.get(work.store, key), work.today()
    items = gather(work, plan)
    paper = file_list.build(plan, items, work.office, plan.year or (plan.date or today).year, today)
    sheets = [("Mục lục văn bản", file_list.table(items, whole=True))]
    return papers.write(paper, sheets, folder / f"muc-luc-van-ban-{stem(plan)}", progress, formats)


def gather(work: Workspace, plan: Plan) -> list[FileItem]:
    """The directive that the plan answers and the bases it cites, so far as they are kept; the plan with its letters and sent reports;
    files with results."""
    return [
        *(file_list.of_directive(directives.incoming(work.store, one)) for one in _bases(work, plan)),
        *(file_list.of_paper(paper, work.office) for paper in outgoing.of_plan(work, plan.id)),
        *_results(work, plan),
    ]


def _bases(work: Workspace, plan: Plan) -> list[int]:
    """Ids of the directive of a plan and of those kept directives whose number stands in it."""
    printed = plain_text(planning.document(work, plan.id))
    found = [plan.directive] if plan.directive else []
    for row in reversed(directives.list_directives(work.store)):
        number = number_and_symbol(directives.incoming(work.store, row.id))
        if row.id != plan.directive and "/" in number and f"{number} " in printed:
            found.append(row.id)
    return found


def _results(work: Workspace, plan: Plan) -> list[FileItem]:
    received = received_files.of_plan(work.store, plan.id)
    known = units.by_ids(work.store, {one.unit for one in received})
    return [
        file_list.of_result(
            known[one.unit].name_on(one.received_on or work.today()), one.received_on, one.name
        )
        for one in received
    ]
