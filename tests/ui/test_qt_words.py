"""Qt's own words in Vietnamese."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.ui.qt_words import QtWords


def test_known_words_are_vietnamese_and_others_stay_qts(qapp: QApplication) -> None:
    words = QtWords()
    qapp.installTranslator(words)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Hủy"
    assert (
        QCoreApplication.translate("QPlatformTheme", "A word of Qt that is not there")
        == "A word of Qt that is not there"
    )
    qapp.removeTranslator(words)


def test_a_standard_button_speaks_vietnamese(qapp: QApplication) -> None:
    words = QtWords()
    qapp.installTranslator(words)
    box = QMessageBox(
        QMessageBox.Icon.Warning, "", "", QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Cancel
    )
    assert {button.text().replace("&", "") for button in box.buttons()} == {"Lưu", "Hủy"}
    qapp.removeTranslator(words)
