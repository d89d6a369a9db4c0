"""`units …`: import, list and merge units."""

import argparse
import datetime as dt
import sys
from typing import Any

from desktop.cli.output import StderrProgress, print_json, print_table
from desktop.domain.unit import Unit
from desktop.problem_words import problem_sentence
from desktop.services import unit_lists, unit_merging
from desktop.services.unit_lists import UnitPreview
from desktop.services.workspace import Workspace

_FIELDS = ("row", "name", "group", "parent", "code", "contact", "position", "phone", "email", "note")
_FEW = 20


def units_import(arguments: argparse.Namespace) -> None:
    """Preview, keep unless --dry-run, tell what it did."""
    with StderrProgress() as progress:
        progress.step(0, None, unit_lists.OPENING)
        with Workspace.open(arguments.home) as work:
            seen = unit_lists.preview(work, arguments.file, arguments.sheet, dict(arguments.map), progress)
            if not arguments.dry_run:
                unit_lists.commit(work, seen, progress)
    if arguments.json:
        print_json(_preview_json(seen))
    else:
        _print_preview(seen, is_dry=arguments.dry_run)


def units_list(arguments: argparse.Namespace) -> None:
    """Units of a day with their contacts."""
    with Workspace.open(arguments.home) as work:
        day = arguments.on or work.today()
        found = unit_lists.listed(work, day)
        groups = unit_lists.groups_of(work, found, day)
    if arguments.json:
        print_json([_unit_json(unit, groups.get(unit.id, ()), day) for unit in found])
    elif not found:
        print("Chưa có đơn vị nào. Nhập danh sách đầu tiên: sokehoach units import TỆP")
    else:
        rows = [
            (str(u.id), u.name_on(day), ", ".join(groups.get(u.id, ())), u.contact.person, u.contact.phone)
            for u in found
        ]
        print_table(("Mã", "Đơn vị", "Nhóm", "Người liên hệ", "Điện thoại"), rows)


def units_merge(arguments: argparse.Namespace) -> None:
    """Several units become one from a day; their open work moves along."""
    with Workspace.open(arguments.home) as work:
        into, moved = unit_merging.merge(work, arguments.units, arguments.into, arguments.on)
    names = ", ".join(arguments.units)
    print(
        f"Đã sáp nhập {names} vào {into.name} từ ngày {arguments.on:%d/%m/%Y}; chuyển {moved} nhiệm vụ đang làm."
    )


def _preview_json(seen: UnitPreview) -> dict[str, Any]:
    head = seen.head
    rows = [
        {**{field: getattr(row, field) for field in _FIELDS}, "action": action.value}
        for row, action in zip(seen.rows, seen.actions, strict=True)
    ]
    problems = [
        {"row": p.row, "column": p.column, "code": p.code, "value": p.value, "message": problem_sentence(p)}
        for p in seen.problems
    ]
    return {
        "file": str(head.file),
        "sheet": head.sheet,
        "encoding": head.encoding,
        "header_row": head.header_row,
        "columns": head.columns,
        "rows": rows,
        "problems": problems,
        "counts": seen.counts,
    }


def _print_preview(seen: UnitPreview, *, is_dry: bool) -> None:
    counts = seen.counts
    where = f", trang “{seen.head.sheet}”" if seen.head.sheet else ""
    verb = "Sẽ nhập" if is_dry else "Đã nhập"
    print(
        f"{verb} từ {seen.head.file.name}{where}: {counts['new']} đơn vị mới, {counts['changed']} đơn vị thay đổi, "
        f"{counts['same']} không đổi, {counts['duplicate']} trùng, {counts['skipped']} dòng bỏ qua."
    )
    if not (counts["new"] or counts["changed"]):
        print("Danh sách này đã có đủ trong dữ liệu, không có gì thay đổi.")
    for problem in seen.problems[:_FEW]:
        print(problem_sentence(problem), file=sys.stderr)
    if len(seen.problems) > _FEW:
        print(f"… và {len(seen.problems) - _FEW} chỗ khác cần xem lại.", file=sys.stderr)


def _unit_json(unit: Unit, groups: tuple[str, ...], day: dt.date) -> dict[str, Any]:
    return {
        "id": unit.id,
        "name": unit.name_on(day),
        "kind": unit.kind.value,
        "groups": list(groups),
        "code": unit.code or None,
        "contact": unit.contact.person or None,
        "position": unit.contact.position or None,
        "phone": unit.contact.phone or None,
        "email": unit.contact.email or None,
        "note": unit.note or None,
    }
