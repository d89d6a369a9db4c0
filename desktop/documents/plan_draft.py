"""The first draft of a plan that answers a directive: a proposal in the usual outline (nd30.md §9), for the officer to correct.

Says nothing that the directive or the office has not said: what is not known is a blank of writing width.
"""

import datetime as dt
from collections.abc import Sequence

from desktop.documents.body import ASSIGNED_UNITS, Body, BodyBlock, TaskPlace
from desktop.documents.casing import issuer_name, sentence_case
from desktop.documents.model import Style, paragraph
from desktop.documents.office_parts import asked, file_copy, full_name, leaders, short_name, through
from desktop.documents.phrases import BLANK, cite, lower_first, sentence, short_date, upper_first
from desktop.documents.plan import PlannedTask
from desktop.domain.directive import Reading
from desktop.domain.office import Office


def subject_of(reading: Reading) -> str:
    """The trích yếu proposed: that of the directive, in running letters."""
    subject = sentence_case(reading.subject or "")
    return upper_first(subject) if subject else f"Triển khai thực hiện {BLANK}"


def draft_body(
    reading: Reading, tasks: Sequence[PlannedTask], office: Office, report_by: dt.date | None
) -> Body:
    """The body of a new plan from a directive. report_by: the day by which units are to report, a blank where not given."""
    subject = subject_of(reading)
    blocks: list[BodyBlock] = [*_bases(reading), _opening(reading, office, subject)]
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
    return (*([f"{above} (b/c)"] if above else []), leaders(office), ASSIGNED_UNITS, file_copy(office))


def _bases(reading: Reading) -> list[BodyBlock]:
    """Căn cứ are the bases of the directive; the directive itself is what the opening carries out."""
    last = len(reading.legal_bases) - 1
    return [
        paragraph(Style.BASIS, sentence(f"Căn cứ {text}", "." if i == last else ";"))
        for i, text in enumerate(reading.legal_bases)
    ]


def _opening(reading: Reading, office: Office, subject: str) -> BodyBlock:
    carried_out = f"Thực hiện {cite(reading)}, " if reading.subject or reading.number else ""
    text = f"{carried_out}{full_name(office)} ban hành Kế hoạch {lower_first(subject)}, cụ thể như sau:"
    return paragraph(Style.BODY, text)


def _purpose(reading: Reading, subject: str) -> list[BodyBlock]:
    about = lower_first(subject)
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
    kinds = {kind for planned in tasks for lead in planned.leads for kind in lead.kinds}
    us = short_name(office)
    when = short_date(report_by) if report_by else BLANK
    above = reading.report.to or issuer_name(reading.issuer)
    upward = f" để tổng hợp, báo cáo {above}" if above else " để tổng hợp"
    text = (
        f"{us} {asked(kinds, 'các cơ quan, đơn vị, địa phương có tên nêu trên')} nghiêm túc triển khai thực hiện Kế hoạch này; "
        f"báo cáo kết quả về {us}{through(office)} trước ngày {when}{upward}"
    )
    return paragraph(Style.BODY, sentence(text, "./."), source="report_order")
