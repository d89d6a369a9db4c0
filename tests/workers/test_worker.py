"""The worker's side, run in the test's own process: what it says, and the limits it takes upon itself."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import errors
from desktop.domain.draft import Problem
from desktop.readers.blocks import Block, Text
from desktop.readers.gate import Kind
from desktop.readers.messages import text_messages, text_of
from desktop.workers import confine, job_object, wire, worker
from desktop.workers.limits import Limits

REQUEST = wire.Request("desktop.readers.text.task", Path("a.txt"), Kind.TEXT)


def said(request: wire.Request, **options: object) -> list[wire.Message]:
    out = io.BytesIO()
    assert worker.main([request.dump()], out, **options) == 0  # type: ignore[arg-type]
    return [wire.parse(line) or [] for line in out.getvalue().splitlines()]


def test_the_last_word_after_an_answer_is_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kính gửi", encoding="utf-8")
    found = said(wire.Request("desktop.readers.text.task", tmp_path / "a.txt", Kind.TEXT))
    assert text_of(found).blocks[0].text == "Kính gửi"
    assert found[-1] == ["end"]


def test_the_limits_of_the_request_are_taken_before_reading(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    taken: list[Limits] = []
    said(
        wire.Request("desktop.readers.text.task", tmp_path / "a.txt", Kind.TEXT, limits=Limits(cpu=3)),
        confine=taken.append,
    )
    assert taken == [Limits(cpu=3)]


def last_word(request: wire.Request) -> wire.Message:
    """Of a process of its own: what nobody catches is told by its hook."""
    command = [sys.executable, "-m", "desktop.workers.worker", request.dump()]
    ended = subprocess.run(command, capture_output=True, check=True, timeout=120)
    return wire.parse(ended.stdout.splitlines(keepends=True)[-1]) or []


def test_an_exception_is_the_last_word(tmp_path: Path) -> None:
    request = wire.Request("desktop.readers.text.task", tmp_path / "none.txt", Kind.TEXT)
    assert last_word(request)[0] == "error"


def test_an_unknown_task_is_told() -> None:
    assert last_word(wire.Request("nothing", Path("a"), Kind.TEXT))[1] == "ModuleNotFoundError"


@pytest.mark.parametrize("error", [ValueError("x"), KeyboardInterrupt(), MemoryError()])
def test_what_ended_a_task_is_told_by_its_name(error: BaseException) -> None:
    out = io.BytesIO()
    worker.tell(error, out)
    assert (wire.parse(out.getvalue()) or [])[:2] == ["error", type(error).__name__]


def test_a_parent_that_listens_no_more_ends_the_worker_quietly(tmp_path: Path) -> None:
    class Closed(io.BytesIO):
        def write(self, data: object) -> int:
            raise BrokenPipeError

    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    worker.answer(wire.Request("desktop.readers.text.task", tmp_path / "a.txt", Kind.TEXT), Closed())


def test_a_request_survives_the_command_line() -> None:
    request = wire.Request("book", Path("Bản cuối\udcff.xlsx"), Kind.XLS, {"sheet": "Trang 1"}, Limits(cpu=1))
    text = request.dump()
    assert text.isascii()
    assert wire.Request.load(text) == request


def test_what_is_given_goes_over_standard_input_and_not_over_the_command_line() -> None:
    request = wire.Request("x", Path("a.skh"), given={"passphrases": ["bốn từ bí mật"]})
    assert "passphrases" not in request.dump() + repr(request)
    stream = io.BytesIO(json.dumps(request.given).encode())
    assert wire.Request.load(request.dump(), stream) == request
    assert stream.read() == b""


def test_standard_input_is_left_alone_where_nothing_is_given() -> None:
    stream = io.BytesIO(b"{}")
    assert wire.Request.load(REQUEST.dump(), stream).given is None
    assert stream.read() == b"{}"


def test_a_document_survives_the_way_between_processes() -> None:
    blocks = (Block("a", True, True, None, False, True), Block("", rows=(("x", "y"), ("z", "")))) * 300
    text = Text(blocks, (Problem(3, "B", "tracked_changes", "x"), Problem(0, None, "comments_left_out")))
    lines = [wire.line(message) for message in text_messages(text)]
    assert text_of([wire.parse(line) or [] for line in [*lines, wire.line(["other"])]]) == text


@pytest.mark.parametrize(
    "error",
    [
        errors.FileDamaged("a", "detail"),
        errors.WrongKind("a", "html"),
        errors.FileTooLarge("a", 3, 2, "row"),
        errors.NoUnitNames("a", ("x", "y")),
        errors.NoSuchSheet("a", "s", ("x",)),
        errors.SecretDocument("a", "MẬT"),
    ],
)
def test_an_error_of_ours_survives_the_way_between_processes(error: errors.FileProblem) -> None:
    message = wire.parse(wire.line(wire.error_message(error)))
    again = wire.own_error(Path("a"), message or [])
    assert type(again) is type(error)
    assert vars(again or error) == vars(error)


@pytest.mark.parametrize("error", [ValueError("x"), SystemExit(3), errors.BadValue("a", "b")])
def test_any_other_exception_is_told_by_its_name(error: BaseException) -> None:
    message = wire.error_message(error)
    assert wire.own_error(Path("a"), message) is None
    assert message[1] == type(error).__name__


def test_a_lone_surrogate_does_not_stop_a_message() -> None:
    assert wire.parse(wire.line(["rows", "a\ud800"])) == ["rows", "a?"]


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
def test_confining_asks_the_system_for_every_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource
    import signal

    asked: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", asked.__setitem__)
    monkeypatch.setattr(resource, "getrlimit", lambda what: (-1, 5 if what == resource.RLIMIT_CPU else -1))
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    confine.confine(Limits(memory=7, cpu=9))
    assert asked[resource.RLIMIT_AS] == (7, 7)
    assert asked[resource.RLIMIT_CPU] == (5, 5)


class Kernel:
    """Stands for kernel32; `refuse` names the call that fails."""

    def __init__(self, refuse: str = "") -> None:
        self.refuse, self.calls = refuse, list[str]()

    def __getattr__(self, name: str) -> object:
        def call(*_: object) -> int:
            self.calls.append(name)
            return 0 if name == self.refuse else 1

        return call


def test_on_windows_the_worker_puts_itself_into_a_job() -> None:
    kernel = Kernel()
    job_object.confine(Limits(), kernel)
    assert kernel.calls[-1] == "AssignProcessToJobObject"
    assert kernel.calls[:2] == ["CreateJobObjectW", "SetInformationJobObject"]


@pytest.mark.parametrize("call", ["CreateJobObjectW", "SetInformationJobObject", "AssignProcessToJobObject"])
def test_a_job_that_windows_refuses_is_an_error(call: str) -> None:
    with pytest.raises(OSError, match=call):
        job_object.confine(Limits(), Kernel(call))


@pytest.mark.skipif(sys.platform == "win32", reason="there it works")
def test_elsewhere_there_are_no_jobs() -> None:
    with pytest.raises(OSError, match="no Job Objects"):
        job_object.confine(Limits())


def test_long_texts_go_as_they_are_unless_they_hold_control_characters() -> None:
    for texts in (["rows", "Thôn Hạ\x1fThôn Hà", ""], ["rows", "a\nb"], ["rows", "a\x1eb", "c"]):
        data = wire.line(wire.Texts(texts))
        assert data.count(b"\n") == 1
        assert wire.parse(data) == texts
