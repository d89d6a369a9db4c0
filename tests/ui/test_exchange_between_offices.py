"""Two offices and a stick between them, by clicks: work goes out, is received, answered, and the answer is received."""

import weakref
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid
from story import DIVISION
from two_offices import DONE, LATER, PHRASE, tell, the_plan, two_offices

from desktop.domain.assignment import Status
from desktop.domain.merging import Field
from desktop.services import exchange_history, following, package_sending
from desktop.services.arrivals import Verdict
from desktop.storage import settings, tasks
from desktop.ui.dialogs.receiving import ReceiveDialog
from desktop.ui.dialogs.send_packages import SendDialog
from desktop.ui.hub import Place
from desktop.ui.models.arrival_rows import Group
from desktop.ui.models.plan_rows import giver_of
from desktop.ui.pages.exchange import ExchangePage
from desktop.ui.pages.plan import PlanPage
from desktop.ui.pages.plans import PlansPage
from desktop.ui.sticks import Stick
from desktop.ui.widgets.passphrase_fields import Phrases

LONG = 60_000


@pytest.fixture
def both(tmp_path):
    made = two_offices(tmp_path)
    yield made
    made.upper.close()
    made.lower.close()


@pytest.fixture
def pages(both, make_context, qtbot) -> tuple[ExchangePage, ExchangePage]:
    """The page of the upper and of the lower office; the stick is in both."""
    made = []
    for work in (both.upper, both.lower):
        page = ExchangePage(make_context(work), lambda: [Stick(both.stick, "KINGSTON (E:)", 1 << 30)])
        qtbot.addWidget(page)
        page.resize(1170, 700)
        page.show()
        made.append(page)
    return made[0], made[1]


def sending(page: ExchangePage) -> SendDialog:
    """The dialog that was opened last."""
    return page.window().findChildren(SendDialog)[-1]


def send(page: ExchangePage, qtbot, phrase: str = PHRASE) -> SendDialog:
    """Type the passphrase twice and write onto the stick."""
    dialog = sending(page)
    assert dialog.phrase is not None
    dialog.phrase.first.setText(phrase)
    dialog.phrase.again.setText(phrase)
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.page == "end", timeout=LONG)
    return dialog


def receive(page: ExchangePage, qtbot, *paths: Path) -> ReceiveDialog:
    """The preview of files."""
    before = set(page.window().findChildren(ReceiveDialog))
    page.acts.take(list(paths))
    qtbot.waitUntil(lambda: len(set(page.window().findChildren(ReceiveDialog)) - before) == 1, timeout=LONG)
    (dialog,) = set(page.window().findChildren(ReceiveDialog)) - before
    return dialog


def keep(page: ExchangePage, dialog: ReceiveDialog, qtbot) -> None:
    """Take in what is wanted, and wait for all that follows."""
    dialog.keep.click()
    qtbot.waitUntil(lambda: not page.context.jobs.is_busy and not dialog._job, timeout=LONG)


def unlock(dialog: ReceiveDialog, qtbot, phrase: str) -> None:
    """Type a passphrase in the panel."""
    field = dialog.look.details.unlock
    assert field is not None
    field.phrase.setText(phrase)
    field.open.click()
    qtbot.waitUntil(lambda: not dialog._job, timeout=LONG)


def give(pages, both, qtbot) -> None:
    """The division gets its work."""
    _, lower = pages
    package_sending.send(both.upper, both.plan.id, both.stick, [both.units[DIVISION]])
    keep(lower, receive(lower, qtbot, *both.stick.glob("*giao-viec*.skh")), qtbot)


def answer(pages, both) -> Path:
    """The division's reply, not encrypted."""
    (path,) = package_sending.reply(both.lower, the_plan(both.lower).id, both.stick)
    return path


def test_a_whole_round_by_clicks(pages, both, qtbot):
    upper, lower = pages
    upper.acts.send_work()
    assert send(upper, qtbot).end.text() == "Có thể rút USB"
    assert len(list(both.stick.glob("*.skh"))) == 5
    (path,) = both.stick.glob("*phong-van-hoa*.skh")
    dialog = receive(lower, qtbot, path)
    unlock(dialog, qtbot, PHRASE)
    keep(lower, dialog, qtbot)
    assert lower.plans.plan.is_received
    tell(both.lower, **DONE)
    lower.findChild(QAbstractButton, "exchangeReply").click()
    send(lower, qtbot)
    dialog = receive(upper, qtbot, both.stick)
    unlock(dialog, qtbot, PHRASE)
    assert len(dialog.look.found) == 2
    keep(upper, dialog, qtbot)
    line = next(one for one in upper.plans.lines if one.row.name == DIVISION)
    assert (line.has_replied, line.delivered_at is not None, line.row.reported) == (True, True, 1)


def test_receipts_go_onto_the_stick_that_the_packages_came_on(pages, both, qtbot):
    upper, _ = pages
    give(pages, both, qtbot)
    assert exchange_history.waiting(both.lower) == 0
    (receipt,) = both.stick.glob("*bien-nhan*.skh")
    keep(upper, receive(upper, qtbot, receipt), qtbot)
    line = next(one for one in upper.plans.lines if one.row.name == DIVISION)
    assert (line.waits_for_receipt, line.delivered_at is not None) == (False, True)


