"""Giấy mời."""

import datetime as dt

from commune import ISSUED, OFFICE, STATION

from desktop.documents import invitation
from desktop.documents.as_text import plain_text
from desktop.documents.model import Document
from desktop.domain.meeting import Meeting
from desktop.domain.office import Office

TALK = Meeting("tọa đàm, gặp mặt cán bộ, công chức làm công tác xã hội")
TOLD = Meeting("Hội nghị tổng kết", dt.date(2026, 3, 24), "08 giờ 00", "hội trường UBND xã")


def lines(paper: Document) -> list[str]:
    return plain_text(paper).splitlines()


def test_an_invitation_prints_as_expected(golden):
    golden("invitation", invitation.build(ISSUED, TALK, (STATION.name, "Công an xã"), OFFICE, 2026))


def test_what_the_task_tells_is_printed():
    found = lines(invitation.build(ISSUED, TOLD, (), OFFICE, 2026))
    assert "Tới dự hội nghị tổng kết." in found
    assert "Thời gian: 08 giờ 00, ngày 24/3/2026." in found
    assert "Địa điểm: Hội trường UBND xã." in found


def test_what_nobody_told_is_a_blank():
    found = lines(invitation.build(ISSUED, TALK, (), Office(), 2026))
    assert "Thời gian: …… giờ ……, ngày …… tháng …… năm 2026." in found
    assert [line for line in found if line.startswith(("- ……", "Chủ trì: ……", "Địa điểm: ……"))]
    assert [line for line in found if line.startswith("Số:") and line.endswith("/GM-UBND")]
