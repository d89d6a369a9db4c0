"""Mẫu kế hoạch: those of the office and those that come with the program."""

from PySide6.QtWidgets import QMenu

from desktop.services import templates
from desktop.services.templates import TemplateName
from desktop.ui import text
from desktop.ui.context import Context
from desktop.ui.dialogs.from_template import open_from_template
from desktop.ui.dialogs.table_paper import offer
from desktop.ui.models.rows import Column, RowsModel
from desktop.ui.pages.settings_section import Section
from desktop.ui.widgets.parts import button, row
from desktop.ui.widgets.table import Table

COLUMNS = (
    Column[TemplateName]("name", "Mẫu", lambda one: one.name, width=0),
    Column[TemplateName]("from", "Nguồn", lambda one: "Của cơ quan" if one.is_own else "Có sẵn", width=140),
)


class TemplatesSection(Section):
    """To be used, or removed if they are the office's own."""

    name = "templates"
    title = "Mẫu kế hoạch"
    lead = (
        "Muốn giữ một kế hoạch đã ban hành làm mẫu: mở kế hoạch ấy, bấm nút ba chấm rồi chọn Lưu thành mẫu."
    )
    scrolls = False

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._model: RowsModel[TemplateName] = RowsModel(COLUMNS, self)
        self.table = Table(self._model, "templatesTable", context)
        self.table.setAccessibleName("Mẫu kế hoạch")
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(self._use)
        self.table.menu_wanted.connect(self._fill_menu)
        offer(self.table, "Mẫu kế hoạch", context)
        self._use_button = button("Lập kế hoạch từ mẫu này…", "templateUse", self._use_chosen)
        self._remove_button = button("Bỏ mẫu", "templateRemove", self._remove)
        self.body.addLayout(row(self._use_button, None, self._remove_button))
        self.body.addWidget(self.table, 1)

    def reload(self) -> None:
        """All templates."""
        self._model.set_rows(templates.listed(self.context.work))
        self._on_picked()

    def _on_picked(self) -> None:
        rows = self.table.picked_rows()
        self._use_button.setEnabled(len(rows) == 1)
        self._remove_button.setEnabled(bool(rows) and all(one.is_own for one in rows))

    def _use_chosen(self) -> None:
        for one in self.table.picked_rows()[:1]:
            self._use(one)

    def _use(self, template: TemplateName) -> None:
        open_from_template(self.context, self.window(), template.key)

    def _remove(self) -> None:
        keys, work = [one.key for one in self.table.picked_rows()], self.context.work

        def remove() -> None:
            for key in keys:
                templates.remove(work, key)

        self.context.doer.do(f"Bỏ {text.count(len(keys), 'mẫu kế hoạch')}", remove)

    def _fill_menu(self, menu: QMenu) -> None:
        rows = self.table.picked_rows()
        if len(rows) == 1:
            menu.addAction("Lập kế hoạch từ mẫu này…").triggered.connect(self._use_chosen)
        if self._remove_button.isEnabled():
            menu.addAction("Bỏ mẫu").triggered.connect(self._remove)
