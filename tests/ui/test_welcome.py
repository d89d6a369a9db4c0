"""The first start: names are filled from the commune, kept, shown as they print; the sample is asked for apart."""

import pytest
from PySide6.QtCore import Qt

from desktop.services.demo import data_file
from desktop.ui.hub import Place
from desktop.ui.pages.welcome import WelcomePage


@pytest.fixture
def page(context, qtbot) -> WelcomePage:
    made = WelcomePage(context)
    qtbot.addWidget(made)
    made.resize(1160, 740)
    made.show()
    return made


def choose(page, qtbot, words: str) -> None:
    """Type and take the first commune."""
    qtbot.keyClicks(page.commune, words)
    page.commune.choose_first()


def test_choosing_a_commune_fills_the_names(page, qtbot):
    choose(page, qtbot, "son tay ha")
    assert page.office.text() == "Ủy ban nhân dân xã Sơn Tây Hạ"
    assert page.place.text() == "Sơn Tây Hạ"


def test_what_is_told_is_kept_and_the_days_work_opens(page, qtbot):
    choose(page, qtbot, "son tay ha")
    page.signers[1][1].setText("Trần Thị Thúy Hằng")
    with qtbot.waitSignal(page.context.hub.open_place) as told:
        page.begin()
    office = page.context.work.office
    assert (office.issuer, office.reports_to) == (
        ("ỦY BAN NHÂN DÂN", "XÃ SƠN TÂY HẠ"),
        "UBND tỉnh Quảng Ngãi",
    )
    assert office.signers[0].lines == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert told.args == [Place("today")]


def test_without_a_name_of_the_office_it_says_so_under_the_field(page):
    page.begin()
    assert "tên cơ quan" in page.office_field.error
    assert page.context.work.office.name == ""


def test_a_list_that_was_dropped_is_imported_next(page, qtbot):
    path = str(data_file("samples/danh-sach-don-vi.xlsx"))
    assert page.drop([path])
    assert not page.drop(["van-ban.pdf"])
    page.office.setText("Phòng Văn hóa - Xã hội")
    with qtbot.waitSignal(page.context.hub.open_place) as told:
        page.begin()
    assert told.args == [Place("unit_import", part=path)]


def test_what_was_told_before_is_shown_again(page, qtbot):
    choose(page, qtbot, "con dao")
    page.signers[0][0].setCurrentText("Phó Chủ tịch")
    page.signers[0][1].setText("Lê Văn Tám")
    page.begin()
    again = WelcomePage(page.context)
    qtbot.addWidget(again)
    again.make_current()
    assert (again.office.text(), again.signers[0][1].text()) == (
        "Ủy ban nhân dân đặc khu Côn Đảo",
        "Lê Văn Tám",
    )
    assert again.signers[0][0].currentText() == "Phó Chủ tịch"


def test_the_sample_is_made_and_its_home_asked_for(page, qtbot):
    with qtbot.waitSignal(page.context.hub.home_wanted, timeout=60_000) as told:
        qtbot.mouseClick(page.findChild(object, "welcomeSample"), Qt.MouseButton.LeftButton)
    assert told.args[0].is_relative_to(page.context.work.home)
    assert page.context.work.office.name == ""
