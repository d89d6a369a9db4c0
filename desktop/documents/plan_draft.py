"""The first draft of a plan that answers a directive: a proposal in the usual outline (nd30.md §9), for the officer to correct.

Says nothing that the directive or the office has not said: what is not known is a blank of writing width.
"""

import datetime as dt
from collections.abc import Sequence

from desktop.documents.body import ASSIGNED_UNITS, Body, BodyBlock, TaskPlace
from desktop.documents.casing import issuer_name, sentence_case
from desktop.documents.model import Style, paragraph
from desktop.documents.phrases import BLANK, cite, join_and, sentence, short_date
from desktop.documents.plan import PlannedTask
from desktop.domain.directive import Reading
from desktop.domain.office import Office
from desktop.domain.unit import UnitKind
from desktop.domain.unit_kind import request_verb


def subject_of(reading: Reading) -> str:
    """The trích yếu proposed: that of the directive, in running letters."""
    subject = sentence_case(reading.subject or "")
    return subject[:1].upper() + subject[1:] if subject else f"Triển khai thực hiện {BLANK}"


def draft_body(
    reading: Reading, tasks: Sequence[PlannedTask], office: Office, report_by: dt.date | None
) -> Body:
    """The body of a new plan from a directive. report_by: the day by which units are to report, a blank where not given."""
    subject = subject_of(reading)
    blocks: list[BodyBlock] = [*_bases(reading), _opening(office, subject)]
    blocks += _purpose(reading, subject)
    blocks += _contents(reading)
    blocks += [
        paragraph(Style.SECTION, "KINH PHÍ THỰC HIỆN"),
        paragraph(
            Style.BODY,
            "Kinh phí thực hiện Kế hoạch được bố trí từ dự toán ngân sách đã giao cho các cơ quan, đơn vị và các "
            "nguồn kinh phí hợp pháp khác theo quy định.",
        ),
        paragraph(Style.SECTION, "TỔ CHỨC THỰC HIỆN"),
        TaskPlace(),
        _closing(reading, tasks, office, report_by),
    ]
    return Body(tuple(blocks), recipients=recipients(reading, office))


def recipients(reading: Reading, office: Office) -> tuple[str, ...]:
    """Nơi nhận proposed: who is reported to, the leaders, every unit with a task, the file copy."""
    above = issuer_name(reading.issuer)
    committee = office.short_name or "cơ quan"
    store = f"Lưu: VT, {office.drafting}" if office.drafting else "Lưu: VT"
    return (
        *([f"{above} (b/c)"] if above else []),
        f"CT, các PCT {committee}",
        ASSIGNED_UNITS,
        store,
    )


def _bases(reading: Reading) -> list[BodyBlock]:
    named = [cite(reading)] if reading.subject or reading.number else []
    every = [*named, *reading.legal_bases] if named else list(reading.legal_bases)
    last = len(every) - 1
    return [
        paragraph(Style.BASIS, sentence(f"Căn cứ {text}", "." if i == last else ";"))
        for i, text in enumerate(every)
    ]


def _opening(office: Office, subject: str) -> BodyBlock:
    name = office.name or f"Ủy ban nhân dân {BLANK}"
    return paragraph(
        Style.BODY, f"{name} ban hành Kế hoạch {subject[:1].lower() + subject[1:]}, cụ thể như sau:"
    )


def _purpose(reading: Reading, subject: str) -> list[BodyBlock]:
    about = subject[:1].lower() + subject[1:]
    source = (
        f" theo {reading.kind} của {issuer_name(reading.issuer)}" if reading.kind and reading.issuer else ""
    )
    return [
        paragraph(Style.SECTION, "MỤC ĐÍCH, YÊU CẦU"),
        paragraph(Style.CLAUSE, "Mục đích"),
        paragraph(
            Style.BODY, f"Triển khai kịp thời, đầy đủ các nội dung về việc {about}{source} trên địa bàn."
        ),
        paragraph(Style.CLAUSE, "Yêu cầu"),
        paragraph(
            Style.BODY,
            "Xác định rõ nội dung công việc, thời hạn, đơn vị chủ trì và đơn vị phối hợp; tổ chức thực hiện thiết thực, "
            "tiết kiệm, hiệu quả, phù hợp với điều kiện của từng cơ quan, đơn vị.",
        ),
    ]


def _contents(reading: Reading) -> list[BodyBlock]:
    out: list[BodyBlock] = [paragraph(Style.SECTION, "NỘI DUNG")]
    if reading.theme:
        out += [paragraph(Style.CLAUSE, "Chủ đề"), paragraph(Style.BODY, f"“{reading.theme}”.")]
        out.append(paragraph(Style.CLAUSE, "Nhiệm vụ"))
    out.append(
        paragraph(
            Style.BODY,
            "Các nhiệm vụ, đơn vị thực hiện và thời hạn được giao cụ thể tại phần Tổ chức thực hiện của Kế hoạch này.",
        )
    )
    return out


def _closing(
    reading: Reading, tasks: Sequence[PlannedTask], office: Office, report_by: dt.date | None
) -> BodyBlock:
    kinds = {lead.kind for planned in tasks for lead in planned.leads if lead.kind is not None}
    us = office.short_name or f"UBND {BLANK}"
    asked = ["yêu cầu các cơ quan, đơn vị, địa phương có tên nêu trên"]
    polite = _polite(kinds)
    if polite:
        asked.insert(0, f"đề nghị {polite}")
    through = f" (qua {office.collector})" if office.collector else ""
    when = short_date(report_by) if report_by else BLANK
    above = reading.report.to or issuer_name(reading.issuer)
    upward = f" để tổng hợp, báo cáo {above}" if above else " để tổng hợp"
    text = (
        f"{us} {', '.join(asked)} nghiêm túc triển khai thực hiện Kế hoạch này; báo cáo kết quả về {us}{through} "
        f"trước ngày {when}{upward}"
    )
    return paragraph(Style.BODY, sentence(text, "./."), source="report_order")


def _polite(kinds: set[UnitKind]) -> str:
    names = {
        UnitKind.FRONT: "Ủy ban MTTQ Việt Nam",
        UnitKind.MASS: "các tổ chức đoàn thể",
        UnitKind.PARTY: "các cơ quan Đảng",
    }
    return join_and(
        [words for kind, words in names.items() if kind in kinds and request_verb(kind) == "đề nghị"]
    )
