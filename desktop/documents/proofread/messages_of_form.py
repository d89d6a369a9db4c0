"""The rules of form of the proofreader [NĐ 30/2020/NĐ-CP]: number, symbol, date line, order, appendices, ends, page and letters.

See `messages` for the weights and for the rules about what a paper says. Decides nothing.
"""

from dataclasses import dataclass

from desktop.domain.directive import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """severity: the usual one; clause: what it rests on; words: the sentence, with places for values."""

    severity: Severity
    clause: str
    words: str


_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO
_P1 = "NĐ 30/2020, Phụ lục I"

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
        "Rà soát nội dung",
        "“{name}” có ở Nơi nhận nhưng không được giao việc nào. Ghi “(để biết)” hoặc bổ sung việc.",
    ),
    "task_without_recipient": Rule(
        _W, "Rà soát nội dung", "“{name}” được giao việc nhưng không có ở Nơi nhận. Bổ sung vào Nơi nhận."
    ),
    "capacity_without_dot": Rule(
        _W, f"{_P1}, II.7b", "Sau “{short}” phải có dấu chấm và một khoảng trắng. Ghi “{right}”."
    ),
    "title_before_name": Rule(
        _W,
        f"{_P1}, II.7b",
        "Trước họ tên người ký không ghi học hàm, học vị, danh hiệu (“{written}”). Ghi “{right}”.",
    ),
    "blank_left": Rule(_W, "Rà soát nội dung", "Còn chỗ trống “……” chưa điền. Điền trước khi trình ký."),
}
_PAGE = {
    "page_size": Rule(
        _I, f"{_P1}, I.1", "Khổ giấy {width} x {height} mm; văn bản hành chính dùng khổ A4 (210 x 297 mm)."
    ),
    "page_margins": Rule(
        _I,
        f"{_P1}, I.3",
        "Lề trang ngoài quy định ({written}). Lề trên, dưới 20-25 mm; trái 30-35 mm; phải 15-20 mm.",
    ),
    "page_font": Rule(_I, f"{_P1}, I.4", "Phông chữ “{written}”; văn bản hành chính dùng Times New Roman."),
    "page_letters": Rule(_I, f"{_P1}, II.6b", "Cỡ chữ nội dung {written}; quy định cỡ 13 đến 14."),
}
_LETTERS = {
    "mixed_tone_marks": Rule(
        _W,
        "Rà soát chính tả",
        "Đặt dấu thanh hai kiểu trong một văn bản (“{old}” và “{new}”). Thống nhất một kiểu; ở đây đổi thành “{right}”.",
    ),
    "not_nfc": Rule(
        _W,
        f"{_P1}, I.4 (TCVN 6909:2001)",
        "Tệp có chữ ở dạng tổ hợp (dấu rời), như “{word}”: máy khác tìm kiếm và in có thể sai. Chuyển về dạng dựng sẵn.",
    ),
    "not_unicode": Rule(
        _W,
        f"{_P1}, I.4 (TCVN 6909:2001)",
        "Tệp dùng phông chữ của bảng mã cũ (TCVN3, VNI), máy khác không đọc được. Chuyển sang Unicode, phông Times New Roman.",
    ),
    "motto_dash": Rule(
        _I,
        f"{_P1}, II.1b",
        "Tiêu ngữ dùng gạch nối ngắn có khoảng trắng hai bên: “Độc lập - Tự do - Hạnh phúc”.",
    ),
}

RULES_OF_FORM: dict[str, Rule] = {**_NUMBER_AND_SYMBOL, **_ORDER, **_CLOSING, **_PAGE, **_LETTERS}
