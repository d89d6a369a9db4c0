"""`demo`: the main job on the bundled samples, told step by step."""

import argparse
import sys
from pathlib import Path
from typing import Any

from desktop.cli.output import StderrProgress
from desktop.services.demo import Demo

_STEPS = {
    "units": "1. Nhập danh sách đơn vị {file}: {count} đơn vị.",
    "drafted": "2. Đọc văn bản chỉ đạo {file}, lập dự thảo kế hoạch: {tasks} nhiệm vụ.",
    "issued": "3. Ban hành kế hoạch số {number}, giao việc cho {units} đơn vị; xuất kế hoạch, công văn, phiếu giao việc, biểu kết quả.",
    "exchanged": "4. {unit} cũng có chương trình: giao việc và nhận kết quả bằng gói có khóa qua USB, {results} kết quả; "
    "nhận lại lần nữa: {again} thay đổi.",
    "collected": "5. Nhận về {files} biểu kết quả, ghi {added} kết quả; nhập lại lần nữa: {again} thay đổi.",
    "reported": "6. Lập báo cáo, so với năm trước, cấp số và chốt: hoàn thành {done}/{assigned}, trễ hoặc quá hạn {late}, "
    "chưa báo cáo {missing}; lập công văn đôn đốc.",
    "kept": "7. Ghi số đến {arrival}, cấp số {letters} văn bản; lập phiếu, các sổ, giấy mời, mục lục, bảng đánh giá: {files} tệp.",
    "later": "8. Nhận thêm {files} biểu sau khi chốt: {later} kết quả được ghi riêng, báo cáo số {number} giữ nguyên số liệu.",
    "quarter": "9. Ban hành kế hoạch thứ hai, lập báo cáo định kỳ {period} theo lĩnh vực.",
    "checked": "10. Sao lưu và kiểm tra dữ liệu: {faults} lỗi.",
}


def demo(arguments: argparse.Namespace) -> None:
    """Run it, then list the files and how to look at them."""
    to = arguments.to.absolute()
    with StderrProgress() as progress:

        def say(step: str, values: dict[str, Any]) -> None:
            progress.clear()
            _say(step, values)

        story = Demo(to, say, progress)
        made = story.run()
    print(f"\nCác tệp đã lập trong {to}:")
    for path in made:
        print(f"  {path.relative_to(to)}  ({_size(path)})")
    print("\nXem lại dữ liệu của bản thử:")
    for words in ("plans list", "plans show 1", "units list", 'search "tọa đàm"'):
        print(f'  {_near(Path(sys.executable))} -m desktop --home "{_near(story.home)}" {words}')


def _near(path: Path) -> Path:
    """As a person would type it here: the very interpreter, and no longer than needed."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _say(step: str, values: dict[str, Any]) -> None:
    print(_STEPS[step].format(**values))
    for written in values.get("unbound", ()):
        print(f"   Chưa gắn được với đơn vị nào trong danh sách, cán bộ chọn lại: “{written}”.")


def _size(path: Path) -> str:
    return f"{max(1, round(path.stat().st_size / 1024))} KB"
