"""Recipients and signature as offices lay them out."""

import pytest

from desktop.readers.directive import closing
from desktop.readers.directive.lines import Line


def end(*lines: str) -> closing.Closing:
    return closing.read([Line(line) for line in lines])


def test_items_lose_dash_and_stop_and_join_their_lines() -> None:
    found = end(
        "Nơi nhận:", "- Như trên;", "- Bí thư Chi bộ, Trưởng thôn, Ban công", "tác MT thôn;", "- Lưu: VT."
    )
    assert found.recipients == ("Như trên", "Bí thư Chi bộ, Trưởng thôn, Ban công tác MT thôn", "Lưu: VT")


def test_items_without_dashes_are_cut_at_semicolons() -> None:
    assert end("Nơi nhận: - Như trên;", "Các thôn;", "Lưu VT.", "CHỦ TỊCH").recipients == (
        "Như trên",
        "Các thôn",
        "Lưu VT",
    )


def test_an_empty_heading_before_the_real_one_is_skipped() -> None:
    found = end("Nơi nhận:", "-", "Nơi nhận:", "- Các thôn;", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị An")
    assert found.recipients == ("Các thôn",)
    assert (found.authority, found.title, found.name) == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị An")


@pytest.mark.parametrize(
    ("lines", "authority", "title", "name"),
    [
        (["CHỦ TỊCH", "Lê Văn An"], None, "CHỦ TỊCH", "Lê Văn An"),
        (["TM. ỦY BAN NHÂN", "DÂN", "CHỦ TỊCH", "Lê Văn An"], "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn An"),
        (
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)", "Lê Văn An"],
            "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH",
            "PHÓ CHỦ TỊCH",
            "Lê Văn An",
        ),
        (["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "LÊ VĂN AN"], "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "LÊ VĂN AN"),
        (["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Văn An"], "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Lê Văn An"),
        (["TRƯỞNG BAN", "CHỦ TỊCH UBND XÃ", "Lê Văn An"], None, "TRƯỞNG BAN", "Lê Văn An"),
        (["PHÓ CHỦ TỊCH", "THƯỜNG TRỰC", "Lê Văn An"], None, "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Lê Văn An"),
        (["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Lê", "Văn An"], "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Lê Văn An"),
        (["HIỆU TRƯỞNG", "ThS. Lê Thị An"], None, "HIỆU TRƯỞNG", "ThS. Lê Thị An"),
        (["GIÁM ĐỐC"], None, "GIÁM ĐỐC", None),
        (
            ["KT. BỘ TRƯỞNG,", "CHỦ NHIỆM", "PHÓ CHỦ NHIỆM", "Lê Văn An"],
            "KT. BỘ TRƯỞNG, CHỦ NHIỆM",
            "PHÓ CHỦ NHIỆM",
            "Lê Văn An",
        ),
        ([], None, None, None),
    ],
)
def test_signature(lines: list[str], authority: str | None, title: str | None, name: str | None) -> None:
    found = end("Nơi nhận:", "- Như trên;", "- Lưu: VT.", *lines)
    assert (found.authority, found.title, found.name) == (authority, title, name)


def test_the_signature_may_stand_before_the_recipients() -> None:
    found = end("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn An", "Nơi nhận:", "- Các thôn;", "- Lưu: VT.")
    assert (found.authority, found.name, found.recipients) == (
        "TM. ỦY BAN NHÂN DÂN",
        "Lê Văn An",
        ("Các thôn", "Lưu: VT"),
    )


def test_a_signature_alone_has_no_recipients() -> None:
    assert end("CHỦ TỊCH", "Lê Văn An") == closing.Closing((), None, "CHỦ TỊCH", "Lê Văn An")


def test_two_columns_on_one_line_are_cut() -> None:
    found = end("Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- Như trên; CHỦ TỊCH", "- Lưu: VT.", "Lê Văn An")
    assert found == closing.Closing(("Như trên", "Lưu: VT"), "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn An")


def test_departments_of_an_office_go_on_below_its_line() -> None:
    found = end("Nơi nhận:", "- VPCP: BTCN, các PCN;", "Các Vụ: TH, NN;", "- Lưu: VT.")
    assert found.recipients == ("VPCP: BTCN, các PCN; Các Vụ: TH, NN", "Lưu: VT")
