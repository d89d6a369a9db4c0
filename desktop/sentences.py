"""Every expected error in one Vietnamese sentence: what is wrong, where, what to do. For the window and the command line alike.

Also the words for the steps of long jobs. Nothing technical, nothing else.
"""

from collections.abc import Callable

from desktop import errors as e
from desktop.refusals import PACKAGES, RULES, SIGNING, TEMPLATES

LABELS = {
    "html": "trang web (HTML)",
    "xml": "tệp XML",
    "zip": "tệp nén ZIP",
    "pdf": "tệp PDF",
    "docx": "tệp Word (.docx)",
    "doc": "tệp Word đời cũ (.doc)",
    "xlsx": "bảng tính Excel (.xlsx)",
    "xls": "bảng tính Excel đời cũ (.xls)",
    "xlsm": "bảng tính Excel có macro (.xlsm)",
    "xlsb": "bảng tính Excel nhị phân (.xlsb)",
    "ods": "bảng tính LibreOffice (.ods)",
    "odt": "tệp văn bản LibreOffice (.odt)",
    "csv": "tệp CSV",
    "rtf": "tệp văn bản RTF",
    "text": "tệp văn bản thường",
    "image": "tệp ảnh",
    "program": "một chương trình chạy",
}
UNITS = {
    "row": "dòng",
    "column": "cột",
    "entry": "tệp bên trong",
    "paragraph": "đoạn văn",
    "page": "trang",
    "character": "chữ",
}
VALUES = {
    "drafting": "ký hiệu đơn vị soạn thảo",
    "kind": "loại văn bản",
    "map": "tham số --map",
    "year": "năm",
    "view_name": "tên của bộ lọc",
    "period": "kỳ báo cáo",
    "last_day": "ngày chốt số liệu",
    "subject": "trích yếu",
    "template": "tên mẫu kế hoạch",
    "duty_name": "tên việc hằng năm",
    "paper": "thể thức văn bản",
    "duty_day": "ngày của việc hằng năm",
    "duty_lead": "số ngày nhắc trước",
    "auto_lock": "số phút tự khóa",
    "unit_name": "tên đơn vị",
    "unit_code": "mã đơn vị",
    "unit_phone": "số điện thoại",
    "unit_email": "thư điện tử",
    "unit_parent": "đơn vị cấp trên",
    "group_name": "tên nhóm đơn vị",
}
NOUNS = {
    "plan": "kế hoạch",
    "template": "mẫu kế hoạch",
    "duty": "việc hằng năm",
    "unit": "đơn vị",
    "officer": "người phụ trách còn việc",
    "task": "nhiệm vụ",
    "report": "báo cáo",
    "report_part": "phần của báo cáo",
    "unit_group": "nhóm đơn vị",
    "directive": "văn bản chỉ đạo",
    "assignment": "phân công",
    "checklist_item": "việc cần làm",
    "kept_file": "tệp lưu",
    "trash": "mục đã xóa",
    "saved_view": "bộ lọc đã lưu",
    "letter": "văn bản đi",
}

STEPS = {
    "opening": "Đang mở tệp",
    "reading": "Đang đọc",
    "saving": "Đang ghi",
    "writing": "Đang xuất",
    "signing": "Đang ký",
    "copying": "Đang chép",
    "comparing": "Đang đọc lại và so khớp",
    "packing": "Đang đóng gói",
    "keeping": "Đang nhận",
}


def sentence(error: e.AppError) -> str:
    """The sentence for `error`."""
    make = next(_SENTENCES[kind] for kind in type(error).__mro__ if kind in _SENTENCES)
    return make(error)


def _file(words: str) -> Callable[[e.FileProblem], str]:
    return lambda error: words.format(
        name=f"“{error.path.name}”", path=f"“{error.path}”", folder=f"“{error.path.parent}”"
    )


def _wrong_kind(error: e.WrongKind) -> str:
    found = LABELS.get(error.found)
    what = f"thực ra là {found}" if found else "không đúng loại cần đọc"
    return f"Tệp “{error.path.name}” {what}; hãy chọn đúng tệp hoặc mở bằng chương trình gốc rồi lưu lại đúng định dạng."


