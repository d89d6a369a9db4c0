"""A document as plain text."""

from pathlib import Path

from shapes import SHAPES

from desktop.documents.as_text import plain_text
from desktop.documents.form import legal_form
from desktop.documents.model import (
    Column,
    Document,
    DocumentKind,
    Head,
    Paragraph,
    Run,
    Signature,
    Style,
    Table,
)

FORM = legal_form()
GOLDEN = Path(__file__).resolve().parent.parent / "golden"
HEAD = Head(("PHÒNG VĂN HÓA - XÃ HỘI",), "VHXH-CTXH", "Sơn Tây Hạ", ("UBND XÃ SƠN TÂY HẠ",), 9, 21, 3, 2026)


def letter(**other: object) -> Document:
    facts: dict[str, object] = {
        "kind": DocumentKind.LETTER,
        "head": HEAD,
        "subject": "tổ chức tọa đàm",
        "blocks": (Paragraph(Style.POINT, (Run("Chủ trì", bold=True), Run(": Phòng Y tế", italic=True))),),
        "signature": Signature(("CHỦ TỊCH",), "Nguyễn Văn An", "TRƯỞNG BAN"),
        "recipients": ("Như trên", "Lưu: VT"),
        "addressees": ("Trạm Y tế", "Các trường học"),
    }
    return Document(**(facts | other))  # type: ignore[arg-type]


def test_a_letter_reads_from_head_to_signature() -> None:
    assert plain_text(letter()).splitlines() == [
        *(
            "UBND XÃ SƠN TÂY HẠ",
            "PHÒNG VĂN HÓA - XÃ HỘI",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
        ),
        *("Số: 09/VHXH-CTXH", "Sơn Tây Hạ, ngày 21 tháng 3 năm 2026", "V/v tổ chức tọa đàm"),
        *("Kính gửi:", "- Trạm Y tế;", "- Các trường học.", "", "**a) Chủ trì***: Phòng Y tế*", ""),
        *("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "CHỦ TỊCH", "TRƯỞNG BAN", "Nguyễn Văn An"),
    ]


def test_a_table_is_rows_of_cells() -> None:
    columns = (Column(("STT", ""), 1), Column(("Kết quả", "Đạt"), 1), Column(("Kết quả", "Chưa"), 1))
    table = Table(columns, (("Nhóm A", "", ""), ("1", "2", "3")), frozenset({0}), caption="Biểu 1")
    lines = plain_text(letter(blocks=(table,))).splitlines()
    assert lines[11:16] == ["Biểu 1", "STT | Kết quả", "Đạt | Chưa", "Nhóm A", "1 | 2 | 3"]


def test_a_table_without_caption_and_columns_without_head() -> None:
    table = Table((Column((), 1),), (("1",),))
    assert "1" in plain_text(letter(blocks=(table,))).splitlines()


def test_the_golden_text_of_a_plan_with_appendices(update_golden: bool) -> None:
    made = plain_text(SHAPES["plan_with_appendices"])
    kept = GOLDEN / "plan_with_appendices.txt"
    if update_golden:
        kept.write_text(made, encoding="utf-8")
    assert made == kept.read_text(encoding="utf-8")
