"""Help and the sheet of keys."""

from PySide6.QtWidgets import QLabel

from desktop.paths import resource_file
from desktop.ui import page_list
from desktop.ui.context import Context
from desktop.ui.dialogs.help import TOPICS, HelpDialog
from desktop.ui.dialogs.shortcuts import KEYS, ShortcutsDialog
from desktop.ui.main_window import MainWindow


def test_every_topic_has_a_text_that_begins_with_its_title() -> None:
    for key, _ in TOPICS:
        assert resource_file(f"help/{key}.md").read_text("utf-8").startswith("# ")
    assert {path.stem for path in resource_file("help").glob("*.md")} == {key for key, _ in TOPICS}


def test_help_opens_at_the_topic_of_the_page(window: MainWindow, demo: Context) -> None:
    dialog = HelpDialog("theo-doi", demo, window)
    assert "Mỗi dòng là một đơn vị" in dialog.text.toPlainText()
    dialog.contents.setCurrentRow(0)
    assert "Lần đầu mở chương trình" in dialog.text.toPlainText()


def test_every_page_names_a_topic_that_is_there(demo: Context) -> None:
    keys = {key for key, _ in TOPICS}
    for entry in page_list.PAGES:
        assert page_list.make(entry, demo).help in keys, entry.name


def test_the_sheet_of_keys_shows_every_group(window: MainWindow) -> None:
    dialog = ShortcutsDialog(window)
    words = {child.text() for child in dialog.findChildren(QLabel)}
    assert {title for title, _ in KEYS} <= words
    assert "Ctrl+K" in words