def _too_large(error: e.FileTooLarge) -> str:
    if error.unit == "byte":
        size, limit = error.size / 2**20, error.limit / 2**20
        return f"Tệp “{error.path.name}” quá lớn ({size:.0f} MB, tối đa {limit:.0f} MB); hãy tách thành tệp nhỏ hơn."
    most = f"{error.limit:,}".replace(",", ".")
    return f"Tệp “{error.path.name}” có quá nhiều dữ liệu (tối đa {most} {UNITS[error.unit]}); hãy tách thành tệp nhỏ hơn."


def _no_units(error: e.NoUnitNames) -> str:
    return (
        f"Không tìm thấy cột tên đơn vị trong tệp “{error.path.name}”; hãy đặt tiêu đề cột như “Tên đơn vị” "
        "hoặc chỉ rõ bằng --map name=CỘT."
    )


def _no_sheet(error: e.NoSuchSheet) -> str:
    there = ", ".join(f"“{name}”" for name in error.sheets)
    return f"Tệp “{error.path.name}” không có trang tính “{error.sheet}”; các trang có trong tệp: {there}."


def _disk_full(error: e.DiskFull) -> str:
    needed = f" (cần khoảng {max(1, error.needed / 2**20):.0f} MB)" if error.needed else ""
    return (
        f"Ổ đĩa chứa “{error.path}” đã đầy{needed}; hãy xóa bớt tệp trên ổ đó hoặc dùng ổ khác rồi làm lại."
    )


def _not_allowed(error: e.NotAllowed) -> str:
    return RULES[error.rule].format(**error.values)


def _cannot_sign(error: e.CannotSign) -> str:
    return SIGNING[error.obstacle].format(**error.values)


def _not_found(error: e.NotFound) -> str:
    return f"Không có {NOUNS.get(error.noun, 'mục')} “{error.key}”; hãy xem lại danh sách rồi gõ đúng mã hoặc tên."


def _bad_value(error: e.BadValue) -> str:
    name, _, field = error.name.partition(":")
    return f"Giá trị “{error.value}” của {' '.join(filter(None, (VALUES[name], field)))} không hợp lệ; hãy gõ lại."


def _template(error: e.WrongTemplate) -> str:
    return TEMPLATES[error.reason].format(name=f"“{error.path.name}”")


def _package(error: e.WrongPackage) -> str:
    return PACKAGES[error.reason].format(name=f"“{error.path.name}”")


def _locked(error: e.PackageLocked) -> str:
    if error.tried:
        return f"Cụm từ khóa đã gõ không mở được gói “{error.path.name}”; hãy gõ lại hoặc hỏi nơi gửi."
    return f"Gói “{error.path.name}” được khóa bằng cụm từ khóa; hãy gõ cụm từ khóa mà nơi gửi đã báo."


