"""Cài đặt, Trao đổi USB: the words of this copy, the senders that are known."""

import pytest
from PySide6.QtWidgets import QApplication
from two_offices import two_offices

from desktop.services import identity
from desktop.ui.pages.settings_exchange import ExchangeSection


@pytest.fixture
def both(tmp_path):
    made = two_offices(tmp_path)
    yield made
    made.upper.close()
    made.lower.close()


def section_of(context, qtbot) -> ExchangeSection:
    made = ExchangeSection(context)
    qtbot.addWidget(made)
    made.show()
    made.reload()
    qtbot.waitUntil(lambda: bool(made.words.text()), timeout=20_000)
    return made


def test_the_words_of_this_copy_are_shown_and_copied(context, qtbot):
    made = section_of(context, qtbot)
    assert made.words.text() == identity.words(identity.own(context.work).public)
    made.copy.click()
    assert QApplication.clipboard().text() == made.words.text()
    assert made.empty.isVisible()


def test_who_packages_came_from_is_listed_with_the_words_it_shows_itself(both, make_context, qtbot):
    both.given()
    above = section_of(make_context(both.upper), qtbot)
    below = section_of(make_context(both.lower), qtbot)
    (known,) = below._model.rows
    assert known.words == above.words.text()
    assert below.table.isVisible()
