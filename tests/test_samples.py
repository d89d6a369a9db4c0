"""The bundled samples are read as what they were made from: installer/samples.toml is the correct reading. No demo here."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.directive import Reading
from desktop.paths import data_file
from desktop.readers import text, unit_list
from desktop.readers.directive import read_blocks

ROOT = Path(__file__).resolve().parent.parent
WORDS: dict[str, Any] = tomllib.loads((ROOT / "installer" / "samples.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reading() -> Reading:
    """The sample directive as read."""
    return read_blocks(text.read(data_file(f"samples/{WORDS['directive']['file']}")))


def test_the_head_of_the_sample_directive_is_read(reading: Reading) -> None:
    assert (reading.kind, reading.superior, reading.issuer) == ("Công văn", "UBND TỈNH SƠN GIANG", "SỞ Y TẾ")
    assert (reading.number, reading.symbol) == ("312", "SYT-BTXH")
    assert (reading.place, reading.date) == ("Sơn Giang", dt.date(2026, 3, 2))
    assert reading.subject == WORDS["directive"]["subject"].removeprefix("V/v ")
    assert len(reading.legal_bases) == 2


def test_every_task_of_the_sample_directive_is_found_and_nothing_else(reading: Reading) -> None:
    asked = [task for section in WORDS["directive"]["sections"] for task in section["tasks"]]
    assert [task.text for task in reading.tasks if not task.is_report] == asked


def test_tasks_of_the_sample_directive_have_the_unit_of_their_heading(reading: Reading) -> None:
    leads = {task.text: task.lead for task in reading.tasks}
    for section in WORDS["directive"]["sections"]:
        unit = section["title"].partition(". ")[2].removeprefix("Đề nghị ").partition(" và các")[0]
        assert {leads[task][0] for task in section["tasks"]} == {unit}


def test_deadlines_of_the_sample_directive_are_those_printed(reading: Reading) -> None:
    days = [task.deadline and task.deadline.date for task in reading.tasks if not task.is_report]
    march = [10, 13, 25, 17, 31, 20, 25, None, 21, 25, None, 25, 18]
    expected = [day and dt.date(2026, 3, day) for day in march]
    expected[10] = dt.date(2026, 6, 30)
    assert days == expected
    assert reading.report.deadline is not None
    assert reading.report.deadline.date == dt.date(2026, 3, 30)


def test_the_close_of_the_sample_directive_is_read(reading: Reading) -> None:
    assert reading.recipients[-1] == "Lưu: VT, BTXH"
    signed = (reading.signer_authority, reading.signer_title, reading.signer_name)
    assert signed == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lương Thị Mai Hạnh")


def test_every_unit_of_the_sample_list_is_read_with_its_group_and_telephone() -> None:
    draft = unit_list.read(data_file(f"samples/{WORDS['units']['file']}"))
    expected = [
        (unit[0], group["name"].partition(". ")[2], unit[2], unit[4].replace(" ", ""))
        for group in WORDS["units"]["groups"]
        for unit in group["units"]
    ]
    assert [(row.name, row.group, row.contact, row.phone) for row in draft.rows] == expected
    assert draft.problems == ()
