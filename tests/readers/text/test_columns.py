"""Head and signature block laid out with tabs or spaces."""

from desktop.readers.blocks import Block
from desktop.readers.text.columns import part_columns


def parted(*lines: str) -> list[str]:
    return [block.text.strip() for block in part_columns([Block(line) for line in lines])]


MOTTO, FREEDOM = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
WIDE = " " * 20


def test_a_head_set_with_spaces_comes_left_first() -> None:
    head = (
        f"UBND XÃ A{WIDE}{MOTTO}",
        f"{WIDE}{FREEDOM}",
        "VĂN PHÒNG",
        f"Số:      /KH-UBND{WIDE}     A, ngày     tháng 3",
    )
    found = parted(*head, "KẾ HOẠCH", "Thân bài")
    assert found == [
        "UBND XÃ A",
        "VĂN PHÒNG",
        "Số:      /KH-UBND",
        MOTTO,
        FREEDOM,
        "A, ngày     tháng 3",
        "KẾ HOẠCH",
        "Thân bài",
    ]


def test_lines_in_two_parts_above_the_motto_belong_to_the_head() -> None:
    assert parted("TỈNH A\tMẫu số 1", f"XÃ B\t{MOTTO}", "") == ["TỈNH A", "XÃ B", "Mẫu số 1", MOTTO, ""]


def test_a_head_on_one_side_is_left_alone() -> None:
    lines = ["UBND XÃ A", MOTTO, FREEDOM, "1. Nội dung\tmột"]
    assert parted(*lines) == [line.strip() for line in lines]


def test_a_signature_block_set_with_tabs_comes_recipients_first() -> None:
    lines = (
        "\t\tTM. ỦY BAN NHÂN DÂN",
        "Nơi nhận:\tCHỦ TỊCH",
        "- Như trên;",
        "- Lưu: VT.\tLê A",
        "PHỤ LỤC",
        "x\ty",
    )
    found = parted("Thân bài.", *lines)
    assert found[:4] == ["Thân bài.", "Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    assert found[4:] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê A", "PHỤ LỤC", "x\ty"]


def test_recipients_alone_are_left_alone() -> None:
    lines = ["Nơi nhận:", "- Như trên.", "CHỦ TỊCH"]
    assert parted(*lines) == lines


def test_a_table_or_too_many_lines_of_one_column_end_the_search() -> None:
    table = Block("", rows=(("a", "b"),))
    found = part_columns(
        [Block("Nơi nhận:"), table, Block("a\tb"), Block("Nơi nhận: b"), *[Block("c")] * 25, Block("a\tb")]
    )
    assert [block.text for block in found][2] == "a\tb"
    assert found[-1].text == "a\tb"


def test_bullets_and_numbers_before_a_tab_are_no_column() -> None:
    lines = [f"UBND\t{MOTTO}", "-\tSở Y tế", "1.\tSở Y tế", "x"]
    assert parted(*lines) == ["UBND", MOTTO, *lines[1:]]


def test_a_head_copied_from_a_pdf_line_by_line_is_parted() -> None:
    lines = (
        f"UBND XÃ A {MOTTO}",
        f"VĂN PHÒNG {FREEDOM}",
        "Số: 12/KH-UBND Tân Phú, ngày 3 tháng 4 năm 2026",
        "Kính gửi: B",
    )
    found = parted(*lines)
    assert found[:3] == ["UBND XÃ A", "VĂN PHÒNG", "Số: 12/KH-UBND"]
    assert found[3:] == [MOTTO, FREEDOM, "Tân Phú, ngày 3 tháng 4 năm 2026", "Kính gửi: B"]


def test_a_long_line_is_never_two_columns_of_the_head() -> None:
    long = "Căn cứ " + "a" * 150 + "   b"
    assert parted(f"UBND\t{MOTTO}", long) == ["UBND", MOTTO, long]
