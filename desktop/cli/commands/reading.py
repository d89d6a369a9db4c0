"""`read`: what a directive says, in words or as the JSON object of the contract."""

import argparse

from desktop.cli.output import StderrProgress, print_json
from desktop.cli.reading_json import message_of, reading_to_json
from desktop.domain.directive import AskedTask, Reading
from desktop.services import directives

_BLANK = "(không có)"


def read(arguments: argparse.Namespace) -> None:
    """Read the file and print what was understood."""
    with StderrProgress() as progress:
        reading = directives.read(arguments.file, progress)
    if arguments.json:
        print_json(reading_to_json(reading))
    else:
        _print(reading)


def _print(reading: Reading) -> None:
    number = f"{reading.number or '……'}/{reading.symbol}" if reading.symbol else reading.number
    for label, value in (
        ("Loại", reading.kind),
        ("Số, ký hiệu", number),
        ("Cơ quan ban hành", reading.issuer),
        ("Cơ quan chủ quản", reading.superior),
        ("Nơi, ngày", _place_and_date(reading)),
        ("Trích yếu", reading.subject),
        ("Chủ đề", reading.theme),
        (
            "Người ký",
            " / ".join(filter(None, (reading.signer_authority, reading.signer_title, reading.signer_name))),
        ),
    ):
        print(f"{label + ':':<18} {value or _BLANK}")
    for label, values in (
        ("Căn cứ", reading.legal_bases),
        ("Kính gửi", reading.recipients_to),
        ("Nơi nhận", reading.recipients),
    ):
        print(f"{label}:" + ("" if values else f" {_BLANK}"))
        for value in values:
            print(f"  - {value}")
    _print_tasks(reading)
    for remark in reading.remarks:
        quote = f" (“{remark.quote}”)" if remark.quote else ""
        print(f"Lưu ý: {message_of(remark.code)}{quote}")


def _place_and_date(reading: Reading) -> str:
    day = f"{reading.date:%d/%m/%Y}" if reading.date else reading.date_partial
    return ", ".join(filter(None, (reading.place, day)))


def _print_tasks(reading: Reading) -> None:
    print(f"Nhiệm vụ: {len(reading.tasks)}")
    for position, task in enumerate(reading.tasks, 1):
        print(f"{position:>3}. {_who(task)}: {task.text}")
        if task.coordinating:
            print(f"     Phối hợp: {'; '.join(task.coordinating)}")
        if task.deadline:
            day = f" ({task.deadline.date:%d/%m/%Y})" if task.deadline.date else ""
            print(f"     Thời hạn: {task.deadline.text}{day}")
    order = reading.report
    if order.to:
        when = f", {order.deadline.text}" if order.deadline else ""
        print(f"Báo cáo về: {order.to}{when}")


def _who(task: AskedTask) -> str:
    return "; ".join(task.lead) or "(chưa rõ đơn vị)"