_SENTENCES: dict[type, Callable[..., str]] = {
    e.AppError: lambda error: (
        f"Không thực hiện được ({type(error).__name__}); hãy thử lại, nếu vẫn lỗi hãy gửi tệp nhật ký cho người hỗ trợ."
    ),
    e.DataError: lambda _: (
        "Một phần dữ liệu của chương trình bị hỏng; hãy chạy lệnh check, nếu vẫn lỗi hãy khôi phục từ bản sao lưu."
    ),
    e.FileMissing: _file("Không có tệp {path}; hãy kiểm tra lại đường dẫn."),
    e.NotAFile: _file("{path} là thư mục hoặc thiết bị, không phải tệp; hãy chọn một tệp."),
    e.NotAFolder: _file(
        "{path} là một tệp hoặc nằm dưới một tệp, không làm thư mục được; hãy chọn thư mục khác."
    ),
    e.NoPermission: _file(
        "Không có quyền đọc hoặc ghi {path}; hãy chọn thư mục khác hoặc nhờ người quản trị máy cấp quyền."
    ),
    e.FileInUse: _file("Tệp {name} đang mở ở chương trình khác; hãy đóng tệp đó rồi làm lại."),
    e.FileEmpty: _file("Tệp {name} rỗng (0 byte); hãy chép lại tệp."),
    e.FileDamaged: _file("Tệp {name} bị hỏng hoặc chưa chép xong; hãy chép lại hoặc xin lại tệp."),
    e.FileEncrypted: _file("Tệp {name} có mật khẩu; hãy mở bằng Word hoặc Excel, bỏ mật khẩu rồi lưu lại."),
    e.FileHostile: _file(
        "Tệp {name} có cấu trúc bất thường, có thể gây hại cho máy nên không mở; hãy xin lại tệp gốc."
    ),
    e.FileTooSlow: _file(
        "Mở tệp {name} quá lâu nên đã dừng; hãy lưu lại tệp cho gọn (bỏ các dòng, cột trống) rồi thử lại."
    ),
    e.NothingInside: _file("Tệp {name} không có dữ liệu; hãy kiểm tra lại tệp."),
    e.ScanWithoutText: _file(
        "Tệp {name} là bản quét (ảnh), không có chữ để đọc; hãy xin tệp Word hoặc PDF xuất từ Word."
    ),
    e.OldWordFile: _file("Tệp {name} là tệp Word đời cũ (.doc); hãy mở bằng Word và lưu lại thành .docx."),
    e.NotABackup: _file(
        "Tệp {name} không phải bản sao lưu nguyên vẹn của chương trình; hãy chọn bản sao lưu khác."
    ),
    e.SecretDocument: lambda error: (
        f"Văn bản “{error.path.name}” có dấu độ mật “{error.mark}” nên không được đọc trên máy này; "
        "hãy xử lý theo quy định bảo vệ bí mật nhà nước."
    ),
    e.WrongKind: _wrong_kind,
    e.FileTooLarge: _too_large,
    e.NoUnitNames: _no_units,
    e.NoSuchSheet: _no_sheet,
    e.WrongTemplate: _template,
    e.PackageAltered: _file(
        "Gói {name} đã bị sửa đổi hoặc hỏng khi chép (niêm phong không khớp) nên không nhận; hãy xin lại gói từ nơi gửi."
    ),
    e.PackageLocked: _locked,
    e.PackageTooNew: lambda error: (
        f"Gói “{error.path.name}” do phiên bản mới hơn của chương trình lập (mức {error.found}, bản này đọc đến mức {error.known}); "
        "hãy cài bản mới rồi nhận lại."
    ),
    e.WrongPackage: _package,
    e.FileProblem: _file("Không đọc được tệp {name}; hãy kiểm tra lại tệp."),
    e.DiskFull: _disk_full,
    e.StickRemoved: lambda error: (
        f"Ổ chứa “{error.path}” đã bị rút ra hoặc không đọc ghi được nữa nên việc đang làm chưa xong; "
        "hãy cắm lại hoặc dùng ổ khác rồi làm lại, dữ liệu trên máy không mất."
    ),
    e.DiskFailing: lambda error: (
        f"Ổ đĩa chứa “{error.path}” đọc ghi bị lỗi; hãy sao chép dữ liệu sang ổ khác và thử lại."
    ),
    e.ReadOnlyPlace: lambda error: (
        f"Không ghi được vào “{error.path}” (không có quyền hoặc đang khóa ghi); hãy chọn nơi khác hoặc mở khóa ghi."
    ),
    e.WorkspaceBusy: lambda error: (
        f"Dữ liệu đang được mở ở một cửa sổ khác{f' ({error.owner})' if error.owner else ''}; hãy đóng cửa sổ đó rồi làm lại."
    ),
    e.WorkspaceElsewhere: lambda error: (
        f"Không đặt dữ liệu làm việc ở “{error.path}” (ổ mạng hoặc USB) vì dễ hỏng; hãy đặt trên ổ đĩa của máy và trao đổi bằng gói."
    ),
    e.DatabaseTooNew: lambda error: (
        f"Dữ liệu ở “{error.path}” do phiên bản mới hơn lập (mức {error.found}, bản này đọc đến mức {error.known}); hãy cài bản mới."
    ),
    e.DatabaseDamaged: lambda error: (
        f"Dữ liệu ở “{error.path}” bị hỏng; tệp hỏng được giữ nguyên, hãy khôi phục từ bản sao lưu bằng lệnh restore."
    ),
    e.NotFound: _not_found,
    e.NotAllowed: _not_allowed,
    e.CannotSign: _cannot_sign,
    e.ChecksFailed: lambda error: (
        f"Dữ liệu còn {error.count} loại lỗi; hãy chạy lệnh check --repair hoặc khôi phục từ bản sao lưu."
    ),
    e.SelfTestFailed: lambda error: (
        f"Có {error.count} phần của chương trình không chạy được trên máy này; hãy cài lại chương trình."
    ),
    e.SomeRefused: lambda error: (
        f"{error.refused}/{error.total} tệp không dùng được; các tệp khác không bị ảnh hưởng."
        if error.refused < error.total
        else "Không tệp nào dùng được nên chưa ghi gì; hãy xem lý do của từng tệp."
    ),
    e.BadValue: _bad_value,
}
