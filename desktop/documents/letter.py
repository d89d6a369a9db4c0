"""The công văn that sends a plan to the units with the tasks each has. Builds, writes no file."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents.model import Align, Appendix, Column, Document, DocumentKind, Style, Table, paragraph
from desktop.documents.office_parts import (
    addressees,
    asked,
    file_copy,
    full_name,
    head,
    leaders,
    short_name,
    signature,
    through,
)
from desktop.documents.phrases import (
    count,
    in_cell,
    many_in_cell,
    named_plan,
    plan_name,
    sentence,
    short_date,
    upper_first,
)
from desktop.domain.deadline import Deadline
from desktop.domain.numbering import letter_symbol
from desktop.domain.office import Office
from desktop.domain.plan import Plan
from desktop.domain.unit import UnitKind


@dataclass(frozen=True, slots=True)
class UnitTasks:
    """What one unit has to do. tasks: (text, deadline); name: on the plan's day."""

    name: str
    kind: UnitKind
    tasks: tuple[tuple[str, Deadline | None], ...]


def build(
    plan: Plan, leads: Sequence[str], units: Sequence[UnitTasks], office: Office, year: int
) -> Document:
    """The sending letter, number and day blank: văn thư gives them after signing. Its appendix lists every unit with its tasks.

    leads: as the plan names them ("Các thôn"), since a list of all units would fill the page.
    """
    us = f"{short_name(office)}{through(office)}"
    kinds = {unit.kind for unit in units}
    blocks = (
        paragraph(
            Style.BODY,
            f"{full_name(office)} ban hành {named_plan(plan)} (gửi kèm). Để Kế hoạch được triển khai đồng bộ, đúng tiến độ, "
            f"{short_name(office)} {asked(kinds, 'các cơ quan, đơn vị, địa phương')}:",
        ),
        paragraph(
            Style.NUMBERED,
            "Căn cứ nhiệm vụ được giao tại Kế hoạch và Phụ lục kèm theo Công văn này, chủ động tổ chức thực hiện bảo đảm "
            "chất lượng và thời hạn.",
        ),
        paragraph(
            Style.NUMBERED,
            f"Báo cáo kết quả thực hiện theo biểu mẫu gửi kèm về {us} đúng thời hạn quy định tại Kế hoạch.",
        ),
        paragraph(
            Style.NUMBERED,
            f"Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, kịp thời phản ánh về {us} để xem xét, giải quyết.",
        ),
        paragraph(Style.BODY, sentence("Đề nghị các cơ quan, đơn vị quan tâm triển khai thực hiện", "./.")),
    )
    return Document(
        kind=DocumentKind.LETTER,
        head=head(office, letter_symbol(office.symbol, office.drafting), year),
        subject=f"triển khai thực hiện {plan_name(plan)}",
        addressees=addressees(leads),
        blocks=blocks,
        recipients=("Như trên", leaders(office), file_copy(office)),
        signature=signature(office),
        appendices=(task_appendix(units),),
    )


def task_appendix(units: Sequence[UnitTasks]) -> Appendix:
    """The table of who does what: STT, task, deadline; one bold row for all units that have the same tasks."""
    alike: dict[tuple[tuple[str, Deadline | None], ...], list[str]] = {}
    for unit in units:
        alike.setdefault(unit.tasks, []).append(unit.name)
    rows: list[tuple[str, ...]] = []
    groups = set()
    for wanted, names in alike.items():
        groups.add(len(rows))
        rows.append((f"{many_in_cell(names)} ({count(len(wanted), 'nhiệm vụ')})", "", ""))
        rows += [
            (str(i), in_cell(text), deadline_words(deadline)) for i, (text, deadline) in enumerate(wanted, 1)
        ]
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Nội dung nhiệm vụ",), 9),
        Column(("Thời hạn",), 4),
    )
    return Appendix("NHIỆM VỤ CỦA TỪNG CƠ QUAN, ĐƠN VỊ", (Table(columns, tuple(rows), frozenset(groups)),))


def deadline_words(deadline: Deadline | None) -> str:
    """A deadline for a table cell: its words with a capital first, or its date where the words are bare."""
    if deadline is None:
        return ""
    return upper_first(deadline.text) or (short_date(deadline.date) if deadline.date else "")
