"""Every expected error in one Vietnamese sentence: what is wrong, where, what to do. For the window and the command line alike.

Also the words for the steps of long jobs. Nothing technical, nothing else.
"""

from collections.abc import Callable

from desktop import errors as e

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
}

RULES = {
    "plan_is_issued": "Kế hoạch {plan} đã ban hành nên không sửa được; hãy lập văn bản thay thế, đính chính hoặc thu hồi.",
    "plan_is_received": "Kế hoạch này do cơ quan khác giao: ở đây chỉ ghi kết quả và gửi trả lời; nội dung, thời hạn do nơi giao sửa.",
    "plan_not_ours": "Kế hoạch này do cơ quan khác giao nên không giao tiếp bằng gói được; hãy lập kế hoạch của cơ quan mình.",
    "plan_not_received": "Kế hoạch này không phải do cơ quan khác giao bằng gói, nên không có nơi để trả lời.",
    "office_untold": "Chưa khai tên cơ quan nên chưa ghi gói được; hãy khai ở Cài đặt, mục Cơ quan.",
    "passphrase_short": "Cụm từ khóa ngắn quá; hãy dùng ít nhất {least} ký tự, tốt nhất là bốn từ.",
    "passphrase_differs": "Hai lần gõ cụm từ khóa không giống nhau; hãy gõ lại.",
    "plan_without_year": "Kế hoạch {plan} chưa ghi là của năm nào; hãy ghi năm vào trích yếu rồi làm lại.",
    "plan_not_issued": "Kế hoạch {plan} còn là dự thảo; hãy ban hành trước.",
    "number_not_positive": "Số văn bản {number} không hợp lệ; số bắt đầu từ 01.",
    "number_taken": "Số {number}/{symbol} năm {year} đã cấp cho {holder}; hãy lấy số khác (số tiếp theo là {following}).",
    "arrival_taken": "Số đến {number} năm {year} đã ghi cho {holder}; hãy lấy số khác (số tiếp theo là {following}).",
    "copies_not_positive": "Số lượng bản {copies} không hợp lệ; hãy ghi từ 1 trở lên.",
    "fix_gone": "Câu cần sửa đã được đổi; hãy soát lại rồi sửa.",
    "undo_barrier": "Việc “{name}” đã thành văn bản chính thức nên không hoàn tác được; hãy lập văn bản thay thế hoặc đính chính.",
    "undo_conflict": "Không hoàn tác được “{name}” vì số liệu ấy đã được sửa sau đó; hãy sửa lại bằng tay.",
    "undo_too_large": "“{name}” gồm quá nhiều số liệu nên không hoàn tác được; nếu cần, hãy khôi phục bản sao lưu trước đó.",
    "undo_sealed": "Việc gần nhất đã thành văn bản chính thức nên không hoàn tác được; hãy lập văn bản thay thế hoặc đính chính.",
    "restore_conflict": "Không đưa “{name}” trở lại được vì nơi chứa nó không còn; nếu nơi ấy cũng đã xóa, hãy khôi phục nơi ấy trước.",
    "no_tasks": "Kế hoạch {plan} chưa có nhiệm vụ nào; hãy thêm nhiệm vụ trước.",
    "same_unit": "Không thể sáp nhập một đơn vị với chính nó; hãy chọn hai đơn vị khác nhau.",
    "unit_ended": "Đơn vị {name} chưa có hoặc không còn hoạt động vào ngày này; hãy chọn ngày khác.",
    "name_earlier": "Đơn vị {name} mang tên này từ sau ngày đó; hãy chọn ngày muộn hơn, hoặc sửa tên nếu gõ nhầm.",
    "unit_has_work": "Đơn vị {name} đã được giao việc nên không xóa được; hãy chọn “Giải thể từ một ngày”.",
    "group_in_use": "Nhóm {name} đã được giao việc trong kế hoạch nên không xóa được.",
    "day_is_off": "Ngày {day} vốn đã là ngày nghỉ.",
    "day_is_worked": "Ngày {day} vốn đã là ngày làm việc.",
    "given_already": "Đơn vị {name} đã có nhiệm vụ này rồi; hãy chọn đơn vị khác.",
    "evidence_kind": "Tệp “{name}” không phải PDF, Word, Excel (.docx, .xlsx) hoặc ảnh (.jpg, .png); hãy xin tệp đúng loại.",
    "evidence_name": "Tên tệp “{name}” có đuôi kép hoặc ký tự ẩn, có thể đánh lừa người mở; hãy xin lại tệp hoặc đổi tên rồi thêm lại.",
    "name_shared": "Có nhiều đơn vị tên {name}; hãy gõ mã của đơn vị cần chọn (các mã: {ids}).",
    "report_is_sent": "Báo cáo {report} đã gửi nên không sửa được; hãy lập báo cáo mới.",
    "no_issued_plan": "Chưa có kế hoạch nào đang được thực hiện; hãy ban hành một kế hoạch trước.",
    "nothing_to_evaluate": "Không có sản phẩm, công việc nào trong kỳ từ {start} đến {end}; hãy chọn kỳ khác.",
    "plan_untold": "Loại “{paper}” lập theo từng kế hoạch; hãy ghi thêm mã kế hoạch, xem mã bằng lệnh plans list.",
    "option_of_other_paper": "Loại “{paper}” không dùng tham số {option}; hãy bỏ tham số đó.",
    "no_meeting": "Kế hoạch {plan} không có nhiệm vụ nào là cuộc họp, hội nghị, tọa đàm, nên không có giấy mời.",
    "not_a_meeting": "Nhiệm vụ {task} không phải cuộc họp, hội nghị, tọa đàm; hãy chọn nhiệm vụ khác.",
    "nothing_late": "Không có đơn vị nào quá hạn trong kế hoạch {plan}, nên không cần đôn đốc.",
    "no_deadlines": "Không có việc chưa xong nào có hạn trong danh sách đang xem, nên không có lịch để lưu.",
    "nothing_late_chosen": "Trong các việc đã chọn không có việc nào quá hạn, nên không cần đôn đốc.",
    "extension_untold": "Gia hạn phải ghi lý do và người đồng ý; hãy ghi đủ rồi làm lại.",
    "extension_of_nothing": "Nhiệm vụ này không có thời hạn nên không gia hạn được; hãy ghi thời hạn trong kế hoạch.",
    "extension_not_later": "Hạn mới {new} không sau hạn đang tính {due}; hãy chọn ngày muộn hơn.",
    "extension_after_work": "Nhiệm vụ đã xong ngày {done}, trước ngày đồng ý gia hạn {agreed}, nên không gia hạn nữa.",
    "day_in_future": "Ngày {day} ở sau hôm nay; hãy ghi ngày đã diễn ra.",
    "days_out_of_order": "Ngày {later} không thể trước ngày {earlier}; hãy kiểm tra lại hai ngày này.",
    "nothing_assigned": "Kế hoạch {plan} chưa giao việc cho đơn vị nào có trong danh sách; hãy nhập danh sách đơn vị rồi ban hành.",
    "date_before_basis": "Ngày ban hành {date} sớm hơn ngày {basis} của văn bản chỉ đạo; hãy kiểm tra lại ngày.",
    "not_an_earlier_plan": "Kế hoạch {earlier} không phải kế hoạch đã ban hành của năm trước kế hoạch {plan}; hãy chọn kế hoạch khác.",
    "date_without_send": "Ngày của báo cáo (--date) chỉ ghi khi gửi báo cáo (--send SỐ); hãy ghi cả hai.",
    "cut_off_outside_period": "Ngày chốt số liệu {cut_off} không nằm trong kỳ báo cáo (từ {start} đến {end}); hãy chọn ngày khác.",
    "period_not_begun": "Kỳ báo cáo {period} đến ngày {start} mới bắt đầu; hãy chọn kỳ khác.",
    "sent_before_cut_off": "Ngày ký báo cáo {date} sớm hơn ngày chốt số liệu {cut_off}; hãy kiểm tra lại hai ngày này.",
    "cut_off_before_plan": "Ngày chốt số liệu {cut_off} sớm hơn ngày ban hành kế hoạch {date}; hãy chọn ngày khác.",
    "demo_there": "Thư mục {folder} đã có một lần chạy thử; hãy chọn thư mục khác hoặc xóa thư mục đó.",
    "password_short": "Mật khẩu ngắn quá; hãy gõ ít nhất {least} ký tự.",
    "password_differs": "Hai lần gõ mật khẩu mới không giống nhau; hãy gõ lại.",
    "password_there": "Đã có mật khẩu; hãy đổi mật khẩu thay vì đặt mới.",
    "password_wrong": "Mật khẩu hiện tại không đúng; hãy gõ lại.",
    "password_wait": "Gõ sai mật khẩu nhiều lần; hãy đợi {seconds} giây rồi thử lại.",
    "password_kept": "Chưa bỏ mật khẩu vì chữ gõ lại không đúng; hãy chạy lại lệnh rồi gõ “{words}”.",
    "nothing_to_hand_over": "Không có kế hoạch đang thực hiện nào còn việc để bàn giao; hãy chọn người khác hoặc bàn giao tất cả.",
    "officer_shared": "Có nhiều người tên {name} trong danh sách đơn vị; hãy ghi kèm số điện thoại: {labels}.",
    "file_exists": "Đã có tệp {path}; hãy chọn tên khác để không ghi đè bản sao lưu cũ.",
}

