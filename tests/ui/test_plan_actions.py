"""What is done with a whole plan from its page: issued, printed, saved, exported, replaced, corrected, ended, thrown away."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop.domain.plan import PlanState
from desktop.paths import data_file
from desktop.services import plan_papers, planning, templates
from desktop.storage import plans
from desktop.ui.context import Context
from desktop.ui.dialogs.ask_words import AskWords
from desktop.ui.dialogs.export_plan import ExportPlan
from desktop.ui.dialogs.issue import NumberDialog
from desktop.ui.dialogs.print_dialog import PrintDialog
from desktop.ui.dialogs.urge import UrgeDialog
from desktop.ui.dialogs.usb_copy import UsbCopyDialog
from desktop.ui.hub import Place
from desktop.ui.main_window import MainWindow

ISSUED = 1


@pytest.fixture
def draft(demo: Context) -> int:
    """A draft made from the sample directive."""
    return planning.new_from_file(demo.work, next(data_file("samples").glob("*.docx"))).plan.id


def shown(window: MainWindow, key: int) -> Any:
    """The page of the plan."""
    window.show_place(Place("plan", key, "tasks"))
    return window.page


def act(page: Any, name: str) -> None:
    """Choose a command of the menu."""
    entry = page.findChild(QAction, name)
    assert entry.isVisible()
    entry.trigger()


def opened(window: MainWindow, kind: type[QDialog], qtbot: Any) -> Any:
    """The dialog of a kind, once it is there."""
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(kind)), timeout=60_000)
    return next(d for d in window.findChildren(kind) if d.isVisible())


def idle(context: Context, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not context.jobs.is_busy, timeout=60_000)


def test_a_draft_is_issued_by_the_primary_button(
    window: MainWindow, demo: Context, draft: int, qtbot: Any
) -> None:
    page = shown(window, draft)
    assert page.actions_of_plan.primary.text() == "Ban hành…"
    page.actions_of_plan.primary.click()
    dialog = opened(window, NumberDialog, qtbot)
    dialog.number.setValue(88)
    dialog.accept_button.click()
    idle(demo, qtbot)
    plan = plans.get(demo.work.store, draft)
    assert (plan.state, plan.number, plan.date) == (PlanState.ISSUED, 88, demo.work.today())
    assert page.actions_of_plan.primary.text() == "In…"
    assert plan_papers.pdf(demo.work, draft).startswith(b"%PDF")


def test_a_number_that_was_given_before_is_refused_under_its_field(
    window: MainWindow, demo: Context, draft: int, qtbot: Any
) -> None:
    shown(window, draft).actions_of_plan.primary.click()
    taken = plans.get(demo.work.store, ISSUED)
    dialog = opened(window, NumberDialog, qtbot)
    dialog.number.setValue(taken.number)
    dialog.accept_button.click()
    assert "đã cấp cho" in dialog.problem.text()
    assert dialog.isVisible()
    dialog.number.setValue(taken.number + 50)
    assert not dialog.problem.isVisible()
    dialog.reject()
    assert plans.get(demo.work.store, draft).state is PlanState.DRAFT


def test_an_issued_plan_is_printed_as_it_was(window: MainWindow, demo: Context, qtbot: Any) -> None:
    shown(window, ISSUED).actions_of_plan.primary.click()
    dialog = opened(window, PrintDialog, qtbot)
    assert dialog._pdf == plans.pdf(demo.work.store, ISSUED)
    dialog.reject()


@pytest.mark.parametrize(
    ("name", "ending", "start"), [("planPdf", "pdf", b"%PDF"), ("planWord", "docx", b"PK")]
)
def test_a_plan_is_saved_as_a_file(
    window: MainWindow, demo: Context, tmp_path: Path, qtbot: Any, name: str, ending: str, start: bytes
) -> None:
    act(shown(window, ISSUED), name)
    asked = opened(window, QFileDialog, qtbot)
    asked.fileSelected.emit(str(tmp_path / f"kế hoạch.{ending}"))
    asked.close()
    idle(demo, qtbot)
    assert (tmp_path / f"kế hoạch.{ending}").read_bytes().startswith(start)


def test_the_chosen_papers_go_into_a_folder(
    window: MainWindow, demo: Context, tmp_path: Path, qtbot: Any
) -> None:
    act(shown(window, ISSUED), "planExport")
    dialog = opened(window, ExportPlan, qtbot)
    dialog.parts.boxes["slips"].setChecked(True)
    dialog.accept_button.click()
    asked = opened(window, QFileDialog, qtbot)
    asked.fileSelected.emit(str(tmp_path / "ra"))
    asked.close()
    idle(demo, qtbot)
    names = [path.name for path in (tmp_path / "ra").iterdir()]
    assert any(name.startswith("ke-hoach-") for name in names)
    assert any(name.startswith("phieu-") for name in names)
    assert demo.settings.value("export/parts") == "pdf,slips"


@pytest.mark.parametrize(("name", "start"), [("planInvite", "giay-moi-"), ("planFiles", "muc-luc-van-ban-")])
def test_papers_that_belong_to_a_plan_are_written(
    window: MainWindow, demo: Context, tmp_path: Path, qtbot: Any, name: str, start: str
) -> None:
    act(shown(window, ISSUED), name)
    asked = opened(window, QFileDialog, qtbot)
    asked.fileSelected.emit(str(tmp_path / "ra"))
    asked.close()
    idle(demo, qtbot)
    made = list((tmp_path / "ra").iterdir())
    assert {".pdf", ".docx"} <= {path.suffix for path in made}
    assert all(path.name.startswith(start) for path in made)


@pytest.mark.parametrize(("name", "kind"), [("planUsb", UsbCopyDialog), ("planUrge", UrgeDialog)])
def test_the_other_dialogs_open(window: MainWindow, qtbot: Any, name: str, kind: type[QDialog]) -> None:
    act(shown(window, ISSUED), name)
    opened(window, kind, qtbot).reject()


def test_a_plan_is_kept_as_a_template(window: MainWindow, demo: Context, qtbot: Any) -> None:
    act(shown(window, ISSUED), "planTemplate")
    dialog = opened(window, AskWords, qtbot)
    dialog.words.setText("Công tác xã hội")
    dialog.accept_button.click()
    assert "Công tác xã hội" in [one.name for one in templates.listed(demo.work)]


@pytest.mark.parametrize(("name", "words"), [("planReplace", "thay thế"), ("planCorrect", "đính chính")])
def test_what_stands_in_for_an_issued_plan_is_opened_as_a_draft(
    window: MainWindow, demo: Context, name: str, words: str
) -> None:
    page = shown(window, ISSUED)
    act(page, name)
    made = plans.get(demo.work.store, page.key)
    assert (made.state, made.replaces) == (PlanState.DRAFT, ISSUED)
    assert words in plans.body(demo.work.store, page.key)


def test_a_plan_is_ended_and_that_can_be_taken_back(window: MainWindow, demo: Context) -> None:
    page = shown(window, ISSUED)
    act(page, "planClose")
    assert plans.get(demo.work.store, ISSUED).state is PlanState.CLOSED
    assert not page.findChild(QAction, "planUrge").isVisible()
    demo.doer.undo()
    assert page.findChild(QAction, "planUrge").isVisible()


def test_a_draft_is_thrown_away_and_taken_back(window: MainWindow, demo: Context, draft: int) -> None:
    act(shown(window, draft), "planDiscard")
    assert window.page.name == "plans"
    assert draft not in [one.id for one in plans.heads(demo.work.store)]
    demo.doer.undo()
    assert draft in [one.id for one in plans.heads(demo.work.store)]


def test_a_draft_offers_only_what_a_draft_can_do(window: MainWindow, draft: int) -> None:
    page = shown(window, draft)
    seen = {
        name: page.findChild(QAction, name).isVisible() for name in ("planUrge", "planReplace", "planPrint")
    }
    assert seen == {"planUrge": False, "planReplace": False, "planPrint": True}
