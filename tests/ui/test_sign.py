"""The dialog that signs the paper of an issued plan."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.services import plan_views
from desktop.storage import plans
from desktop.ui.context import Context
from desktop.ui.dialogs.sign import SignDialog

pytest.importorskip("pyhanko", reason="the extra for signing is not installed")
from signing_papers import PASSPHRASE, chair, p12, statuses

ISSUED = 1


@pytest.fixture
def parent(qtbot: Any) -> QWidget:
    """The window under the dialog."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(demo: Context, parent: QWidget, tmp_path: Path) -> SignDialog:
    """The dialog with a key file told."""
    made = SignDialog(demo, parent, plan_views.plan(demo.work, ISSUED))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.way.setCurrentIndex(made.way.findData("file"))
    made.file.set_path(p12(tmp_path / "ky.p12", chair()))
    made.open()
    return made


@pytest.fixture
def signed(dialog: SignDialog, demo: Context, tmp_path: Path, qtbot: Any) -> Callable[[str], Path]:
    """Signs with that passphrase; gives where the paper was to go."""

    def sign(secret: str) -> Path:
        dialog.secret.setText(secret)
        dialog.sign_to(tmp_path / "da-ky.pdf")
        qtbot.waitUntil(lambda: not demo.jobs.is_busy, timeout=60_000)
        return tmp_path / "da-ky.pdf"

    return sign


def test_the_printed_paper_is_signed_and_the_kept_one_stays(
    dialog: SignDialog, demo: Context, signed: Callable[[str], Path]
) -> None:
    kept = plans.pdf(demo.work.store, ISSUED)
    path = signed(PASSPHRASE)
    assert statuses(path, chair())[0].bottom_line
    assert path.read_bytes().startswith(kept)
    assert plans.pdf(demo.work.store, ISSUED) == kept
    assert not dialog.isVisible()


def test_a_wrong_passphrase_is_said_in_the_dialog(dialog: SignDialog, signed: Callable[[str], Path]) -> None:
    path = signed("sai")
    assert "không đúng" in dialog.problem.text()
    assert not path.exists()
    assert dialog.isVisible()
    assert signed(PASSPHRASE).exists()


def test_what_is_told_is_offered_again_but_no_secret(
    dialog: SignDialog, demo: Context, signed: Callable[[str], Path]
) -> None:
    signed(PASSPHRASE)
    again = SignDialog(demo, dialog.parentWidget(), plan_views.plan(demo.work, ISSUED))
    assert again.file.path == dialog.file.path
    assert again.way.currentData() == "file"
    demo.settings.sync()
    assert again.secret.text() == ""
    assert PASSPHRASE not in Path(demo.settings.fileName()).read_text(encoding="utf-8")


def test_what_is_missing_is_said_under_its_field(dialog: SignDialog) -> None:
    dialog.way.setCurrentIndex(dialog.way.findData("token"))
    dialog.accept_button.click()
    assert "Hãy chọn thư viện" in dialog.module_field.error
    assert "Hãy ghi nhãn" in dialog.token_field.error
