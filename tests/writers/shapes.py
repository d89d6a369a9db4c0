"""Papers of several shapes for the tests of writers: invented, in the manner of a commune's office."""

import datetime as dt
from dataclasses import replace

from desktop.documents.model import (
    Align,
    Appendix,
    Bar,
    BarChart,
    Block,
    Column,
    CourseChart,
    Curve,
    Document,
    DocumentKind,
    Head,
    Paragraph,
    Part,
    Run,
    Signature,
    Style,
    Table,
    Tone,
    paragraph,
)

S = Style
LONG = (
    "Tổ chức tọa đàm, nói chuyện về Ngày Công tác xã hội trong nội bộ cơ quan, đơn vị, bảo đảm ý nghĩa, trang trọng, thiết thực, "
    "hiệu quả; khẳng định vị thế của nghề công tác xã hội trong sự phát triển chung của xã; chia sẻ kinh nghiệm, các mô hình công "
    "tác xã hội có hiệu quả trong thực tế."
)
SUBJECT = "Tổ chức các hoạt động kỷ niệm Ngày Công tác xã hội Việt Nam năm 2026"
HEAD = Head(("ỦY BAN NHÂN DÂN", "XÃ SƠN TÂY HẠ"), "KH-UBND", "Sơn Tây Hạ", (), 5, 5, 1, 2026)
SIGNER = Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Thị Hồng Vân")
RECIPIENTS = ("UBND tỉnh Quảng Ngãi (b/c)", "Các cơ quan, đơn vị có tên tại Mục IV", "Lưu: VT, VHXH")


def body(parts: int) -> tuple[Block, ...]:
    """Text with every rank of paragraph; `parts` sets its length."""
    mixed = (
        Run("Phát huy "),
        Run("truyền thống", bold=True),
        Run(f", {LONG} "),
        Run("trước ngày 14/4/2026", italic=True),
    )
    blocks: list[Block] = [
        paragraph(
            S.BASIS, "Căn cứ Quyết định số 1791/QĐ-TTg ngày 15 tháng 9 năm 2016 của Thủ tướng Chính phủ"
        ),
        paragraph(S.BASIS, "Căn cứ Kế hoạch số 12/KH-UBND ngày 02/01/2026 của UBND tỉnh Quảng Ngãi"),
        paragraph(S.BODY, "Ủy ban nhân dân xã ban hành Kế hoạch tổ chức các hoạt động kỷ niệm như sau:"),
    ]
    for _ in range(parts):
        blocks += [
            paragraph(S.SECTION, "Nội dung"),
            paragraph(S.CLAUSE, "Mục đích"),
            Paragraph(S.BODY, mixed),
        ]
        blocks += [paragraph(S.POINT, LONG), paragraph(S.POINT, "Hoàn thành trước ngày 25 tháng 3 năm 2026;")]
        blocks += [
            paragraph(S.DASH, LONG),
            paragraph(S.PLUS, "Kinh phí 319.317.000 đồng;"),
            paragraph(S.NUMBERED, LONG),
        ]
    closing = "Trên đây là Kế hoạch tổ chức các hoạt động kỷ niệm; yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./."
    return (*blocks, paragraph(S.BODY, closing))


PLAN = Document(DocumentKind.PLAN, HEAD, SUBJECT, body(1), SIGNER, RECIPIENTS, title="KẾ HOẠCH")
REPORT = replace(
    PLAN,
    kind=DocumentKind.REPORT,
    title="BÁO CÁO",
    head=replace(HEAD, symbol="BC-UBND", number=112, day=14, month=4),
    addressees=("Ủy ban nhân dân tỉnh Quảng Ngãi",),
)
LETTER = Document(
    DocumentKind.LETTER,
    Head(
        ("PHÒNG VĂN HÓA - XÃ HỘI",),
        "VHXH-CTXH",
        "Sơn Tây Hạ",
        ("ỦY BAN NHÂN DÂN XÃ SƠN TÂY HẠ",),
        9,
        21,
        3,
        2026,
    ),
    "tổ chức các hoạt động kỷ niệm Ngày Công tác xã hội Việt Nam 25/3/2026",
    (
        paragraph(S.BODY, LONG),
        paragraph(S.NUMBERED, LONG),
        paragraph(S.NUMBERED, LONG),
        paragraph(
            S.BODY,
            "Đề nghị các đơn vị triển khai, thực hiện; báo cáo kết quả về Phòng trước ngày 14/4/2026 để tổng hợp./.",
        ),
    ),
    Signature(("TRƯỞNG PHÒNG",), "Đinh Thị Hồng"),
    ("Như trên", "Lưu: VT, CTXH"),
    addressees=("Các trường học trên địa bàn xã", "Trạm Y tế xã"),
)


def tasks(rows: int) -> Table:
    """A table with a head of two rows, group rows and a total."""
    columns = (
        Column(("STT", ""), 1, Align.CENTRE),
        Column(("Nội dung, nhiệm vụ", ""), 5),
        Column(("Cơ quan thực hiện", "Chủ trì"), 3),
        Column(("Cơ quan thực hiện", "Phối hợp"), 3),
        Column(("Thời hạn", ""), 2, Align.CENTRE),
        Column(("Kinh phí (đồng)", ""), 2, Align.RIGHT),
    )
    made: list[tuple[str, ...]] = []
    groups = set()
    for at in range(1, rows + 1):
        if at % 20 == 1:
            groups.add(len(made))
            made.append((f"Nhóm {at // 20 + 1}: tuyên truyền", "", "", "", "", ""))
        cost = f"{at * 1_234_567:,}".replace(",", ".")
        made.append(
            (str(at), LONG[: 40 + at * 37 % 160], "Phòng Văn hóa - Xã hội", "UBND các xã", "25/3/2026", cost)
        )
    made.append(("", "Cộng", "", "", "", "319.317.000"))
    return Table(columns, tuple(made), frozenset(groups), total=True, caption="Biểu tổng hợp nhiệm vụ")


