"""The rules of the house, counted: lengths, docstrings, names, words that must not be in the tree. Reads text only."""

import ast
import gc
import io
import re
import tokenize
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MADE = {".git", ".venv", "uv.lock", ".hypothesis", ".import_linter_cache", "build", "dist", "__pycache__"}
MADE_ENDINGS = ("_cache", ".egg-info")
FILE_LINES, FUNCTION_LINES, CLASS_LINES, TEST_LINES = 500, 60, 250, 25
FORBIDDEN_NAMES = {"utils", "util", "common", "helpers", "helper", "core", "managers", "manager", "misc"}
UNFINISHED = re.compile(
    "|".join(rf"\b{first}{rest}\b" for first, rest in [("TO", "DO"), ("FIX", "ME"), ("XX", "X")])
)
LOOKED_AT = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Call, ast.ExceptHandler)
BROAD = {"Exception", "BaseException"}
# A job of any kind may end in any way; these places turn that into a sentence, a report or an exit status.
MAY_CATCH_ALL = {
    "desktop/ui/jobs.py": "job runner",
    "desktop/services/self_test.py": "self-test",
    "desktop/cli/main.py": "top-level hook",
}
# Put together from halves, so that this file does not find itself.
HOSTS = [
    left + right
    for left, right in [("py", "pi.org"), ("python", "hosted.org"), ("npm", "js.org"), ("deb.deb", "ian.org")]
]
MACHINE = ["ro" + "ot", "wo" + "rk", "tm" + "p", "opt/py" + "pi", "opt/whe" + "els"]
HOST = re.compile("|".join(re.escape(host) for host in HOSTS))
MACHINE_PATH = re.compile(rf"(?<![\w.~/$}}-])/(?:{'|'.join(MACHINE)})/")
LOCKS = re.compile(r"(uv|poetry|pdm|Pipfile)\.lock|pylock.*\.toml")


def _is_made(part: str) -> bool:
    return part in MADE or part.endswith(MADE_ENDINGS) or part.startswith(".coverage")


@cache
def files() -> tuple[Path, ...]:
    """Every file of the checkout that no tool made."""
    found = (Path(folder, name) for folder, names in _walk(ROOT) for name in names)
    return tuple(sorted(found))


def _walk(folder: Path) -> Iterator[tuple[Path, list[str]]]:
    entries = [entry for entry in folder.iterdir() if not _is_made(entry.name)]
    yield folder, [entry.name for entry in entries if entry.is_file()]
    for entry in entries:
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry)


