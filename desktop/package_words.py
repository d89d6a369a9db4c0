"""What packages and filled forms would change, in Vietnamese words shared by the window and the command line. Reads nothing."""

import datetime as dt
from decimal import Decimal

from desktop.documents.result_form import STATUS_WORDS
from desktop.domain.assignment import Status
from desktop.domain.merging import Field, Said, value_of
from desktop.domain.package import PackageKind
from desktop.domain.result import Result
from desktop.services.arrivals import Arrival, Change, Clash, Verdict

KINDS: dict[PackageKind | None, str] = {
    PackageKind.WORK: "Giao việc",
    PackageKind.REPLY: "Kết quả",
    PackageKind.RECEIPT: "Biên nhận",
    PackageKind.HANDOVER: "Bàn giao",
    None: "Biểu Excel",
}
VERDICTS = {
    Verdict.NEWS: "Có nội dung mới",
    Verdict.SAME: "Không có gì mới",
    Verdict.OLDER: "Cũ hơn gói đã nhận",
    Verdict.REFUSED: "Không nhận được",
}
FIELDS = {
    Field.STATUS: "Tình trạng",
    Field.TEXT: "Kết quả thực hiện",
    Field.REASON: "Lý do chậm",
    Field.PROPOSAL: "Kiến nghị, đề xuất",
    Field.VALUE: "Số liệu",
    "due": "Thời hạn",
    "task": "Nhiệm vụ",
    "deadline": "Thời hạn ghi trong kế hoạch",
    "deliverable": "Sản phẩm",
    "indicators": "Chỉ tiêu",
    "checklist": "Việc cần làm",
    "field": "Lĩnh vực",
    "subject": "Trích yếu",
    "number": "Số",
    "symbol": "Ký hiệu",
    "date": "Ngày ban hành",
    "theme": "Chủ đề",
}
NOTHING = "(trống)"


def kind_of(arrival: Arrival) -> str:
    """What the file is: "Kết quả", "Biểu Excel"; "Gói" where it could not be opened."""
    if arrival.kind is None and arrival.form is None and arrival.manifest is None:
        return "Gói"
    return KINDS[arrival.kind]


def field_of(field: str, indicator: str = "") -> str:
    """The name of a field; of a number that is reported, its own."""
    return indicator or FIELDS[field]


def shown(value: object) -> str:
    """A value as papers write it: a day dd/mm/yyyy, a number with a decimal comma, a status with the day on which it was done."""
    if isinstance(value, tuple):
        status, day = value
        return f"{STATUS_WORDS[status]} ngày {day:%d/%m/%Y}" if day else STATUS_WORDS[status]
    if isinstance(value, Status):
        return STATUS_WORDS[value]
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    return NOTHING if value in (None, "") else str(value)


def change(one: Change) -> str:
    """ "Tình trạng: Đang thực hiện → Hoàn thành ngày 24/03/2026"."""
    return f"{field_of(one.field, one.indicator)}: {shown(one.old)} → {shown(one.new)}"


def side_value(clash: Clash, side: Result) -> Said:
    """What one side says of the field in conflict."""
    return value_of(side, clash.field, clash.indicator)
