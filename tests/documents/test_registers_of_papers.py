"""The registers of papers that came in and went out, ten columns each."""

import datetime as dt
from dataclasses import replace

from commune import DRAFT, GIVEN, ISSUED, OFFICE, PLANNED, body

from desktop.documents import incoming_register, letter, outgoing_register, plan
from desktop.documents.model import Signature
from desktop.documents.outgoing_register import sent_as
from desktop.domain.correspondence import Arrival, Dispatch, Incoming, Outgoing
from desktop.domain.office import Office

DAY, TODAY = dt.date(2026, 3, 5), dt.date(2026, 3, 27)
CAME = Incoming(
    1, "Công văn", "312", "SYT-BTXH", "SỞ Y TẾ", dt.date(2026, 3, 2), "tổ chức các hoạt động kỷ niệm Ngày Công tác xã hội Việt Nam",
    Arrival(45, dt.date(2026, 3, 3), "Phòng Văn hóa - Xã hội", dt.date(2026, 3, 3), "Bản giấy"),
)  # fmt: skip
OTHER = Incoming(2, None, None, None, None, None, None, Arrival(on=DAY))
SENT = Dispatch(
    "Nguyễn Thị Bích Ngọc", ("Các thôn", "CT, các PCT UBND xã"), "VT, VHXH", 20, DAY, "Gửi qua Zalo"
)
PAPERS = (
    Outgoing("Kế hoạch", 5, "KH-UBND", DAY, ISSUED.subject, 1, dispatch=SENT),
    Outgoing("Công văn", 40, "UBND-VHXH", DAY, "triển khai thực hiện Kế hoạch", 1, letter=1),
    Outgoing("Báo cáo", 7, "BC-UBND", TODAY, "Báo cáo kết quả thực hiện Kế hoạch", 1, report=1),
)


def test_the_register_of_papers_in_prints_as_expected(golden):
    golden("incoming_register", incoming_register.build((CAME, OTHER), OFFICE, 2026, TODAY))


def test_the_register_of_papers_out_prints_as_expected(golden):
    golden("outgoing_register", outgoing_register.build(PAPERS, OFFICE, 2026, TODAY))


def test_registers_have_the_ten_columns_of_the_decree_even_when_empty():
    for build in (incoming_register.build, outgoing_register.build):
        _, table = build((), OFFICE, 2026, TODAY).blocks
        assert [column.titles[1] for column in table.columns] == [f"({n})" for n in range(1, 11)]
        assert table.rows == ()


def test_a_paper_is_named_by_what_it_says():
    assert incoming_register.named(CAME) == "Công văn số 312/SYT-BTXH của Sở Y tế"
    assert incoming_register.named(OTHER) == "văn bản"
    assert outgoing_register.named(PAPERS[1]) == (
        "Công văn về việc triển khai thực hiện Kế hoạch, ngày 05/3/2026"
    )


def test_a_plan_and_a_letter_say_who_signs_and_where_they_go():
    printed = plan.build(ISSUED, body(), PLANNED, OFFICE, 2026)
    sent = sent_as(printed)
    assert (sent.signer, sent.keeper) == ("Nguyễn Thị Bích Ngọc", "VT, VHXH")
    assert sent.recipients == printed.recipients[:-1]
    sending = letter.build(DRAFT, ("Các thôn",), GIVEN, OFFICE, 2026)
    assert sent_as(sending).recipients == (*sending.addressees, "CT, các PCT UBND xã Đồng Sen")


def test_blanks_are_not_taken_for_a_signer():
    unknown = letter.build(DRAFT, (), GIVEN, Office(), 2026)
    assert sent_as(unknown).signer == ""
    assert sent_as(replace(unknown, recipients=(), signature=Signature(()))) == Dispatch()
    assert sent_as(replace(unknown, recipients=("Sở Y tế",))).recipients == ("Sở Y tế",)
