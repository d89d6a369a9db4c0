"""What filled result forms would change, before anything is kept: new, changed, same, refused; one button keeps them all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from desktop.problem_words import problem_sentence
from desktop.sentences import sentence
from desktop.services import collecting
from desktop.services.collecting import FormPreview
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.models.rows import Column, RowsModel
from desktop.ui.widgets.parts import button, column, label, lay_dialog, row
from desktop.ui.widgets.table import Table

Done = Callable[[int, int], None]
"""Told how many results were added and how many were the same."""


@dataclass(frozen=True, slots=True)
class _File:
    """One form as a row."""

    preview: FormPreview

    @property
    def verdict(self) -> str:
        """What comes of it, in one word or two."""
        if self.preview.error is not None:
            return "Không nhận"
        if not self.preview.new:
            return "Như cũ" if self.preview.same else "Không có gì mới"
        return "Có sửa" if self.preview.changed else "Mới"

    @property
    def words(self) -> str:
        """Why it is refused, what of it cannot be used."""
        if self.preview.error is not None:
            return sentence(self.preview.error)
        return " ".join(map(problem_sentence, self.preview.problems))


_COLUMNS = (
    Column[_File]("unit", "Đơn vị", lambda r: r.preview.unit or r.preview.path.name, width=190),
    Column[_File]("verdict", "Nhận xét", lambda r: r.verdict, width=140),
    Column[_File](
        "new",
        "Mới",
        lambda r: str(len(r.preview.new) - r.preview.changed),
        lambda r: len(r.preview.new) - r.preview.changed,
        is_number=True,
        width=56,
    ),
    Column[_File](
        "changed",
        "Sửa",
        lambda r: str(r.preview.changed),
        lambda r: r.preview.changed,
        is_number=True,
        width=56,
    ),
    Column[_File](
        "same", "Như cũ", lambda r: str(r.preview.same), lambda r: r.preview.same, is_number=True, width=70
    ),
    Column[_File]("words", "Cần xem", lambda r: r.words, width=0),
    Column[_File]("file", "Tệp", lambda r: r.preview.path.name, width=160),
)


def open_preview(context: Context, parent: QWidget, paths: Sequence[Path], done: Done | None = None) -> None:
    """Read the forms beside the window, then ask. done: told after they were kept."""
    wanted = tuple(paths)

    def ask(found: list[FormPreview]) -> None:
        ResultsPreview(context, parent, found, done).open()

    context.jobs.start(
        f"Đọc {text.count(len(wanted), 'biểu kết quả')}",
        lambda progress: collecting.preview(context.work, wanted, progress),
        ask,
    )


class ResultsPreview(QDialog):
    """The question. Nothing is kept until "Nhập"."""

    def __init__(
        self, context: Context, parent: QWidget, found: Sequence[FormPreview], done: Done | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("resultsPreview")
        self.setWindowTitle("Nhập biểu kết quả")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(980, 460)
        self._context, self._found, self._done = context, tuple(found), done
        self.model = RowsModel(_COLUMNS, self)
        self.model.set_rows([_File(one) for one in found])
        self.table = Table(self.model, "resultsPreviewTable", context)
        self.table.setAccessibleName("Các biểu kết quả")
        new = sum(len(one.new) for one in found)
        self.keep = button(
            f"Nhập {text.count(new, 'kết quả')}" if new else "Nhập", "resultsKeep", self._keep, role="primary"
        )
        self.keep.setEnabled(new > 0)
        self.keep.setDefault(True)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = column(
            label(self._summary(), "heading", "resultsSummary", wraps=True),
            label(
                "Trước khi nhập, chương trình tự sao lưu. Kết quả cũ vẫn giữ trong lịch sử.",
                "muted",
                wraps=True,
            ),
            self.table,
            margins=16,
        )
        foot = row(None, button("Hủy", "resultsCancel", self.reject), self.keep, margins=12)
        lay_dialog(self, inside, foot, "resultsFoot")

    def _summary(self) -> str:
        new = sum(len(one.new) - one.changed for one in self._found)
        changed = sum(one.changed for one in self._found)
        same = sum(one.same for one in self._found)
        refused = sum(one.error is not None for one in self._found)
        told = [
            text.count(len(self._found), "biểu"),
            f"{new} kết quả mới",
            f"{changed} sửa",
            f"{same} như cũ",
        ]
        if refused:
            told.append(f"{refused} biểu không nhận")
        return " · ".join(told)

    def _keep(self) -> None:
        found, done = self._found, self._done
        self._context.doer.run(
            self.keep.text(),
            lambda _: collecting.commit(self._context.work, found),
            (lambda counts: done(*counts)) if done is not None else None,
        )
        self.accept()
