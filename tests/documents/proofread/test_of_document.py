"""The view of a plan made here, and all checks over it."""

import datetime as dt
from dataclasses import replace

from commune import BANNERS, DRAFT, ISSUED, OFFICE, PLANNED, body, party
from proofread_papers import TODAY

from desktop.documents import letter
from desktop.documents.body import Body
from desktop.documents.model import Column, Style, Table, paragraph
from desktop.documents.plan import PlannedTask, build
from desktop.documents.proofread import Context, check
from desktop.documents.proofread.of_document import paper_of
from desktop.documents.proofread.paper import Named, Paper, Part, Rank
from desktop.domain.plan import Plan
from desktop.domain.unit import UnitKind


def view(plan: Plan = ISSUED, written: Body | None = None, tasks: tuple[PlannedTask, ...] = PLANNED) -> Paper:
    """The plan of the commune as the proofreader sees it."""
    written = written or body(dt.date(2026, 4, 2))
    return paper_of(build(plan, written, tasks, OFFICE, 2026), plan, tasks)


def test_the_head_and_the_values_of_the_plan_are_taken_over() -> None:
    paper = view()
    assert (paper.kind, paper.number, paper.symbol, paper.date, paper.year) == (
        "Kế hoạch",
        "05",
        "KH-UBND",
        ISSUED.date,
        2026,
    )
    heads = [one.text for _, one in paper.indexed(Part.HEAD)]
    assert heads[-2:] == ["Số: 05/KH-UBND", "Đồng Sen, ngày 05 tháng 3 năm 2026"]
    assert paper.ours
    assert view(DRAFT).number is None


def test_each_task_knows_its_passage() -> None:
    paper = view()
    assert [one.text for one in paper.tasks] == [planned.task.text for planned in PLANNED]
    for task in paper.tasks:
        assert (
            paper.passages[task.passage]
            .text.lower()
            .lstrip("- ")
            .startswith(task.text[:12].lower().rstrip(";"))
        )


def test_the_day_of_the_report_is_read_from_the_closing_order() -> None:
    report = view().report
    assert report is not None
    assert report.date == dt.date(2026, 4, 2)
    assert view(written=replace(body(), blocks=())).report is None


def test_ranks_and_labels_are_those_of_print() -> None:
    sections = [one for _, one in view().indexed(Part.BODY) if one.rank is Rank.SECTION]
    assert [one.label for one in sections] == ["I.", "II.", "III.", "IV."]
    assert sections[-1].text == "IV. TỔ CHỨC THỰC HIỆN"


def test_a_right_plan_has_no_errors() -> None:
    found = check(view(), Context(TODAY))
    assert [one for one in found if one.severity == "error"] == []


def test_a_copied_year_and_a_dead_department_are_found_in_a_task() -> None:
    text = "Phối hợp với Sở Lao động - Thương binh và Xã hội treo băng rôn Ngày Công tác xã hội Việt Nam lần thứ 9 năm 2025"
    tasks = (*PLANNED[:3], PlannedTask(replace(BANNERS, text=text), PLANNED[3].leads, ()))
    codes = {one.code for one in check(view(tasks=tasks), Context(TODAY))}
    assert "body_ended" in codes
    assert not codes & {"ordinal_wrong", "ordinal_year_mismatch"}  # the ninth was in 2025


def test_a_fix_holds_no_label_and_knows_its_task() -> None:
    text = "Yêu cầu Hội Nông dân treo băng rôn"
    tasks = (*PLANNED, PlannedTask(replace(BANNERS, id=9, text=text, deadline=None), PLANNED[3].leads, ()))
    [found] = [one for one in check(view(tasks=tasks), Context(TODAY)) if one.code == "wrong_verb"]
    assert (found.quote, found.fix, found.source) == (
        f"{text}.",
        f"{text}.".replace("Yêu cầu", "Đề nghị"),
        "task:9",
    )


def test_a_unit_that_ended_is_told_with_its_successor() -> None:
    gone = Named("các thôn", frozenset({UnitKind.VILLAGE}), dt.date(2026, 1, 1), "Thôn Thượng")
    paper = paper_of(build(ISSUED, body(), PLANNED, OFFICE, 2026), ISSUED, PLANNED, {"các thôn": gone})
    assert "unit_ended" in {one.code for one in check(paper, Context(TODAY))}


def test_tables_and_appendices_are_passages_too() -> None:
    table = Table((Column(("STT",), 1), Column(("Việc",), 3)), (("1", "Tọa đàm"),))
    written = Body((paragraph(Style.BODY, "Theo Phụ lục."), table))
    paper = view(written=written)
    assert [one.text for _, one in paper.indexed(Part.TABLE)] == ["1 | Tọa đàm"]
    document = letter.build(ISSUED, ("Các thôn",), (), OFFICE, 2026)
    assert paper_of(document, ISSUED, ()).appendices == ("Phụ lục",)


def test_the_same_words_are_told_once_and_in_order() -> None:
    twice = PlannedTask(BANNERS, (party("Thôn Đông", UnitKind.VILLAGE),), ())
    found = check(view(tasks=(*PLANNED, twice)), Context(TODAY))
    places = [one.paragraph for one in found]
    assert places == sorted(places)
    assert len({(one.code, one.quote, one.message) for one in found}) == len(found)