def test_receiving_is_one_step_that_is_taken_back(pages, both, qtbot):
    _, lower = pages
    give(pages, both, qtbot)
    lower.context.doer.undo()
    qtbot.waitUntil(lambda: lower.plans.plan is None, timeout=LONG)


def test_the_words_of_a_new_sender_are_shown_once(pages, both, qtbot):
    _, lower = pages
    path = both.send()
    dialog = receive(lower, qtbot, path)
    words = dialog.look.details.findChild(object, "arrivalWords").text()
    assert len(words.split(" · ")) == 8
    keep(lower, dialog, qtbot)
    dialog = receive(lower, qtbot, both.send())
    assert dialog.look.details.findChild(object, "arrivalWords") is None
    dialog.reject()


def in_conflict(pages, both, qtbot) -> ReceiveDialog:
    """Both sides wrote what was done, without knowing of each other."""
    give(pages, both, qtbot)
    tell(both.lower, text="Nhà trường đã tổ chức", status=Status.IN_PROGRESS)
    tell(both.upper, unit=both.units[DIVISION], text="Xã ghi hộ", status=Status.IN_PROGRESS)
    return receive(pages[0], qtbot, answer(pages, both))


def shown_text(both) -> str:
    """What stands at the upper office."""
    given = tasks.assignments_of_plan(both.upper.store, both.plan.id)
    (one,) = [a for a in given if a.unit == both.units[DIVISION]]
    newest = following.newest(both.upper, one.id)
    assert newest is not None
    return newest.text


@pytest.mark.parametrize("side", [0, 1])
def test_in_a_conflict_the_side_that_is_chosen_stands(pages, both, qtbot, side):
    dialog = in_conflict(pages, both, qtbot)
    assert dialog.look.chips[Group.CLASH].isVisible()
    card = next(one for one in dialog.look.details.cards if one.clash.field is Field.TEXT)
    assert [one.isChecked() for one in card.buttons] == [True, False]
    wanted = card.clash.sides[side].text
    card.buttons[side].click()
    keep(pages[0], dialog, qtbot)
    assert shown_text(both) == wanted


def test_a_choice_is_still_there_when_the_file_is_looked_at_again(pages, both, qtbot):
    dialog = in_conflict(pages, both, qtbot)
    dialog.look.details.cards[0].buttons[1].click()
    dialog.look._on_picked()
    assert dialog.look.details.cards[0].buttons[1].isChecked()
    dialog.reject()


def test_a_changed_key_is_told_loudly_and_can_be_trusted(pages, both, qtbot):
    _, lower = pages
    give(pages, both, qtbot)
    kept = settings.get(both.upper.store, "exchange/identity")
    settings.put(both.upper.store, "exchange/identity", {"uid": kept["uid"], "key": "11" * 32})
    dialog = receive(lower, qtbot, both.send())
    assert dialog.look.found[0].verdict is Verdict.REFUSED
    words = [one.text() for one in dialog.look.details.findChildren(object, "arrivalWords")]
    assert len(words) == len(set(words)) == 2
    dialog.look.details.findChild(QAbstractButton, "arrivalTrust").click()
    qtbot.waitUntil(lambda: dialog.look.found[0].verdict is Verdict.NEWS, timeout=LONG)
    dialog.reject()


def test_a_wrong_passphrase_opens_nothing_and_says_so(pages, both, qtbot):
    _, lower = pages
    dialog = receive(lower, qtbot, both.send(passphrase=PHRASE))
    assert not dialog.keep.isEnabled()
    unlock(dialog, qtbot, "sai roi sai roi")
    assert not dialog.keep.isEnabled()
    unlock(dialog, qtbot, PHRASE)
    assert dialog.keep.isEnabled()
    dialog.reject()


def test_an_older_package_is_taken_in_only_when_it_is_ticked(pages, both, qtbot):
    upper, _ = pages
    give(pages, both, qtbot)
    tell(both.lower, status=Status.IN_PROGRESS)
    older = answer(pages, both)
    tell(both.lower, **DONE)
    keep(upper, receive(upper, qtbot, answer(pages, both)), qtbot)
    dialog = receive(upper, qtbot, older)
    assert not dialog.keep.isEnabled()
    dialog.look.details.findChild(QAbstractButton, "arrivalOlder").click()
    assert dialog.keep.text() == "Nhận 1 tệp"
    assert dialog.look.older == (older,)
    dialog.reject()


def test_sending_that_is_stopped_leaves_nothing(pages, both, qtbot):
    upper, _ = pages
    upper.acts.send_work()
    dialog = sending(upper)
    dialog.phrase.propose.click()
    dialog.start.click()
    dialog.reject()
    qtbot.waitUntil(lambda: dialog.page == "choose", timeout=LONG)
    assert "Đã dừng" in dialog.stopped.text()
    assert list(both.stick.iterdir()) == []
    dialog.reject()


