"""A reading as the JSON object of `read --json` (cli.md), with the Vietnamese sentences of its findings. Reads no files."""

import re
from typing import Any

from desktop.documents.phrases import upper_first
from desktop.domain.deadline import Deadline
from desktop.domain.directive import AskedTask, Reading, Remark
from desktop.problem_words import WORDS

MESSAGES = {
    "signed_but_no_number": "Văn bản đã có ngày và người ký nhưng phần số còn để trống.",
    "no_tasks": "Chưa đọc được nhiệm vụ nào trong văn bản; hãy xem lại và nhập tay.",
    "deadline_before_document": "Thời hạn nằm trước ngày của văn bản; hãy kiểm tra lại.",
    "deadline_without_day": "Thời hạn không nêu ngày cụ thể; giữ nguyên lời văn để bổ sung.",
    "report_before_document": "Hạn báo cáo nằm trước ngày của văn bản; hãy kiểm tra lại.",
}

_RULE = re.compile(r"daily|monthly:\d{1,2}|yearly:\d\d-\d\d(?:,\d\d-\d\d)*")
"""Rules that cli.md knows: those that name their days."""


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """The object of cli.md, "read --json": absent values are None or [], dates are ISO text."""
    report = reading.report
    return {
        "kind": reading.kind,
        "number": reading.number,
        "symbol": reading.symbol,
        "issuer": reading.issuer,
        "superior": reading.superior,
        "place": reading.place,
        "date": reading.date.isoformat() if reading.date else None,
        "date_partial": reading.date_partial,
        "subject": reading.subject,
        "theme": reading.theme,
        "legal_bases": list(reading.legal_bases),
        "recipients_to": list(reading.recipients_to),
        "tasks": [_task(task) for task in reading.tasks],
        "report_to": report.to,
        "report_via": report.via,
        "report_by": list(report.by),
        "report_deadline": _day(report.deadline),
        "report_deadline_text": report.deadline.text if report.deadline else None,
        "recipients": list(reading.recipients),
        "signer_authority": reading.signer_authority,
        "signer_title": reading.signer_title,
        "signer_name": reading.signer_name,
        "findings": [_finding(remark) for remark in reading.remarks],
    }


def _task(task: AskedTask) -> dict[str, Any]:
    deadline = task.deadline
    recurrence = _recurrence(deadline)
    is_certain = recurrence is not None or _day(deadline) is not None
    return {
        "lead": list(task.lead),
        "coordinating": list(task.coordinating),
        "text": task.text,
        "lead_inherited": task.lead_inherited,
        "deadline": _day(deadline),
        "deadline_op": deadline.operator.value if deadline and deadline.operator and is_certain else None,
        "deadline_text": deadline.text if deadline else None,
        "recurrence": recurrence,
        "is_report": task.is_report,
    }


def _day(deadline: Deadline | None) -> str | None:
    return deadline.date.isoformat() if deadline and deadline.date else None


def _recurrence(deadline: Deadline | None) -> str | None:
    """The rule when it names its days; of "hằng tháng", "hằng quý" only the words are told."""
    rule = deadline.recurrence if deadline else None
    return rule if rule and _RULE.fullmatch(rule) else None


def _finding(remark: Remark) -> dict[str, Any]:
    severity, quote = remark.severity.value, remark.quote
    return {"code": remark.code, "severity": severity, "message": message_of(remark.code), "quote": quote}


def message_of(code: str) -> str:
    """The sentence of a finding, or of something that the reader of the file had to tell."""
    return MESSAGES.get(code) or f"{upper_first(WORDS[code])}."
