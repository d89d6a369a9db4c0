"""Makes lists of units as offices lay them out, with what must come out of each. Deterministic by seed."""

import random
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from desktop.domain import legacy_tables

Truth = dict[str, str | None]
Range = tuple[int, int, int, int]

HEADERS = {
    "name": [
        "Tên đơn vị",
        "Đơn vị",
        "Cơ quan, đơn vị",
        "Tên cơ quan, đơn vị",
        "TÊN ĐƠN VỊ",
        "Tên cơ quan/đơn vị (1)",
        "Cơ quan, tổ chức, đơn vị",
        "Đơn vị thực hiện",
        "Tên đơn vị (ghi đầy đủ)",
    ],
    "group": ["Nhóm", "Loại", "Loại/Nhóm", "Nhóm đơn vị", "Khối", "Loại hình", "Phân loại"],
    "parent": ["Cơ quan chủ quản", "Đơn vị cấp trên", "Trực thuộc", "Thuộc"],
    "code": ["Mã", "Mã đơn vị", "Mã định danh", "Mã số"],
    "contact": [
        "Họ và tên",
        "Người đầu mối",
        "Cán bộ đầu mối",
        "Thủ trưởng",
        "Người đứng đầu",
        "Họ và tên (2)",
        "Họ tên người phụ trách",
        "Đầu mối liên hệ",
    ],
    "position": ["Chức vụ", "Chức danh", "Chức vụ, chức danh", "CHỨC VỤ"],
    "phone": [
        "Điện thoại",
        "Số điện thoại",
        "SĐT",
        "ĐT",
        "Di động",
        "Số điện thoại liên hệ (3)",
        "Điện thoại di động",
    ],
    "email": ["Email", "E-mail", "Thư điện tử", "Địa chỉ email", "Hộp thư điện tử", "Thư điện tử công vụ"],
    "note": ["Ghi chú", "GHI CHÚ", "Chú thích"],
    "abbreviation": ["Tên viết tắt", "Viết tắt"],
    "address": ["Địa chỉ", "Trụ sở", "Địa chỉ trụ sở"],
}
CONTACT_FIELDS = ("contact", "position", "phone", "email")
GROUPS = {
    "CÁC PHÒNG, BAN, ĐƠN VỊ": [
        "Văn phòng HĐND và UBND",
        "Phòng Kinh tế",
        "Phòng Văn hóa - Xã hội",
        "Công an xã",
        "Trạm Y tế xã",
        "Ban Chỉ huy Quân sự xã",
        "Trường THCS Lê Hồng Phong",
        "Trường Tiểu học Số 1",
        "Trung tâm Phục vụ hành chính công",
    ],
    "UBND CÁC XÃ, PHƯỜNG": [
        "UBND xã Mỹ Thọ",
        "UBND phường Sa Đéc",
        "UBND xã Đốc Binh Kiều",
        "UBND xã Tân Phước 3",
        "Ủy ban nhân dân xã Phú Thọ",
        "UBND phường Mỹ Ngãi",
    ],
    "MẶT TRẬN VÀ CÁC ĐOÀN THỂ": [
        "Ủy ban Mặt trận Tổ quốc Việt Nam",
        "Hội Liên hiệp Phụ nữ",
        "Hội Nông dân",
        "Đoàn TNCS Hồ Chí Minh",
        "Hội Chữ thập đỏ",
    ],
    "CÁC THÔN, TỔ DÂN PHỐ": ["Thôn Đông", "Thôn 2", "Tổ dân phố số 10", "Buôn Ea H'Leo"],
}
FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Bùi", "Đỗ", "Vũ", "Ngô", "Hồ"]
MIDDLE = ["Văn", "Thị", "Đức", "Hữu", "Thu", "Quốc"]
GIVEN = ["Ẩn", "Hằng", "Thủy", "Tuấn", "Ưng", "Yến", "Ghềnh", "Phượng", "Hòa", "Kiên"]
POSITIONS = ["Công chức", "Chủ tịch", "Phó Chủ tịch", "Trưởng phòng", "Hiệu trưởng", "Thủ trưởng đơn vị"]


