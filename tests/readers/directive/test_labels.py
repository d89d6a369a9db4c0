"""Labels of the parts of a task, times of cells, values behind labels, kinds of sections."""

import datetime as dt

import pytest

from desktop.readers.directive import labels, when
from desktop.readers.directive.paragraphs import make
from desktop.readers.directive.sections import Section, kind_of
from desktop.readers.directive.told_units import listed_units


@pytest.mark.parametrize(
    ("body", "values"),
    [
        ("Đơn vị chủ trì: Sở A. Phối hợp: Sở B.", {"lead": "Sở A.", "coordinating": "Sở B."}),
        ("Đơn vị chủ trì tham mưu thực hiện: Sở A", {"lead": "Sở A"}),
        ("Cơ quan phối hợp triển khai thực hiện: Sở B", {"coordinating": "Sở B"}),
        ("Bộ phận đầu mối: Văn phòng", {"lead": "Văn phòng"}),
        ("Giao Sở A là đơn vị chủ trì: làm rõ", {}),
        ("Mở lớp. Nội dung: đọc sách", {}),
        ("Sở A nêu rõ thời gian: tháng 3", {}),
    ],
)
def test_labels_stand_at_the_beginning_or_behind_a_stop(body: str, values: dict[str, str]) -> None:
    assert labels.parse(body).values == values


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("b) Cơ quan thực hiện:"[3:], "lead"),
        ("Đơn vị chủ trì tham mưu:", "lead"),
        ("Các đơn vị phối hợp thực hiện:", "coordinating"),
        ("Sở Y tế:", None),
    ],
)
def test_a_label_alone(body: str, role: str | None) -> None:
    assert labels.bare(body) == role


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026", "2026-12-31"),
        ("", None),
        ("Thường xuyên", None),
        ("Dự kiến 5/3/2026 (chậm nhất ngày 9/3/2026)", "2026-03-09"),
    ],
)
def test_the_day_of_a_cell(cell: str, day: str | None) -> None:
    found = when.of_label(cell, dt.date(2026, 1, 5))
    assert (str(found.date) if found and found.date else None) == day


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("Sở A hoàn thành trong tháng 3 năm 2026, cụ thể:", "2026-03-31"),
        ("Sở A báo cáo trước ngày 9/3/2026, cụ thể:", None),
        ("Sở A hoàn thành các việc sau:", None),
        ("Sở A hoàn thành trước ngày 9/3/2026.", None),
    ],
)
def test_a_heading_sets_a_day_when_it_speaks_of_finishing(heading: str, day: str | None) -> None:
    found = when.of_heading(heading, dt.date(2026, 1, 5))
    assert (str(found.date) if found else None) == day


def test_long_words_are_no_time() -> None:
    assert not when.is_time("Thường xuyên " * 9)


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Sở A tiến hành rà soát các văn bản; Sở B rà soát các văn bản" + " của ngành" * 9, ("Sở A", "Sở B")),
        ("Sở A; những ai có việc cần làm" + " và có ý kiến" * 9, None),
    ],
)
def test_a_value_that_tells_what_each_shall_do(value: str, names: tuple[str, ...] | None) -> None:
    got = listed_units(value)
    assert got == names if names else len(" ".join(got)) > 60


@pytest.mark.parametrize(
    ("text", "above", "kind"),
    [
        ("1. Kinh phí thực hiện", Section.CONTENT, Section.SILENT),
        ("1. Trách nhiệm các đơn vị", Section.ORDER, Section.ORDER),
        ("II. NHIỆM VỤ", Section.SILENT, Section.CONTENT),
        ("2. Nội dung", Section.SILENT, Section.SILENT),
        ("IV. HOẠT ĐỘNG", Section.ASSIGNMENT, Section.CONTENT),
        ("1. Yêu cầu chung", Section.ORDER, Section.ORDER),
    ],
)
def test_the_section_that_a_heading_opens(text: str, above: Section, kind: Section) -> None:
    assert kind_of(make(text), above) is kind
