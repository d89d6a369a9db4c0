"""The text of .docx files in reading order."""

from pathlib import Path

import papers
import pytest
from papers import FREEDOM, MOTTO, cell, docx, para, run, table

from desktop.domain.draft import Problem
from desktop.errors import FileDamaged, FileEncrypted, FileHostile, FileTooLarge
from desktop.readers.blocks import Block
from desktop.readers.gate import Kind
from desktop.readers.text import docx as text_docx
from desktop.readers.text import docx_parts as text_docx_parts
from desktop.readers.text.docx import read_docx
from desktop.readers.text.extract import extract
from desktop.workers import limits


def blocks(path: Path) -> tuple[Block, ...]:
    return extract(path, Kind.DOCX).blocks


def texts(folder: Path, body: str, **more: str) -> list[str]:
    return papers.words_of(blocks(docx(folder / "a.docx", body, **more)))


def codes(folder: Path, body: str) -> list[str]:
    return [problem.code for problem in extract(docx(folder / "a.docx", body), Kind.DOCX).problems]


CENTRED = '<w:jc w:val="center"/>'


def test_paragraphs_come_in_order_with_their_look(tmp_path: Path) -> None:
    body = para(run("KẾ HOẠCH", "<w:b/>"), CENTRED) + para() + para(run("theo dõi", '<w:i/><w:b w:val="0"/>'))
    found = blocks(docx(tmp_path / "a.docx", body))
    assert found == (
        Block("KẾ HOẠCH", bold=True, italic=False, centred=True),
        Block("theo dõi", gap=True, bold=False, italic=True, centred=False),
    )


def test_words_are_composed_and_single_spaced(tmp_path: Path) -> None:
    assert texts(tmp_path, para("Ho\u0300a   bi\u0300nh\u200b")) == ["Hòa bình"]


def test_letters_taken_apart_are_told_with_the_first_word(tmp_path: Path) -> None:
    found = extract(docx(tmp_path / "a.docx", para("Xã") + para("xã Ho\u0300a Bi\u0300nh")), Kind.DOCX)
    assert found.problems == (Problem(0, None, "decomposed", "Hòa"),)


def test_a_head_in_one_row_comes_left_cell_first(tmp_path: Path) -> None:
    left = cell("ỦY BAN NHÂN DÂN", "XÃ A", "Số: 1/KH-UBND")
    found = texts(tmp_path, table([left, cell(MOTTO, FREEDOM, "A, ngày 1 tháng 2 năm 2026")]))
    assert found == ["ỦY BAN NHÂN DÂN", "XÃ A", "Số: 1/KH-UBND", MOTTO, FREEDOM, "A, ngày 1 tháng 2 năm 2026"]


def test_a_head_in_two_rows_comes_column_by_column_also_when_lines_are_drawn(tmp_path: Path) -> None:
    rows = [cell("UBND XÃ A", "VĂN PHÒNG"), cell(MOTTO, FREEDOM)], [cell("Số: 1", "V/v họp"), "A, ngày 1"]
    expected = ["UBND XÃ A", "VĂN PHÒNG", "Số: 1", "V/v họp", MOTTO, FREEDOM, "A, ngày 1"]
    assert texts(tmp_path, table(*rows)) == expected
    assert texts(tmp_path, table(*rows, ruled=True)) == expected


def test_merged_cells_of_a_head_keep_their_side(tmp_path: Path) -> None:
    two = '<w:gridSpan w:val="2"/>'
    first = [cell("UBND XÃ A", properties=two), cell(MOTTO)]
    second = [cell("Số: 1"), cell("A, ngày 1", properties=two)]
    third = [cell(""), cell("(tiếp)", properties=two)]
    below = [cell("KẾ HOẠCH", properties='<w:gridSpan w:val="3"/>')]
    found = texts(tmp_path, table(first, second, third, below))
    assert found == ["UBND XÃ A", "Số: 1", MOTTO, "A, ngày 1", "(tiếp)", "KẾ HOẠCH"]


