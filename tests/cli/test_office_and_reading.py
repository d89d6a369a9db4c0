"""`office` and `read`: what is printed, what is left, how it ends."""

import pytest


def test_an_office_is_shown_and_told(run):
    assert "(chưa khai)" in run("office").out
    told = run(
        "office",
        "--name",
        "Ủy ban nhân dân xã Đồng Sen",
        "--place",
        "Đồng Sen",
        "--signer",
        "Trần Bình",
        "--json",
    )
    assert told.json == {
        "name": "Ủy ban nhân dân xã Đồng Sen",
        "short_name": "UBND xã Đồng Sen",
        "issuer": ["ỦY BAN NHÂN DÂN", "XÃ ĐỒNG SEN"],
        "superior": [],
        "place": "Đồng Sen",
        "reports_to": "",
        "collector": "",
        "drafting": "",
        "signers": [{"lines": [], "name": "Trần Bình"}],
    }


def test_a_capacity_without_a_name_is_kept(run):
    shown = run("office", "--capacity", "KT. CHỦ TỊCH", "--capacity", "PHÓ CHỦ TỊCH")
    assert "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH" in shown.out


def test_an_abbreviation_that_is_none_is_refused_when_papers_are_made(issued, tmp_path):
    issued("office", "--drafting", "CV")
    ended = issued("plans", "export", "1", "--to", tmp_path / "ra", "--docx")
    assert (ended.status, ended.out) == (1, "")
    assert "ký hiệu đơn vị soạn thảo" in ended.err


READING_KEYS = [
    "kind", "number", "symbol", "issuer", "superior", "place", "date", "date_partial", "subject", "theme", "legal_bases",
    "recipients_to", "tasks", "report_to", "report_via", "report_by", "report_deadline", "report_deadline_text", "recipients",
    "signer_authority", "signer_title", "signer_name", "findings",
]  # fmt: skip
TASK_KEYS = [
    "lead", "coordinating", "text", "lead_inherited", "deadline", "deadline_op", "deadline_text", "recurrence", "is_report",
]  # fmt: skip


def test_a_directive_is_read_as_the_contract_says(run, letter):
    told = run("read", letter, "--json")
    assert (told.status, told.err) == (0, "")
    assert list(told.json) == READING_KEYS
    assert (told.json["number"], told.json["symbol"], told.json["date"]) == ("312", "SYT-BTXH", "2026-03-02")
    first = told.json["tasks"][0]
    assert list(first) == TASK_KEYS
    assert (first["lead"], first["deadline"], first["deadline_op"]) == (
        ["Phòng Văn hóa - Xã hội"],
        "2026-03-25",
        "before",
    )


def test_a_directive_is_told_in_words(run, letter):
    out = run("read", letter).out
    assert "Số, ký hiệu:       312/SYT-BTXH" in out
    assert "Nhiệm vụ: 3" in out
    assert "Thời hạn: trước ngày 25/3/2026 (25/03/2026)" in out


def test_what_a_directive_does_not_say_is_told_as_missing(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Về việc nhỏ\n\nKhông có gì để làm.", encoding="utf-8")
    out = run("read", path).out
    assert "(không có)" in out
    assert "Lưu ý: Chưa đọc được nhiệm vụ nào" in out


def test_who_helps_and_to_whom_is_reported_are_told(run, tmp_path, letter):
    words = letter.read_text("utf-8").replace(
        "- Chủ trì tổ chức tọa đàm trước ngày 25/3/2026.",
        "- Chủ trì, phối hợp với Trạm Y tế tổ chức tọa đàm thường xuyên theo tiến độ.",
    )
    order = "Đề nghị các đơn vị báo cáo kết quả về Sở Y tế trước ngày 30/3/2026 để tổng hợp./.\n\nNơi nhận:"
    path = tmp_path / "b.txt"
    path.write_text(words.replace("Nơi nhận:", order), encoding="utf-8")
    out = run("read", path).out
    assert "Phối hợp: Trạm Y tế" in out
    assert "Báo cáo về: Sở Y tế, trước ngày 30/3/2026" in out


def test_findings_have_code_severity_message_and_quote(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Về việc nhỏ\n\nKhông có gì để làm.", encoding="utf-8")
    (finding,) = run("read", path, "--json").json["findings"]
    assert finding == {
        "code": "no_tasks",
        "severity": "warning",
        "message": "Chưa đọc được nhiệm vụ nào trong văn bản; hãy xem lại và nhập tay.",
        "quote": "",
    }


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "Không có tệp"),
        (lambda path: path.write_bytes(b""), "rỗng (0 byte)"),
        (lambda path: path.mkdir(), "là thư mục"),
        (lambda path: path.write_text("UBND XÃ\nMẬT\nSố: 1/KH\nKẾ HOẠCH\nA", encoding="utf-8"), "độ mật"),
    ],
)
def test_a_file_that_cannot_be_read_ends_in_one_sentence(run, tmp_path, make, words):
    path = tmp_path / "van-ban.txt"
    make(path)
    ended = run("read", path, "--json")
    assert (ended.status, ended.out) == (1, "")
    assert len(ended.err.splitlines()) == 1
    assert words in ended.err
