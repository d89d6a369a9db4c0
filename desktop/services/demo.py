"""The main job from end to end on the bundled samples, as an officer and the units would do it. What they do is data/samples/demo.toml."""

import datetime as dt
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop.documents.result_form import FilledForm, FilledTask
from desktop.domain.assignment import Status
from desktop.domain.correspondence import Arrival, Dispatch, Outgoing
from desktop.domain.numbering import symbol
from desktop.domain.office import Office, Signer
from desktop.domain.task import Indicator, Party, Task
from desktop.errors import NotAllowed
from desktop.paths import data_file
from desktop.progress import SILENT, Progress
from desktop.services import (
    collecting,
    demo_packages,
    demo_reports,
    evaluation,
    incoming,
    invitations,
    morning_sheet,
    offices,
    outgoing,
    plan_export,
    plan_files,
    planning,
    register,
    report_sending,
    reporting,
    safety,
    slips,
    unit_lists,
    urging,
)
from desktop.services.demo_reports import is_about
from desktop.services.homes import mark_sample
from desktop.services.plan_export import Parts
from desktop.services.workspace import Workspace
from desktop.storage import plans
from desktop.storage import tasks as stored_tasks
from desktop.storage import units as stored_units

Say = Callable[[str, dict[str, Any]], None]


@dataclass(slots=True)
class _Clock:
    """The day it is in the story."""

    day: dt.date

    def __call__(self) -> dt.date:
        return self.day

    def move(self, day: dt.date) -> None:
        """Another day begins."""
        self.day = day


