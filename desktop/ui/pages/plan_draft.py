"""The tab "Soạn thảo": the text of a plan, typed as it looks on paper, its real pages beside it, kept while one types."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.documents.body import Body
from desktop.services import plan_editing, plan_papers, preview, unsaved
from desktop.services.plan_editing import Draft, Line, Loaded, Saved
from desktop.services.preview import Paper
from desktop.ui.context import Context
from desktop.ui.editor.body_document import Written
from desktop.ui.editor.editor import BodyEditor
from desktop.ui.editor.labels import Inks
from desktop.ui.editor.manuscript import renamed
from desktop.ui.pages import draft_section
from desktop.ui.pages.draft_bar import DraftBar
from desktop.ui.pages.draft_fields import DraftFields
from desktop.ui.pages.draft_keeping import Keeper
from desktop.ui.pages.draft_notes import DraftNotes
from desktop.ui.widgets.paper_view import PaperView
from desktop.ui.widgets.parts import column

_FIELDS_MS = 200
_MARK_MS = 120
_YES = ("true", True)
"""As QSettings gives a yes back: from its file, from memory."""
REFUSED = "Dòng này viết theo nhiệm vụ. Đổi đơn vị, thời hạn ở thẻ Nhiệm vụ."


class DraftTab(QWidget):
    """One plan at a time. Others change it elsewhere: `show_plan` of the same plan takes what is new and leaves what is typed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("draftTab")
        self._context = context
        self._written = Written(())
        self._place = -1
        self.keeper = Keeper(context, self)
        self._build()
        self._connect()
        self._recall()

    def _build(self) -> None:
        theme = self._context.theme
        inks = Inks(QColor(theme.colours.ink), QColor(theme.colours.accent_pressed), theme.font("small"))
        self.editor = BodyEditor(inks, theme.scale)
        self.paper = PaperView(self._context.jobs, theme.colours, "draftPaper")
        self.bar = DraftBar(theme, self.editor, self.paper)
        self.fields = DraftFields(theme)
        self.notes = DraftNotes()
        left = QWidget()
        left.setLayout(column(self.notes, self.fields, self.editor, space=4))
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setObjectName("draftSplit")
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(self.paper)
        self.split.setSizes([1_000, 1_000])
        whole = column(self.bar, self.split, space=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._typing = self._timer(_FIELDS_MS, self._on_settled)
        self._marking = self._timer(_MARK_MS, self._mark)
        self.editor.manuscript.settled.connect(self._on_settled)
        self.editor.cursorPositionChanged.connect(self._marking.start)
        self.editor.task_wanted.connect(self._open_task)
        self.editor.refused.connect(lambda: self._context.hub.say(REFUSED, is_warning=True))
        self.editor.installEventFilter(self)
        self.fields.changed.connect(self._typing.start)
        self.fields.left.connect(self.leave)
        self.fields.folded.connect(lambda folded: self._context.settings.setValue("draft/folded", folded))
        self.paper.picked.connect(self._on_picked)
        self.bar.paper_toggled.connect(self._show_pages)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.told.connect(self.bar.say)
        self.notes.taken.connect(self._take_unsaved)
        self.notes.dropped.connect(self._drop_unsaved)
        self.split.splitterMoved.connect(
            lambda *_: self._context.settings.setValue("draft/split", self.split.saveState())
        )

    def _timer(self, pause: int, act: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(pause)
        made.timeout.connect(act)
        return made

    def _recall(self) -> None:
        settings = self._context.settings
        state = settings.value("draft/split")
        if isinstance(state, QByteArray):
            self.split.restoreState(state)
        self.fields.show_folded(folded=settings.value("draft/folded", "true") in _YES)
        self.bar.preview.setChecked(settings.value("draft/pages", "true") in _YES)
        self.paper.setVisible(self.bar.preview.isChecked())

    # ---- what every tab offers ----

    def show_plan(self, key: int) -> None:
        """Show that plan; the same one as others have left it, without touching what is being typed."""
        shown = self.keeper.loaded
        if shown is not None and shown.plan.id == key and self.keeper.take_made():
            return
        if shown is not None and shown.plan.id != key:
            self.leave()
        loaded = plan_editing.load(self._context.work, key)
        if shown is None or shown.plan.id != key or shown.is_frozen != loaded.is_frozen:
            self._open(loaded)
        elif loaded.draft != shown.draft:
            self._renew(loaded)
        elif loaded != shown:
            self.keeper.refresh(loaded)
            self.editor.show_facts(draft_section.facts(self.keeper.known))
            self.redraw()

    def open_part(self, part: str) -> None:
        """ "task:12", "block:7" (of those printed), "field:subject", or what a paragraph was made from ("report_order")."""
        kind, _, name = part.partition(":")
        if kind == "field":
            self.fields.show_folded(folded=False)
            self.fields.go_to(name)
        elif kind == "block" and name.isdecimal():
            self.editor.go_to_place(int(name))
        else:
            self.editor.go_to_source(part)

    def leave(self) -> None:
        """Keep what is being typed, now."""
        self.editor.manuscript.settle()
        if self._typing.isActive():
            self._typing.stop()
            self._on_settled()
        self.keeper.flush()

    # ---- showing ----

    def _open(self, loaded: Loaded) -> None:
        facts = draft_section.facts(loaded.known)
        self.editor.setReadOnly(loaded.is_frozen)
        self.editor.show_body(loaded.draft.body.blocks, draft_section.entries(loaded.draft.lines), facts)
        self._show_around(loaded, loaded.draft)
        self.keeper.open(loaded, self._draft(loaded.draft.body))
        self.bar.set_frozen(frozen=loaded.is_frozen)
        self.bar.refresh()
        (self.paper if loaded.is_frozen else self.editor).setFocus()
        self.paper.show_paper(None)
        self.redraw()
        found = self.keeper.offered
        when = f"lúc {found.typed_at.astimezone():%H:%M ngày %d/%m/%Y}" if found else ""
        self.notes.tell(frozen=loaded.is_frozen, unsaved=when, is_given=loaded.plan.is_received)

    def _renew(self, loaded: Loaded) -> None:
        facts = draft_section.facts(self.keeper.known | loaded.known)
        self.editor.renew(loaded.draft.body.blocks, draft_section.entries(loaded.draft.lines), facts)
        self._show_around(loaded, loaded.draft)
        self.keeper.renew(loaded, self._draft(loaded.draft.body))
        self.redraw()

    def _show_around(self, loaded: Loaded, draft: Draft) -> None:
        self._written = self.editor.manuscript.read()
        self.fields.show_draft(loaded, draft)

    def _draft(self, body: Body) -> Draft:
        """What is written now. body: where it comes from what nobody writes here."""
        whole = replace(body, blocks=self._written.blocks)
        return Draft(
            self.fields.subject.toPlainText(),
            self.fields.theme.text(),
            self.fields.of(whole),
            draft_section.lines(self._written.section),
        )

    # ---- typing and keeping ----

    def _on_settled(self, written: Written | None = None) -> None:
        if written is not None:
            self._written = written
        if self.keeper.loaded is not None:
            self.keeper.type(self._draft(self.keeper.loaded.draft.body))
            self.redraw()

    def _on_saved(self, saved: Saved) -> None:
        """New tasks have their ids now; nothing that is typed is touched."""
        self.editor.manuscript.rename_tasks(saved.renamed)
        self._written = renamed(self._written, saved.renamed)
        self.editor.show_facts(draft_section.facts(self.keeper.known))

    def _take_unsaved(self) -> None:
        found, loaded = self.keeper.answer(), self.keeper.loaded
        self.notes.tell(frozen=False)
        if found is None or loaded is None:
            return
        lines: tuple[Line, ...] = unsaved.onto(loaded.draft.lines, found.draft.lines)
        facts = draft_section.facts(self.keeper.known)
        self.editor.renew(found.draft.body.blocks, draft_section.entries(lines), facts, is_own=True)
        self._show_around(loaded, found.draft)
        self._on_settled()
        self.keeper.flush()

    def _drop_unsaved(self) -> None:
        self.notes.tell(frozen=False)
        self.keeper.answer()

    # ---- the pages ----

    def redraw(self) -> None:
        """Have the pages made anew, beside what goes on; the newest wish counts."""
        loaded = self.keeper.loaded
        if loaded is None or not self.bar.preview.isChecked():
            return
        if loaded.is_frozen:
            work = partial(preview.of_file, plan_papers.pdf(self._context.work, loaded.plan.id))
        else:
            draft, known = self._draft(loaded.draft.body), dict(self.keeper.known)
            work = partial(_paper, loaded, draft, known)
        self._context.jobs.draw("draftPaper", work, partial(self._show_paper, loaded.plan.id))

    def _show_paper(self, key: int, paper: Paper) -> None:
        if self.keeper.loaded is not None and self.keeper.loaded.plan.id == key:
            self.paper.show_paper(paper)
            self._mark()

    def _mark(self) -> None:
        place = self.editor.place(joins_tasks=self.fields.in_table.isChecked())
        self.paper.mark(place, follow=place != self._place)
        self._place = place

    def _show_pages(self, shown: bool) -> None:  # noqa: FBT001 - a signal's
        self._context.settings.setValue("draft/pages", shown)
        self.paper.setVisible(shown)
        self.redraw()

    def _on_picked(self, page: int, height: float) -> None:
        place = self.paper.block_at(page, height)
        self.editor.go_to_place(place, joins_tasks=self.fields.in_table.isChecked())

    def _open_task(self, key: str) -> None:
        """The task whose facts were clicked, in "Nhiệm vụ"; a new one is kept first."""
        self.leave()
        loaded, kept = self.keeper.loaded, self.keeper.renamed.get(key, key)
        if loaded is not None and kept.startswith("task:"):
            self._context.hub.go("plan", loaded.plan.id, "tasks", kept)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The text is kept when it is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.leave()
        return super().eventFilter(watched, event)


def _paper(loaded: Loaded, draft: Draft, known: plan_editing.Known) -> Paper:
    return preview.of_document(plan_editing.document(loaded, draft, known))
