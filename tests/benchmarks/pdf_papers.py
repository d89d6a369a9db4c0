"""The papers of the PDF bench: a plan of 20 pages, slips of one page. Every seed gives other words: nothing can be remembered."""

from dataclasses import replace

from desktop.documents.form import legal_form
from desktop.documents.model import (
    Align,
    Column,
    Document,
    DocumentKind,
    Head,
    Paragraph,
    Signature,
    Style,
    Table,
    paragraph,
)

TEXT = (
    "tổ chức các hoạt động kỷ niệm Ngày Công tác xã hội Việt Nam bảo đảm trang trọng thiết thực hiệu quả phù hợp với điều kiện của từng "
    "cơ quan đơn vị địa phương tuyên truyền phổ biến chủ trương chính sách pháp luật về trợ giúp xã hội nâng cao nhận thức trách nhiệm "
    "cán bộ công chức viên chức nhân dân trên địa bàn xã phường; rà soát lập danh sách đối tượng, báo cáo kết quả trước ngày 14/4/2026"
)
WORDS = TEXT.split()
PARAGRAPHS, ROWS, SLIPS = 220, 60, 500
WIDTHS = (12, 48, 50, 33, 17)
TITLES = ("STT", "Tên đơn vị", "Địa chỉ", "Người phụ trách", "Thời hạn")
FORM = replace(legal_form(), body=replace(legal_form().body, spacing=18 / (14 * 1.149)))
"""The legal form with lines of 18 points, so that all makers set the same lines at the same height."""


def words(seed: int, count: int) -> str:
    """`count` words of running text, other ones for each seed."""
    step = 7 + 2 * (seed % 29)
    text = " ".join(WORDS[(seed * 13 + at * step) % len(WORDS)] for at in range(count))
    return f"{text[:1].upper()}{text[1:]} ({seed})."


def plan(turn: int) -> Document:
    """A plan of about 20 pages: 220 paragraphs and a table of 60 rows."""
    blocks: list[Paragraph | Table] = []
    for at in range(PARAGRAPHS):
        seed = turn * 10_000 + at
        style, count = (Style.CLAUSE, 6) if at % 12 == 0 else (Style.BODY, 14 + seed * 7 % 48)
        blocks.append(paragraph(style, words(seed, count)))
    rows = tuple(
        (str(at), words(at, 5), words(at + turn, 7), "Nguyễn Thị Hồng Vân", "25/3/2026")
        for at in range(1, ROWS + 1)
    )
    aligns = (Align.CENTRE, Align.LEFT, Align.LEFT, Align.LEFT, Align.CENTRE)
    columns = tuple(
        Column((title,), width, align) for title, width, align in zip(TITLES, WIDTHS, aligns, strict=True)
    )
    blocks.append(Table(columns, rows))
    return _paper(tuple(blocks), "KẾ HOẠCH", words(turn, 12).rstrip("."))


def slips(turn: int) -> list[Document]:
    """500 papers of one page each."""
    return [
        _paper(
            (paragraph(Style.BODY, words(turn * 1_000 + at, 60)),),
            "PHIẾU GIAO NHIỆM VỤ",
            words(at, 8).rstrip("."),
        )
        for at in range(SLIPS)
    ]


def _paper(blocks: tuple[Paragraph | Table, ...], title: str, subject: str) -> Document:
    head = Head(("ỦY BAN NHÂN DÂN", "XÃ SƠN TÂY HẠ"), "KH-UBND", "Sơn Tây Hạ", (), 5, 5, 1, 2026)
    signature = Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn An")
    return Document(
        DocumentKind.PLAN, head, subject, blocks, signature, ("UBND tỉnh", "Lưu: VT"), title=title
    )