class Demo:
    """One run into the folder `to`, which must not hold an earlier one. say: told each step, a code and its values.

    Raises `NotAllowed` "demo_there", and whatever the steps raise.
    """

    def __init__(self, to: Path, say: Say, progress: Progress = SILENT) -> None:
        self._to, self._say, self._progress = to, say, progress
        self._story = tomllib.loads(data_file("samples/demo.toml").read_text("utf-8"))
        self._clock = _Clock(self._story["received_on"])
        self.home = to / "du-lieu"
        if self.home.exists():
            raise NotAllowed("demo_there", folder=to)

    def run(self) -> list[Path]:
        """Do the whole job; gives the files made, in the order in which they were made."""
        with Workspace.open(self.home, self._clock) as work:
            self._tell_office(work)
            self._import_units(work)
            plan = self._draft(work)
            made = self._issue(work, plan)
            made += self._exchange(work, plan)
            made += self._collect(work, plan)
            sent, papers = self._report(work, plan)
            made += papers
            made += self._keep_books(work, plan)
            made += self._later(work, plan, sent)
            made += demo_reports.quarter(
                work, self._story["quarter"], self._to / "bao-cao", self._clock.move, self._progress
            )
            self._say("quarter", {"period": self._story["quarter"]["period"]})
            made.append(safety.backup(work))
            self._say("checked", {"faults": len(safety.check(work))})
        mark_sample(self.home, self._story["seen_on"])
        return made

    def _tell_office(self, work: Workspace) -> None:
        offices.tell(work, **self._story["office"])
        signer = self._story["signer"]
        offices.tell_signers(work, [Signer(tuple(signer["lines"]), signer["name"])])

    def _import_units(self, work: Workspace) -> None:
        preview = unit_lists.preview(
            work, data_file(f"samples/{self._story['units']}"), progress=self._progress
        )
        unit_lists.commit(work, preview)
        self._say("units", {"file": self._story["units"], "count": stored_units.count(work.store)})

    def _draft(self, work: Workspace) -> int:
        path = data_file(f"samples/{self._story['directive']}")
        new = planning.new_from_file(work, path, self._story["report_by"], self._progress)
        unbound = [some.written for some in new.unbound]
        self._say("drafted", {"file": path.name, "tasks": len(new.tasks), "unbound": unbound})
        for task in new.tasks:
            stored_tasks.save(work.store, self._completed(work, task))
        demo_reports.tell_fields(work, new.plan.id, self._story["fields"])
        return new.plan.id

    def _completed(self, work: Workspace, task: Task) -> Task:
        """The task as the officer leaves it: words bound that the program could not bind, numbers to report added."""
        names = stored_units.name_index(work.store)
        chosen = {entry["written"]: entry["unit"] for entry in self._story["bind"]}
        units = {unit.name: unit.id for unit in stored_units.by_ids(work.store, names.values()).values()}
        leads = tuple(
            Party(party.written, unit=units[chosen[party.written]]) if party.written in chosen else party
            for party in task.leads
        )
        wanted = [
            pair for entry in self._story["indicators"] if is_about(task, entry) for pair in entry["names"]
        ]
        return replace(
            task, leads=leads, indicators=tuple(Indicator(0, "", name, unit) for name, unit in wanted)
        )

    def _issue(self, work: Workspace, plan: int) -> list[Path]:
        self._clock.day = self._story["issued_on"]
        planning.issue(work, plan, self._story["number"], self._story["issued_on"], self._progress)
        parts = Parts(pdf=True, docx=True, slips=True, forms=True)
        made = plan_export.export(work, plan, self._to / "ke-hoach", parts, self._progress)
        given = {a.unit for a in stored_tasks.assignments_of_plan(work.store, plan)}
        self._say("issued", {"number": self._story["number"], "units": len(given)})
        return made

    def _exchange(self, work: Workspace, plan: int) -> list[Path]:
        self._clock.day = self._story["collected_on"]
        story = self._story["exchange"]
        said = [entry for entry in self._story["results"] if story["unit"] in entry["units"]]
        done = demo_packages.exchange(work, plan, story, said, self._to, self._clock, self._progress)
        self._say("exchanged", {"unit": story["unit"], "results": done.results, "again": done.again})
        return done.made

    def _collect(self, work: Workspace, plan: int) -> list[Path]:
        by_package = {self._story["exchange"]["unit"]}
        said = [
            one | {"units": [u for u in one["units"] if u not in by_package]}
            for one in self._story["results"]
        ]
        made = self._fill(work, plan, said, self._to / "bieu-nhan-ve")
        added, _ = collecting.commit(work, collecting.preview(work, made, self._progress))
        again = collecting.commit(work, collecting.preview(work, made[:1], self._progress))
        self._say("collected", {"files": len(made), "added": added, "again": again[0]})
        return made

    def _fill(self, work: Workspace, plan: int, said: list[dict[str, Any]], folder: Path) -> list[Path]:
        """The units' part: each writes on its own form and sends it back."""
        from desktop.writers import result_form

        folder.mkdir(parents=True, exist_ok=True)
        answered = {name for entry in said for name in entry["units"]}
        made = []
        for name, form in plan_export.result_forms(work, plan):
            if form.unit not in answered:
                continue
            wanted = stored_tasks.of_plan(work.store, plan)
            rows, values = [], []
            for entry in said:
                if form.unit in entry["units"]:
                    task = next(task for task in wanted if is_about(task, entry))
                    rows.append(_row(task, entry))
                    numbers = entry.get("values", {})
                    values += [
                        (i.uid, Decimal(numbers[i.name])) for i in task.indicators if i.name in numbers
                    ]
            path = folder / f"{name}.xlsx"
            result_form.write(
                form, path, FilledForm(form.plan_uid, form.unit_uid, 1, tuple(rows), tuple(values))
            )
            made.append(path)
        return made

    def _report(self, work: Workspace, plan: int) -> tuple[int, list[Path]]:
        """The report of the day, compared with the year before, sent; and the letter to the late. (id of the report, files)"""
        self._clock.day = self._story["cut_off"]
        folder, story = self._to / "bao-cao", self._story
        demo_reports.continue_last_year(work, plan, story["last_year"], self._clock.move, self._progress)
        sent, made = demo_reports.send_report(work, plan, story["report"], folder, self._progress)
        made += urging.urge(work, plan, folder, self._progress)
        total = reporting.figures(work, plan).total
        self._say(
            "reported",
            {"done": total.done, "assigned": total.assigned, "late": total.late, "missing": total.missing},
        )
        return sent, made

    def _later(self, work: Workspace, plan: int, sent: int) -> list[Path]:
        """Results that come in when the report is gone: it keeps its figures, they are told apart."""
        self._clock.day = self._story["later"]["collected_on"]
        made = self._fill(work, plan, self._story["later"]["results"], self._to / "bieu-nhan-sau-chot")
        collecting.commit(work, collecting.preview(work, made, self._progress))
        later = report_sending.later_results(work, sent)
        self._say(
            "later", {"files": len(made), "later": len(later), "number": self._story["report"]["number"]}
        )
        return made

    def _keep_books(self, work: Workspace, plan: int) -> list[Path]:
        """Văn thư's part: what came in and went out is registered; then every register, list and slip is written."""
        arrival, letters = self._story["arrival"], self._story["letters"]
        directive = plans.get(work.store, plan).directive
        assert directive is not None
        incoming.register(work, directive, Arrival(passed_on=self._story["received_on"], **arrival))
        for letter in letters:
            outgoing.register(work, _letter(work.office, plan, letter))
        folder, progress = self._to / "so-sach", self._progress
        made = [
            *slips.write(work, plan, folder, progress=progress),
            *register.write(work, folder, plan, progress=progress),
            *incoming.write(work, folder, progress=progress),
            *outgoing.write(work, folder, progress=progress),
            *invitations.write(work, plan, folder, progress=progress),
            *plan_files.write(work, plan, folder, progress=progress),
            *morning_sheet.write(work, folder, progress=progress),
            *evaluation.write(work, folder, *evaluation.days_of(self._story["evaluated"]), progress=progress),
        ]
        self._say("kept", {"arrival": arrival["number"], "letters": len(letters), "files": len(made)})
        return made


def _letter(office: Office, plan: int, told: dict[str, Any]) -> Outgoing:
    signer = office.signers[0].name
    sent = Dispatch(signer, tuple(told["recipients"]), f"VT, {office.drafting}", told["copies"], told["date"])
    shown = symbol(told["kind"], office.symbol, office.drafting)
    return Outgoing(told["kind"], told["number"], shown, told["date"], told["subject"], plan, dispatch=sent)


def _row(task: Task, entry: dict[str, Any]) -> FilledTask:
    return FilledTask(
        task.uid,
        0,
        Status(entry["status"]),
        entry.get("done_on"),
        entry.get("text", ""),
        entry.get("reason", ""),
        entry.get("proposal", ""),
    )
