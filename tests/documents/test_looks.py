"""The look of each rank and the spans of table heads, the same for every writer."""

from desktop.documents.looks import HeadCell, Printed, head_cells, printed
from desktop.documents.model import Block, Column, Paragraph, Run, Style, Table, paragraph

S = Style


def shown(*blocks: Block) -> list[Printed]:
    return [one for one in printed(blocks) if isinstance(one, Printed)]


def test_a_section_is_bold_capitals_with_its_number_and_stays_with_its_text() -> None:
    (section,) = shown(paragraph(S.SECTION, "Mục đích, yêu cầu"))
    assert section.runs == (Run("I. MỤC ĐÍCH, YÊU CẦU", bold=True),)
    assert section.keep_next


def test_a_titled_clause_is_bold() -> None:
    (clause,) = shown(paragraph(S.CLAUSE, "Mục đích"))
    assert clause.runs == (Run("1. Mục đích", bold=True),)


def test_bases_are_italic_with_semicolons_and_a_stop_ii_6a() -> None:
    bases = shown(paragraph(S.BASIS, "Căn cứ A"), paragraph(S.BASIS, "Căn cứ B"), paragraph(S.BODY, "Xét"))
    assert [one.text for one in bases] == ["Căn cứ A;", "Căn cứ B.", "Xét"]
    assert bases[0].runs[0].italic


def test_a_stop_that_is_there_is_kept() -> None:
    assert [one.text for one in shown(paragraph(S.BASIS, "Căn cứ A."), paragraph(S.BASIS, "Căn cứ B:"))] == [
        "Căn cứ A.",
        "Căn cứ B:",
    ]


def test_the_label_takes_the_look_of_the_first_run() -> None:
    (point,) = shown(Paragraph(S.POINT, (Run("Chủ trì", bold=True), Run(": Phòng Y tế"))))
    assert point.runs == (Run("a) Chủ trì", bold=True), Run(": Phòng Y tế"))


def test_an_empty_paragraph_still_has_its_label() -> None:
    assert shown(Paragraph(S.DASH, ()))[0].text == "- "
    assert shown(Paragraph(S.BODY, ()), Paragraph(S.BASIS, ()))[0].runs == ()


def test_a_line_that_opens_a_list_stays_with_it() -> None:
    first, second = shown(paragraph(S.BODY, "như sau:"), paragraph(S.DASH, "một:"))
    assert first.keep_next
    assert not second.keep_next  # nothing follows


def test_tables_pass_as_they_are() -> None:
    table = Table((Column(("A",), 1),), (("1",),))
    assert list(printed((table,))) == [table]


def test_a_title_side_by_side_covers_its_columns_and_an_empty_one_joins_with_the_one_above() -> None:
    columns = (Column(("STT", ""), 1), Column(("Cơ quan", "Chủ trì"), 2), Column(("Cơ quan", "Phối hợp"), 2))
    assert head_cells(columns) == (
        HeadCell(0, 0, 2, 1, "STT"),
        HeadCell(0, 1, 1, 2, "Cơ quan"),
        HeadCell(1, 1, 1, 1, "Chủ trì"),
        HeadCell(1, 2, 1, 1, "Phối hợp"),
    )


def test_the_same_title_under_different_parents_is_two_cells() -> None:
    columns = (Column(("Tháng 1", "Kết quả"), 1), Column(("Tháng 2", "Kết quả"), 1))
    assert [(cell.row, cell.column, cell.columns) for cell in head_cells(columns)] == [
        *((0, 0, 1), (0, 1, 1)),
        *((1, 0, 1), (1, 1, 1)),
    ]


def test_columns_with_fewer_titles_and_no_columns_at_all() -> None:
    assert head_cells((Column(("A",), 1), Column(("B", "C"), 1)))[0].rows == 2
    assert head_cells(()) == ()
