"""`plans new --from-plan`: next year's plan from last year's, with all that changed and all that is left. Words of the lists are here."""

import argparse
from collections.abc import Sequence
from typing import Any

from desktop.cli.output import print_json
from desktop.documents.cloning_words import CHANGES, LEFT, where
from desktop.domain.plan import Plan
from desktop.services import next_year
from desktop.services.next_year import Changed, ClonePreview, StillOld
from desktop.services.workspace import Workspace


def plans_new(arguments: argparse.Namespace) -> None:
    """The draft of another year from a plan; prints both lists."""
    with Workspace.open(arguments.home) as work:
        plan, seen = next_year.new_from_plan(work, arguments.from_plan, arguments.year)
    if arguments.json:
        print_json(_json(plan, seen))
        return
    print(
        f"Đã lập dự thảo kế hoạch {plan.id} cho năm {plan.year}: {plan.subject} ({len(seen.tasks)} nhiệm vụ)."
    )
    _print("Đã thay đổi", [_changed_line(one) for one in seen.changed])
    _print("Còn mang giá trị của năm cũ, cần xem lại", [_left_line(one) for one in seen.leftover])
    print(f"Soát lỗi trước khi trình ký: sokehoach plans proofread {plan.id}")


def _print(title: str, lines: Sequence[str]) -> None:
    if lines:
        print(f"{title} ({len(lines)}):")
        for line in lines:
            print(f"  - {line}")


def _changed_line(one: Changed) -> str:
    new = f"“{one.new}”" if one.new else "(trống)"
    counts = f"; ngày cuối cùng được tính: {one.counts:%d/%m/%Y}" if one.counts else ""
    return f"{where(one.place)}, {CHANGES[one.code]}: “{one.old}” → {new}{counts}"


def _left_line(one: StillOld) -> str:
    sentence = f" trong “{one.sentence}”" if one.sentence and one.sentence != one.words else ""
    return f"{where(one.place)}, {LEFT[one.code]}: “{one.words}”{sentence}"


def _json(plan: Plan, seen: ClonePreview) -> dict[str, Any]:
    return {
        "id": plan.id,
        "subject": plan.subject,
        "year": plan.year,
        "from_plan": seen.source,
        "tasks": len(seen.tasks),
        "changed": [
            {
                "where": where(one.place), "code": one.code.value, "old": one.old, "new": one.new,
                "sentence": one.sentence, "counts": one.counts.isoformat() if one.counts else None,
            }
            for one in seen.changed
        ],
        "leftover": [
            {"where": where(one.place), "code": one.code.value, "value": one.words, "sentence": one.sentence}
            for one in seen.leftover
        ],
    }  # fmt: skip
