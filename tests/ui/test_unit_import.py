"""A list of units through the window: file, columns, preview, corrections, one commit that can be taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester

from desktop.services import unit_views
from desktop.services.unit_list_lines import Kind
from desktop.ui.hub import Place
from desktop.ui.models.import_rows import whole_file_words
from desktop.ui.pages.unit_import import UnitImportPage
from desktop.ui.widgets.column_mapping import letters

HEAD = "STT,Tên đơn vị,Nhóm,Người liên hệ,Điện thoại,Số\n"
ROWS = (
    "1,Thôn Đông,,Nguyễn Thị Mới,0912345678,7",
    "2,Thôn Bến,Các thôn ven sông,,09x,8",
    "3,thôn bến,,,,9",
    "4,Thôn Cồn,,Lê Lan,0912345679,10",
)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    path.write_text(HEAD + "\n".join(ROWS), encoding="utf-8")
    return path


@pytest.fixture
def page(demo, qtbot, failures) -> UnitImportPage:
    made = UnitImportPage(demo)
    qtbot.addWidget(made)
    made.resize(1160, 700)
    made.show()
    return made


def ended(page, qtbot) -> None:
    qtbot.waitUntil(lambda: not page.context.jobs.is_busy, timeout=20_000)


def read(page, qtbot, path: Path) -> None:
    page.open_at(Place("unit_import", part=str(path)))
    ended(page, qtbot)


def known(page) -> dict[str, object]:
    return {line.name.name: line for line in unit_views.load(page.context.work).lines}


def cell(page, row: int, key: str):
    at = next(i for i, column in enumerate(page.look.model.columns) if column.key == key)
    return page.look.model.index(row, at)


def test_what_each_line_would_do_is_shown_and_counted(page, qtbot, listed):
    read(page, qtbot, listed)
    actions = [cell(page, row, "action").data() for row in range(4)]
    assert actions == ["Thay đổi", "Mới", "Trùng", "Mới"]
    assert page.keep.text() == "Nhập 2 đơn vị mới, 1 thay đổi"
    assert "Tên đơn vị (cột B)" in page.look._summary.text()
    page.look.show_kind(Kind.NEW)
    assert page.look.model.rowCount() == 2
    assert "số điện thoại không hợp lệ" in cell(page, 0, "notes").data()
    assert cell(page, 0, "notes").data().startswith("Cột E")


def test_both_values_of_a_changed_cell_are_told(page, qtbot, listed):
    read(page, qtbot, listed)
    before = known(page)["Thôn Đông"].unit.contact.person
    tip = cell(page, 0, "contact").data(Qt.ItemDataRole.ToolTipRole)
    assert tip == f"Đang có: {before}\nTrong tệp: Nguyễn Thị Mới"


def test_the_list_is_kept_in_one_step_and_taken_back(page, qtbot, listed):
    read(page, qtbot, listed)
    page.keep.click()
    ended(page, qtbot)
    assert page._told._sentence.text() == "Đã nhập 2 đơn vị mới, 1 thay đổi, 1 trùng bỏ qua."
    assert known(page)["Thôn Đông"].unit.contact.person == "Nguyễn Thị Mới"
    assert any("before-import" in one.name for one in (page.context.work.home / "backups").iterdir())
    page._undo.click()
    assert "Thôn Bến" not in known(page)


def test_a_line_that_is_left_out_is_not_kept(page, qtbot, listed):
    read(page, qtbot, listed)
    model = page.look.model
    model.setData(model.index(1, 0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert cell(page, 1, "action").data() == "Bỏ qua"
    assert page.keep.text() == "Nhập 1 đơn vị mới, 1 thay đổi"
    page.keep.click()
    ended(page, qtbot)
    assert "Thôn Bến" not in known(page)
    assert "Thôn Cồn" in known(page)


def test_a_cell_put_right_is_compared_anew(page, qtbot, listed):
    read(page, qtbot, listed)
    page.look.model.setData(cell(page, 1, "phone"), "0911 222 333")
    ended(page, qtbot)
    assert cell(page, 1, "phone").data() == "0911222333"
    assert "không hợp lệ" not in cell(page, 1, "notes").data()
    page.look.model.setData(cell(page, 3, "name"), "Thôn Đông")
    ended(page, qtbot)
    assert cell(page, 3, "action").data() == "Trùng"


def test_a_column_told_is_read_and_remembered_for_the_next_list(page, qtbot, listed):
    read(page, qtbot, listed)
    assert page.look.mapping.choice("F").currentData() == ""
    page._on_column("F", "code")
    ended(page, qtbot)
    assert cell(page, 1, "code").data() == "8"
    read(page, qtbot, listed)
    assert "như lần trước" in page.look._note.text()
    assert page.look.mapping.choice("F").currentData() == "code"
    page._on_column("F", "")
    ended(page, qtbot)
    assert "code" not in {column.key for column in page.look.model.columns}


def test_a_list_without_a_column_of_names_asks_for_it(page, qtbot, tmp_path):
    path = tmp_path / "la.csv"
    path.write_text("Thứ,Chỗ,Việc\nhai,Bến Hạ,quét dọn\nba,Đồng Sen,trồng cây\n", encoding="utf-8")
    read(page, qtbot, path)
    assert "Không rõ cột nào" in page.look._note.text()
    assert not page.keep.isEnabled()
    choice = page.look.mapping.choice("B")
    choice.setCurrentIndex(choice.findData("name"))
    choice.activated.emit(choice.currentIndex())
    ended(page, qtbot)
    assert "Bến Hạ" in [row.name for row in page._seen.rows]
    page._on_column("B", "")
    assert "Không rõ cột nào" in page.look._note.text()


def test_a_file_that_cannot_be_read_says_why_in_the_page(page, qtbot, tmp_path, failures):
    path = tmp_path / "a.xls"
    path.write_text("<html><table><tr><td>Tên đơn vị</td></tr></table></html>", encoding="utf-8")
    read(page, qtbot, path)
    assert "trang web (HTML)" in page.start._wrong.text()
    assert page._stack.currentIndex() == 0
    assert failures == []


def test_reading_that_is_stopped_goes_back(page, qtbot, listed):
    page.read(listed)
    page.context.jobs.cancel()
    ended(page, qtbot)
    assert page._stack.currentIndex() == 0
    assert not page.keep.isVisible()


def test_a_file_let_go_on_the_page_is_read(page, qtbot, listed):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(listed))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.start.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, none))
    ended(page, qtbot)
    assert page.look._file.text() == "a.csv"


def test_the_same_list_again_has_nothing_to_keep(page, qtbot, listed):
    read(page, qtbot, listed)
    page.keep.click()
    ended(page, qtbot)
    page.open_at(Place("unit_import"))
    assert page._stack.currentIndex() == 0
    read(page, qtbot, listed)
    assert page.keep.text() == "Không có gì mới để nhập"


def test_another_sheet_is_read_when_it_is_chosen(page, qtbot, tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    for name in ("Thôn", "Trường"):
        sheet = book.create_sheet(name)
        for row in (("STT", "Tên đơn vị", "Điện thoại"), (1, f"{name} Một", "0912345678")):
            sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    read(page, qtbot, tmp_path / "a.xlsx")
    assert cell(page, 0, "name").data() == "Thôn Một"
    page.look.sheet_chosen.emit("Trường")
    ended(page, qtbot)
    assert cell(page, 0, "name").data() == "Trường Một"
    assert page.look.sheets.currentText() == "Trường"


def test_the_model_of_the_preview_is_sound(page, qtbot, listed):
    read(page, qtbot, listed)
    model = page.look.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.skip({0, 1}, leaves_out=True)
    model.skip({0, 1}, leaves_out=False)
    page.look.show_kind(Kind.DUPLICATE)
    assert tester.model().rowCount() == 1


def test_columns_are_lettered_as_in_excel():
    assert [letters(at) for at in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AB",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


def test_old_encodings_are_told_once_for_all_their_columns():
    from desktop.domain.draft import Problem

    told = whole_file_words([Problem(0, column, "legacy_text", "tcvn3") for column in "BC"])
    assert told == [
        "Cột B, C gõ bằng bảng mã cũ TCVN3 (ABC), đã chuyển sang Unicode; hãy xem lại vài tên trước khi nhập."
    ]


def test_the_columns_are_laid_out_when_they_are_asked_for(page, qtbot, listed):
    read(page, qtbot, listed)
    assert page.look.mapping.rowCount() == 0
    page.look._columns.click()
    assert page.look.mapping.columnCount() == 6
    assert page.look.mapping.choice("B").currentData() == "name"


def test_a_list_that_is_looked_at_no_more_is_given_back(page, qtbot, listed):
    read(page, qtbot, listed)
    before, model = page._seen, page.look.model
    read(page, qtbot, listed)
    qtbot.waitUntil(lambda: len(before.rows) == 0)
    assert model.rowCount() == 0
    assert page.look.model.rowCount() == 4


def test_the_first_list_stays_when_the_reading_of_another_is_stopped(page, qtbot, listed, tmp_path):
    read(page, qtbot, listed)
    page.read(tmp_path / "b.csv")
    page.context.jobs.cancel()
    ended(page, qtbot)
    assert page._seen is not None
    assert cell(page, 1, "name").data() == "Thôn Bến"
