"""Every expected error and every problem has its own Vietnamese sentence."""

import ast
import inspect
import re
from functools import cache
from pathlib import Path

import pytest

from desktop import errors, sentences
from desktop.cli.reading_json import MESSAGES, message_of
from desktop.domain.draft import Problem
from desktop.errors import AppError
from desktop.problem_words import WORDS, problem_sentence
from desktop.readers.gate import Kind
from desktop.refusals import PACKAGES, RULES, SIGNING, TEMPLATES
from desktop.sentences import LABELS, UNITS, VALUES, sentence

ROOT = Path(errors.__file__).parent
CLASSES = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, AppError)]
BASES = {errors.UserError}
GIVEN = {
    "path": Path("nha/danh sách.xlsx"), "size": 9 * 2**30, "limit": 2**20, "found": "pdf", "mark": "MẬT", "sheet": "Q1",
    "sheets": ("Q2", "Q3"), "reason": "old_form", "rule": "same_unit", "noun": "plan", "key": 7, "count": 2, "refused": 1,
    "total": 3, "name": "drafting", "value": "CV", "known": 1, "obstacle": "attached_picture",
}  # fmt: skip
OTHERWISE = {
    (errors.DatabaseTooNew, "found"): 3,
    (errors.PackageTooNew, "found"): 3,
    (errors.WrongPackage, "reason"): "own",
}


def made(kind: type[AppError]) -> AppError:
    """An error of that class with values for all that it wants."""
    wanted = inspect.signature(kind.__init__).parameters if kind.__init__ is not Exception.__init__ else {}
    values = {
        name: OTHERWISE.get((kind, name), GIVEN[name])
        for name, parameter in wanted.items()
        if parameter.default is parameter.empty and name in GIVEN
    }
    return kind(**values)


@cache
def calls() -> tuple[tuple[str, str, ast.Call], ...]:
    """(file name, name that is called, call) of every call in the program."""
    found = []
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                is_method = isinstance(node.func, ast.Attribute)
                called = node.func.attr if is_method else getattr(node.func, "id", "")
                found.append((path.name, called, node))
    return tuple(found)


def constants(*names: str):
    """(file name, called, call) of every call of one of `names` in the program."""
    return [call for call in calls() if call[1] in names]


def text_at(call: ast.Call, position: int) -> str | None:
    """The literal text that is given there."""
    if len(call.args) > position and isinstance(call.args[position], ast.Constant):
        value = call.args[position].value
        return value if isinstance(value, str) else None
    return None


@pytest.mark.parametrize(
    "kind", [kind for kind in CLASSES if kind not in BASES], ids=lambda kind: kind.__name__
)
def test_every_error_has_a_sentence_of_its_own(kind):
    assert kind in sentences._SENTENCES
    text = sentence(made(kind))
    assert text.endswith(".")
    assert "{" not in text
    assert re.search(r"[ạảãàáâậầấẩẫăắằặẳẵđếềểễệêôồốổỗộơờớởỡợưừứửữự]", text)


def test_a_kind_without_a_sentence_uses_that_of_its_base():
    class Odd(errors.FileProblem):
        pass

    assert "Không đọc được tệp" in sentence(Odd("a.txt"))
    assert "Không thực hiện được" in sentence(errors.UserError())


def test_every_rule_that_is_broken_anywhere_has_its_words_and_no_other():
    broken = {text_at(call, 0) for _, _, call in constants("NotAllowed")}
    assert broken == set(RULES)


def test_the_words_of_a_rule_want_only_what_is_told():
    for name, _, call in constants("NotAllowed"):
        wanted = set(re.findall(r"{(\w+)}", RULES[str(text_at(call, 0))]))
        assert wanted <= {keyword.arg for keyword in call.keywords}, name


def test_every_obstacle_to_signing_has_its_words_and_no_other():
    met = list(constants("CannotSign"))
    assert {text_at(call, 0) for _, _, call in met} == set(SIGNING)
    for name, _, call in met:
        wanted = set(re.findall(r"{(\w+)}", SIGNING[str(text_at(call, 0))]))
        assert wanted <= {keyword.arg for keyword in call.keywords}, name


def test_every_reason_of_a_wrong_form_has_its_words():
    assert {text_at(call, 1) for _, _, call in constants("WrongTemplate")} - {None} == set(TEMPLATES)