def test_a_short_or_different_passphrase_is_told_at_its_field(pages, both):
    upper, _ = pages
    upper.acts.send_work()
    dialog = sending(upper)
    dialog.phrase.first.setText("ngan")
    dialog.start.click()
    assert dialog.phrase.first_field.error
    dialog.phrase.first.setText(PHRASE)
    dialog.phrase.again.setText(PHRASE + "x")
    dialog.start.click()
    assert dialog.phrase.again_field.error
    assert dialog.page == "choose"
    dialog.reject()


def test_a_passphrase_is_remembered_only_when_that_is_ticked(pages, both, qtbot):
    upper, _ = pages
    for ticked, offered in ((False, ""), (True, PHRASE)):
        upper.acts.send_work()
        dialog = sending(upper)
        dialog.phrase.keep_box.setChecked(ticked)
        send(upper, qtbot).accept()
        upper.acts.send_work()
        assert sending(upper).phrase.first.text() == offered
        sending(upper).reject()


def test_packages_without_a_passphrase_are_written_after_a_word_of_doubt(pages, both, qtbot):
    upper, _ = pages
    upper.acts.send_work()
    dialog = sending(upper)
    dialog.phrase.open_box.setChecked(True)
    assert dialog.phrase.doubt.isVisible()
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.page == "end", timeout=LONG)
    found = receive(pages[1], qtbot, *both.stick.glob("*phong-van-hoa*.skh"))
    assert found.look.found[0].verdict is Verdict.NEWS
    found.reject()
    assert both.lower.today() == LATER


@pytest.fixture
def received(both, make_context, qtbot) -> PlanPage:
    """The page of the plan that the division was given, seen."""
    key = both.given()
    page = PlanPage(make_context(both.lower))
    qtbot.addWidget(page)
    page.resize(1170, 700)
    page.make_current()
    page.open_at(Place("plan", key, "check"))
    page.show()
    return page


def test_a_plan_that_was_given_is_read_and_answered_and_not_issued_or_urged(received, qtbot):
    offered = {one.objectName() for one in received.header.menu.actions() if one.isVisible()} - {""}
    assert offered == {"planPrint", "planPdf", "planReply", "planClose"}
    seen = [at for at in range(received.tabs.count()) if received.tabs.isTabVisible(at)]
    assert [received.tabs.tabText(at) for at in seen] == ["Văn bản", "Nhiệm vụ", "Theo dõi", "Kết quả"]
    assert received.header.subtitle.text().startswith("Cấp trên giao: ")
    with qtbot.waitSignal(received.context.hub.open_place) as told:
        received.actions_of_plan.primary.click()
    assert told.args == [Place("exchange", received.key, "reply")]


def test_the_text_of_another_office_says_what_can_be_done_with_it(received, qtbot):
    assert "Trả lời" in received.findChild(object, "draftFrozenWords").text()
    received.open_at(Place("plan", received.key, "results"))
    urge = received.findChild(QAbstractButton, "resultUrge")
    qtbot.waitUntil(urge.isHidden, timeout=LONG)


def test_the_answer_is_asked_for_on_the_page_of_the_exchange(pages, both, qtbot):
    give(pages, both, qtbot)
    pages[1].open_at(Place("exchange", the_plan(both.lower).id, "reply"))
    assert sending(pages[1]).windowTitle() == "Trả lời nơi giao"
    sending(pages[1]).reject()


def test_the_list_of_plans_says_who_gave_one(both, make_context, qtbot):
    both.given()
    page = PlansPage(make_context(both.lower))
    qtbot.addWidget(page)
    page.make_current()
    (shown,) = page._model.rows
    assert page._model.index(0, 0).data().startswith("Cấp trên giao · ")
    assert giver_of(shown) == f"Cấp trên giao: {shown.giver}"
    assert shown.giver


def test_open_work_is_handed_over_with_the_minutes_beside_it(pages, both, qtbot):
    upper, _ = pages
    upper.acts.hand_over()
    dialog = sending(upper)
    assert dialog.person.currentData() is None
    dialog.receiver.setText("Lê Thị Nhận")
    assert send(upper, qtbot).end.text() == "Có thể rút USB"
    assert {path.suffix for path in both.stick.iterdir()} == {".skh", ".pdf"}


def test_looking_that_is_stopped_changes_nothing(pages, both, qtbot):
    _, lower = pages
    dialog = receive(lower, qtbot, both.send(passphrase=PHRASE))
    before = dialog.look.found
    dialog.look.details.opened.emit(PHRASE, False)
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog._job, timeout=LONG)
    assert dialog.isVisible()
    assert [one.path for one in dialog.look.found] == [one.path for one in before]
    dialog.reject()
    assert lower.plans.plan is None


def test_a_preview_does_not_hold_what_it_stands_on(both, make_context, qapp):
    context = make_context(both.upper)
    parent = QWidget()
    dialog = ReceiveDialog(context, parent, [], Phrases())
    held = weakref.ref(parent)
    del parent
    assert held() is None
    assert not isValid(dialog)
