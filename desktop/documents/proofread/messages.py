"""The rules of the proofreader: severity, clause and the sentence for each code. Words for a văn thư; decides nothing.

A sentence says what is wrong, why, and what to do. Severities follow the weight of the slip: an error changes what the paper
says or orders, a warning is a breach of form or a likely slip, an info is for the eye.
"""

from dataclasses import dataclass

from desktop.domain.directive import Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO
_P1, _ND30 = "NĐ 30/2020, Phụ lục I", "NĐ 30/2020"
_OFFICE, _SPELLING = "Rà soát nội dung", "Rà soát chính tả"


@dataclass(frozen=True, slots=True)
class Rule:
    """severity: the usual one; clause: what it rests on; words: the sentence, with places for values."""

    severity: Severity
    clause: str
    words: str


_NUMBER_AND_SYMBOL = {
    "type_symbol_mismatch": Rule(
        _E,
        f"{_P1}, II.3; Phụ lục III, I",
        "Văn bản là {kind} nhưng ký hiệu lại ghi “{written}”, chữ viết tắt của {other}. Sửa thành “{right}”.",
    ),
    "type_in_letter_symbol": Rule(
        _W,
        f"{_P1}, II.3; Phụ lục III, I",
        "Công văn không có chữ viết tắt tên loại, nhưng ký hiệu ghi “{written}” ({other}). Bỏ “{written}-” hoặc ghi đúng tên loại.",
    ),
    "cv_in_symbol": Rule(
        _E,
        f"{_P1}, II.3b; Phụ lục III, I",
        "Ký hiệu có “CV”: công văn không có chữ viết tắt tên loại. Ghi tên cơ quan và đơn vị soạn thảo, ví dụ “UBND-VHXH”.",
    ),
    "letter_without_drafting": Rule(
        _W,
        f"{_P1}, II.3b",
        "Ký hiệu công văn “{symbol}” thiếu chữ viết tắt của đơn vị soạn thảo hoặc lĩnh vực. Ghi thêm sau dấu “-”, ví dụ “UBND-VHXH”.",
    ),
    "number_missing_zero": Rule(
        _W, f"{_P1}, II.3a", "Số nhỏ hơn 10 phải có chữ số 0 ở trước. Ghi “{right}”."
    ),
    "number_extra_zero": Rule(
        _I, f"{_P1}, II.3a", "Số “{written}” có chữ số 0 thừa ở trước; chỉ số nhỏ hơn 10 mới thêm 0."
    ),
    "symbol_spaces": Rule(
        _W,
        f"{_P1}, II.3b",
        "Số và ký hiệu không được có khoảng trắng quanh dấu “/” và dấu “-”. Ghi liền “{right}”.",
    ),
    "number_colon": Rule(_I, f"{_P1}, II.3a", "Sau chữ “Số” phải có dấu hai chấm: “Số: …”."),
}
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
_ORDER = {
    "numbering_repeated": Rule(
        _W,
        f"{_P1}, II.6d",
        "Số thứ tự “{label}” lặp lại: đề mục trước cũng là “{before}”. Đánh số lại từ đây.",
    ),
    "numbering_skipped": Rule(
        _W,
        f"{_P1}, II.6d",
        "Số thứ tự nhảy từ “{before}” sang “{label}”. Đánh số lại, hoặc bổ sung phần bị thiếu.",
    ),
    "numbering_start": Rule(
        _W,
        f"{_P1}, II.6d",
        "Số thứ tự bắt đầu từ “{label}”, không có “{first}” ở trước. Đánh số lại, hoặc bổ sung phần bị thiếu.",
    ),
    "numbering_parent": Rule(
        _W,
        f"{_P1}, II.6d",
        "Số thứ tự “{label}” nằm trong mục “{parent}”. Thường là do chép cả đoạn từ mục khác; đánh số lại.",
    ),
    "appendix_missing": Rule(
        _W, f"{_P1}, III.1a", "Văn bản viện dẫn “{label}” nhưng không có phụ lục đó kèm theo."
    ),
    "appendix_not_mentioned": Rule(
        _W,
        f"{_P1}, III.1a",
        "Có phụ lục kèm theo nhưng trong văn bản không chỉ dẫn tới. Thêm “(Phụ lục kèm theo)” vào chỗ cần.",
    ),
    "attached_line_differs": Rule(
        _W,
        f"{_P1}, III.1",
        "Dòng “Kèm theo” của phụ lục ghi văn bản ngày {written}, nhưng văn bản đề ngày {right}. Sửa cho khớp.",
    ),
    "single_appendix_numbered": Rule(
        _W, f"{_P1}, III.1b", "Chỉ có một phụ lục thì không đánh số. Ghi “Phụ lục”, bỏ “{number}”."
    ),
}
_CLOSING = {
    "basis_end": Rule(
        _W,
        f"{_P1}, II.6a",
        "Mỗi căn cứ kết thúc bằng dấu chấm phẩy, căn cứ cuối cùng bằng dấu chấm. Ở đây cần dấu “{right}”.",
    ),
    "end_mark_missing": Rule(
        _W, "NĐ 30/2020, Phụ lục III", "Nội dung văn bản kết thúc bằng “./.”. Thêm vào cuối câu cuối cùng."
    ),
    "addressee_end": Rule(
        _W,
        f"{_P1}, II.9a",
        "Mỗi nơi ở “Kính gửi” kết thúc bằng dấu chấm phẩy, nơi cuối cùng bằng dấu chấm. Ở đây cần dấu “{right}”.",
    ),
    "recipient_end": Rule(
        _W,
        f"{_P1}, II.9b",
        "Mỗi dòng ở “Nơi nhận” kết thúc bằng dấu chấm phẩy, dòng cuối cùng bằng dấu chấm. Ở đây cần dấu “{right}”.",
    ),
    "file_copy_missing": Rule(
        _W, f"{_P1}, II.9b", "Nơi nhận thiếu dòng “Lưu: VT, …”. Thêm vào dòng cuối cùng."
    ),
    "file_copy_form": Rule(_I, f"{_P1}, II.9b", "Dòng lưu nên ghi đúng mẫu “Lưu: VT, <đơn vị soạn thảo>”."),
    "as_above_without_addressees": Rule(
        _W,
        f"{_P1}, II.9b",
        "“{written}” chỉ dùng khi có phần “Kính gửi”; {kind} này không có. Ghi rõ tên các nơi nhận.",
    ),
    "as_above_missing": Rule(
        _W,
        f"{_P1}, II.9b",
        "Văn bản có phần “Kính gửi” thì dòng đầu của Nơi nhận là “- Như trên;”. Thêm dòng này.",
    ),
    "recipient_without_task": Rule(
        _W,
        _OFFICE,
        "“{name}” có ở Nơi nhận nhưng không được giao việc nào. Ghi “(để biết)” hoặc bổ sung việc.",
    ),
    "task_without_recipient": Rule(
        _W, _OFFICE, "“{name}” được giao việc nhưng không có ở Nơi nhận. Bổ sung vào Nơi nhận."
    ),
    "capacity_without_dot": Rule(
        _W, f"{_P1}, II.7b", "Sau “{short}” phải có dấu chấm và một khoảng trắng. Ghi “{right}”."
    ),
    "title_before_name": Rule(
        _W,
        f"{_P1}, II.7b",
        "Trước họ tên người ký không ghi học hàm, học vị, danh hiệu (“{written}”). Ghi “{right}”.",
    ),
    "blank_left": Rule(_W, _OFFICE, "Còn chỗ trống “……” chưa điền. Điền trước khi trình ký."),
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
_LETTERS = {
    "mixed_tone_marks": Rule(
        _W,
        _SPELLING,
        "Đặt dấu thanh hai kiểu trong một văn bản (“{old}” và “{new}”). Thống nhất một kiểu; ở đây đổi thành “{right}”.",
    ),
    "not_nfc": Rule(
        _W,
        f"{_P1}, I.4 (TCVN 6909:2001)",
        "Chữ tiếng Việt ở dạng tổ hợp (dấu rời), máy khác tìm kiếm và in có thể sai. Chuyển về dạng dựng sẵn.",
    ),
    "motto_dash": Rule(
        _I,
        f"{_P1}, II.1b",
        "Tiêu ngữ dùng gạch nối ngắn có khoảng trắng hai bên: “Độc lập - Tự do - Hạnh phúc”.",
    ),
}

RULES: dict[str, Rule] = {
    **_NUMBER_AND_SYMBOL,
    **_DATES,
    **_YEARS,
    **_NAMES,
    **_ORDER,
    **_CLOSING,
    **_DEADLINES,
    **_LETTERS,
}
