"""Problems of a file that was read, each in one Vietnamese sentence."""

from desktop.domain.draft import Problem

# What stands at the place; "{value}" where the value belongs inside the words, else it follows them in brackets.
WORDS = {
    "no_name": "không có tên đơn vị nên bỏ qua",
    "second_contact": "là người liên hệ thứ hai của đơn vị ở dòng trên nên bỏ qua",
    "duplicate": "trùng với một đơn vị ở dòng khác",
    "code_repeated": "mã trùng với mã của một đơn vị khác",
    "phone_invalid": "số điện thoại không hợp lệ",
    "phones_restored": "đã thêm lại số 0 ở đầu cho {value} số điện thoại",
    "email_invalid": "địa chỉ thư điện tử không hợp lệ",
    "text_garbled": "chữ bị lỗi phông, không nhận ra bảng mã; cần gõ lại",
    "legacy_text": "chữ viết bằng bảng mã cũ, đã chuyển sang Unicode; cần xem lại",
    "hidden_row": "dòng đang bị ẩn trong tệp, vẫn được đọc",
    "hidden_sheet": "trang tính đang bị ẩn nên không đọc",
    "control_characters": "đã bỏ {value} ký tự điều khiển",
    "cell_cut": "{value} ô quá dài đã bị cắt bớt",
    "cell_error": "{value} ô có lỗi công thức (như #N/A) được coi là trống",
    "formula_without_value": "{value} ô công thức chưa có giá trị; hãy mở tệp bằng Excel rồi lưu lại",
    "more_problems": "còn nhiều chỗ khác cần xem lại",
    "status_unknown": "không hiểu tình trạng; chọn lại trong danh sách",
    "status_missing": "có ghi nội dung nhưng chưa chọn tình trạng nên chưa nhập",
    "date_invalid": "ngày không hợp lệ; ghi như 25/3/2026",
    "date_in_future": "ngày ở sau hôm nay nên chưa nhập; kiểm tra lại ngày đó và ngày trên máy này",
    "number_invalid": "số liệu không phải là số",
    "done_without_date": "ghi hoàn thành nhưng chưa ghi ngày hoàn thành",
    "date_without_done": "có ngày hoàn thành nhưng tình trạng chưa phải hoàn thành nên chưa nhập ngày",
    "value_without_status": "có số liệu nhưng nhiệm vụ của nó chưa chọn tình trạng nên chưa nhập",
    "work_not_given": "việc này ở đây không giao cho đơn vị gửi nên chưa nhận",
    "value_of_nothing": "có số liệu của một chỉ tiêu không có ở đây nên bỏ qua",
    "empty_form": "biểu chưa ghi gì",
    "tracked_changes": "văn bản còn sửa đổi chưa chấp nhận; phần thêm được đọc, phần xóa không đọc",
    "footnotes_left_out": "cước chú không được đọc",
    "comments_left_out": "ý kiến nhận xét (comment) không được đọc",
    "legacy_font": "chữ viết bằng bảng mã cũ, đã chuyển sang Unicode; cần xem lại",
    "decomposed": "chữ có dấu rời (Unicode tổ hợp), đã chuyển về dạng dựng sẵn",
}


def problem_sentence(problem: Problem) -> str:
    """ "Dòng 12, cột E: số điện thoại không hợp lệ (“09x”)"."""
    place = f"Dòng {problem.row}" if problem.row else "Cả tệp"
    column = f", cột {problem.column}" if problem.column else ""
    return f"{place}{column}: {words_of(problem.code, problem.value)}."


def words_of(code: str, value: str | None) -> str:
    """What stands there, without its place."""
    words = WORDS[code]
    if "{value}" in words:
        return words.format(value=value)
    return f"{words} (“{value}”)" if value else words
