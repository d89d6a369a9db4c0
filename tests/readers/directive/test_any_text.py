"""Whatever stands in a document, the reader comes to an end, twice the same, and names nobody who is not there."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.cli.reading_json import reading_to_json
from desktop.readers.blocks import Block, Text
from desktop.readers.directive import read_blocks

FRAGMENTS = [
    "ỦY BAN NHÂN DÂN",
    "XÃ HÒA PHÚ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 12/KH-UBND",
    "Số:",
    "Hòa Phú, ngày 5 tháng 3 năm 2026",
    "KẾ HOẠCH",
    "V/v trồng cây",
    "Kính gửi:",
    "I. TỔ CHỨC THỰC HIỆN",
    "1. Sở Y tế",
    "1.",
    "- Trực cấp cứu (Công an xã chủ trì).",
    "+ Thuốc;",
    "a) Nhiệm vụ:",
    "- Đơn vị chủ trì: Trạm Y tế",
    "- Thời gian:",
    "Tháng 9/2026.",
    "Giao Sở Nội vụ báo cáo UBND tỉnh trước ngày 9/3/2026; Yêu cầu:",
    "Trên đây là Kế hoạch./.",
    "Nơi nhận:",
    "- Lưu: VT.",
    "KT. CHỦ TỊCH",
    "Lê Văn An",
    "PHỤ LỤC",
    "| TT | Nội dung | Chủ trì | Thời gian |",
    "| 1 | Họp | Các thôn | Quý I |",
    "“",
    "((",
    ";",
]
LINES = st.lists(
    st.builds(Block, st.sampled_from(FRAGMENTS) | st.text(max_size=40), st.booleans(), st.booleans()),
    max_size=30,
)


@settings(max_examples=150)
@given(LINES)
def test_any_lines_are_read_to_the_end(blocks: list[Block]) -> None:
    text = Text(tuple(blocks))
    reading = read_blocks(text)
    assert reading == read_blocks(text)
    assert all(task.text and all(task.lead) for task in reading.tasks)
    assert isinstance(reading_to_json(reading)["tasks"], list)


@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "TT", "Nhiệm vụ", "Chủ trì", "1", "Họp", "Các thôn"]), min_size=3, max_size=3
        )
    )
)
def test_any_table_is_read_to_the_end(rows: list[list[str]]) -> None:
    table = Block("", rows=tuple(map(tuple, rows)))
    assert read_blocks(Text((Block("KẾ HOẠCH"), Block("I. NHIỆM VỤ"), table))).kind == "Kế hoạch"