def test_the_signature_block_comes_recipients_first(tmp_path: Path) -> None:
    left, right = (
        cell("Nơi nhận:", "- Như trên;", "- Lưu: VT."),
        cell("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Lê A"),
    )
    found = blocks(docx(tmp_path / "a.docx", para("Thân văn bản.") + table([left, right])))
    assert papers.words_of(found)[1:] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Lê A",
    ]
    assert found[-1].gap


def test_a_real_table_becomes_rows(tmp_path: Path) -> None:
    rows = ["TT", "Nhiệm vụ", "Đơn vị"], ["1", cell("Rà soát", "Báo cáo"), "Phòng A"]
    found = blocks(docx(tmp_path / "a.docx", table(*rows, ruled=True)))
    assert found[0].rows == (("TT", "Nhiệm vụ", "Đơn vị"), ("1", "Rà soát\nBáo cáo", "Phòng A"))
    assert found[0].text == ""


def test_merged_cells_of_a_real_table_stand_once(tmp_path: Path) -> None:
    below, above = "<w:vMerge/>", '<w:vMerge w:val="restart"/>'
    rows = (
        ["TT", cell("Nội dung", properties='<w:gridSpan w:val="2"/>')],
        [cell("1", properties=above), "a", "b"],
        [cell("x", properties=below), "c", "d"],
    )
    found = blocks(docx(tmp_path / "a.docx", table(*rows, ruled=True)))
    assert found[0].rows == (("TT", "Nội dung", ""), ("1", "a", "b"), ("", "c", "d"))


def test_a_cell_over_two_thousand_million_columns_does_no_harm(tmp_path: Path) -> None:
    wide = cell("x", properties='<w:gridSpan w:val="2000000000"/>')
    rows = [wide, "y"], ["TT", "Nội dung"]
    assert blocks(docx(tmp_path / "a.docx", table(*rows, ruled=True)))[0].rows == (
        ("x", ""),
        ("TT", "Nội dung"),
    )


def test_rows_that_begin_later_keep_their_columns(tmp_path: Path) -> None:
    shifted = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("b")}</w:tr>'
    body = table(["TT", "Nội dung"], ["1", "a"], ruled=True).replace("</w:tbl>", shifted + "</w:tbl>")
    assert blocks(docx(tmp_path / "a.docx", body))[0].rows[-1] == ("", "b")


def test_a_style_may_draw_the_lines_of_a_table(tmp_path: Path) -> None:
    sides = '<w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr>'
    grid = f'<w:style w:styleId="G" w:type="table">{sides}</w:style>'
    child = '<w:style w:styleId="H" w:type="table"><w:basedOn w:val="G"/></w:style>'
    body = table(["a", "b"], ["c", "d"]).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="H"/></w:tblPr>')
    assert blocks(docx(tmp_path / "a.docx", body, styles=grid + child))[0].rows == (("a", "b"), ("c", "d"))
    assert texts(tmp_path, body) == ["a", "b", "c", "d"]


def test_lines_around_the_cells_themselves_make_a_table_too(tmp_path: Path) -> None:
    sides = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right"))
    drawn = f"<w:tcBorders>{sides}</w:tcBorders>"
    rows = [[cell(word, properties=drawn) for word in pair] for pair in ("ab", "cd")]
    assert blocks(docx(tmp_path / "a.docx", table(*rows)))[0].rows == (("a", "b"), ("c", "d"))


def test_a_table_inside_a_cell_of_a_head_is_read_in_place(tmp_path: Path) -> None:
    inner = table(["Số: 1", "/KH"])
    found = texts(tmp_path, table([cell("UBND", inner, "V/v x"), cell(MOTTO)]))
    assert found == ["UBND", "Số: 1", "/KH", "V/v x", MOTTO]


def test_tabs_between_the_two_parts_of_a_head_are_columns(tmp_path: Path) -> None:
    lines = [f"UBND XÃ A\t{MOTTO}", f"VĂN PHÒNG\t\t{FREEDOM}", "Số: 12/KH-UBND\tA, ngày 1 tháng 2 năm 2026"]
    body = "".join(para(run(line.replace("\t", "§")).replace("§", "</w:t><w:tab/><w:t>")) for line in lines)
    found = texts(tmp_path, body + para("KẾ HOẠCH"))
    assert found[:3] == ["UBND XÃ A", "VĂN PHÒNG", "Số: 12/KH-UBND"]
    assert found[3:] == [MOTTO, FREEDOM, "A, ngày 1 tháng 2 năm 2026", "KẾ HOẠCH"]