def sources(*tops: str) -> list[tuple[str, str]]:
    """Name and text of each Python file under the given top folders."""
    wanted = [path for path in files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in tops]
    return [(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in wanted]


def texts() -> Iterator[tuple[str, str]]:
    """Name and text of each file that is UTF-8 text."""
    for path in files():
        data = path.read_bytes()
        if b"\0" in data[:4096]:
            continue
        try:
            yield path.relative_to(ROOT).as_posix(), data.decode("utf-8")
        except UnicodeDecodeError:
            continue


@cache
def _parsed() -> tuple[tuple[str, ast.Module], ...]:
    """Name and syntax tree of each Python file, read once. They are kept, so the collector need not go through them again and again."""
    gc.disable()
    found = tuple((name, ast.parse(text)) for name, text in sources("desktop", "tests", "installer"))
    gc.freeze()
    gc.enable()
    return found


def trees(*tops: str) -> Iterator[tuple[str, ast.Module]]:
    """Name and syntax tree of each Python file under the given top folders."""
    return ((name, tree) for name, tree in _parsed() if name.partition("/")[0] in tops)


@cache
def _nodes() -> tuple[tuple[str, ast.AST], ...]:
    """Path of the file and node, of the kinds that are looked at."""
    return tuple(
        (name, node) for name, tree in _parsed() for node in ast.walk(tree) if isinstance(node, LOOKED_AT)
    )


def nodes(*tops: str) -> Iterator[tuple[str, ast.AST]]:
    """Every definition, call and handler with the place it stands at."""
    for name, node in _nodes():
        if name.partition("/")[0] in tops:
            yield f"{name}:{getattr(node, 'lineno', 0)}", node


def length(node: ast.AST) -> int:
    """Lines of a function or class without its decorators."""
    return int(node.end_lineno - node.lineno + 1)


def none_of(found: list[str]) -> None:
    """Fails with every place named, one a line."""
    assert not found, "\n" + "\n".join(found)


def test_no_file_is_longer_than_the_hard_limit() -> None:
    long = [name for name, text in sources("desktop", "tests", "installer") if text.count("\n") > FILE_LINES]
    none_of(long)


def test_no_function_is_longer_than_the_hard_limit() -> None:
    found = nodes("desktop", "tests", "installer")
    functions = ((at, node) for at, node in found if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    none_of([f"{at} {node.name}" for at, node in functions if length(node) > FUNCTION_LINES])


def test_no_test_is_longer_than_a_screenful() -> None:
    tests = ((at, node) for at, node in nodes("tests") if isinstance(node, ast.FunctionDef))
    long = [
        f"{at} {node.name}"
        for at, node in tests
        if node.name.startswith("test_") and length(node) > TEST_LINES
    ]
    none_of(long)


def test_no_class_is_longer_than_the_limit() -> None:
    classes = ((at, node) for at, node in nodes("desktop", "tests") if isinstance(node, ast.ClassDef))
    none_of([f"{at} {node.name}" for at, node in classes if length(node) > CLASS_LINES])


def test_every_module_says_what_it_does() -> None:
    silent = [name for name, tree in trees("desktop", "tests", "installer") if not ast.get_docstring(tree)]
    none_of(silent)


def _public(body: list[ast.stmt], prefix: str) -> Iterator[tuple[str, ast.AST]]:
    for node in body:
        if not isinstance(
            node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
        ) or node.name.startswith("_"):
            continue
        yield f"{prefix}{node.name}", node
        if isinstance(node, ast.ClassDef):
            yield from _public(node.body, f"{prefix}{node.name}.")


def _overrides_qt(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name != node.name.lower()


def test_every_public_function_and_class_has_a_docstring() -> None:
    for_all = ((name, at, node) for name, tree in trees("desktop") for at, node in _public(tree.body, ""))
    silent = [
        f"{name} {at}"
        for name, at, node in for_all
        if not ast.get_docstring(node) and not _overrides_qt(node)
    ]
    none_of(silent)


def test_no_module_has_a_name_that_says_nothing() -> None:
    names = [path.relative_to(ROOT).with_suffix("") for path in files() if path.suffix == ".py"]
    none_of([str(name) for name in names if FORBIDDEN_NAMES & set(name.parts)])


def test_nothing_is_left_unfinished_in_comments() -> None:
    left = []
    for name, text in sources("desktop", "tests", "installer"):
        tokens = tokenize.generate_tokens(io.StringIO(text).readline)
        left += [
            f"{name}:{t.start[0]}"
            for t in tokens
            if t.type == tokenize.COMMENT and UNFINISHED.search(t.string)
        ]
    none_of(left)


def test_only_the_command_line_prints() -> None:
    calls = ((at, node.func) for at, node in nodes("desktop") if isinstance(node, ast.Call))
    prints = [at for at, func in calls if isinstance(func, ast.Name) and func.id in {"print", "pprint"}]
    none_of([at for at in prints if not at.startswith("desktop/cli/")])


def _catches_all(node: ast.AST) -> bool:
    if isinstance(node, ast.ExceptHandler):
        caught = [node.type] if not isinstance(node.type, ast.Tuple) else node.type.elts
        return any(one is None or (isinstance(one, ast.Name) and one.id in BROAD) for one in caught)
    if isinstance(node, ast.Call) and ast.unparse(node.func) in {"suppress", "contextlib.suppress"}:
        return any(isinstance(one, ast.Name) and one.id in BROAD for one in node.args)
    return False


def test_only_three_places_catch_every_exception() -> None:
    places = [at.rpartition(":")[0] for at, node in nodes("desktop") if _catches_all(node)]
    assert sorted(places) == sorted(MAY_CATCH_ALL)


def test_no_file_names_a_package_registry() -> None:
    none_of([f"{name}: {hit.group()}" for name, text in texts() for hit in HOST.finditer(text)])


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    none_of([f"{name}: {hit.group()}" for name, text in texts() for hit in MACHINE_PATH.finditer(text)])


def test_requirements_lock_is_the_only_lock() -> None:
    """The other formats write the registry's host into the file."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    locks = [path.name for path in files() if LOCKS.fullmatch(path.name)]
    none_of(locks)
    assert {"uv.lock", "pylock*.toml"} <= set(ignored)


def test_the_lock_carries_a_hash_for_every_pin_and_nothing_of_a_site() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pins = [at for at, line in enumerate(lines) if line and not line.startswith(" ")]
    none_of([lines[at] for at in pins if "==" not in lines[at]])
    none_of([lines[at] for at in pins if "--hash=sha256:" not in lines[at + 1]])


@pytest.mark.parametrize("top", ["desktop", "data", "installer", "resources"])
def test_every_text_is_in_composed_unicode(top: str) -> None:
    under = [(name, text) for name, text in texts() if name.startswith(f"{top}/")]
    none_of([name for name, text in under if not unicodedata.is_normalized("NFC", text)])


def test_no_class_of_letters_mixes_small_ones_and_capitals() -> None:
    """In Unicode the toned letters lie small beside capital: a range of them in a regular expression holds both."""
    ranges = ["à" + "-", "À" + "-"]
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "desktop").rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if any(sign in line for sign in ranges) and 'r"' in line.replace("rf", "r") and "[" in line
    ]
    assert not found, found
