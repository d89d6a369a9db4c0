"""A program that is killed in the middle of a word loses no word: a real process, killed hard."""

import subprocess
import sys
from pathlib import Path

from desktop.documents.model import Style, paragraph
from desktop.services import unsaved
from desktop.services.plan_editing import load
from desktop.services.workspace import Workspace

TYPES = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop.documents.body import Body, to_json
from desktop.documents.model import Style, paragraph
from desktop.domain.plan import Plan
from desktop.services.workspace import Workspace
from desktop.storage import plans
from desktop.ui import theme as themes
from desktop.ui.context import Context
from desktop.ui.doing import Doer
from desktop.ui.hub import Hub
from desktop.ui.jobs import Jobs
from desktop.ui.pages.plan_draft import DraftTab

home = Path(sys.argv[1])
application = QApplication([])
work, hub, jobs = Workspace.open(home), Hub(), Jobs()
key = plans.add(work.store, Plan(0, "", "x"), to_json(Body((paragraph(Style.BODY, "Câu"),)))).id
settings = QSettings(str(home / "screen.ini"), QSettings.Format.IniFormat)
tab = DraftTab(Context(work, hub, jobs, Doer(work, hub, jobs), settings, themes.load("light")))
tab.show()
tab.show_plan(key)
tab.editor.manuscript.settled.connect(lambda _: os._exit(9))
tab.editor.moveCursor(tab.editor.textCursor().MoveOperation.End)
QTest.keyClicks(tab.editor, " dang go")
QTest.qWait(60_000)
"""


def test_what_was_being_typed_when_the_program_was_killed_is_found(home: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", TYPES, str(home)], timeout=120, check=False)
    assert killed.returncode == 9
    with Workspace.open(home) as work:
        found, kept = unsaved.find(home, 1), load(work, 1)
    assert found is not None
    assert found.draft.body.blocks == (paragraph(Style.BODY, "Câu dang go"),)
    assert kept.draft.body.blocks == (paragraph(Style.BODY, "Câu"),)
