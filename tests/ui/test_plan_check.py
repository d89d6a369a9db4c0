"""The tab *Soát lỗi* of a plan: a finding is looked at, mended, passed over, and taken back."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.paths import data_file
from desktop.services import plan_findings, planning, undoing
from desktop.storage import tasks
from desktop.ui.context import Context
from desktop.ui.hub import Place
from desktop.ui.pages.plan_check import CheckTab
from desktop.ui.widgets.finding_card import FindingCard

CLEAN = 1


@pytest.fixture
def tab(demo: Context, qtbot: Any) -> CheckTab:
    """A draft with two tasks that can be mended, read through."""
    key = planning.new_from_file(demo.work, next(data_file("samples").glob("*.docx"))).plan.id
    first, second, *_ = tasks.of_plan(demo.work.store, key)
    tasks.save(demo.work.store, replace(first, text="Tổ chức toạ đàm, gặp mặt cán bộ"))
    tasks.save(demo.work.store, replace(second, text="Giao Hội Nông dân xã treo băng rôn"))
    made = CheckTab(demo)
    qtbot.addWidget(made)
    made.resize(1146, 640)
    made.show()
    made.show_plan(key)
    settle(made, qtbot)
    return made


def settle(tab: CheckTab, qtbot: Any) -> None:
    jobs = tab._context.jobs
    qtbot.waitUntil(lambda: not jobs._drawings and not jobs.is_busy, timeout=60_000)


def found(tab: CheckTab) -> list[plan_findings.PlanFinding]:
    return plan_findings.of_plan(tab._context.work, tab._key)


def click(card: FindingCard, name: str) -> None:
    button = card.findChild(QPushButton, name)
    assert button is not None, f"no button {name}"
    button.click()


def fixable(tab: CheckTab) -> FindingCard:
    """The first card that offers to mend."""
    return next(one for one in tab._cards if one.findChild(QPushButton, "findingFix") is not None)


def test_every_finding_has_its_card_and_is_counted(tab: CheckTab) -> None:
    assert len(tab._cards) == len(found(tab)) >= 2
    assert any(word in tab._summary.text() for word in ("lỗi", "cảnh báo", "gợi ý"))


def test_one_click_mends_and_reads_anew(tab: CheckTab, qtbot: Any) -> None:
    before = len(tab._cards)
    click(fixable(tab), "findingFix")
    settle(tab, qtbot)
    assert len(tab._cards) < before
    assert undoing.next_undo(tab._context.work) == "Sửa theo soát lỗi"


def test_all_that_can_be_mended_is_one_step(tab: CheckTab, qtbot: Any) -> None:
    texts = [task.text for task in tasks.of_plan(tab._context.work.store, tab._key)]
    assert tab._all.isVisible()
    tab._all.click()
    settle(tab, qtbot)
    mended = [task.text for task in tasks.of_plan(tab._context.work.store, tab._key)]
    assert mended[0] != texts[0]
    assert mended[1] != texts[1]
    tab._context.doer.undo()
    assert [task.text for task in tasks.of_plan(tab._context.work.store, tab._key)] == texts


def test_one_click_goes_to_the_place(tab: CheckTab) -> None:
    gone: list[Place] = []
    tab._context.hub.open_place.connect(gone.append)
    card = next(one for one in tab._cards if one.findChild(QPushButton, "findingLook") is not None)
    click(card, "findingLook")
    assert [(place.page, place.key, place.tab) for place in gone] == [("plan", tab._key, "draft")]
    assert gone[0].part.partition(":")[0] in {"task", "block", "field"}


def test_what_is_no_matter_is_passed_over_and_seen_again_on_demand(tab: CheckTab, qtbot: Any) -> None:
    before = len(tab._cards)
    click(tab._cards[0], "findingPass")
    settle(tab, qtbot)
    assert len(tab._cards) == before - 1
    assert tab._passed.isVisible()
    tab._passed.setChecked(True)
    assert len(tab._cards) == before
    again = next(c for c in tab._cards if c.findChild(QPushButton, "findingPass").text() == "Xét lại")
    click(again, "findingPass")
    settle(tab, qtbot)
    assert not any(one.is_passed_over for one in found(tab))


def test_arrows_and_enter_do_without_a_mouse(tab: CheckTab, qtbot: Any) -> None:
    gone: list[Place] = []
    tab._context.hub.open_place.connect(gone.append)
    qtbot.keyClick(tab, Qt.Key.Key_Down)
    qtbot.waitUntil(tab._cards[0].hasFocus)
    qtbot.keyClick(tab._cards[0], Qt.Key.Key_Down)
    qtbot.waitUntil(tab._cards[1].hasFocus)
    card = next(one for one in tab._cards if one._has_place)
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert len(gone) == 1


def test_where_nothing_is_wrong_it_says_so(tab: CheckTab, qtbot: Any) -> None:
    for one in found(tab):
        plan_findings.pass_over(tab._context.work, tab._key, one)
    tab._again.click()
    settle(tab, qtbot)
    assert tab._stack.currentIndex() == CLEAN
    assert not tab._all.isVisible()
