"""Citations above the first order."""

import pytest

from desktop.readers.directive import bases


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Căn cứ Luật Trẻ em ngày 05/4/2016;", ["Luật Trẻ em ngày 05/4/2016"]),
        (
            "Căn cứ Luật A; Luật B; Kế hoạch số 5/KH-UBND ngày 3/1/2026 về hè và Công văn số 7/SYT ngày 4/1/2026.",
            [
                "Luật A",
                "Luật B",
                "Kế hoạch số 5/KH-UBND ngày 3/1/2026 về hè",
                "Công văn số 7/SYT ngày 4/1/2026",
            ],
        ),
        (
            "Thực hiện Quyết định số 5/QĐ-UBND về việc triển khai Kế hoạch số 7/KH-UBND, UBND xã ban hành",
            ["Quyết định số 5/QĐ-UBND về việc triển khai Kế hoạch số 7/KH-UBND"],
        ),
        (
            "Bộ Nội vụ đã có Văn bản số 8091/BNV ngày 17/9/2025 đề nghị các Bộ báo cáo.",
            ["Văn bản số 8091/BNV ngày 17/9/2025"],
        ),
        ("Theo Công văn số 5/A về hè (gửi kèm theo), Sở Y tế", ["Công văn số 5/A về hè"]),
        (
            "Quyết định 12/QĐ phê duyệt “Chiến lược theo Quyết định số 1/QĐ-TTg; giai đoạn 2”; UBND xã",
            ["Quyết định 12/QĐ phê duyệt “Chiến lược theo Quyết định số 1/QĐ-TTg; giai đoạn 2”"],
        ),
        ("Thời gian qua trời mưa to.", []),
        (
            "Căn cứ Luật A và Nghị định số 5/2025/NĐ-CP của Chính phủ;",
            ["Luật A", "Nghị định số 5/2025/NĐ-CP của Chính phủ"],
        ),
        ('Công văn số 5/A về "Hè; vui" của xã; họp', ['Công văn số 5/A về "Hè; vui" của xã']),
    ],
)
def test_citations_from_type_to_title(text: str, found: list[str]) -> None:
    assert list(bases.read([text])) == found


def test_the_same_citation_counts_once() -> None:
    assert bases.read(["Căn cứ Luật A;", "Căn cứ Luật A;"]) == ("Luật A",)
