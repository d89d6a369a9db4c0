"""`plans fields`: the field of work of each task, by which reports may be arranged."""

import argparse

from desktop.cli.output import print_table
from desktop.documents.phrases import in_cell
from desktop.errors import NotFound
from desktop.services import task_fields
from desktop.services.workspace import Workspace


def plans_fields(arguments: argparse.Namespace) -> None:
    """Say the field of some tasks or of all, by their numbers in the plan; print what every task has."""
    with Workspace.open(arguments.home) as work:
        tasks = task_fields.of_plan(work, arguments.plan)
        if arguments.field is not None:
            chosen = arguments.tasks or range(1, len(tasks) + 1)
            for number in chosen:
                if not 1 <= number <= len(tasks):
                    raise NotFound("task", number)
            task_fields.tell(work, [tasks[number - 1].id for number in chosen], arguments.field)
            tasks = task_fields.of_plan(work, arguments.plan)
    rows = [(str(n), task.field, in_cell(task.text)) for n, task in enumerate(tasks, 1)]
    print_table(("Số", "Lĩnh vực", "Nhiệm vụ"), rows)
