"""Problems of a file that was read, each in one Vietnamese sentence."""

from desktop.domain.draft import Problem

_WORDS = {
    "no_name": "không có tên đơn vị nên bỏ qua",
    "duplicate": "trùng với một đơn vị ở dòng khác",
    "phone_invalid": "số điện thoại không hợp lệ",
    "email_invalid": "địa chỉ thư điện tử không hợp lệ",
    "status_unknown": "không hiểu tình trạng; chọn lại trong danh sách",
    "status_missing": "có ghi nội dung nhưng chưa chọn tình trạng nên chưa nhập",
    "date_invalid": "ngày không hợp lệ; ghi như 25/3/2026",
    "date_in_future": "ngày hoàn thành ở sau hôm nay nên chưa nhập; kiểm tra lại",
    "number_invalid": "số liệu không phải là số",
    "done_without_date": "ghi hoàn thành nhưng chưa ghi ngày hoàn thành",
    "date_without_done": "có ngày hoàn thành nhưng tình trạng chưa phải hoàn thành nên chưa nhập ngày",
    "value_without_status": "có số liệu nhưng nhiệm vụ của nó chưa chọn tình trạng nên chưa nhập",
    "empty_form": "biểu chưa ghi gì",
    "tracked_changes": "văn bản còn sửa đổi chưa chấp nhận; phần thêm được đọc, phần xóa không đọc",
    "legacy_font": "chữ viết bằng bảng mã cũ, đã chuyển sang Unicode",
    "control_characters": "có ký tự điều khiển đã được bỏ",
}


def problem_sentence(problem: Problem) -> str:
    """ "Dòng 12, cột E: số điện thoại không hợp lệ (“09x”)"."""
    place = f"Dòng {problem.row}" if problem.row else "Cả tệp"
    column = f", cột {problem.column}" if problem.column else ""
    value = f" (“{problem.value}”)" if problem.value else ""
    return f"{place}{column}: {_WORDS.get(problem.code, 'cần xem lại')}{value}."
