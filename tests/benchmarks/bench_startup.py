"""From process start to the first painted window, beside a bare PySide6 window in the same run. Asserts nothing.

    python tests/benchmarks/bench_startup.py [rounds] [--keep FOLDER]

"empty" is a workspace whose office is told, "ten years" that of `ten_years` (2,000 plans, 200,000 assignments, 5,000 units) with Hôm nay
filled. The candidates run in turn, each in a process of its own, offscreen; a ratio is the median of the ratios of the rounds, to the
bare window. "cpu" is the same of seconds of processor up to the paint, which a busy machine disturbs less. "all" is when the lists that
follow the first paint (reports, yearly duties) stand too. Our modules are compiled before, as an installed program's are: the first,
uncounted round does it, into a folder of its own. Memory is the process's own peak (VmHWM; the kernel's ru_maxrss would carry over what
this bench itself holds).
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

TOLD = """
import json, os, sys, time
def told(**more):
    cpu, clock = time.process_time(), time.monotonic() - float(os.environ["BENCH_BEGAN"])
    status = dict(line.split(":", 1) for line in open("/proc/self/status"))
    mib = int(status["VmHWM"].split()[0]) / 1024
    print(json.dumps({"clock": clock, "cpu": cpu, "mib": mib, **more}))
    sys.stdout.flush()
"""
BARE = (
    TOLD
    + """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Window(QMainWindow):
    done = False
    def paintEvent(self, event):
        super().paintEvent(event); Window.done = True
application = QApplication(sys.argv)
window = Window(); window.resize(1000, 700); window.setCentralWidget(QLabel("Kế hoạch")); window.show()
while not Window.done: application.processEvents()
told()
os._exit(0)
"""
)
# What no program of ours can do without: the names of Qt (`Qt.AlignmentFlag`), which PySide makes all at once when one is asked for.
NAMED = BARE.replace("class Window", "from PySide6.QtCore import Qt\nclass Window", 1)
# The program itself, by its own way in; what is asked of it is only when it is painted.
OURS = (
    TOLD
    + """
sys.argv = ["sokehoach", "--home", HOME]
from desktop import app
class Timed(app.App):
    def _after_first_paint(self):
        told()
        if not WHOLE:
            os._exit(0)
        from PySide6.QtCore import QTimer
        self.timer = QTimer(interval=2, timeout=self._look)
        self.timer.start()
    def _look(self):
        if self.window.page._coming is not None:
            told(); os._exit(0)
app.App = Timed
from desktop.__main__ import main
main()
"""
)


def run(code: str, compiled: str) -> list[dict[str, float]]:
    """What a process told, one entry a line; compiled: the folder that keeps compiled modules."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["BENCH_BEGAN"] = str(time.monotonic())
    ended = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in ended.stdout.splitlines()]


def homes(folder: Path) -> dict[str, Path]:
    """An empty workspace and one of ten years, made where they are not there yet."""
    from ten_years import make

    from desktop.services import offices
    from desktop.services.workspace import Workspace

    empty, full = folder / "empty", folder / "ten-years"
    for home in (empty, full):
        is_new = not (home / "workspace.db").exists()
        with Workspace.open(home) as work:
            if is_new:
                offices.tell(work, name="Ủy ban nhân dân xã Đồng Sen", place="Đồng Sen")
                if home is full:
                    make(work)
    return {"empty": empty, "ten years": full}


def main() -> None:
    """Print the table."""
    rounds = next((int(word) for word in sys.argv[1:] if word.isdigit()), 11)
    kept = sys.argv[sys.argv.index("--keep") + 1] if "--keep" in sys.argv else ""
    with tempfile.TemporaryDirectory() as fresh:
        found = homes(Path(kept or fresh))
        codes = {"bare window": BARE, "bare, with Qt's names": NAMED}
        for name, home in found.items():
            codes[name] = _ours(home, whole=False)
        codes["ten years, all"] = _ours(found["ten years"], whole=True)
        took: dict[str, list[dict[str, float]]] = {name: [] for name in codes}
        for at in range(-1, rounds):
            for name, code in codes.items():
                told = run(code, str(Path(fresh) / "compiled"))[-1]
                if at >= 0:
                    took[name].append(told)
        _print(took)


def _print(took: dict[str, list[dict[str, float]]]) -> None:
    print(f"{'to the first paint':22} {'s':>8} {'x bare':>8} {'cpu s':>8} {'x bare':>8} {'MiB':>6}")
    base = took["bare window"]
    for name, some in took.items():
        clock, cpu = (_median([one[key] for one in some]) for key in ("clock", "cpu"))
        ratios = (
            _median([one[key] / other[key] for one, other in zip(some, base, strict=True)])
            for key in ("clock", "cpu")
        )
        first, second = ratios
        mib = _median([one["mib"] for one in some])
        print(f"{name:22} {clock:8.3f} {first:8.2f} {cpu:8.3f} {second:8.2f} {mib:6.0f}")


def _ours(home: Path, *, whole: bool) -> str:
    return OURS.replace("HOME", repr(str(home)), 1).replace("WHOLE", repr(whole), 1)


def _median(values: list[float]) -> float:
    return statistics.median(values)


if __name__ == "__main__":
    main()
