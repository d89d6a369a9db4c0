"""Phiếu giao nhiệm vụ: what one unit has to do under a plan, with room for its receipt. Builds, writes no file."""

from collections.abc import Sequence

from desktop.documents.letter import UnitTasks, deadline_words
from desktop.documents.model import Align, Column, Document, DocumentKind, Style, Table, paragraph
from desktop.documents.office_parts import file_copy, head, short_name, signature, through
from desktop.documents.phrases import count, in_cell, in_text, named_plan, plan_name, sentence
from desktop.domain.numbering import symbol
from desktop.domain.office import Office
from desktop.domain.plan import Plan
from desktop.domain.unit_kind import order_verb

KIND = "Phiếu giao nhiệm vụ"
RECEIPTS = "DANH SÁCH KÝ NHẬN PHIẾU GIAO NHIỆM VỤ"


def build(plan: Plan, unit: UnitTasks, office: Office, year: int) -> Document:
    """The slip of one unit. Its number is a blank: the plan's own is named in its text, and an office that numbers its slips, which
    the decree does not ask for, writes it in."""
    us = short_name(office)
    closing = (
        f"Kết quả thực hiện ghi theo biểu mẫu kèm theo và gửi về {us}{through(office)} đúng thời hạn nêu trên. Trong quá trình "
        f"thực hiện, nếu có khó khăn, vướng mắc, {in_text(unit.name)} kịp thời phản ánh để được xem xét, giải quyết"
    )
    blocks = (
        paragraph(
            Style.BODY,
            f"Thực hiện {named_plan(plan)}, {us} {order_verb(unit.kind)} {in_text(unit.name)} "
            f"thực hiện {count(len(unit.tasks), 'nhiệm vụ')} sau:",
        ),
        _table(unit),
        paragraph(Style.BODY, sentence(closing, "./.")),
        _RECEIPT,
    )
    return Document(
        kind=DocumentKind.SLIP,
        head=head(office, symbol(KIND, office.symbol), year, date=plan.date),
        title=KIND.upper(),
        subject=f"Thực hiện {plan_name(plan)}",
        blocks=blocks,
        recipients=(unit.name, file_copy(office)),
        signature=signature(office),
    )


# Signed by the unit when it takes the slip; the empty lines are room for a signature.
_RECEIPT = Table(
    (Column(("Người nhận (ký, ghi rõ họ tên)",), 6), Column(("Chức vụ",), 4), Column(("Ngày nhận",), 3)),
    (("\n\n\n", "", ""),),
    caption="Ký nhận",
)


def receipts(units: Sequence[UnitTasks]) -> Table:
    """The list on which units sign for their slips when they come to the office one after the other."""
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Đơn vị",), 6),
        Column(("Số nhiệm vụ",), 1.6, Align.CENTRE),
        Column(("Người nhận (ghi rõ họ tên)",), 4),
        Column(("Chức vụ",), 2.6),
        Column(("Ngày nhận",), 2.2),
        Column(("Ký nhận",), 2.6),
    )
    rows = ((str(n), one.name, str(len(one.tasks)), "", "", "", "") for n, one in enumerate(units, 1))
    return Table(columns, tuple(rows))


def _table(unit: UnitTasks) -> Table:
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Nội dung nhiệm vụ",), 9),
        Column(("Thời hạn",), 4),
    )
    rows = [
        (str(i), in_cell(text), deadline_words(deadline)) for i, (text, deadline) in enumerate(unit.tasks, 1)
    ]
    return Table(columns, tuple(rows))
