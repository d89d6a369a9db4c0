"""A body carried to another year: runs keep their look, every part is told with its place."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.body import ASSIGNED_UNITS, Body, TaskPlace
from desktop.documents.cloned_body import Part, Place, clone_body, edited_runs
from desktop.documents.model import Column, Paragraph, Run, Style, Table, paragraph
from desktop.domain.cloning import Change, Cloned, CloneYear, Edit, apply, clone_text

YEAR = CloneYear(2026, 2027)
TABLE = Table((Column(("Nội dung",), 1),), (("năm 2026",), ("khác",)), caption="Biểu năm 2026")
BODY = Body(
    (
        paragraph(Style.BASIS, "Kế hoạch số 5/KH-UBND ngày 01/02/2026 về hè, đuối nước năm 2026"),
        TaskPlace(),
        TABLE,
        paragraph(Style.BODY, "Không có gì"),
    ),
    recipients=(ASSIGNED_UNITS, "Ban Tổ chức năm 2026"),
    addressees=("Đoàn 2026",),
)


def _clone(body: Body):
    return clone_body(body, lambda text, is_basis: clone_text(text, YEAR, is_basis=is_basis))


def test_every_part_of_a_body_moves_on_and_the_place_of_the_tasks_stays() -> None:
    body, _ = _clone(BODY)
    basis, place, table, same = body.blocks
    assert isinstance(basis, Paragraph)
    assert basis.text.endswith("về hè, đuối nước năm 2026]")
    assert (place, same) == (BODY.blocks[1], BODY.blocks[3])
    assert table == replace(TABLE, rows=(("năm 2027",), ("khác",)), caption="Biểu năm 2027")
    assert body.recipients == (ASSIGNED_UNITS, "Ban Tổ chức năm 2027")
    assert body.addressees == ("Đoàn 2027",)


def test_what_changed_is_told_with_its_place() -> None:
    _, parts = _clone(BODY)
    places = [part.place for part in parts]
    assert places == [
        Place(Part.BODY, 0),
        Place(Part.BODY, 2),
        Place(Part.BODY, 2),
        Place(Part.ADDRESSEE, 0),
        Place(Part.RECIPIENT, 1),
    ]


def test_new_words_have_the_look_of_the_run_in_which_the_old_ones_began() -> None:
    runs = (Run("lần thứ "), Run("10 năm ", bold=True), Run("2026", italic=True), Run(""))
    edits = (Edit(8, 10, "10", "11", Change.ORDINAL), Edit(11, 19, "năm 2026", "năm 2027", Change.YEAR))
    assert edited_runs(runs, edits) == (Run("lần thứ "), Run("11 năm 2027", bold=True), Run(""))


@given(st.lists(st.text("ab ", max_size=4), max_size=4), st.data())
def test_the_words_of_edited_runs_are_the_edited_words(texts: list[str], data: st.DataObject) -> None:
    whole = "".join(texts)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(whole)), max_size=6)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    edits = tuple(Edit(start, end, whole[start:end], "XY", Change.YEAR) for start, end in pairs)
    runs = edited_runs([Run(text) for text in texts], edits)
    assert "".join(run.text for run in runs) == apply(whole, edits)


def test_a_body_in_which_nothing_changes_tells_nothing() -> None:
    body, parts = clone_body(BODY, lambda text, _: Cloned(text))
    assert (body, parts) == (BODY, ())
