"""What is pasted: cleaned to the blocks of a plan."""

import pytest

from desktop.documents.model import Column, Paragraph, Run, Style, Table, paragraph
from desktop.ui.editor.paste import from_html, from_text

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {color:red}</style></head>
<body lang=EN-US><!--StartFragment-->
<p class=MsoNormal style='text-align:justify'><i><span style='font-size:14.0pt'>Căn cứ Luật Tổ chức
chính quyền địa phương;<o:p></o:p></span></i></p>
<p class=MsoNormal><b><span style='font-size:14.0pt'>I. MỤC ĐÍCH</span></b></p>
<p class=MsoNormal><b>1. Yêu cầu</b></p>
<p class=MsoNormal>2.&nbsp;Rà soát <b>ngay</b> các  hộ.</p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>Báo cáo</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>"""


def test_word_comes_as_ranked_paragraphs_without_its_labels() -> None:
    assert from_html(WORD) == (
        paragraph(Style.BASIS, "Căn cứ Luật Tổ chức chính quyền địa phương;"),
        paragraph(Style.SECTION, "MỤC ĐÍCH"),
        paragraph(Style.CLAUSE, "Yêu cầu"),
        Paragraph(Style.NUMBERED, (Run("Rà soát "), Run("ngay", bold=True), Run(" các hộ."))),
        paragraph(Style.DASH, "Báo cáo"),
    )


def test_lists_and_headings_of_a_page_are_ranked() -> None:
    page = """<h1>Nội dung</h1><h2>Một</h2><ol type="a"><li>A</li><li>B<ul><li>C<ul><li>D</li></ul></li></ul></li></ol>
    <ol start=3><li>E</li></ol>"""
    assert [(block.style, block.text) for block in from_html(page) if isinstance(block, Paragraph)] == [
        (Style.SECTION, "Nội dung"),
        (Style.CLAUSE, "Một"),
        (Style.POINT, "A"),
        (Style.POINT, "B"),
        (Style.PLUS, "C"),
        (Style.PLUS, "D"),
        (Style.NUMBERED, "E"),
    ]


def test_looks_of_spans_are_kept_and_everything_else_is_not() -> None:
    page = """<p><span style="font-weight:700;color:red">a</span><b><span style="font-weight:normal">b</span></b>
    <em>c</em><script>alert(1)</script><img src="http://x/y.png" onerror="z()"><a href="http://x">d</a></p>"""
    assert from_html(page) == (
        Paragraph(Style.BODY, (Run("a", bold=True), Run("b "), Run("c", italic=True), Run("d"))),
    )


def test_a_line_broken_by_hand_begins_a_paragraph() -> None:
    assert from_html("<p>- a<br>- b</p>") == (paragraph(Style.DASH, "a"), paragraph(Style.DASH, "b"))


def test_a_table_comes_with_its_head_spans_and_groups() -> None:
    page = """<table><tr><td rowspan=2 width=40><b>STT</b></td><td colspan=2><b>Nội dung</b></td></tr>
    <tr><td width=200><b>Tên</b></td><td width=100><b>Số</b></td></tr>
    <tr><td colspan=3>Nhóm</td></tr><tr><td>1</td><td><p>a</p><p>b</p></td><td>2</td></tr></table>"""
    assert from_html(page) == (
        Table(
            (
                Column(("STT", ""), 40.0),
                Column(("Nội dung", "Tên"), 200.0),
                Column(("Nội dung", "Số"), 100.0),
            ),
            (("Nhóm", "", ""), ("1", "a\nb", "2")),
            frozenset({0}),
        ),
    )


def test_the_letterhead_and_signing_block_of_a_paper_are_left_out() -> None:
    page = """<table><tr><td>UBND XÃ</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table>
    <p>Lời.</p><table><tr><td>Nơi nhận:</td><td>CHỦ TỊCH</td></tr></table>"""
    assert from_html(page) == (paragraph(Style.BODY, "Lời."),)


@pytest.mark.parametrize(
    "html", ["", "<table></table>", "<p> </p>", "<table><tr></tr></table>", "</p></table></ul>"]
)
def test_nothing_comes_of_nothing(html: str) -> None:
    assert from_html(html) == ()


@pytest.mark.parametrize("html", ["<td>a", "<table><td>a", "<li>a", "<table><tr><td>a<p>", "<ul><p>a</ul>"])
def test_a_page_that_closes_nothing_is_read(html: str) -> None:
    assert [block.text for block in from_html(html) if isinstance(block, Paragraph)] == ["a"]


def test_plain_lines_are_ranked_by_their_labels() -> None:
    assert [
        (b.style, b.text)
        for b in from_text("I. A\r\n1.1. B\n\n25/3 C\n+ D\nđ) E")
        if isinstance(b, Paragraph)
    ] == [
        (Style.SECTION, "A"),
        (Style.BODY, "1.1. B"),
        (Style.BODY, "25/3 C"),
        (Style.PLUS, "D"),
        (Style.POINT, "E"),
    ]


def test_lines_with_tabs_are_a_table() -> None:
    assert from_text("1\tThôn Một\n2\tThôn Hai\n") == (
        Table((Column((), 3.0), Column((), 10.0)), (("1", "Thôn Một"), ("2", "Thôn Hai"))),
    )


def test_words_of_old_fonts_become_unicode_and_are_composed() -> None:
    (old,) = from_html("<p style=\"font-family:'.VnTime'\">Uû ban nh©n d©n x· T©n LËp tæ chøc häp</p>")
    (apart,) = from_text("Tie\u0302\u0301ng")
    assert isinstance(old, Paragraph)
    assert isinstance(apart, Paragraph)
    assert (old.text, apart.text) == ("Uỷ ban nhân dân xã Tân Lập tổ chức họp", "Tiếng")
