"""What must be true of the Qt that the lock pins, before any window stands on it."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel


class Bell(QObject):
    """Something that emits."""

    rung = Signal(bool)


def test_two_thousand_emits_lose_no_reference_to_true(qapp: QApplication) -> None:
    """PySide6 6.12.0 lost one at each emit and so killed Python 3.11 after a few hundred."""
    bell = Bell()
    before = sys.getrefcount(True)
    for _ in range(2000):
        bell.rung.emit(True)
    assert sys.getrefcount(True) >= before


def test_two_thousand_void_calls_lose_no_reference_to_none(qapp: QApplication) -> None:
    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(2000):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - 500
