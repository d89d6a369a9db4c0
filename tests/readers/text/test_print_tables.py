"""Ruled tables on printed pages."""

from pathlib import Path

import papers
import pytest
from papers import Print, pdf

from desktop.readers.blocks import Block
from desktop.readers.gate import Kind
from desktop.readers.text.extract import extract
from desktop.readers.text.print import Page, Rule, Word
from desktop.readers.text.print_tables import find_tables, joined_tables, rows_of

XS = (85.0, 120.0, 340.0, 538.0)


def lattice(xs: tuple[float, ...], ys: tuple[float, ...]) -> list[tuple[float, float, float, float]]:
    """All lines of a table."""
    level = [(xs[0], y, xs[-1], y) for y in ys]
    return level + [(x, ys[0], x, ys[-1]) for x in xs]


def printed(xs: tuple[float, ...], ys: tuple[float, ...], *cells: tuple[int, int, str]) -> Page:
    """A page with a table and words in its cells (row, column, words)."""
    words = []
    for row, column, text in cells:
        for line, part in enumerate(text.split("\n")):
            x = xs[column] + 4
            for word in part.split():
                words.append(Word(x, ys[row] + 14 + 15 * line, x + 6 * len(word), 12, word))
                x += 6 * len(word) + 4
    return Page(595, 842, tuple(words), tuple(Rule(*line) for line in lattice(xs, ys)))


def table(page: Page, number: int = 0) -> list[tuple[str, ...]]:
    found = find_tables(page, number)
    assert len(found) == 1
    return [tuple(cell.text for cell in row) for row in rows_of(found)]


def test_a_printed_table_becomes_rows_between_the_lines_of_text(tmp_path: Path) -> None:
    cells: list[Print] = [
        (90, 215, "TT", "b"),
        (125, 215, "Nhiệm vụ", "b"),
        (345, 215, "Đơn vị chủ trì", "b"),
        (95, 235, "1"),
        (125, 235, "Rà soát, cập nhật hộ nghèo"),
        (125, 252, "theo chuẩn mới"),
        (345, 235, "Phòng Văn hóa"),
    ]
    above, below = (85, 180, "Phân công:"), (85, 300, "Hết.")
    path = pdf(tmp_path / "a.pdf", [above, *cells, below], rules=lattice(XS, (200, 220, 260)))
    found = extract(path, Kind.PDF).blocks
    expected = (
        ("TT", "Nhiệm vụ", "Đơn vị chủ trì"),
        ("1", "Rà soát, cập nhật hộ nghèo theo chuẩn mới", "Phòng Văn hóa"),
    )
    assert [block.text for block in found] == ["Phân công:", "", "Hết."]
    assert found[1].rows == expected


@pytest.mark.parametrize("draw", ["rects", "path"])
def test_tables_drawn_as_boxes_or_as_one_path_are_seen(tmp_path: Path, draw: str) -> None:
    from reportlab.pdfgen.canvas import Canvas

    pdf(tmp_path / "x.pdf", [])
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(595, 842))
    canvas.setFont("Serif", 12)
    path = canvas.beginPath()
    for row in range(2):
        for column in range(2):
            box = (100 + 150 * column, 700 - 30 * row, 150, 30)
            canvas.drawString(box[0] + 5, box[1] + 10, f"ô {row}{column}")
            canvas.rect(*box) if draw == "rects" else path.rect(*box)
    path.rect(400, 100, 0.5, 90)
    path.moveTo(10, 10)
    canvas.drawPath(path, stroke=1)
    canvas.setFillColorRGB(0.9, 0.9, 0.9)
    canvas.rect(50, 50, 400, 300, stroke=0, fill=1)
    canvas.save()
    assert extract(tmp_path / "a.pdf", Kind.PDF).blocks[0].rows == (("ô 00", "ô 01"), ("ô 10", "ô 11"))


def test_a_table_over_two_pages_is_one_and_its_header_stands_once(tmp_path: Path) -> None:
    head: list[Print] = [(90, 75, "TT"), (125, 75, "Nhiệm vụ"), (345, 75, "Đơn vị")]
    pages = [[*head, (90, 95, str(n)), (125, 95, f"Việc {n}"), (345, 95, "Xã")] for n in (1, 2)]
    rules = lattice(XS, (60, 80, 100))
    first = pdf(tmp_path / "a.pdf", *pages, rules=rules)
    assert len(extract(first, Kind.PDF).blocks[0].rows) == 2
    tables = [t for n in (0, 1) for t in find_tables(_page(pages[n], rules), n)]
    assert len(joined_tables(tables)) == 1
    assert [row[1].text for row in rows_of(tables)] == ["Nhiệm vụ", "Việc 1", "Việc 2"]


def _page(texts: list[Print], rules: list[tuple[float, float, float, float]]) -> Page:
    words = (Word(t[0], t[1], t[0] + 6 * len(t[2]), 12, t[2]) for t in texts)
    return Page(595, 842, tuple(words), tuple(Rule(*rule) for rule in rules))


def test_cells_without_a_line_between_them_are_one() -> None:
    page = printed(
        (0, 50, 150, 250), (0, 30, 60, 90), (0, 0, "a"), (0, 1, "b"), (1, 0, "c"), (1, 1, "d"), (2, 2, "e")
    )
    gone = [Rule(150, 0, 150, 30), Rule(0, 60, 50, 60)]
    rules = [rule for rule in page.rules if rule not in {Rule(150, 0, 150, 90), Rule(0, 60, 250, 60)}]
    page = page._replace(rules=(*rules, Rule(150, 30, 150, 90), Rule(50, 60, 250, 60)))
    found = find_tables(page, 0)[0]
    assert gone[0] not in page.rules
    assert [[(cell.start, cell.span, cell.text) for cell in row] for row in found.rows] == [
        [(0, 1, "a"), (1, 2, "b")],
        [(0, 1, "c"), (1, 1, "d"), (2, 1, "")],
        [(1, 1, ""), (2, 1, "e")],
    ]


