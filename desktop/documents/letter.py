"""The công văn that sends a plan to the units with the tasks each has. Builds, writes no file."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents.model import Align, Appendix, Column, Document, DocumentKind, Style, Table, paragraph
from desktop.documents.phrases import BLANK, count, document_name, sentence, short_date
from desktop.documents.plan import head, signature
from desktop.domain.deadline import Deadline
from desktop.domain.numbering import letter_symbol
from desktop.domain.office import Office, Signer
from desktop.domain.plan import Plan
from desktop.domain.unit import UnitKind
from desktop.domain.unit_kind import request_verb


@dataclass(frozen=True, slots=True)
class UnitTasks:
    """What one unit has to do. tasks: (text, deadline, leading); name: on the plan's day."""

    name: str
    kind: UnitKind
    tasks: tuple[tuple[str, Deadline | None], ...]


def build(
    plan: Plan, addressees: Sequence[str], units: Sequence[UnitTasks], office: Office, year: int
) -> Document:
    """The sending letter, number and day blank: văn thư gives them after signing. Its appendix lists every unit with its tasks.

    addressees: the leads as the plan names them ("Các thôn"), since a list of all units would fill the page.
    """
    us = office.name or f"Ủy ban nhân dân {BLANK}"
    name = document_name("Kế hoạch", plan.number, plan.symbol, plan.date)
    through = f" (qua {office.collector})" if office.collector else ""
    short = office.short_name or us
    blocks = (
        paragraph(
            Style.BODY,
            f"{us} ban hành {name} về việc {plan.subject[:1].lower() + plan.subject[1:]} (gửi kèm). "
            "Để Kế hoạch được triển khai đồng bộ, đúng tiến độ, " + _asking(short, units),
        ),
        paragraph(
            Style.NUMBERED,
            "Căn cứ nhiệm vụ được giao tại Kế hoạch và Phụ lục kèm theo Công văn này, chủ động tổ chức thực hiện bảo đảm "
            "chất lượng và thời hạn.",
        ),
        paragraph(
            Style.NUMBERED,
            f"Báo cáo kết quả thực hiện theo biểu mẫu gửi kèm về {short}{through} đúng thời hạn quy định tại Kế hoạch.",
        ),
        paragraph(
            Style.NUMBERED,
            f"Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, kịp thời phản ánh về {short}{through} để xem xét, giải quyết.",
        ),
        paragraph(Style.BODY, sentence("Đề nghị các cơ quan, đơn vị quan tâm triển khai thực hiện", "./.")),
    )
    return Document(
        kind=DocumentKind.LETTER,
        head=head(office, letter_symbol(office.symbol, office.drafting), None, None, year),
        subject=f"triển khai thực hiện {name}"
        if plan.number
        else f"triển khai thực hiện Kế hoạch {plan.subject}",
        addressees=tuple(addressees),
        blocks=blocks,
        recipients=("Như trên", *_copies(office)),
        signature=signature(Signer(()), office),
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
        rows.append((f"{', '.join(names)} ({count(len(wanted), 'nhiệm vụ')})", "", ""))
        rows += [(str(i), text, deadline_words(deadline)) for i, (text, deadline) in enumerate(wanted, 1)]
    columns = (
        Column(("STT",), 1, Align.CENTRE),
        Column(("Nội dung nhiệm vụ",), 9),
        Column(("Thời hạn",), 4),
    )
    return Appendix("NHIỆM VỤ CỦA TỪNG CƠ QUAN, ĐƠN VỊ", (Table(columns, tuple(rows), frozenset(groups)),))


def _asking(short: str, units: Sequence[UnitTasks]) -> str:
    """Both verbs where both kinds of units are addressed (product rule 11)."""
    verbs = {request_verb(unit.kind) for unit in units}
    polite = "đề nghị" in verbs
    strict = bool(verbs - {"đề nghị"})
    if polite and strict:
        return f"{short} đề nghị Ủy ban MTTQ Việt Nam, các tổ chức đoàn thể và yêu cầu các cơ quan, đơn vị, địa phương:"
    return f"{short} {'đề nghị' if polite else 'yêu cầu'} các cơ quan, đơn vị:"


def _copies(office: Office) -> tuple[str, ...]:
    leaders = f"CT, các PCT {office.short_name}" if office.short_name else "Lãnh đạo cơ quan (b/c)"
    return (leaders, f"Lưu: VT, {office.drafting}" if office.drafting else "Lưu: VT")


def deadline_words(deadline: Deadline | None) -> str:
    """A deadline for a table cell: its words, or its date where the words are bare."""
    if deadline is None:
        return ""
    return deadline.text or (short_date(deadline.date) if deadline.date else "")
