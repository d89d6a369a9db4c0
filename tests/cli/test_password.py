"""`password`: what is told, what it takes to remove a forgotten one."""

import io
import sys

import pytest

from desktop.services import password
from desktop.services.workspace import Workspace
from desktop.storage import audit


@pytest.fixture
def locked(run, home):
    """`run` in a home with a password."""
    with Workspace.open(home) as work:
        password.choose(work, "bí mật", "bí mật")
    return run


def typing(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """A person at the keyboard."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(words))


def test_it_tells_whether_there_is_one(run, home):
    assert "chưa đặt mật khẩu" in run("password").out
    with Workspace.open(home) as work:
        password.choose(work, "bí mật", "bí mật")
    assert "có mật khẩu, tự khóa sau 10 phút" in run("password").out
    assert run("password", "--json").json == {"is_set": True, "auto_lock": 10}


@pytest.mark.parametrize("words", ["bỏ mật khẩu\n", "BO MAT KHAU\r\n"])
def test_a_forgotten_one_is_removed_once_that_is_typed_and_it_is_on_record(locked, home, monkeypatch, words):
    typing(monkeypatch, words)
    ended = locked("password", "--reset")
    assert ended.status == 0
    assert "Đã bỏ mật khẩu" in ended.out
    with Workspace.open(home) as work:
        assert not work.has_password
        assert audit.entries(work.store, "password")[0].action == "reset"


@pytest.mark.parametrize("words", ["", "\n", "có\n"])
def test_anything_else_keeps_it(locked, home, monkeypatch, words):
    typing(monkeypatch, words)
    ended = locked("password", "--reset")
    assert (ended.status, ended.out) == (1, "")
    assert "Chưa bỏ mật khẩu" in ended.err
    with Workspace.open(home) as work:
        assert work.has_password


def test_without_one_there_is_nothing_to_ask(run):
    ended = run("password", "--reset")
    assert (ended.status, ended.err) == (0, "")
    assert "chưa đặt mật khẩu" in ended.out
