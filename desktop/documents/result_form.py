"""The workbook on which a unit without the program reports: what it holds and where each thing stands. Reads and writes no file.

`writers.result_form` makes it and `readers.result_form` takes it back; both follow the places named here.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.assignment import Status
from desktop.domain.draft import Problem

VERSION = 1
SHEET = "Kết quả"
HIDDEN_SHEET = "_skh"
MARK = "so-ke-hoach/bieu-ket-qua"

STATUS_WORDS = {
    Status.NOT_STARTED: "Chưa thực hiện",
    Status.IN_PROGRESS: "Đang thực hiện",
    Status.DONE: "Hoàn thành",
    Status.NOT_APPLICABLE: "Không áp dụng",
}

TASK_TITLES = (
    "STT",
    "Nhiệm vụ",
    "Thời hạn",
    "Tình trạng",
    "Ngày hoàn thành",
    "Kết quả thực hiện",
    "Lý do chậm (nếu có)",
    "",
    "Kiến nghị, đề xuất (nếu có)",
)
INDICATOR_TITLES = ("STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu")
STATUS, DONE_ON, TEXT, REASON, VALUE = "D", "E", "F", "G", "D"
UID = "H"
"""The hidden column with the uid of the task or indicator of each row."""
PROPOSAL = "I"
"""Behind the hidden one: forms made before it was asked for are laid out alike and lack it."""


@dataclass(frozen=True, slots=True)
class FormTask:
    """One task as printed on the form. deadline: its words."""

    uid: str
    text: str
    deadline: str


@dataclass(frozen=True, slots=True)
class FormIndicator:
    """One number asked for."""

    uid: str
    name: str
    unit_of_measure: str


@dataclass(frozen=True, slots=True)
class ResultForm:
    """The form of one unit. plan_name: "Kế hoạch số 12/KH-UBND ngày ..."; office: who it goes back to."""

    plan_uid: str
    unit_uid: str
    office: str
    plan_name: str
    subject: str
    unit: str
    tasks: tuple[FormTask, ...]
    indicators: tuple[FormIndicator, ...] = ()


@dataclass(frozen=True, slots=True)
class FilledTask:
    """What the unit wrote on one task. row: of the workbook, 1-based; proposal: None on a form that did not ask for it."""

    uid: str
    row: int
    status: Status
    done_on: dt.date | None = None
    text: str = ""
    reason: str = ""
    proposal: str | None = ""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form that came back. tasks: only the rows on which something was written; values: indicator uid -> number."""

    plan_uid: str
    unit_uid: str
    version: int
    tasks: tuple[FilledTask, ...]
    values: tuple[tuple[str, Decimal], ...] = ()
    problems: tuple[Problem, ...] = ()