def test_line_ends_set_by_hand_part_lines_of_the_head(tmp_path: Path) -> None:
    found = blocks(
        docx(
            tmp_path / "a.docx",
            para(run("KT. CHỦ TỊCH") + "<w:r><w:br/></w:r>" + run("PHÓ CHỦ TỊCH"), CENTRED),
        )
    )
    assert [(block.text, block.broken) for block in found] == [
        ("KT. CHỦ TỊCH", True),
        ("PHÓ CHỦ TỊCH", False),
    ]


def test_a_line_end_in_the_middle_of_a_sentence_is_a_space(tmp_path: Path) -> None:
    body = para(run("Giao Sở Y tế chủ trì,") + "<w:r><w:br/></w:r>" + run("phối hợp với Sở Nội vụ."))
    assert texts(tmp_path, body) == ["Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ."]


def test_a_line_end_before_a_bullet_begins_a_paragraph(tmp_path: Path) -> None:
    found = blocks(docx(tmp_path / "a.docx", para(run("Yêu cầu") + "<w:r><w:cr/></w:r>" + run("- đúng hạn"))))
    assert [(block.text, block.broken) for block in found] == [("Yêu cầu", False), ("- đúng hạn", False)]


def test_insertions_are_read_deletions_are_not_and_it_is_said(tmp_path: Path) -> None:
    body = para(f"<w:del>{run('x').replace('w:t', 'w:delText')}</w:del><w:ins>{run('trước 15/3')}</w:ins>")
    assert texts(tmp_path, body) == ["trước 15/3"]
    assert codes(tmp_path, body) == ["tracked_changes"]
    moved = para(f"<w:moveFrom>{run('cũ')}</w:moveFrom><w:moveTo>{run('mới')}</w:moveTo>")
    assert texts(tmp_path, moved) == ["mới"]


def test_a_deleted_paragraph_end_joins_two_paragraphs(tmp_path: Path) -> None:
    deleted = para(run("Báo cáo "), "<w:rPr><w:del/></w:rPr>")
    assert texts(tmp_path, deleted + para("trước ngày 3.")) == ["Báo cáo trước ngày 3."]
    assert texts(tmp_path, para("A") + deleted) == ["A", "Báo cáo"]
    assert codes(tmp_path, para(run("A"), "<w:rPr><w:ins/></w:rPr>")) == ["tracked_changes"]
    assert codes(tmp_path, para(run("A"), "<w:rPr><w:b/></w:rPr>")) == []


def test_a_deleted_row_of_a_table_is_left_out(tmp_path: Path) -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('2')}{cell('b')}</w:tr>"
    body = table(["TT", "Nội dung"], ["1", "a"], ruled=True).replace("</w:tbl>", gone + "</w:tbl>")
    assert blocks(docx(tmp_path / "a.docx", body))[0].rows == (("TT", "Nội dung"), ("1", "a"))


def test_marks_of_notes_and_comments_are_dropped_and_it_is_said(tmp_path: Path) -> None:
    marks = (
        "<w:r><w:footnoteReference/></w:r><w:r><w:endnoteReference/></w:r><w:r><w:commentReference/></w:r>"
    )
    body = para(run("Theo Luật") + marks)
    assert texts(tmp_path, body) == ["Theo Luật"]
    assert codes(tmp_path, body) == ["comments_left_out", "footnotes_left_out"]


def test_hidden_words_are_not_read_and_capitals_are_as_printed(tmp_path: Path) -> None:
    body = para(run("ẩn", "<w:vanish/>") + run("Kế hoạch", "<w:caps/>") + "<w:r/>")
    assert texts(tmp_path, body) == ["KẾ HOẠCH"]


