"""`plans new --from-plan`: next year's plan from last year's, with all that changed and all that is left. Words of the lists are here."""

import argparse
from collections.abc import Sequence
from typing import Any

from desktop.cli.output import print_json
from desktop.documents.cloned_body import Part, Place
from desktop.domain.cloning import Change, Left
from desktop.domain.plan import Plan
from desktop.services import next_year
from desktop.services.next_year import Changed, ClonePreview, StillOld
from desktop.services.workspace import Workspace

_PARTS = {
    Part.SUBJECT: "Trích yếu",
    Part.THEME: "Chủ đề",
    Part.BODY: "Đoạn {at}",
    Part.ADDRESSEE: "Kính gửi, dòng {at}",
    Part.RECIPIENT: "Nơi nhận, dòng {at}",
    Part.SIGNER: "Người ký",
    Part.TASK: "Nhiệm vụ {at}",
    Part.DIRECTIVE: "Văn bản chỉ đạo",
}
_CHANGES = {
    Change.YEAR: "năm",
    Change.DATE: "ngày",
    Change.WORKING_DAY: "ngày, đã dời khỏi ngày nghỉ",
    Change.LUNAR_DATE: "ngày theo âm lịch",
    Change.WEEKDAY: "thứ",
    Change.ORDINAL: "lần thứ",
    Change.ANNIVERSARY: "số năm kỷ niệm",
    Change.SEASON: "năm học, mùa vụ",
    Change.LUNAR_YEAR: "năm âm lịch",
    Change.BASIS: "văn bản phải thay",
    Change.NAME: "tên đơn vị",
    Change.DEADLINE: "thời hạn",
    Change.UNIT: "đơn vị",
    Change.SIGNER: "người ký",
    Change.DIRECTIVE: "bỏ liên kết",
}
_LEFT = {
    Left.BASIS: "văn bản của năm cũ, cần thay",
    Left.OTHER_YEAR: "năm khác",
    Left.RANGE: "giai đoạn đã hết",
    Left.AIM: "mục tiêu đến năm cũ",
    Left.ORDINAL: "lần thứ chưa tính được",
    Left.WEEKDAY: "thứ không khớp ngày",
    Left.NO_SUCH_DAY: "không có ngày này",
    Left.LUNAR_DATE: "ngày âm lịch không khớp",
    Left.LUNAR_MONTH: "tháng của ngày lễ âm lịch đã khác",
    Left.NUMBER: "là năm hay số lượng",
    Left.FIGURE: "số liệu",
    Left.PERSON: "tên người",
    Left.THEME: "chủ đề của năm cũ",
    Left.PAST: "thời hạn đã qua",
    Left.DAY_OFF: "rơi vào ngày nghỉ",
    Left.ORDER: "thời hạn đổi thứ tự trước sau",
    Left.UNIT: "không có trong danh sách đơn vị hiện nay",
    Left.GROUP: "nhóm hiện không có đơn vị nào",
}


def plans_new(arguments: argparse.Namespace) -> None:
    """The draft of another year from a plan; prints both lists."""
    with Workspace.open(arguments.home) as work:
        plan, seen = next_year.new_from_plan(work, arguments.from_plan, arguments.year)
    if arguments.json:
        print_json(_json(plan, seen))
        return
    print(
        f"Đã lập dự thảo kế hoạch {plan.id} cho năm {plan.year}: {plan.subject} ({len(seen.tasks)} nhiệm vụ)."
    )
    _print("Đã thay đổi", [_changed_line(one) for one in seen.changed])
    _print("Còn mang giá trị của năm cũ, cần xem lại", [_left_line(one) for one in seen.leftover])
    print(f"Soát lỗi trước khi trình ký: sokehoach plans proofread {plan.id}")


def _print(title: str, lines: Sequence[str]) -> None:
    if lines:
        print(f"{title} ({len(lines)}):")
        for line in lines:
            print(f"  - {line}")


def where(place: Place) -> str:
    """The place in words: "Nhiệm vụ 2"."""
    return _PARTS[place.part].format(at=place.at + 1)


def _changed_line(one: Changed) -> str:
    new = f"“{one.new}”" if one.new else "(trống)"
    counts = f"; ngày cuối cùng được tính: {one.counts:%d/%m/%Y}" if one.counts else ""
    return f"{where(one.place)}, {_CHANGES[one.code]}: “{one.old}” → {new}{counts}"


def _left_line(one: StillOld) -> str:
    sentence = f" trong “{one.sentence}”" if one.sentence and one.sentence != one.words else ""
    return f"{where(one.place)}, {_LEFT[one.code]}: “{one.words}”{sentence}"


def _json(plan: Plan, seen: ClonePreview) -> dict[str, Any]:
    return {
        "id": plan.id,
        "subject": plan.subject,
        "year": plan.year,
        "from_plan": seen.source,
        "tasks": len(seen.tasks),
        "changed": [
            {
                "where": where(one.place), "code": one.code.value, "old": one.old, "new": one.new,
                "sentence": one.sentence, "counts": one.counts.isoformat() if one.counts else None,
            }
            for one in seen.changed
        ],
        "leftover": [
            {"where": where(one.place), "code": one.code.value, "value": one.words, "sentence": one.sentence}
            for one in seen.leftover
        ],
    }  # fmt: skip
