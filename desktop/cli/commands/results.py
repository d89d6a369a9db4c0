"""`results import`: filled result forms come in, after a look at what they would change."""

import argparse
import sys
from typing import Any

from desktop.cli.output import StderrProgress, print_json
from desktop.errors import SomeRefused
from desktop.problem_words import problem_sentence
from desktop.sentences import sentence
from desktop.services import collecting
from desktop.services.collecting import FormPreview
from desktop.services.workspace import Workspace


def results_import(arguments: argparse.Namespace) -> None:
    """Preview, keep unless --dry-run, tell what came of each file. Raises `SomeRefused` when a file could not be used."""
    with StderrProgress() as progress, Workspace.open(arguments.home) as work:
        previews = collecting.preview(work, arguments.files, progress)
        added = 0 if arguments.dry_run else collecting.commit(work, previews)[0]
    if arguments.json:
        print_json({"files": [_json(p) for p in previews], "added": added, "dry_run": arguments.dry_run})
    else:
        for some in previews:
            _print(some, arguments.dry_run)
    refused = [some for some in previews if some.error]
    for some in refused:
        assert some.error is not None
        print(sentence(some.error), file=sys.stderr)
    if refused:
        raise SomeRefused(len(refused), len(previews))


def _print(some: FormPreview, is_dry: bool) -> None:  # noqa: FBT001
    if some.error:
        return
    verb = "sẽ ghi" if is_dry else "đã ghi"
    news = f"{verb} {len(some.new)} kết quả" if some.new else "không có gì mới"
    known = f", {some.same} kết quả đã có từ trước" if some.same else ""
    print(f"{some.path.name}: {some.unit}: {news}{known}.")
    for problem in some.problems:
        print(f"  {problem_sentence(problem)}")


def _json(some: FormPreview) -> dict[str, Any]:
    return {
        "file": str(some.path),
        "unit": some.unit or None,
        "plan": some.plan or None,
        "new": len(some.new) - some.changed,
        "changed": some.changed,
        "same": some.same,
        "problems": [
            {
                "row": p.row,
                "column": p.column,
                "code": p.code,
                "value": p.value,
                "message": problem_sentence(p),
            }
            for p in some.problems
        ],
        "error": sentence(some.error) if some.error else None,
    }
