"""`search`: everything that holds the words, without dấu."""

import argparse

from desktop.cli.output import print_json, print_table
from desktop.services import finding
from desktop.services.workspace import Workspace

NOUNS = {
    "directive": "Văn bản chỉ đạo",
    "plan": "Kế hoạch",
    "task": "Nhiệm vụ",
    "unit": "Đơn vị",
    "result": "Kết quả",
    "report": "Báo cáo",
}


def search(arguments: argparse.Namespace) -> None:
    """Print what was found."""
    with Workspace.open(arguments.home) as work:
        hits = finding.find(work, arguments.text)
    if arguments.json:
        print_json([{"noun": h.noun, "id": h.id, "title": h.title, "snippet": h.snippet} for h in hits])
    elif hits:
        print_table(("Loại", "Mã", "Nội dung"), [(NOUNS[h.noun], str(h.id), h.title) for h in hits])
    else:
        print(f"Không tìm thấy gì với “{arguments.text}”.")