TEMPLATES = {
    "not_a_form": "Tệp {name} không phải biểu kết quả do chương trình này lập; hãy chọn đúng biểu đã gửi cho đơn vị.",
    "other_plan": "Biểu {name} thuộc một kế hoạch không có trên máy này; hãy chọn đúng biểu hoặc mở đúng dữ liệu.",
    "old_form": "Biểu {name} là bản cũ của kế hoạch; hãy gửi lại biểu mới cho đơn vị ghi.",
    "unknown_unit": "Biểu {name} ghi một đơn vị không có trong danh sách; hãy kiểm tra lại danh sách đơn vị.",
    "damaged": "Biểu {name} đã bị sửa cấu trúc (mất cột hoặc dòng ẩn); hãy lấy lại biểu gốc và ghi lại.",
}

PACKAGES = {
    "not_a_package": "Tệp {name} không phải gói của chương trình này; hãy chọn đúng tệp .skh mà nơi gửi đã chép.",
    "other_seal": "Gói {name} được niêm phong bằng khóa khác với khóa của nơi gửi ghi trong gói nên không nhận; hãy xin lại gói từ nơi gửi.",
    "bad_content": "Gói {name} có nội dung không đúng quy cách nên không nhận; hãy báo nơi gửi cài bản mới nhất của chương trình rồi lập lại gói.",
    "own": "Gói {name} do chính máy này lập; hãy chép gói sang máy của nơi nhận.",
    "other_key": "Gói {name} ghi tên một nơi gửi đã biết nhưng được niêm phong bằng khóa khác; hãy gọi điện hỏi nơi gửi trước khi nhận.",
    "doubled_uid": "Gói {name} trùng mã với một gói đã nhận nhưng nội dung khác; hãy gọi điện hỏi nơi gửi rồi xin lại gói.",
    "unknown_plan": "Gói {name} trả lời một kế hoạch không có trên máy này; hãy mở đúng dữ liệu hoặc hỏi lại nơi gửi.",
    "answers_nothing": "Gói {name} không trả lời gói nào do máy này gửi đi; hãy hỏi lại nơi gửi xem có chép nhầm gói không.",
    "own_plan": "Gói {name} giao việc theo kế hoạch do chính cơ quan này lập; hãy hỏi lại nơi gửi xem có chép nhầm gói không.",
    "other_giver": "Gói {name} giao việc theo kế hoạch mà một cơ quan khác đã giao; hãy hỏi lại hai nơi gửi.",
}