def test_links_controls_fields_and_formulas_are_read_in_place(tmp_path: Path) -> None:
    parts = (
        f"<w:hyperlink>{run('a')}</w:hyperlink><w:sdt><w:sdtContent>{run('b')}</w:sdtContent></w:sdt>"
        f"<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple>{run('c')}</w:fldSimple>"
        f"<m:oMath><m:r><m:t>d</m:t></m:r></m:oMath><w:r><w:noBreakHyphen/></w:r>{run('e')}<w:bookmarkStart/>"
    )
    assert texts(tmp_path, f"<w:sdt><w:sdtContent>{para(parts)}</w:sdtContent></w:sdt>") == ["abcd-e"]


def test_signs_of_symbol_fonts_become_bullets_or_nothing(tmp_path: Path) -> None:
    bullet = '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    other = '<w:r><w:sym w:char="fc"/><w:sym w:char="zz"/><w:sym/></w:r>'
    assert texts(tmp_path, para(bullet + run(" Sở Y tế") + other)) == ["- Sở Y tế"]


def test_text_boxes_are_read_once_left_one_first(tmp_path: Path) -> None:
    def box(words: str, offset: int) -> str:
        inside = f"<w:txbxContent>{para(words)}</w:txbxContent>"
        place = f"<wp:positionH><wp:posOffset>{offset}</wp:posOffset></wp:positionH>"
        drawing = f"<w:drawing><wp:anchor>{place}{inside}</wp:anchor></w:drawing>"
        older = f"<mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback>"
        return (
            f"<w:r><mc:AlternateContent><mc:Choice>{drawing}</mc:Choice>{older}</mc:AlternateContent></w:r>"
        )

    found = texts(tmp_path, para(box(MOTTO, 3_000_000) + box("UBND XÃ A", 10) + run("Kính gửi: B")))
    assert found == ["UBND XÃ A", MOTTO, "Kính gửi: B"]


@pytest.mark.parametrize(
    "place", ["margin-left:1in", "margin-left:9pt;top:1pt", "margin-left:auto", "top:1pt"]
)
def test_text_boxes_of_older_files_are_read_too(tmp_path: Path, place: str) -> None:
    nested = f"<w:txbxContent>{para('trong')}</w:txbxContent>"
    inner = f"<w:r><w:pict>{nested}</w:pict></w:r>"
    shape = f'<v:shape style="{place}"><w:txbxContent>{para(run("ngoài") + inner)}</w:txbxContent></v:shape>'
    assert texts(tmp_path, para(f"<w:r><w:pict>{shape}</w:pict></w:r>")) == ["trong", "ngoài"]


@pytest.mark.parametrize("place", ["right", "center", "?"])
def test_boxes_placed_by_words_are_sorted_by_them(tmp_path: Path, place: str) -> None:
    spot = f"<wp:positionH><wp:align>{place}</wp:align></wp:positionH>"
    box = f"<w:r><w:drawing>{spot}<w:txbxContent>{para('b')}</w:txbxContent></w:drawing></w:r>"
    first = f"<w:r><w:drawing><w:txbxContent>{para('a')}</w:txbxContent></w:drawing></w:r>"
    assert texts(tmp_path, para((box + first) if place != "?" else (first + box))) == ["a", "b"]


def test_alternatives_around_whole_runs_are_read_once(tmp_path: Path) -> None:
    def either(*branches: str) -> str:
        return f"<mc:AlternateContent>{''.join(branches)}</mc:AlternateContent>"

    first, second = f"<mc:Choice>{run('a')}</mc:Choice>", f"<mc:Fallback>{run('b')}</mc:Fallback>"
    inside = f"<mc:Choice><w:txbxContent>{para('d')}</w:txbxContent></mc:Choice>"
    box = f"<w:r><w:drawing>{either(inside)}</w:drawing></w:r>"
    assert texts(tmp_path, para(either(first, second) + either(second) + either() + box)) == ["d", "ab"]


