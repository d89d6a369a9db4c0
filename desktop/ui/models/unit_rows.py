"""How units stand in the list: columns, filter, names of their kinds. No service, no widget."""

from dataclasses import dataclass

from desktop.domain.assignment import Standing
from desktop.domain.unit import UnitKind
from desktop.domain.vietnamese import fold
from desktop.services.unit_views import UnitLine
from desktop.ui import text
from desktop.ui.models.rows import Column

KINDS = {
    UnitKind.DEPARTMENT: "Phòng, ban",
    UnitKind.COMMUNE: "UBND xã, phường",
    UnitKind.VILLAGE: "Thôn, tổ dân phố",
    UnitKind.SCHOOL: "Trường học",
    UnitKind.HEALTH: "Y tế",
    UnitKind.SECURITY: "Công an, quân sự",
    UnitKind.SERVICE: "Đơn vị sự nghiệp",
    UnitKind.FRONT: "Mặt trận Tổ quốc",
    UnitKind.MASS: "Đoàn thể, hội",
    UnitKind.PARTY: "Cơ quan Đảng",
    UnitKind.OTHER: "Loại khác",
}
EDITED = {
    "abbreviation": "tên viết tắt",
    "person": "người liên hệ",
    "position": "chức vụ",
    "phone": "điện thoại",
    "email": "thư điện tử",
    "address": "địa chỉ",
    "note": "ghi chú",
}
"""Fields that are edited where they stand, as "Sửa điện thoại: Thôn Đông" names them."""


@dataclass(frozen=True, slots=True)
class UnitFilter:
    """Which units are shown. words: all of them, without dấu; kind, group: of one only; ended: those that do not exist on the day
    instead of those that do; late: with overdue work only."""

    words: str = ""
    kind: UnitKind | None = None
    group: int | None = None
    ended: bool = False
    late: bool = False

    def fits(self, line: UnitLine) -> bool:
        """Whether a unit is shown."""
        if line.is_living is self.ended:
            return False
        if self.kind is not None and line.unit.kind is not self.kind:
            return False
        if self.group is not None and self.group not in line.groups:
            return False
        if self.late and not line.overdue:
            return False
        return all(word in line.folded for word in fold(self.words).split())


def columns(*, is_edited: bool = True) -> tuple[Column[UnitLine], ...]:
    """The columns of the list. is_edited: cells of contacts can be typed into."""

    def field(key: str, title: str, width: int, *, is_shown: bool = True) -> Column[UnitLine]:
        def value(line: UnitLine) -> str:
            return value_of(line, key)

        return Column(key, title, value, width=width, edit=value if is_edited else None, is_shown=is_shown)

    return (
        Column("name", "Tên đơn vị", lambda line: line.name.name, sort=lambda line: line.place, width=0),
        field("abbreviation", "Viết tắt", 84, is_shown=False),
        Column("kind", "Loại", lambda line: KINDS[line.unit.kind], width=130, is_shown=False),
        Column("group", "Nhóm", lambda line: "; ".join(line.group_names), width=160, is_shown=False),
        field("person", "Người liên hệ", 136),
        field("position", "Chức vụ", 120, is_shown=False),
        field("phone", "Điện thoại", 106),
        field("email", "Thư điện tử", 180, is_shown=False),
        Column(
            "open",
            "Đang làm",
            lambda line: text.number(line.open) if line.open else "",
            sort=lambda line: line.open,
            is_number=True,
            width=76,
            tip=lambda line: text.count(line.open, "việc chưa xong"),
        ),
        Column(
            "overdue",
            "Quá hạn",
            lambda line: text.number(line.overdue) if line.overdue else "",
            sort=lambda line: line.overdue,
            standing=lambda line: Standing.OVERDUE if line.overdue else None,
            width=76,
            tip=lambda line: text.count(line.overdue, "việc quá hạn"),
        ),
        field("note", "Ghi chú", 140, is_shown=False),
    )


def value_of(line: UnitLine, key: str) -> str:
    """What a field of `EDITED` holds now."""
    if key == "abbreviation":
        return line.name.abbreviation
    return line.unit.note if key == "note" else str(getattr(line.unit.contact, key))
