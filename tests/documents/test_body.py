"""The body of a plan as text and back."""

from dataclasses import replace

import pytest

from desktop.documents.body import Body, TaskPlace, from_json, to_json
from desktop.documents.model import Align, Column, Paragraph, Run, Style, Table, paragraph
from desktop.domain.office import Signer
from desktop.errors import DataError

BODY = Body(
    blocks=(
        paragraph(Style.SECTION, "NỘI DUNG"),
        Paragraph(Style.BODY, (Run("đậm", bold=True), Run(" nghiêng", italic=True)), source="task:3"),
        Table(
            (Column(("STT",), 1, Align.CENTRE), Column(("Tên", "con"), 4)),
            (("1", "a"), ("", "Cộng")),
            frozenset({0}),
            total=True,
        ),
        TaskPlace(),
    ),
    recipients=("Như trên", "Lưu: VT"),
    addressees=("Phòng Kinh tế",),
    signer=Signer(("CHỦ TỊCH",), "Nguyễn Văn A"),
)


def test_a_body_comes_back_as_it_was_kept():
    assert from_json(to_json(BODY)) == BODY


def test_a_body_of_a_plan_with_a_table_says_so_and_older_ones_say_nothing():
    with_table = replace(BODY, tasks_in_table=True)
    assert from_json(to_json(with_table)) == with_table
    assert "tasks_in_table" not in to_json(BODY)


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"version": 2, "blocks": []}', '{"version": 1, "blocks": [{"type": "x"}]}']
)
def test_a_damaged_body_is_told(text):
    with pytest.raises(DataError):
        from_json(text)
