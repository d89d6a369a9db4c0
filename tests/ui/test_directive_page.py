"""From a directive to a plan, in the window."""

from pathlib import Path

import pytest

from desktop.domain.task import Party
from desktop.paths import data_file
from desktop.storage import plans, tasks, units
from desktop.ui.context import Context
from desktop.ui.hub import Place
from desktop.ui.pages.directive import DirectivePage

LETTER = str(data_file("samples/cong-van-so-y-te.docx"))


@pytest.fixture
def page(demo: Context, qtbot: object) -> DirectivePage:
    """The page over the demo's units, shown."""
    made = DirectivePage(demo)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    return made


@pytest.fixture
def read(page: DirectivePage, qtbot: object) -> DirectivePage:
    """The page with the sample letter read."""
    page.open_at(Place("directive", part=LETTER))
    qtbot.waitUntil(lambda: bool(page._cards), timeout=20_000)
    return page


def marked(page: DirectivePage) -> str:
    """The words that stand out in the document."""
    now = page.source._now
    return "" if now is None else page.source.toPlainText()[slice(*now)]


def test_a_file_is_read_beside_the_window_and_its_values_are_shown(read: DirectivePage) -> None:
    assert read.head.reading.issuer is not None
    assert len(read._cards) > 5
    assert read.make.isVisible()
    assert "nhiệm vụ" in read.summary.text()
    assert read.source.extraSelections()


def test_a_field_with_the_focus_shows_where_its_value_stands(read: DirectivePage, qtbot: object) -> None:
    card = read._cards[1]
    card.words.setFocus()
    qtbot.waitUntil(lambda: marked(read) != "")
    assert marked(read).split()[:3] == card.asked.sentence.split()[:3]
    dated = next(one for one in read._cards if one.deadline.text())
    dated.deadline.setFocus()
    qtbot.waitUntil(lambda: marked(read) == dated.deadline.text())


def test_a_click_on_a_sentence_goes_to_its_task(read: DirectivePage, qtbot: object) -> None:
    card = read._cards[2]
    at = read.source.toPlainText().find(card.asked.sentence[:30])
    read.source.clicked_at.emit(at + 5)
    qtbot.waitUntil(card.words.hasFocus)


def test_f8_goes_from_doubt_to_doubt(read: DirectivePage, qtbot: object) -> None:
    for card in read._cards[:2]:
        card.leads.set_parties([Party("Chi cục Thủy lợi")])
    read._cards[3].words.setFocus()
    read._next_doubt()
    assert read._cards[0].leads.edit.hasFocus()
    read._next_doubt()
    assert read._cards[1].leads.edit.hasFocus()


def test_corrections_and_bindings_are_kept_in_the_plan(
    read: DirectivePage, demo: Context, qtbot: object
) -> None:
    station = next(u for u in units.list_units(demo.work.store) if u.name == "Trạm Y tế xã")
    card = read._cards[0]
    card.words.setPlainText("Tổ chức khám sức khỏe")
    card.leads.set_parties([Party("Trạm Y tế xã", unit=station.id)])
    card.leads.changed.emit()
    card.deadline.setText("trước ngày 20/4/2026")
    gone: list[Place] = []
    demo.hub.open_place.connect(gone.append)
    read.make.click()
    qtbot.waitUntil(lambda: bool(gone), timeout=10_000)
    made = plans.heads(demo.work.store)[-1]
    first = tasks.of_plan(demo.work.store, made.id)[0]
    assert (first.text, first.leads[0].unit) == ("Tổ chức khám sức khỏe", station.id)
    assert first.deadline.text == "trước ngày 20/4/2026"
    assert gone[0] == Place("plan", made.id, "draft")


def test_tasks_are_removed_joined_and_added_from_the_document(read: DirectivePage) -> None:
    texts = [card.asked.text for card in read._cards]
    read._cards[1].merge_wanted.emit()
    assert len(read._cards) == len(texts) - 1
    assert texts[1] in read._cards[0].asked.text
    read._cards[-1].removed.emit()
    assert len(read._cards) == len(texts) - 2
    cursor = read.source.textCursor()
    cursor.setPosition(0)
    cursor.movePosition(cursor.MoveOperation.EndOfBlock, cursor.MoveMode.KeepAnchor)
    read.source.setTextCursor(cursor)
    words = read.source.selected_words()
    read._add_task()
    assert read._cards[-1].asked.text == words == "UBND TỈNH SƠN GIANG"
    assert read._cards[-1].is_doubtful


def test_a_deadline_says_the_day_that_counts_or_that_it_is_kept_in_words(read: DirectivePage) -> None:
    card = read._cards[0]
    card.deadline.setText("trước ngày 14/4/2026")
    assert "Tính đến hết" in card._due.text()
    card.deadline.setText("theo tiến độ")
    assert "Giữ nguyên lời" in card._due.text()
    card.deadline.clear()
    assert card.wanted_deadline is None


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("rong.docx", b"", "rỗng"),
        ("cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "đời cũ"),
        ("mat.txt", "MẬT\nỦY BAN NHÂN DÂN\nSố: 1/KH-UBND\nKẾ HOẠCH\n".encode(), "độ mật"),
    ],
)
def test_what_cannot_be_read_is_said_on_the_page(
    page: DirectivePage, tmp_path: Path, name: str, content: bytes, words: str, qtbot: object
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert page.drop([str(path)])
    qtbot.waitUntil(lambda: words in page.start._problem.text(), timeout=20_000)
    assert not page.make.isVisible()


def test_pasted_words_are_read(page: DirectivePage, qtbot: object) -> None:
    page.start.words.setPlainText(
        "KẾ HOẠCH\nTổ chức ngày hội\nIII. TỔ CHỨC THỰC HIỆN\n1. Trạm Y tế xã\n- Tổ chức khám sức khỏe."
    )
    page.start.read.click()
    qtbot.waitUntil(lambda: len(page._cards) == 1, timeout=20_000)
    assert page._cards[0].leads.parties[0].is_bound


def test_files_of_other_kinds_are_left_to_the_window(page: DirectivePage) -> None:
    assert not page.drop(["don-vi.xlsx"])