def test_lines_in_pieces_are_put_together() -> None:
    page = printed((0, 50, 150), (0, 30, 60), (0, 0, "a"), (1, 1, "b"))
    cut = [Rule(0, y, 75, y) for y in (0, 30, 60)] + [Rule(76, y + 0.4, 150, y + 0.4) for y in (0, 30, 60)]
    upright = [rule for rule in page.rules if rule.x0 == rule.x1]
    assert table(page._replace(rules=(*cut, *upright))) == [("a", ""), ("", "b")]


def test_paragraphs_inside_a_cell_are_told_apart() -> None:
    page = printed(
        (0, 100, 240),
        (0, 80, 110),
        (0, 0, "- Họp\n- Báo cáo\nkết quả"),
        (0, 1, "Sở A\nPhòng Văn hóa\nXã hội"),
        (1, 0, "x"),
    )
    assert table(page)[0] == ("- Họp\n- Báo cáo kết quả", "Sở A\nPhòng Văn hóa\nXã hội")


def test_a_row_cut_by_the_end_of_the_page_is_one_row() -> None:
    xs, ys = (0.0, 40.0, 150.0, 250.0), (0.0, 30.0, 60.0, 90.0)
    first = printed(
        xs,
        ys,
        (0, 0, "TT"),
        (0, 1, "Việc"),
        (1, 0, "1"),
        (1, 1, "Họp"),
        (2, 0, "2"),
        (2, 1, "Rà soát"),
        (2, 2, "Sở A;"),
    )
    second = printed(xs, ys, (0, 1, "hộ nghèo"), (0, 2, "Sở B"), (1, 0, "3"), (1, 1, "Nộp"), (2, 0, "4"))
    found = rows_of([*find_tables(first, 0), *find_tables(second, 1)])
    assert [cell.text for cell in found[2]] == ["2", "Rà soát hộ nghèo", "Sở A;\nSở B"]
    assert len(found) == 5


def test_a_header_of_two_rows_is_dropped_whole_before_the_rest_of_a_cut_row() -> None:
    xs, ys = (0.0, 40.0, 150.0), (0.0, 30.0, 60.0, 90.0)
    head = ((0, 0, "TT"), (0, 1, "Việc"), (1, 1, "(cụ thể)"))
    first, second = (
        printed(xs, ys, *head, (2, 0, "1"), (2, 1, "Rà soát")),
        printed(xs, ys, *head, (2, 1, "hộ nghèo")),
    )
    found = rows_of([*find_tables(first, 0), *find_tables(second, 1)])
    assert [cell.text for cell in found[-1]] == ["1", "Rà soát hộ nghèo"]


def test_a_row_without_a_number_in_a_table_without_numbers_is_a_row() -> None:
    xs, ys = (0.0, 100.0, 200.0), (0.0, 30.0, 60.0)
    first = printed(xs, ys, (0, 0, "a"), (0, 1, "b"), (1, 1, "c"))
    second = printed(xs, ys, (0, 1, "d"), (1, 0, "e"))
    assert len(rows_of([*find_tables(first, 0), *find_tables(second, 1)])) == 4


def test_tables_of_other_columns_or_far_pages_are_apart() -> None:
    one = find_tables(printed((0, 100, 200), (0, 30, 60), (0, 0, "a"), (1, 0, "b")), 0)
    other = find_tables(printed((0, 150, 200), (0, 30, 60), (0, 0, "a"), (1, 0, "b")), 1)
    far = find_tables(printed((0, 150, 200), (0, 30, 60), (0, 0, "a"), (1, 0, "b")), 3)
    assert [len(group) for group in joined_tables([*one, *other, *far])] == [1, 1, 1]


@pytest.mark.parametrize(
    "rules",
    [
        [],
        [Rule(0, y, 100, y) for y in (0, 30, 60)] + [Rule(x, 0, x, 60) for x in (0, 100)],
        [Rule(0, y, 100, y) for y in (0, 30, 60)] + [Rule(x, 100, x, 160) for x in (0, 50, 100)],
        [Rule(0, float(y), 100, float(y)) for y in range(0, 4000, 5)] + [Rule(x, 0, x, 60) for x in (0, 100)],
    ],
)
def test_frames_rulers_and_hatching_are_no_tables(rules: list[Rule]) -> None:
    assert find_tables(Page(595, 842, (Word(5, 15, 20, 12, "a"),), tuple(rules)), 0) == []


def test_a_ruled_head_is_still_two_columns(tmp_path: Path) -> None:
    cells: list[Print] = [
        (90, 75, "UBND XÃ A"),
        (210, 75, papers.MOTTO),
        (90, 95, "Số: 1"),
        (210, 95, "A, ngày 1"),
    ]
    path = pdf(
        tmp_path / "a.pdf", [*cells, (250, 140, "KẾ HOẠCH")], rules=lattice((85, 200, 538), (60, 80, 100))
    )
    found = extract(path, Kind.PDF).blocks
    assert [block.text for block in found] == ["UBND XÃ A", "Số: 1", papers.MOTTO, "A, ngày 1", "KẾ HOẠCH"]
    assert isinstance(found[0], Block)
