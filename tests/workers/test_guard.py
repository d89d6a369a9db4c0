"""Workers: started, heard, limited and ended, and every way in which one can end."""

import sys
import time
from pathlib import Path

import pytest

from desktop import errors
from desktop.progress import SILENT, Cancelled
from desktop.readers.gate import Kind
from desktop.readers.text import guarded
from desktop.workers import ending, guard, wire
from desktop.workers.limits import Limits

REQUEST = wire.Request("desktop.readers.text.task", Path("a.txt"), Kind.TEXT)


def python(script: str) -> list[str]:
    """A worker that does what the script says, `say` being how it speaks."""
    start = "import json, os, sys, time\ndef say(*m): print(json.dumps(m), flush=True)\n"
    return [sys.executable, "-c", start + script]


def heard(script: str, request: wire.Request = REQUEST) -> list[wire.Message]:
    return list(guard.run(request, SILENT, python(script)))


def ended(script: str, request: wire.Request = REQUEST) -> ending.Ending:
    with pytest.raises(ending.Unreadable) as caught:
        heard(script, request)
    return caught.value.ending


class Recorder:
    """A progress that keeps what it is told and may stop."""

    def __init__(self, stop_at: str = "") -> None:
        self.told: list[tuple[int, int | None, str]] = []
        self.stop_at = stop_at

    def step(self, done: int, total: int | None = None, what: str = "") -> None:
        self.told.append((done, total, what))
        if what == self.stop_at:
            raise Cancelled


def test_messages_come_as_they_are_said_up_to_the_end() -> None:
    assert heard('say("rows", [1]); say("rows", [2]); say("end")') == [["rows", [1]], ["rows", [2]]]


def test_the_first_word_of_progress_is_that_the_file_is_being_opened() -> None:
    progress = Recorder()
    list(guard.run(REQUEST, progress, python('say("step", 3, 9, "reading"); say("rows"); say("end")')))
    assert progress.told[0] == (0, None, guard.OPENING)
    assert (3, 9, "reading") in progress.told


def test_a_worker_hears_on_its_standard_input_what_it_is_given() -> None:
    request = wire.Request("x", Path("a"), given=["mật khẩu", "x" * 200_000])
    script = 'given = json.load(sys.stdin); say("rows", given[0], len(given[1]), sys.argv[1]); say("end")'
    assert heard(script, request) == [["rows", "mật khẩu", 200_000, request.dump()]]


def test_a_worker_that_ends_before_it_was_given_all_has_failed() -> None:
    assert not ended("sys.exit(3)", wire.Request("x", Path("a"), given="x" * 500_000)).final


def test_cancelling_ends_a_worker_that_says_nothing() -> None:
    start = time.monotonic()
    progress = Recorder(stop_at="reading")
    with pytest.raises(Cancelled):
        list(guard.run(REQUEST, progress, python('say("step", 1, 2, "reading"); time.sleep(60)')))
    assert time.monotonic() - start < 20


def test_closing_the_iterator_ends_a_worker_that_says_more_than_is_heard() -> None:
    messages = guard.run(REQUEST, SILENT, python('while True: say("rows", "x" * 9999)'))
    assert next(messages)[0] == "rows"
    messages.close()


def test_a_worker_may_be_ended_before_it_is_heard() -> None:
    start = time.monotonic()
    worker = guard.start(REQUEST, SILENT, python("time.sleep(60)"))
    worker.close()
    worker.close()
    assert time.monotonic() - start < 20


def test_other_words_than_messages_are_kept_for_the_log_only() -> None:
    found = ended('print("memory allocation of 9 bytes failed"); print("[\\"broken"); sys.exit(7)')
    assert isinstance(found.error, errors.FileDamaged)
    assert "exit 7" in found.error.detail
    assert "allocation of 9" in found.error.detail


def test_a_worker_that_stops_without_a_last_word_has_failed() -> None:
    assert not ended('say("rows")').final


def test_our_own_error_comes_through_with_its_values_and_is_final() -> None:
    found = ended('say("error", "FileTooLarge", {"size": 9, "limit": 5, "unit": "row"}, "x")')
    assert isinstance(found.error, errors.FileTooLarge)
    assert (found.error.size, found.error.limit, found.error.unit, found.final) == (9, 5, "row", True)


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("MemoryError", errors.FileHostile),
        ("PanicException", errors.FileDamaged),
        ("Path", errors.FileDamaged),
    ],
)
def test_the_exception_of_a_library_leaves_room_for_another_library(
    name: str, error: type[Exception]
) -> None:
    found = ended(f'say("error", "{name}", {{}}, "words")')
    assert type(found.error) is error
    assert not found.final


def test_a_worker_that_takes_too_long_is_ended() -> None:
    found = ended(
        "time.sleep(60)",
        wire.Request("desktop.readers.text.task", Path("a"), Kind.TEXT, limits=Limits(wall=0.2)),
    )
    assert isinstance(found.error, errors.FileTooSlow)
    assert found.final


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(
    ("signal", "error"),
    [("SIGABRT", errors.FileHostile), ("SIGSEGV", errors.FileDamaged), ("SIGXCPU", errors.FileTooSlow)],
)
def test_a_killed_worker_is_an_error_of_the_file(signal: str, error: type[Exception]) -> None:
    script = f"import resource, signal; resource.setrlimit(resource.RLIMIT_CORE, (0, 0)); os.kill(os.getpid(), signal.{signal})"
    assert type(ended(script).error) is error


@pytest.mark.parametrize(
    ("code", "error"), [(0xC0000044, errors.FileTooSlow), (0xC0000409, errors.FileHostile)]
)
def test_the_exit_codes_of_windows_are_known(code: int, error: type[Exception]) -> None:
    assert type(ending.died(Path("a"), code, "").error) is error


def test_a_real_worker_reads_a_text(tmp_path: Path) -> None:
    (tmp_path / "Bản cuối (2).txt").write_text("CỘNG HÒA\n\nKính gửi: các phòng.\n", encoding="utf-8")
    found = guarded(tmp_path / "Bản cuối (2).txt", Kind.TEXT, SILENT)
    assert [block.text for block in found.blocks] == ["CỘNG HÒA", "Kính gửi: các phòng."]


def test_a_real_worker_tells_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" \n\n", encoding="utf-8")
    with pytest.raises(errors.NothingInside):
        guarded(tmp_path / "a.txt", Kind.TEXT, SILENT)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
def test_a_real_worker_may_not_take_more_memory_than_it_was_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a b\n" * (5 << 20))
    request = wire.Request(
        "desktop.readers.text.task", tmp_path / "a.txt", Kind.TEXT, limits=Limits(memory=200 << 20)
    )
    with pytest.raises(ending.Unreadable) as caught:
        list(guard.run(request, SILENT))
    assert isinstance(caught.value.ending.error, errors.FileHostile)


def test_the_worker_is_started_with_the_code_of_the_program_whatever_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    (tmp_path / "a.txt").write_text("Kính gửi", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "other"))
    assert guarded(tmp_path / "a.txt", Kind.TEXT, SILENT).blocks


def test_an_interpreter_that_may_not_be_started_is_a_file_in_use(tmp_path: Path) -> None:
    (tmp_path / "python").write_text("")
    with pytest.raises(errors.FileInUse):
        list(guard.run(REQUEST, SILENT, [str(tmp_path / "python")]))
