"""The paper of a plan as the workspace keeps it: blocks, and the place where its tasks are written. Text in, text out; no files.

The section "Tổ chức thực hiện" is never stored as words: `TaskPlace` stands where it goes, and it is written from the tasks each
time (product rule 2: what is printed is what is tracked).
"""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from desktop.documents.model import Align, Column, Paragraph, Run, Style, Table
from desktop.domain.office import Signer
from desktop.errors import DataError

VERSION = 1

ASSIGNED_UNITS = "(các đơn vị được giao nhiệm vụ)"
"""Stands in Nơi nhận for every unit that leads a task, so that the list follows the tasks."""


@dataclass(frozen=True, slots=True)
class TaskPlace:
    """Where the tasks are written."""


BodyBlock = Paragraph | Table | TaskPlace


@dataclass(frozen=True, slots=True)
class Body:
    """All that a person writes on a plan.

    recipients: Nơi nhận, `ASSIGNED_UNITS` among them; addressees: Kính gửi (of a letter); signer: who is to sign; tasks_in_table: the
    tasks stand in the table of an appendix, and where their place is only a sentence that points there.
    """

    blocks: tuple[BodyBlock, ...]
    recipients: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    signer: Signer = field(default_factory=lambda: Signer(()))
    tasks_in_table: bool = False


def to_json(body: Body) -> str:
    """The body as one JSON text, keys in a fixed order."""
    kept = {
        "version": VERSION,
        "blocks": [_plain(block) for block in body.blocks],
        "recipients": body.recipients,
        "addressees": body.addressees,
        "signer": asdict(body.signer),
        **({"tasks_in_table": True} if body.tasks_in_table else {}),
    }
    return json.dumps(kept, ensure_ascii=False)


def from_json(text: str) -> Body:
    """The body kept by `to_json`. Raises `DataError` where the text is not one."""
    try:
        kept = json.loads(text)
        if kept["version"] != VERSION:
            raise DataError(f"body version {kept['version']}")
        return Body(
            tuple(_block(item) for item in kept["blocks"]),
            tuple(kept["recipients"]),
            tuple(kept["addressees"]),
            Signer(tuple(kept["signer"]["lines"]), kept["signer"]["name"]),
            bool(kept.get("tasks_in_table", False)),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"body: {error}") from error


def _plain(block: BodyBlock) -> dict[str, Any]:
    if isinstance(block, TaskPlace):
        return {"type": "tasks"}
    if isinstance(block, Table):
        return {"type": "table", **asdict(block), "groups": sorted(block.groups)}
    runs = [[run.text, int(run.bold), int(run.italic)] for run in block.runs]
    return {"type": "paragraph", "style": block.style.value, "runs": runs, "source": block.source}


def _block(item: dict[str, Any]) -> BodyBlock:
    if item["type"] == "tasks":
        return TaskPlace()
    if item["type"] == "table":
        columns = tuple(Column(tuple(c["titles"]), c["width"], Align(c["align"])) for c in item["columns"])
        rows = tuple(tuple(row) for row in item["rows"])
        return Table(columns, rows, frozenset(item["groups"]), item["total"], item["caption"])
    runs = tuple(Run(text, bool(bold), bool(italic)) for text, bold, italic in item["runs"])
    return Paragraph(Style(item["style"]), runs, item["source"])