def test_every_reason_to_refuse_a_package_has_its_words_and_no_other():
    assert {text_at(call, 1) for _, _, call in constants("WrongPackage")} - {None} == set(PACKAGES)


def test_a_locked_package_asks_for_a_passphrase_and_then_for_another_one():
    assert "hãy gõ cụm từ khóa" in sentence(errors.PackageLocked("a.skh"))
    assert "hãy gõ lại" in sentence(errors.PackageLocked("a.skh", 1))


def test_every_kind_of_file_and_unit_of_size_and_value_has_its_word():
    assert {kind.value for kind in Kind} - {"unknown"} == set(LABELS)
    assert {text_at(call, 3) for _, _, call in constants("FileTooLarge")} - {None} == set(UNITS)
    assert {text_at(call, 0) for _, _, call in constants("BadValue")} - {None} == set(VALUES)


def test_sizes_that_are_no_bytes_are_told_in_their_unit():
    assert "tối đa 1.048.576 dòng" in sentence(errors.FileTooLarge("a.xlsx", 2**21, 2**20, "row"))


def test_what_is_not_known_of_a_disk_or_an_owner_is_left_out():
    assert "cần khoảng" not in sentence(errors.DiskFull("a"))
    assert "cần khoảng 5 MB" in sentence(errors.DiskFull("a", needed=5 * 2**20))
    assert "(máy khác)" in sentence(errors.WorkspaceBusy("a", "máy khác"))
    assert "không đúng loại" in sentence(errors.WrongKind("a", "unknown"))


def problem_codes() -> set[str]:
    """Every code of a problem that readers and services make, as far as it stands in the code."""
    codes = {
        text_at(call, 2) for _, _, call in constants("Problem", "add", "_note")
    }  # (row, column, code, value)
    codes |= {text_at(call, 1) for _, _, call in constants("say")}  # (column, code, value)
    codes |= {
        text_at(call, 0) for _, _, call in constants("add") if ast.unparse(call.func).endswith("seen.add")
    }
    for path in sorted((ROOT / "readers").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            codes |= _codes_of(node)
    return {code for code in codes if code and re.fullmatch("[a-z_]+", code)}


def _codes_of(node: ast.AST) -> set[str]:
    if isinstance(node, ast.List) and len(node.elts) == 4 and isinstance(node.elts[2], ast.Constant):
        names = all(isinstance(e, ast.Constant) and isinstance(e.value, str) for e in node.elts)
        return set() if names else {str(node.elts[2].value)}
    if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in {"_TOLD", "_NOTES"}:
        assert isinstance(node.value, ast.Dict)
        return {value.value for value in node.value.values if isinstance(value, ast.Constant)}
    if isinstance(node, ast.Tuple) and len(node.elts) == 2 and isinstance(node.elts[1], ast.Attribute):
        first = node.elts[0]  # ("cell_error", self.errors)
        is_code = isinstance(first, ast.Constant) and isinstance(first.value, str) and "_" in first.value
        return {first.value} if is_code else set()
    if isinstance(node, ast.Subscript) and getattr(node.value, "attr", "") == "counts":
        return {node.slice.value} if isinstance(node.slice, ast.Constant) else set()
    return set()


def test_every_problem_that_a_reader_tells_has_its_words():
    codes = problem_codes()
    assert {
        "phone_invalid",
        "legacy_text",
        "tracked_changes",
        "second_contact",
        "cell_cut",
        "cell_error",
    } <= codes
    assert codes <= set(WORDS)


def test_every_remark_on_a_directive_has_its_sentence():
    told = {text_at(call, 0) for _, _, call in constants("Remark")} - {None}
    assert told == set(MESSAGES)
    assert message_of("tracked_changes").startswith("Văn bản còn sửa đổi")


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem(12, "E", "phone_invalid", "09x"), "Dòng 12, cột E: số điện thoại không hợp lệ (“09x”)."),
        (
            Problem(0, "F", "phones_restored", "3"),
            "Cả tệp, cột F: đã thêm lại số 0 ở đầu cho 3 số điện thoại.",
        ),
        (Problem(0, None, "empty_form"), "Cả tệp: biểu chưa ghi gì."),
    ],
)
def test_a_problem_tells_its_place(problem, text):
    assert problem_sentence(problem) == text
