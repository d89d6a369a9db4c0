"""Phiếu giao nhiệm vụ: what one unit has to do under a plan, with room for its receipt. Builds, writes no file."""

from desktop.documents.letter import UnitTasks, deadline_words
from desktop.documents.model import Align, Column, Document, DocumentKind, Style, Table, paragraph
from desktop.documents.phrases import BLANK, count, document_name, sentence
from desktop.documents.plan import head, signature
from desktop.domain.office import Office, Signer
from desktop.domain.plan import Plan
from desktop.domain.unit_kind import request_verb


def build(plan: Plan, unit: UnitTasks, office: Office, year: int) -> Document:
    """The slip of one unit. It goes under the plan's own number, so it has none of its own."""
    us = office.short_name or office.name or f"UBND {BLANK}"
    through = f" (qua {office.collector})" if office.collector else ""
    name = document_name("Kế hoạch", plan.number, plan.symbol, plan.date)
    verb = request_verb(unit.kind)
    asked = f"đề nghị {unit.name}" if verb == "đề nghị" else f"giao {unit.name}"
    blocks = (
        paragraph(
            Style.BODY,
            f"Thực hiện {name} về việc {plan.subject[:1].lower() + plan.subject[1:]}, {us} {asked} "
            f"thực hiện {count(len(unit.tasks), 'nhiệm vụ')} sau:",
        ),
        _table(unit),
        paragraph(
            Style.BODY,
            sentence(
                f"Kết quả thực hiện ghi theo biểu mẫu kèm theo và gửi về {us}{through} đúng thời hạn nêu trên",
                "./.",
            ),
        ),
        _RECEIPT,
    )
    return Document(
        kind=DocumentKind.SLIP,
        head=head(office, "", None, plan, year),
        title="PHIẾU GIAO NHIỆM VỤ",
        subject=f"Thực hiện {name}",
        blocks=blocks,
        recipients=(unit.name, f"Lưu: VT, {office.drafting}" if office.drafting else "Lưu: VT"),
        signature=signature(Signer(()), office),
    )


# Signed by the unit when it takes the slip; two empty lines are room for a signature.
_RECEIPT = Table(
    (Column(("Người nhận (ký, ghi rõ họ tên)",), 6), Column(("Chức vụ",), 4), Column(("Ngày nhận",), 3)),
    (("\n\n", "", ""),),
)


def _table(unit: UnitTasks) -> Table:
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Nội dung nhiệm vụ",), 9),
        Column(("Thời hạn",), 4),
    )
    rows = [(str(i), text, deadline_words(deadline)) for i, (text, deadline) in enumerate(unit.tasks, 1)]
    return Table(columns, tuple(rows))
