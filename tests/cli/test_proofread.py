"""`proofread` and `plans proofread`: what is printed, in words and as JSON; findings are no failure."""

KEYS = ["code", "severity", "message", "quote", "clause", "fix"]

WRONG = """ỦY BAN NHÂN DÂN
XÃ ĐỒNG SEN

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 5/BC-UBND

Đồng Sen, ngày 15 tháng 3 năm 2026

KẾ HOẠCH

Tổ chức Ngày Công tác xã hội Việt Nam lần thứ 10 năm 2026

I. NỘI DUNG

- Treo băng rôn trong tháng 3.

Nơi nhận:
- Sở Y tế;
- Lưu: VT.

CHỦ TỊCH
Nguyễn Văn An
"""


def write(folder, words):
    path = folder / "van-ban.txt"
    path.write_text(words, encoding="utf-8")
    return path


def test_findings_of_a_file_are_told_as_the_contract_says(run, tmp_path):
    path = write(tmp_path, WRONG)
    ended = run("proofread", path, "--json")
    assert (ended.status, ended.err) == (0, "")
    assert list(ended.json) == ["file", "findings"]
    assert ended.json["file"] == str(path)
    assert [list(one) for one in ended.json["findings"]] == [KEYS] * 3
    first = ended.json["findings"][0]
    assert (first["code"], first["severity"]) == ("type_symbol_mismatch", "error")
    assert (first["quote"], first["fix"]) == ("Số: 5/BC-UBND", "Số: 5/KH-UBND")


def test_findings_in_words_say_what_where_and_how(run, tmp_path):
    ended = run("proofread", write(tmp_path, WRONG))
    assert ended.status == 0
    assert "[LỖI] Văn bản là Kế hoạch nhưng ký hiệu lại ghi “BC”" in ended.out
    assert "    Ở câu: “Số: 5/BC-UBND”" in ended.out
    assert "    Sửa thành: “Số: 05/BC-UBND”" in ended.out
    assert "    Theo: NĐ 30/2020, Phụ lục I, II.3a" in ended.out


def test_a_file_without_findings_says_so(run, tmp_path):
    right = WRONG.replace("5/BC", "15/KH").replace("trong tháng 3.", "trong tháng 3./.")
    assert run("proofread", write(tmp_path, right)).out == "Không thấy lỗi nào.\n"


def test_a_missing_file_is_the_offices_to_mend(run, tmp_path):
    ended = run("proofread", tmp_path / "khong-co.docx")
    assert (ended.status, ended.out) == (1, "")


def test_a_plan_is_proofread_by_its_number(drafted):
    told = drafted("plans", "proofread", "1", "--json")
    assert (told.status, list(told.json)) == (0, ["plan", "findings"])
    assert told.json["plan"] == 1
    assert "blank_left" in {one["code"] for one in told.json["findings"]}
    assert "Còn chỗ trống" in drafted("plans", "proofread", "1").out


def test_an_unknown_plan_is_refused_in_words(run):
    assert run("plans", "proofread", "9").status == 1
