"""`papers` and `register`: what is printed, what is left, how they end."""

import pytest

from desktop.cli.values import PAPERS

MADE = {
    "phieu-giao-viec": ("1", "phieu-giao-viec-ke-hoach-15-2026-03-05", 3),
    "so-theo-doi": ("1", "so-theo-doi-ke-hoach-15-2026-03-05-2026-03-26", 3),
    "so-den": (None, "so-van-ban-den-2026", 3),
    "so-di": (None, "so-van-ban-di-2026", 3),
    "giay-moi": ("1", "giay-moi-ke-hoach-15-2026-03-05-nhiem-vu-1", 2),
    "muc-luc": ("1", "muc-luc-van-ban-ke-hoach-15-2026-03-05", 3),
    "viec-hom-nay": (None, "viec-hom-nay-2026-03-26", 3),
    "danh-gia": (None, "danh-gia-tien-do-2026-01-01-2026-03-31", 3),
}


@pytest.mark.parametrize("kind", PAPERS)
def test_every_kind_of_paper_is_written_in_the_formats_it_comes_in(issued, tmp_path, kind):
    plan, base, count = MADE[kind]
    ended = issued("papers", kind, *([plan] if plan else []), "--to", tmp_path / "so")
    endings = (".pdf", ".docx", ".xlsx")[:count]
    assert (ended.status, ended.out.splitlines()) == (
        0,
        [str(tmp_path / "so" / f"{base}{e}") for e in endings],
    )


def test_formats_years_units_and_tasks_are_chosen(issued, tmp_path):
    for words, name in (
        (("so-den", "--year", "2025", "--docx"), "so-van-ban-den-2025.docx"),
        (
            ("danh-gia", "--period", "2026-03", "--unit", "4", "--xlsx"),
            "danh-gia-tien-do-don-vi-4-2026-03-01-2026-03-31.xlsx",
        ),
        (
            ("phieu-giao-viec", "1", "--unit", "4", "--pdf"),
            "phieu-giao-viec-don-vi-4-ke-hoach-15-2026-03-05.pdf",
        ),
        (("giay-moi", "1", "--task", "1", "--pdf"), "giay-moi-ke-hoach-15-2026-03-05-nhiem-vu-1.pdf"),
    ):
        assert issued("papers", *words, "--to", tmp_path / "so").out.splitlines() == [
            str(tmp_path / "so" / name)
        ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("muc-luc",), "hãy ghi thêm mã kế hoạch"),
        (("so-den", "1"), "không dùng tham số mã kế hoạch"),
        (("giay-moi", "1", "--xlsx"), "không dùng tham số --xlsx"),
        (("viec-hom-nay", "--year", "2026"), "không dùng tham số --year"),
        (("danh-gia", "--period", "2026-13"), "kỳ báo cáo"),
        (("giay-moi", "1", "--task", "2"), "không phải cuộc họp"),
    ],
)
def test_what_a_kind_does_not_take_is_told(issued, tmp_path, words, told):
    ended = issued("papers", *words, "--to", tmp_path / "so")
    assert (ended.status, ended.out) == (1, "")
    assert told in ended.err


def test_a_kind_that_there_is_not_is_told_with_those_that_there_are(issued, tmp_path):
    ended = issued("papers", "so-tay", "--to", tmp_path)
    assert ended.status == 2
    assert "không có loại “so-tay”" in ended.err
    assert "phieu-giao-viec" in ended.err


def test_a_directive_is_registered_and_listed(issued):
    assert "chưa có số đến, ngày đến 26/03/2026" in issued("register", "in", "1", "--note", "Bản giấy").out
    ended = issued(
        "register", "in", "1", "--number", "112", "--to", "Phòng Văn hóa - Xã hội", "--date", "03/3/2026"
    )
    assert ended.out == "Đã ghi văn bản 312/SYT-BTXH: số đến 112, ngày đến 03/03/2026.\n"
    listed = issued("register", "list").out
    assert "112" in listed
    assert "số đến 113; số đi 16/KH-UBND, 01/BC-UBND, 01/UBND" in listed
    (came,) = issued("register", "list", "--json").json["incoming"]
    assert (came["arrival"], came["received_on"], came["passed_on"]) == (112, "2026-03-03", None)


def test_a_letter_gets_its_number_once(issued):
    words = ("register", "out", "09/GM-UBND", "--subject", "Tọa đàm", "--plan", "1", "--to", "Trạm Y tế xã")
    assert issued(*words).out == "Đã cấp số cho giấy mời 09/GM-UBND ngày 26/03/2026.\n"
    again = issued(*words)
    assert again.status == 1
    assert "đã cấp cho Giấy mời tọa đàm, ngày 26/3/2026" in again.err
    assert "số tiếp theo là 10" in again.err
    more = issued("register", "out", "15/KH-UBND", "--copies", "30", "--sent-on", "06/3/2026")
    assert more.out == "Đã ghi thêm về kế hoạch 15/KH-UBND ngày 05/03/2026.\n"
    went = issued("register", "list", "--json").json["outgoing"]
    assert [(one["number"], one["copies"], one["sent_on"]) for one in went] == [
        (15, 30, "2026-03-06"),
        (9, None, None),
    ]


def test_what_is_no_number_or_has_none_is_told(issued):
    assert "không phải số, ký hiệu" in issued("register", "out", "GM-UBND").err
    assert issued("register", "out", "77/GM-UBND", "--copies", "1").status == 1