def counts() -> Table:
    """The table of completeness that stands in the text of a report."""
    titles = ("STT", "Đơn vị", "Giao", "Đã báo cáo", "Đúng hạn", "Trễ", "Chưa báo cáo", "Tỷ lệ")
    aligns = (Align.CENTRE, Align.LEFT, *(Align.RIGHT,) * 6)
    columns = tuple(
        Column((title,), width, align)
        for title, width, align in zip(titles, (1, 4, *(1.5,) * 6), aligns, strict=True)
    )
    rows = tuple(
        (str(at), f"Trường Tiểu học số {at}", "3", "2", "1", "1", "1", "66,7%") for at in range(1, 9)
    )
    return Table(columns, (*rows, ("", "Tổng số", "24", "16", "8", "8", "8", "66,7%")), total=True)


def bars(count: int) -> BarChart:
    """Bars with every tone, short names and long ones."""
    names = (
        "Trạm Y tế",
        "Trường Tiểu học và Trung học cơ sở Nguyễn Bỉnh Khiêm, xã Sơn Tây Hạ",
        "Thôn <Đông> & Đoài",
    )
    made = (
        Bar(f"{at}. {names[at % 3]}", (at % 4, at % 3, 1, at % 2), (f"{at}/{count}", "66,7%"), strong=not at)
        for at in range(count)
    )
    tones = (
        ("Đúng hạn", Tone.SOLID),
        ("Trễ hạn", Tone.MIDDLE),
        ("Quá hạn", Tone.HATCHED),
        ("Còn hạn", Tone.EMPTY),
    )
    parts = tuple(Part(*tone) for tone in tones)
    return BarChart(
        "Kết quả theo đơn vị", parts, tuple(made), "Đã hoàn thành", "Số trên thanh là số lượt giao việc."
    )


def course() -> CourseChart:
    """Counts over three weeks."""
    days = tuple(dt.date(2026, 3, day) for day in (5, 10, 17, 27))
    curves = (Curve("Đã đến hạn", (0, 0, 8, 12), dashed=True), Curve("Đã hoàn thành", (1, 4, 7, 10)))
    return CourseChart("Tiến độ thực hiện", days, curves, 15, "Số lượt giao việc", "Tỷ lệ hoàn thành")


SHAPES: dict[str, Document] = {
    "plan": PLAN,
    "plan_of_four_pages": replace(PLAN, blocks=body(4)),
    "draft_plan": replace(PLAN, head=replace(HEAD, number=None, day=None)),
    "plan_without_month": replace(PLAN, head=replace(HEAD, number=None, day=None, month=None)),
    "plan_with_long_names": replace(
        PLAN,
        head=Head(
            ("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ VÀ CẢI CÁCH HÀNH CHÍNH",),
            "KH-BCĐ",
            "Thành phố Hồ Chí Minh",
            ("ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI",),
            1234,
            29,
            12,
            2026,
        ),
        subject=f"{SUBJECT} và triển khai công tác chuyển đổi số, cải cách hành chính trên địa bàn xã đến năm 2030",
        signature=Signature(
            ("TM. ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ SƠN TÂY HẠ", "CHỦ TỊCH"), "Nguyễn Văn An"
        ),
    ),
    "plan_with_appendices": replace(
        PLAN,
        appendices=(
            Appendix("Danh mục nhiệm vụ", (tasks(60),), landscape=True),
            Appendix("Chỉ tiêu", (counts(),)),
        ),
    ),
    "plan_with_one_appendix": replace(
        PLAN, appendices=(Appendix("Danh mục nhiệm vụ", (paragraph(S.BODY, LONG), tasks(8))),)
    ),
    "plan_of_two_parties": replace(
        PLAN,
        parties=(Signature(("BÊN GIAO",), "Lê Văn Hòa"), Signature(("BÊN NHẬN",), "Nguyễn Thị Hồng Vân")),
    ),
    "letter": LETTER,
    "letter_to_one": replace(LETTER, addressees=("Sở Y tế tỉnh Quảng Ngãi",)),
    "letter_to_long_names": replace(
        LETTER, addressees=("Các Phòng: Kinh tế; Văn hóa - Xã hội; Văn phòng HĐND và UBND xã", "Trạm Y tế")
    ),
    "draft_letter": replace(LETTER, head=replace(LETTER.head, number=None, day=None)),
    "slip": replace(PLAN, title="PHIẾU GIAO NHIỆM VỤ", head=replace(HEAD, symbol="", number=None)),
    "report": REPORT,
    "report_with_table": replace(REPORT, blocks=(*body(1)[:-1], counts(), body(1)[-1])),
    "report_for_filing": replace(REPORT, addressees=()),
    "report_with_charts": replace(
        REPORT, appendices=(Appendix("Biểu đồ tiến độ thực hiện", (bars(20), bars(9), course())),)
    ),
}


def kind_of(name: str) -> str:
    """The kind that the form checker is told."""
    return next(kind for kind in ("letter", "report", "plan") if kind in name)
