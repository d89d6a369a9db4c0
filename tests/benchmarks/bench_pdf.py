"""Papers as PDF, side by side in one run: ours, bare reportlab platypus, typst and LibreOffice where installed. Asserts nothing.

    python tests/benchmarks/bench_pdf.py [rounds]

The plan has 220 paragraphs at 14 points, a two-column head and a table of 60 rows; the slips are 500 papers of one page in one file.
All makers set the same words at the same line height (`pdf_makers`). One follows the other round after round, so that a slow moment
of the machine hits all; a ratio is the median of the ratios of the rounds, to platypus. "cpu" is the same of seconds of processor,
all processes and threads together. LibreOffice converts our DOCX, written before; in the running program its time is that of one
more document in the same call; "DOCX + LO" also starts the process that writes the DOCX, as a program without a PDF writer must.
Every round sets other words: nothing can be remembered.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pdf_makers
import pdf_papers
import pypdfium2
from pdf_makers import MAKERS, Docx

from desktop.documents.model import Document

BASE = "platypus"
Papers = Callable[[int], Sequence[Document]]


@dataclass
class Timed:
    """What one maker took, round by round: seconds on the clock and of processor; path: its last file."""

    clock: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    path: Path = Path()

    def add(self, work: Callable[[], object]) -> None:
        """Do it and keep what it took."""
        began, cpu = time.perf_counter(), processor()
        work()
        self.clock.append(time.perf_counter() - began)
        self.cpu.append(processor() - cpu)


class Office:
    """Our DOCX of the same papers through LibreOffice, where it is installed. folder: for its profile and files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._program = str(shutil.which("soffice"))

    def docx(self, documents: Sequence[Document], name: str) -> Path:
        """The papers as DOCX, to be converted."""
        path = self._folder / f"{name}.docx"
        Docx().write(documents, path)
        return path

    def convert(self, *papers: Path) -> list[Path]:
        """Start LibreOffice, convert the papers, wait for its end; gives the PDFs."""
        to = self._folder / "office"
        profile = f"-env:UserInstallation={(self._folder / 'profile').as_uri()}"
        command = [self._program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(to)]
        subprocess.run([*command, *map(str, papers)], check=True, capture_output=True)
        return [to / f"{paper.stem}.pdf" for paper in papers]


Table = dict[str, Timed]


def processor() -> float:
    """Seconds of processor of this process and of those that it started and that have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def in_running_program(papers: Papers, rounds: int, folder: Path) -> Table:
    """One more file in a process that has made some."""
    makers = {name: MAKERS[name]() for name in installed()}
    took: Table = {name: Timed() for name in makers}
    for turn in range(rounds + 1):
        documents = papers(turn)
        for name, maker in makers.items():
            one = took[name] if turn else Timed()  # the first round reads the fonts
            one.path = folder / f"{name}.pdf"
            one.add(partial(maker.write, documents, one.path))
    if has_office():
        took["LibreOffice"] = office_next(papers, max(rounds // 3, 1), folder)
    return took


def office_next(papers: Papers, rounds: int, folder: Path) -> Timed:
    """What three documents in one call take more than one of them, a half of it."""
    office, found = Office(folder), Timed()
    first, *others = (office.docx(papers(turn), f"paper{turn}") for turn in range(3))
    office.convert(first)  # the first start makes its profile
    for _ in range(rounds):
        one, three = Timed(), Timed()
        one.add(partial(office.convert, first))
        three.add(partial(office.convert, first, *others))
        found.clock.append((three.clock[0] - one.clock[0]) / 2)
        found.cpu.append((three.cpu[0] - one.cpu[0]) / 2)
    found.path = folder / "office" / f"{first.stem}.pdf"
    return found


def from_start(rounds: int, folder: Path) -> Table:
    """The plan from the start of a process to its end; LibreOffice with the DOCX there, and with the process that writes it."""
    runs: dict[str, Callable[[], object]] = {}
    took: Table = {}
    for name in installed():
        took[name] = Timed(path=folder / f"{name}.pdf")
        runs[name] = partial(process, name, took[name].path, folder)
    if has_office():
        office, paper = Office(folder), folder / "plan.docx"
        process("docx", paper, folder)
        made = folder / "office" / "plan.pdf"
        runs["LibreOffice"] = partial(office.convert, paper)
        runs["DOCX + LO"] = lambda: (process("docx", paper, folder), office.convert(paper))
        took |= {name: Timed(path=made) for name in ("LibreOffice", "DOCX + LO")}
    for turn in range(rounds + 1):
        for name, run in runs.items():
            (took[name] if turn else Timed()).add(run)  # the first start compiles, or makes a profile
    return took


def process(maker: str, path: Path, folder: Path) -> None:
    """One maker in a process of its own. folder: for what Python compiles."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    command = [sys.executable, pdf_makers.__file__, maker, str(path)]
    subprocess.run(command, check=True, capture_output=True, env=environment)


def installed() -> list[str]:
    """The makers that are compared in this run."""
    return [name for name in MAKERS if name != "typst" or has_typst()]


def has_typst() -> bool:
    """Whether typst can be compared."""
    return find_spec("typst") is not None


def has_office() -> bool:
    """Whether LibreOffice can be compared."""
    return shutil.which("soffice") is not None


def tell(title: str, took: Table) -> None:
    """One table."""
    print(f"\n{title}, median of {len(took['ours'].clock)} rounds")
    print(f"{'':14}{'ms':>8}{'x platypus':>12}{'cpu ms':>9}{'cpu x':>8}{'ours x':>9}{'KB':>7}{'pages':>7}")
    for name, one in took.items():
        clock, cpu = statistics.median(one.clock), statistics.median(one.cpu)
        size, pages = one.path.stat().st_size / 1000, count(one.path)
        print(
            f"{name:14}{clock * 1000:8.0f}{ratio(one.clock, took[BASE].clock):12.2f}{cpu * 1000:9.0f}"
            f"{ratio(one.cpu, took[BASE].cpu):8.2f}{ratio(one.clock, took['ours'].clock):9.1f}{size:7.0f}{pages:7}"
        )


def ratio(some: Sequence[float], others: Sequence[float]) -> float:
    """The median of the ratios of the rounds; of those that both have."""
    return statistics.median(a / b for a, b in zip(some, others, strict=False))


def count(path: Path) -> int:
    """Pages of a PDF."""
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def main() -> None:
    """All tables."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    if not has_typst():
        print("typst is not installed (pip install typst): not compared")
    if not has_office():
        print("LibreOffice is not installed: not compared")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plan = in_running_program(lambda turn: [pdf_papers.plan(turn)], rounds, folder)
        tell("Plan of 20 pages with a table of 60 rows, in the running program (target: 0.6 x, 80 KB)", plan)
        tell(
            "The same from the start of a process (target: 1 x, DOCX through LibreOffice 6 x ours)",
            from_start(rounds, folder),
        )
        slips = in_running_program(pdf_papers.slips, max(rounds // 2, 2), folder)
        tell("500 slips in one file, in the running program (target: 0.7 x)", slips)


if __name__ == "__main__":
    main()
