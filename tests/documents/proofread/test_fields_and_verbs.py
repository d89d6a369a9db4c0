"""Work under the wrong unit, and verbs of command before those who are asked."""

import pytest
from proofread_papers import codes, findings, paper, severities

from desktop.documents.proofread import fields, verbs
from desktop.documents.proofread.paper import Named, PaperTask
from desktop.domain.directive import Severity

ASSIGN = "IV. TỔ CHỨC THỰC HIỆN"
WORK = "- Chỉ đạo các cơ sở khám, chữa bệnh trên địa bàn tổ chức kỷ niệm."


def test_work_of_the_health_sector_is_not_the_offices() -> None:
    [found] = findings(fields.check, paper(ASSIGN, "3. Văn phòng HĐND và UBND", WORK))
    assert (found.code, found.severity, found.quote) == ("foreign_task", Severity.WARNING, WORK)
    assert "cơ quan y tế" in found.message


@pytest.mark.parametrize(
    "unit",
    [
        "Trạm Y tế",
        "Phòng Văn hóa - Xã hội",
        "Các cơ quan, đơn vị",
        "UBND các xã",
        "Sở Y tế",
        "Về công tác tuyên truyền",
    ],
)
def test_those_who_may_have_it_are_let_be(unit: str) -> None:
    assert codes(fields.check, paper(ASSIGN, f"3. {unit}", WORK)) == []


def test_only_the_assignment_gives_work() -> None:
    assert codes(fields.check, paper("II. NỘI DUNG", "3. Văn phòng HĐND và UBND", WORK)) == []
    assert codes(fields.check, paper(ASSIGN, WORK)) == []


def test_tasks_of_a_plan_made_here_have_their_units() -> None:
    office = PaperTask(WORK, (Named("Văn phòng HĐND và UBND xã"),), passage=1)
    station = PaperTask(WORK, (Named("Trạm Y tế xã"),))
    nobody = PaperTask(WORK)
    some = paper(ASSIGN, WORK, tasks=(office, station, nobody), ours=True)
    assert [(one.code, one.paragraph) for one in findings(fields.check, some)] == [("foreign_task", 1)]


def test_the_front_is_asked_not_commanded() -> None:
    text = "4. Yêu cầu Ủy ban Mặt trận Tổ quốc Việt Nam xã vận động hội viên."
    [found] = findings(verbs.check, paper(text))
    assert (found.code, found.severity) == ("wrong_verb", Severity.WARNING)
    assert found.fix == text.replace("Yêu cầu", "Đề nghị")


def test_a_mass_organisation_gets_no_orders_here_and_a_note_from_outside() -> None:
    text = "- UBND xã giao Hội Chữ thập đỏ tổ chức hiến máu."
    assert [one.severity for one in findings(verbs.check, paper(text, ours=True))] == [Severity.WARNING]
    assert [one.severity for one in findings(verbs.check, paper(text))] == [Severity.INFO]


@pytest.mark.parametrize(
    "text",
    [
        "- Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã phối hợp.",
        "- Yêu cầu Phòng Văn hóa - Xã hội và các đơn vị.",
        "- Thực hiện theo yêu cầu Ủy ban MTTQ xã; đã giao Hội Nông dân từ trước.",
        "- Nội dung bàn giao Đảng ủy xã.",
        "- Theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 về việc giao Hội Nông dân quản lý quỹ",
    ],
)
def test_other_words_are_let_be(text: str) -> None:
    assert codes(verbs.check, paper(text)) == []


def test_the_front_and_the_party_command_their_own() -> None:
    text = "- Yêu cầu Ủy ban MTTQ các xã báo cáo."
    assert codes(verbs.check, paper(text, issuer="ỦY BAN MTTQ VIỆT NAM TỈNH")) == []
    assert codes(verbs.check, paper(text, issuer="", head=("ĐẢNG CỘNG SẢN VIỆT NAM",))) == []
    assert codes(verbs.check, paper(text, issuer="")) == ["wrong_verb"]


def test_who_helps_another_does_not_do_its_work() -> None:
    helping = "- Phối hợp với Trạm Y tế chỉ đạo các cơ sở khám, chữa bệnh."
    assert codes(fields.check, paper(ASSIGN, "3. Văn phòng HĐND và UBND", helping)) == []


def test_those_who_are_asked_among_those_commanded_are_told() -> None:
    text = "1. UBND xã yêu cầu các phòng, ban, Ủy ban Mặt trận Tổ quốc xã và các thôn thực hiện."
    [found] = findings(verbs.check, paper(text))
    assert (found.code, found.severity, found.fix) == ("wrong_verb", Severity.INFO, None)
    assert severities(verbs.check, paper(text, ours=True)) == [Severity.WARNING]


@pytest.mark.parametrize(
    "text",
    [
        "1. Yêu cầu các phòng, ban phối hợp với các đơn vị, Ủy ban Mặt trận Tổ quốc xã thực hiện.",
        "1. UBND xã yêu cầu các phòng, ban; đề nghị Ủy ban Mặt trận Tổ quốc xã, Hội Nông dân thực hiện.",
        "1. Yêu cầu các thôn; Hội Nông dân vận động hội viên.",
        "1. Theo yêu cầu của Đảng ủy, Hội Nông dân.",
    ],
)
def test_names_behind_other_words_are_not_those_commanded(text: str) -> None:
    assert codes(verbs.check, paper(text)) == []
