"""The words of deadlines in a calendar: what is due, of which plan, whom it waits for. Writes no file."""

from collections.abc import Sequence

_NAMED = 10
"""Units that an event names."""
_TITLE = 80


def title(text: str, names: Sequence[str]) -> str:
    """ "Hạn: Treo băng rôn (Thôn Đông)", "(12 đơn vị)" for several."""
    who = names[0] if len(names) == 1 else f"{len(names)} đơn vị"
    words = " ".join(text.split())
    cut = words if len(words) <= _TITLE else words[: _TITLE - 1].rstrip() + "…"
    return f"Hạn: {cut} ({who})"


def description(text: str, names: Sequence[str], paper: str, subject: str) -> str:
    """The task whole, its plan, who has not finished it."""
    more = f" và {len(names) - _NAMED} đơn vị khác" if len(names) > _NAMED else ""
    plan = f"{paper}: {subject}" if paper else subject
    return f"{' '.join(text.split())}\nKế hoạch: {plan}\nChưa xong: {', '.join(names[:_NAMED])}{more}"