LETTERHEAD = [
    ("UBND TỈNH QUẢNG NGÃI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("ỦY BAN NHÂN DÂN XÃ A", "Độc lập - Tự do - Hạnh phúc"),
]
MAKERS = ["NGƯỜI LẬP BIỂU", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "Người lập"]


@dataclass
class Sheet:
    """Cells of one sheet with what a reader must find. hidden: rows from 0; truth in order of the rows."""

    cells: list[list[Any]] = field(default_factory=list)
    merged: list[Range] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    truth: list[Truth] = field(default_factory=list)
    duplicates: int = 0
    header_row: int = 0
    title: str = "Danh sách"

    def add(self, cells: list[Any]) -> int:
        self.cells.append(cells)
        return len(self.cells) - 1

    def square(self) -> "Sheet":
        width = max(map(len, self.cells))
        self.cells = [row + [None] * (width - len(row)) for row in self.cells]
        return self


def unit_truth(r: random.Random, name: str, group: str | None, fields: list[str]) -> Truth:
    """A unit with everything the columns can hold."""
    who = f"{r.choice(FAMILY)} {r.choice(MIDDLE)} {r.choice(GIVEN)}"
    whole: Truth = {
        "name": name,
        "group": group,
        "parent": r.choice(["UBND tỉnh", "Sở Y tế", None]),
        "code": f"DV{r.randrange(10**6):06d}",
        "contact": who,
        "position": r.choice(POSITIONS),
        "phone": r.choice(["09", "03", "08", "07"]) + f"{r.randrange(10**8):08d}",
        "email": r.choice(["vp", "phong.kt", "a_b"]) + f"{r.randrange(99)}@xa.gov.vn",
        "note": r.choice([None, None, "Mới sáp nhập", "Sáp nhập từ 02 xã"]),
        "abbreviation": r.choice(["VP", "P.KT", "UBND X"]),
        "address": r.choice(["Số 5 đường Trần Phú", "Thôn Đông, xã Mỹ Thọ"]),
    }
    return {key: value if key in fields or key in {"name", "group"} else None for key, value in whole.items()}


def phone_cell(r: random.Random, phone: str | None) -> Any:
    """A telephone number as people and Excel write it."""
    if phone is None:
        return None
    p = phone
    grouped = [f"{p[:4]}.{p[4:7]}.{p[7:]}", f"{p[:4]} {p[4:7]} {p[7:]}", f"{p[:4]}-{p[4:]}"]
    return r.choice([p, int(p), float(p), *grouped, "+84" + p[1:], f"84{p[1:]}", f" {p} ", p[1:], f"'{p}"])


def make(seed: int) -> Sheet:
    """A list in a lay-out drawn by the seed."""
    r = random.Random(seed)
    sheet = Sheet()
    fields = ["name", *(f for f in HEADERS if f != "name" and r.random() < 0.6)]
    style = r.choice(
        [
            "none",
            "column",
            "mark_column",
            "merged_row",
            "text_in_first",
            "merged_column",
            "first_only",
            "upper",
        ]
    )
    if "group" in fields:
        fields.remove("group")
    if style in {"column", "merged_column", "first_only"}:
        fields.append("group")
    numbered = r.random() < 0.8 or style in {"mark_column", "text_in_first"}
    if not numbered and not (set(fields) & {"contact", "phone", "email", "code"}):
        fields.append("contact")
    columns = fields[:]
    if r.random() < 0.5:
        r.shuffle(columns)
    columns = (["stt"] if numbered else []) + columns
    width = max(len(columns), 2)
    _titles(r, sheet, width)
    _header(r, sheet, columns)
    _body(r, sheet, columns, style, numbered=numbered)
    _foot(r, sheet, columns, width)
    return sheet.square()


def _titles(r: random.Random, sheet: Sheet, width: int) -> None:
    if r.random() < 0.3:
        return
    half = max(1, width // 2)
    if r.random() < 0.7:
        for left, right in LETTERHEAD:
            row = sheet.add([left] + [None] * (half - 1) + [right] + [None] * (width - half - 1))
            if half > 1:
                sheet.merged.append((row, 0, row, half - 1))
            if width - half > 1:
                sheet.merged.append((row, half, row, width - 1))
        if r.random() < 0.5:
            sheet.add([None] * width)
    for title in ("DANH SÁCH ĐƠN VỊ THỰC HIỆN", "(Kèm theo Kế hoạch số   /KH-UBND ngày    /3/2026)")[
        : r.choice([1, 2])
    ]:
        row = sheet.add([title] + [None] * (width - 1))
        sheet.merged.append((row, 0, row, width - 1))
    if r.random() < 0.5:
        sheet.add([None] * width)


def _header(r: random.Random, sheet: Sheet, columns: list[str]) -> None:
    texts = [r.choice(["STT", "TT", "Stt", "Số TT"]) if c == "stt" else r.choice(HEADERS[c]) for c in columns]
    run = _contact_run(columns)
    sheet.header_row = len(sheet.cells) + 1
    if run and r.random() < 0.6:
        start, end = run
        top = [None if start < i <= end else text for i, text in enumerate(texts)]
        top[start] = r.choice(["Cán bộ đầu mối", "Thông tin liên hệ", "Người phụ trách"])
        first = sheet.add(top)
        sheet.add([text if start <= i <= end else None for i, text in enumerate(texts)])
        sheet.merged.append((first, start, first, end))
        sheet.merged += [(first, i, first + 1, i) for i in range(len(columns)) if not start <= i <= end]
    else:
        sheet.add(texts)
    if r.random() < 0.3:
        form = r.choice(["({})", "{}"])
        sheet.add([form.format(i) if form == "({})" else i for i in range(1, len(columns) + 1)])


def _contact_run(columns: list[str]) -> tuple[int, int] | None:
    """(first, last) of columns beside each other that speak of the contact."""
    where = [i for i, c in enumerate(columns) if c in CONTACT_FIELDS]
    if len(where) < 2 or where[-1] - where[0] != len(where) - 1:
        return None
    return where[0], where[-1]


def _body(r: random.Random, sheet: Sheet, columns: list[str], style: str, *, numbered: bool) -> None:
    number = 0
    names = r.sample(list(GROUPS), r.randrange(2, 5)) if style != "none" else [r.choice(list(GROUPS))]
    roman = ["I", "II", "III", "IV", "V"]
    restart = r.random() < 0.5
    for index, title in enumerate(names):
        title = (
            title
            if r.random() < 0.6 or style == "upper"
            else title.capitalize().replace("ubnd", "UBND").replace("Ubnd", "UBND")
        )
        group = title if style != "none" else None
        _group_row(sheet, columns, style, title, roman[index], r)
        number = 0 if restart else number
        units = GROUPS[title.upper()]
        start = len(sheet.cells)
        for name in r.sample(units, r.randrange(2, len(units) + 1)):
            number += 1
            truth = unit_truth(r, name, group, columns)
            sheet.truth.append(truth)
            sheet.add([_cell(r, c, truth, number, style) for c in columns])
        _group_cells(sheet, columns, style, start)
        if r.random() < 0.15:
            sheet.add([None] * len(columns))


def _cell(r: random.Random, column: str, truth: Truth, number: int, style: str) -> Any:
    if column == "stt":
        return r.choice([number, number, number, str(number), f"{number}."]) if style != "typed" else number
    if column == "phone":
        return phone_cell(r, truth["phone"])
    text = truth[column]
    if text and column == "name" and r.random() < 0.2:
        return r.choice(
            [
                f" {text} ",
                text.replace(" ", "  ", 1),
                text.replace(" ", "\u00a0", 1),
                text.replace(" ", "\n", 1),
            ]
        )
    return text


def _group_row(sheet: Sheet, columns: list[str], style: str, title: str, mark: str, r: random.Random) -> None:
    name = columns.index("name")
    row: list[Any] = [None] * len(columns)
    if style == "mark_column":
        row[0], row[name] = r.choice([mark, f"{mark}."]), title
        at = sheet.add(row)
        if name + 1 < len(columns) and r.random() < 0.5:
            sheet.merged.append((at, name, at, len(columns) - 1))
    elif style in {"merged_row", "text_in_first"}:
        numbered = f"{mark}. {title}"
        row[0] = (
            r.choice([numbered, numbered, f"{mark} - {title}:", title]) if style == "merged_row" else numbered
        )
        at = sheet.add(row)
        if style == "merged_row" and len(columns) > 1:
            sheet.merged.append((at, 0, at, len(columns) - 1))
    elif style == "upper":
        row[name] = title
        sheet.add(row)


def _group_cells(sheet: Sheet, columns: list[str], style: str, start: int) -> None:
    last = len(sheet.cells) - 1
    if style in {"merged_column", "first_only"}:
        column = columns.index("group")
        for row in range(start + 1, last + 1):
            sheet.cells[row][column] = None
        if style == "merged_column" and last > start:
            sheet.merged.append((start, column, last, column))


def _foot(r: random.Random, sheet: Sheet, columns: list[str], width: int) -> None:
    name = columns.index("name")
    if r.random() < 0.6:
        row: list[Any] = [None] * width
        row[r.choice([0, name])] = r.choice(
            [f"Tổng cộng: {len(sheet.truth)} đơn vị", "TỔNG CỘNG", "Cộng", "Tổng số", "Cộng:"]
        )
        sheet.add(row)
    if r.random() < 0.3:
        row = [None] * width
        row[r.choice([0, name])] = r.choice(["Ghi chú: danh sách có thể thay đổi.", "* Cột 3 ghi số di động"])
        sheet.add(row)
    if r.random() < 0.6:
        sheet.add([None] * width)
        last = r.choice([width - 1, name])
        day = r.choice(["Quảng Ngãi, ngày 05 tháng 3 năm 2026", None])
        for text in (day, r.choice(MAKERS), None, None, "Nguyễn Văn A"):
            row = [None] * width
            row[last] = text
            sheet.add(row)


# --- old encodings ------------------------------------------------------------------------------------------------


def to_nfd(value: Any) -> Any:
    """Decomposed, as files of other systems are."""
    return unicodedata.normalize("NFD", value) if isinstance(value, str) else value


def to_tcvn3(value: Any) -> Any:
    """As typed in .VnTime; what that code has no sign for (capitals with tones) loses its capital."""
    if not isinstance(value, str):
        return value
    back = {ord_: chr(code) for code, ord_ in legacy_tables.tcvn3().items() if len(ord_) == 1}
    return "".join(
        back.get(c, back.get(c.lower(), c) if not c.isascii() else c)
        for c in unicodedata.normalize("NFC", value)
    )


def to_vni(value: Any) -> Any:
    """As typed in VNI-Times."""
    if not isinstance(value, str):
        return value
    back = {new: old for old, new in legacy_tables.vni().items() if old == old.lower() or new != new.lower()}
    return "".join(back.get(c, c) for c in unicodedata.normalize("NFC", value))
