"""From a key to the list of the search on top, over 100,000 titles: the store's part, and the whole with the list drawn. Asserts nothing.

python tests/benchmarks/bench_search.py
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from desktop.services import finding  # noqa: E402
from desktop.services.workspace import Workspace  # noqa: E402
from desktop.storage import search  # noqa: E402
from desktop.storage.values import new_uids  # noqa: E402
from desktop.ui import theme as themes  # noqa: E402
from desktop.ui.context import Context  # noqa: E402
from desktop.ui.doing import Doer  # noqa: E402
from desktop.ui.hub import Hub, Place  # noqa: E402
from desktop.ui.jobs import Jobs  # noqa: E402
from desktop.ui.main_window import MainWindow  # noqa: E402
from desktop.ui.widgets.search_box import MOST  # noqa: E402

TITLES = 100_000
ROUNDS = 15
QUERIES = ("t", "th", "thon", "duong", "đường", "truong tieu hoc", "ho so dat dai", "khong co o dau")
WORDS = (
    "phòng lao động thương binh xã hội trường tiểu học mầm non trạm y tế công an quân sự đường hồ sơ đất đai giáo dục "
    "văn hóa thông tin đăng ký kinh doanh hội phụ nữ nông dân đoàn thanh niên ủy ban nhân dân phường thôn khu phố"
)
SYLLABLES = WORDS.split()


def fill(work: Workspace) -> None:
    """Units with names of six syllables."""
    chance = random.Random(3)
    with work.store.bulk():
        rows = [(uid, " ".join(chance.choices(SYLLABLES, k=6)).capitalize()) for uid in new_uids(TITLES)]
        work.store.run_many("INSERT INTO unit(uid, name) VALUES (?, ?)", rows)
    search.catch_up(work.store)


def milliseconds(work: Callable[[], object]) -> float:
    """The median of some rounds."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * 1e3)
    return statistics.median(took)


def main() -> None:
    """Print the table."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder, Workspace.open(Path(folder)) as work:
        fill(work)
        look = themes.load("light")
        look.apply(application)
        hub, jobs = Hub(), Jobs()
        settings = QSettings(str(Path(folder) / "screen.ini"), QSettings.Format.IniFormat)
        window = MainWindow(Context(work, hub, jobs, Doer(work, hub, jobs), settings, look))
        window.show_place(Place("today"))
        window.show()
        window.search.focus()

        def shown(words: str) -> None:
            window.search.field.setText(words)
            window.search.search()
            application.processEvents()

        print(f"{'words':20} {'found ms':>9} {'to the list ms':>15}")
        for words in QUERIES:
            in_store = milliseconds(lambda words=words: finding.find(work, words, MOST))
            print(f"{words:20} {in_store:9.2f} {milliseconds(lambda words=words: shown(words)):15.2f}")
        window.close()
        jobs.close()


if __name__ == "__main__":
    main()
