"""`proofread` and `plans proofread`: what deserves a look in a paper, in words or as JSON. Findings are no failure: exit status 0."""

import argparse
from collections.abc import Sequence

from desktop.cli.output import StderrProgress, print_json
from desktop.documents.proofread import Finding
from desktop.domain.directive import Severity
from desktop.services import proofreading
from desktop.services.workspace import Workspace

_SHOWN = {Severity.ERROR: "LỖI", Severity.WARNING: "Cảnh báo", Severity.INFO: "Lưu ý"}


def proofread(arguments: argparse.Namespace) -> None:
    """Findings on a file."""
    with StderrProgress() as progress:
        found = proofreading.of_file(arguments.file, progress)
    _tell(arguments, {"file": str(arguments.file)}, found)


def plans_proofread(arguments: argparse.Namespace) -> None:
    """Findings on a plan."""
    with Workspace.open(arguments.home) as work:
        found = proofreading.of_plan(work, arguments.plan)
    _tell(arguments, {"plan": arguments.plan}, found)


def _tell(arguments: argparse.Namespace, what: dict[str, object], found: Sequence[Finding]) -> None:
    if arguments.json:
        print_json({**what, "findings": [_json(one) for one in found]})
        return
    if not found:
        print("Không thấy lỗi nào.")
    for one in found:
        print(f"[{_SHOWN[one.severity]}] {one.message}")
        print(f"    Ở câu: “{one.quote}”")
        if one.fix is not None:
            print(f"    Sửa thành: “{one.fix}”")
        print(f"    Theo: {one.clause}")


def _json(one: Finding) -> dict[str, str | None]:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "message": one.message,
        "quote": one.quote,
        "clause": one.clause,
        "fix": one.fix,
    }
