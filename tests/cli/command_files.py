"""The files that the tests of commands give: the names of a unit list, the words of a directive."""

UNITS = (
    "Phòng Văn hóa - Xã hội",
    "Trạm Y tế xã",
    "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
    "Thôn Đông",
    "Thôn Đoài",
)
LETTER = """SỞ Y TẾ
Số: 312/SYT-BTXH
V/v tổ chức các hoạt động kỷ niệm
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Giang, ngày 02 tháng 3 năm 2026
Kính gửi: Ủy ban nhân dân các xã, phường.

Sở Y tế đề nghị các đơn vị thực hiện các nội dung sau:
1. Phòng Văn hóa - Xã hội
- Chủ trì tổ chức tọa đàm trước ngày 25/3/2026.
2. Các thôn
- Treo băng rôn, khẩu hiệu trước ngày 18/3/2026.
3. Chi cục Thủy lợi
- Kiểm tra đê trước ngày 20/3/2026.

Nơi nhận:
- Như trên;
- Lưu: VT.
GIÁM ĐỐC
Trần Văn Bình
"""
