"""The rules of the proofreader: severity, clause and the sentence for each code. Words for a văn thư; decides nothing.

A sentence says what is wrong, why, and what to do. Severities follow the weight of the slip: an error changes what the paper
says or orders, a warning is a breach of form or a likely slip, an info is for the eye.
"""

from desktop.documents.proofread.messages_of_form import RULES_OF_FORM, Rule
from desktop.domain.directive import Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO
_P1, _ND30 = "NĐ 30/2020, Phụ lục I", "NĐ 30/2020"
_OFFICE = "Rà soát nội dung"

_DATES = {
    "date_missing_zero": Rule(
        _W,
        f"{_P1}, II.4b",
        "Ngày nhỏ hơn 10 và tháng 1, 2 phải thêm chữ số 0 ở trước. Ghi “{right}”.",
    ),
    "date_extra_zero": Rule(
        _W,
        f"{_P1}, II.4b",
        "Chỉ tháng 1, tháng 2 mới thêm chữ số 0 ở trước; từ tháng 3 trở đi thì không. Ghi “{right}”.",
    ),
    "place_with_noun": Rule(
        _I,
        f"{_P1}, II.4a",
        "Địa danh là tên riêng của nơi đóng trụ sở, không ghi “{noun}” ở trước (trừ đơn vị mang tên người, số, sự kiện).",
    ),
    "date_in_future": Rule(
        _E,
        f"{_P1}, II.4b",
        "Văn bản đã có số nhưng đề ngày {date}, sau hôm nay ({today}). Kiểm tra lại ngày ban hành.",
    ),
    "date_before_basis": Rule(
        _E,
        f"{_P1}, II.6a",
        "Văn bản đề ngày {date} nhưng căn cứ vào văn bản ngày {basis}, tức là ban hành sau. Kiểm tra lại ngày của một trong hai.",
    ),
    "citation_in_future": Rule(
        _W,
        f"{_P1}, II.6a",
        "Văn bản đề ngày {date} nhưng viện dẫn văn bản ngày {cited}, tức là ban hành sau. Kiểm tra lại ngày viện dẫn.",
    ),
    "impossible_date": Rule(_E, _OFFICE, "Không có ngày {written} trong lịch. Sửa lại cho đúng."),
    "weekday_wrong": Rule(
        _W,
        _OFFICE,
        "Ngày {date} là {right}, không phải {written}. Thường là thứ còn sót từ văn bản năm trước; sửa thứ hoặc ngày.",
    ),
    "range_reversed": Rule(
        _E, _OFFICE, "Ngày bắt đầu {start} đứng sau ngày kết thúc {end}. Kiểm tra lại khoảng thời gian."
    ),
}
_YEARS = {
    "leftover_year": Rule(
        _E,
        _OFFICE,
        "Còn sót “năm {written}” trong khi văn bản là của năm {right}: cùng cụm từ này chỗ khác ghi năm {right}. Sửa thành {right}.",
    ),
    "leftover_year_in_plan": Rule(
        _W,
        _OFFICE,
        "Nhắc tới năm {written} như việc sắp làm, trong khi văn bản là của năm {right}. Nếu chép từ văn bản cũ thì sửa lại.",
    ),
    "other_year": Rule(
        _I,
        _OFFICE,
        "Có năm {written}, khác năm {right} của văn bản. Xem có phải còn sót từ văn bản cũ không.",
    ),
    "subject_year": Rule(
        _W,
        _OFFICE,
        "Trích yếu ghi năm {written} nhưng văn bản ban hành năm {right}. Kiểm tra lại năm trong trích yếu.",
    ),
    "past_date": Rule(
        _E,
        _OFFICE,
        "Thời gian thực hiện “{written}” đã qua trước ngày văn bản ({date}). Thường là ngày còn sót từ văn bản năm trước.",
    ),
    "ordinal_year_mismatch": Rule(
        _E,
        _OFFICE,
        "“Lần thứ {ordinal}” ở đây đi với năm {written}, chỗ khác trong văn bản đi với năm {right}. Thống nhất thành {right}.",
    ),
    "ordinal_differs": Rule(
        _E,
        _OFFICE,
        "Cùng năm {year} nhưng ở đây ghi “lần thứ {written}”, chỗ khác ghi “lần thứ {right}”. Thống nhất lại.",
    ),
    "ordinal_wrong": Rule(
        _E,
        _OFFICE,
        "{event} năm {year} là lần thứ {right} (tính từ năm {first}), không phải lần thứ {written}.",
    ),
    "ordinal_of_other_year": Rule(
        _E,
        _OFFICE,
        "“Lần thứ {ordinal} năm {written}” là của năm khác: văn bản là của năm {right}, lần thứ {number}. Thường là còn sót từ văn bản cũ.",
    ),
    "anniversary_of_other_year": Rule(
        _W,
        _OFFICE,
        "Kỷ niệm {written} năm là của năm {last}; văn bản là của năm {own}, tức là {right} năm. Thường là còn sót từ văn bản cũ.",
    ),
    "anniversary_wrong": Rule(
        _E, _OFFICE, "Từ năm {first} đến năm {last} là {right} năm, văn bản ghi {written} năm. Tính lại."
    ),
}
_NAMES = {
    "body_ended": Rule(
        _E,
        "{basis}",
        "“{name}” không còn từ ngày {ended}, trước ngày của văn bản. Thay bằng {successor}.",
    ),
    "unit_ended": Rule(
        _E,
        "Danh sách đơn vị của cơ quan",
        "“{name}” không còn từ ngày {ended} theo danh sách đơn vị.{successor} Giao lại cho đơn vị hiện có.",
    ),
    "unit_heading_twice": Rule(
        _E,
        _OFFICE,
        "“{name}” có hai đề mục trong cùng phần. Gộp lại, hoặc đề mục thứ hai là của đơn vị khác.",
    ),
    "unit_two_spellings": Rule(
        _W,
        f"{_ND30}, Phụ lục II",
        "Một đơn vị viết hai cách: “{first}” và “{second}”. Chọn một cách, đúng tên trong quyết định thành lập.",
    ),
    "foreign_task": Rule(
        _W,
        _OFFICE,
        "Việc “{words}” giao cho {unit} có vẻ là việc của {owner}. Thường là do chép nhầm đề mục; kiểm tra lại.",
    ),
    "wrong_verb": Rule(
        _W,
        "Quy ước công tác: đề nghị với Mặt trận, đoàn thể, cơ quan Đảng",
        "Dùng “{written}” với {unit}, là cơ quan không thuộc quyền quản lý. Nên dùng “đề nghị”.",
    ),
}
_DEADLINES = {
    "deadline_before_document": Rule(
        _E,
        _OFFICE,
        "Thời hạn {deadline} nằm trước ngày của văn bản ({date}), không thể thực hiện được. Sửa lại thời hạn.",
    ),
    "deadline_after_report": Rule(
        _W,
        _OFFICE,
        "Thời hạn {deadline} sau hạn báo cáo kết quả ({report}): lúc báo cáo việc chưa xong. Chỉnh một trong hai.",
    ),
    "deadline_after_upper": Rule(
        _E,
        "Văn bản cấp trên",
        "Thời hạn {deadline} không kịp hạn của cấp trên ({upper}). Đặt sớm hơn để còn thời gian tổng hợp.",
    ),
    "deadline_far_before_upper": Rule(
        _I,
        "Văn bản cấp trên",
        "Thời hạn {deadline} sớm hơn hạn của cấp trên ({upper}) tới {days} ngày. Xem có cần gấp như vậy không.",
    ),
}

RULES: dict[str, Rule] = {**RULES_OF_FORM, **_DATES, **_YEARS, **_NAMES, **_DEADLINES}