def test_styles_give_look_and_centring_through_what_they_build_on(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="A" w:type="paragraph" w:default="1"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
        '<w:style w:styleId="C"><w:basedOn w:val="C"/><w:rPr><w:i/><w:caps/></w:rPr></w:style>'
    )
    body = para("thường") + para(run("giữa", '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="B"/>')
    found = blocks(docx(tmp_path / "a.docx", body, styles=styles))
    assert found[0] == Block("thường", bold=True, italic=False, centred=False)
    assert found[1] == Block("GIỮA", bold=True, italic=True, centred=True)


def test_words_in_an_old_font_are_converted_and_it_is_said(tmp_path: Path) -> None:
    capitals = run(papers.in_tcvn3("kế hoạch"), '<w:rFonts w:ascii=".VnTimeH"/>')
    body = para(capitals) + para(papers.in_tcvn3("ủy ban nhân dân xã báo cáo trước ngày 3"))
    found = extract(docx(tmp_path / "a.docx", body), Kind.DOCX)
    assert papers.words_of(found.blocks) == ["KẾ HOẠCH", "ủy ban nhân dân xã báo cáo trước ngày 3"]
    assert found.problems == (Problem(0, None, "legacy_font", "tcvn3"),)


def test_strict_documents_and_other_part_names_are_read(tmp_path: Path) -> None:
    space = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    strict = f"<w:document {space}><w:body>{para('A')}</w:body></w:document>"
    assert papers.words_of(blocks(docx(tmp_path / "a.docx", "", parts={"word/document.xml": strict}))) == [
        "A"
    ]
    outside = '<Relationship Type="x/styles" TargetMode="External" Target="http://x.invalid/"/>'
    plain = f'<Relationships xmlns="{papers.PACKAGE}">{outside}</Relationships>'
    path = docx(tmp_path / "b.docx", para("B"), parts={"word/_rels/document.xml.rels": plain})
    assert papers.words_of(blocks(path)) == ["B"]


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        ({"word/document.xml": "<broken"}, FileDamaged),
        ({"word/document.xml": "<x/>"}, FileDamaged),
        ({"_rels/.rels": "<x/>"}, FileDamaged),
        (
            {"word/document.xml": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'},
            FileHostile,
        ),
        ({"word/document.xml": "<a>" * 5000}, FileHostile),
    ],
)
def test_damaged_and_hostile_parts_are_refused(tmp_path: Path, parts: dict[str, str], error: type) -> None:
    with pytest.raises(error):
        read_docx(docx(tmp_path / "a.docx", "", parts=parts))


def test_no_zip_and_a_locked_zip_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK nothing")
    with pytest.raises(FileDamaged):
        read_docx(path)
    data = bytearray(docx(path, para("A")).read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in [i for i in range(len(data)) if data[i : i + 4] == mark]:
            data[found + at] |= 1  # the flag "under a password"
    path.write_bytes(bytes(data))
    with pytest.raises(FileEncrypted):
        read_docx(path)


def test_too_deep_too_long_and_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = "<w:sdt>" * 70 + para("A") + "</w:sdt>" * 70
    with pytest.raises(FileHostile):
        read_docx(docx(tmp_path / "a.docx", deep))
    monkeypatch.setattr(limits, "USUAL", limits.Limits(paragraphs=2))
    with pytest.raises(FileTooLarge):
        read_docx(docx(tmp_path / "b.docx", para("A") * 3))
    monkeypatch.setattr(limits, "USUAL", limits.Limits(inflated=50))
    with pytest.raises(FileHostile):
        read_docx(docx(tmp_path / "c.docx", para("A")))


def test_a_wrong_level_of_a_list_and_an_endless_chain_of_styles_do_no_harm(tmp_path: Path) -> None:
    chain = "".join(f'<w:style w:styleId="S{i}"><w:basedOn w:val="S{i + 1}"/></w:style>' for i in range(30))
    number = '<w:pStyle w:val="S0"/><w:numPr><w:ilvl w:val="x"/><w:numId w:val="9"/></w:numPr>'
    assert texts(tmp_path, para("A", number), styles=chain) == ["A"]
    assert text_docx_parts.value(None, "x") is None
    assert text_docx._number("x", 3) == 3


def test_rows_and_cells_inside_content_controls_are_read(tmp_path: Path) -> None:
    row = f"<w:sdt><w:sdtContent><w:tr>{cell('1')}<w:sdt><w:sdtContent>{cell('a')}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>"
    body = table(["TT", "Nội dung"], ruled=True).replace("</w:tbl>", row + "</w:tbl>")
    assert blocks(docx(tmp_path / "a.docx", body))[0].rows == (("TT", "Nội dung"), ("1", "a"))