SIGNING = {
    "extra_missing": "Cài thêm phần ký số: pip install so-ke-hoach[sign].",
    "not_a_key_file": "Tệp “{name}” không phải tệp chứng thư số (.p12, .pfx) dùng được; hãy chọn đúng tệp.",
    "wrong_passphrase": "Mật khẩu của tệp chứng thư số “{name}” không đúng; hãy gõ lại.",
    "no_key_in_file": "Tệp “{name}” không có khóa ký kèm chứng thư số; hãy xuất lại tệp có cả khóa riêng.",
    "no_module": "Không mở được thư viện của thiết bị ký số “{path}”; hãy kiểm tra đường dẫn và cài lại phần mềm của thiết bị.",
    "no_token_named": "Cần ghi nhãn của thiết bị ký số bằng --token-label; hãy xem nhãn trong phần mềm của thiết bị.",
    "no_token": "Không thấy thiết bị ký số nhãn “{label}”; hãy cắm thiết bị rồi làm lại.",
    "wrong_pin": "Mã PIN của thiết bị ký số “{label}” không đúng; hãy gõ lại, sai nhiều lần thiết bị sẽ bị khóa.",
    "pin_locked": "Thiết bị ký số “{label}” đã bị khóa mã PIN; hãy nhờ đơn vị cấp chứng thư số mở khóa.",
    "token_failed": "Thiết bị ký số “{label}” không trả lời đúng; hãy rút ra, cắm lại rồi làm lại.",
    "no_key_on_token": "Thiết bị ký số “{label}” không có khóa ký kèm chứng thư số; hãy kiểm tra mã PIN và nhãn của khóa.",
    "several_keys": "Thiết bị ký số “{label}” có nhiều khóa ký; hãy chọn một bằng --key-label.",
    "expired": "Chứng thư số của {name} đã hết hạn ngày {day}; hãy xin gia hạn hoặc dùng chứng thư số khác.",
    "not_valid_yet": "Chứng thư số của {name} đến ngày {day} mới có hiệu lực; hãy kiểm tra ngày giờ của máy.",
    "not_for_signing": "Chứng thư số của {name} không dùng để ký; hãy dùng chứng thư số khác.",
    "keys_differ": "Khóa ký và chứng thư số không khớp nhau nên chữ ký sẽ không hợp lệ; hãy nhờ đơn vị cấp chứng thư số kiểm tra.",
    "locked": "Văn bản “{name}” đã khóa, không cho ký thêm; hãy lấy bản chưa khóa.",
    "no_room": "Không thấy chỗ trống để hiện chữ ký trong văn bản; hãy bỏ hình chữ ký để ký không hiện hình.",
    "not_a_picture": "Hình “{name}” không phải ảnh PNG nền trong suốt cỡ vừa phải; hãy lưu lại hình đúng dạng.",
    "attached_picture": "Văn bản kèm theo ở tệp riêng không hiện hình dấu; hãy bỏ --picture.",
    "seal_size": "Hình dấu “{name}” không ghi kích thước thật; hãy ghi bề rộng của dấu (mm) bằng --picture-width.",
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
    needed = f" (cần khoảng {error.needed / 2**20:.0f} MB)" if error.needed else ""
    return f"Ổ đĩa chứa “{error.path}” đã đầy{needed}; hãy xóa bớt tệp rồi làm lại."


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
        return f"Mật khẩu đã gõ không mở được gói “{error.path.name}”; hãy gõ lại hoặc hỏi nơi gửi."
    return f"Gói “{error.path.name}” được khóa bằng mật khẩu; hãy gõ mật khẩu mà nơi gửi đã báo."


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
        f"Ổ chứa “{error.path}” đã bị rút ra; hãy cắm lại rồi làm lại, dữ liệu trên máy không mất."
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
