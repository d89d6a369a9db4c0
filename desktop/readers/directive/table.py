"""Tasks of a table: STT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian | Sản phẩm. Reads rows, no running text."""

import re
from collections.abc import Iterator

from desktop.readers.directive.found import Found
from desktop.readers.directive.labels import column
from desktop.readers.directive.told_units import listed_units
from desktop.readers.directive.words import level

_HEADER_ROWS = 8
_NUMBERS = re.compile(r"\(?\d{1,2}\)?(?:\s*=.*)?")
_SAME = re.compile(r'(?:như trên|nt|-nt-|"|//|″|như mục.*)\.?', re.IGNORECASE)
_MARK = re.compile(r"^(?:[-–+•*]\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s+)")


def tasks(rows: tuple[tuple[str, ...], ...]) -> Iterator[Found]:
    """A task of every row that has something to do and somebody to do it. Nothing when the table has no column of units
    beside one of tasks. An empty cell under a merged one takes the value above it."""
    found = _columns(rows)
    if found is None:
        return
    names, start = found
    held: dict[str, str] = {}
    for row in rows[start:]:
        cells = _cells(row, names)
        text = cells.get("task", "").strip()
        if not text or _is_group(row, text) or _NUMBERS.fullmatch(text):
            held = {} if text else held
            continue
        for role in ("lead", "coordinating", "time", "product"):
            value = cells.get(role, "").strip()
            if _SAME.fullmatch(value) or (not value and role in {"lead", "time"} and _is_merged(row, cells)):
                cells[role] = held.get(role, "")
        lead = listed_units(cells.get("lead", ""))
        held = cells
        if not lead:
            continue
        yield Found(
            _MARK.sub("", text),
            lead,
            listed_units(cells.get("coordinating", "")),
            time=cells.get("time", ""),
            product=cells.get("product") or None,
            passage=" | ".join(cell for cell in row if cell),
        )


def _columns(rows: tuple[tuple[str, ...], ...]) -> tuple[list[str | None], int] | None:
    """(role of every column, index of the first row below the header)."""
    for index, row in enumerate(rows[:_HEADER_ROWS]):
        roles = [column(cell) for cell in row]
        if "task" not in roles and "number" not in roles:
            continue
        following = rows[index + 1] if index + 1 < len(rows) else ()
        second = [column(cell) for cell in following]
        start = index + 1
        if sum(role is not None for role in second) >= 2 and not _has_sentence(following):
            roles = [below or above for above, below in zip(roles, second, strict=True)]
            start += 1
        roles = _once(roles)
        if "task" in roles and "lead" in roles:
            return roles, start
    return None


def _has_sentence(row: tuple[str, ...]) -> bool:
    return any(len(cell) > 60 for cell in row)


def _once(roles: list[str | None]) -> list[str | None]:
    """Every role once, the first column that has it; "Kết quả" beside "Nhiệm vụ" stays a product."""
    seen: set[str] = set()
    done: list[str | None] = []
    for role in roles:
        done.append(role if role is None or role not in seen else None)
        seen.add(role or "")
    return done


def _cells(row: tuple[str, ...], names: list[str | None]) -> dict[str, str]:
    return {name: cell for name, cell in zip(names, row, strict=True) if name}


def _is_merged(row: tuple[str, ...], cells: dict[str, str]) -> bool:
    """Whether an empty cell goes on with the one above: the row has a task and nothing else."""
    del row
    return not cells.get("lead", "").strip()


def _is_group(row: tuple[str, ...], text: str) -> bool:
    """A row that only names a group of tasks ("I. Công tác tuyên truyền")."""
    others = [cell for cell in row if cell and cell != text]
    roman = any(re.fullmatch(r"[IVXABCD]+\.?", cell.strip()) for cell in row)
    return ((not others or roman) and len([c for c in others if len(c) > 4]) == 0) or level(text).startswith(
        ("tổng cộng", "cộng")
    )
