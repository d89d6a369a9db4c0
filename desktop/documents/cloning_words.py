"""How what changed and what is left of an old year is told to people: places and kinds in words. For window and command line alike."""

from desktop.documents.cloned_body import Part, Place
from desktop.domain.cloning import Change, Left

_PARTS = {
    Part.SUBJECT: "Trích yếu",
    Part.THEME: "Chủ đề",
    Part.BODY: "Đoạn {at}",
    Part.ADDRESSEE: "Kính gửi, dòng {at}",
    Part.RECIPIENT: "Nơi nhận, dòng {at}",
    Part.SIGNER: "Người ký",
    Part.TASK: "Nhiệm vụ {at}",
    Part.DIRECTIVE: "Văn bản chỉ đạo",
}
CHANGES = {
    Change.YEAR: "năm",
    Change.DATE: "ngày",
    Change.WORKING_DAY: "ngày, đã dời khỏi ngày nghỉ",
    Change.LUNAR_DATE: "ngày theo âm lịch",
    Change.WEEKDAY: "thứ",
    Change.ORDINAL: "lần thứ",
    Change.ANNIVERSARY: "số năm kỷ niệm",
    Change.SEASON: "năm học, mùa vụ",
    Change.LUNAR_YEAR: "năm âm lịch",
    Change.BASIS: "văn bản phải thay",
    Change.NAME: "tên đơn vị",
    Change.DEADLINE: "thời hạn",
    Change.UNIT: "đơn vị",
    Change.SIGNER: "người ký",
    Change.DIRECTIVE: "bỏ liên kết",
}
LEFT = {
    Left.BASIS: "văn bản của năm cũ, cần thay",
    Left.OTHER_YEAR: "năm khác",
    Left.RANGE: "giai đoạn đã hết",
    Left.AIM: "mục tiêu đến năm cũ",
    Left.ORDINAL: "lần thứ chưa tính được",
    Left.WEEKDAY: "thứ không khớp ngày",
    Left.NO_SUCH_DAY: "không có ngày này",
    Left.LUNAR_DATE: "ngày âm lịch không khớp",
    Left.LUNAR_MONTH: "tháng của ngày lễ âm lịch đã khác",
    Left.NUMBER: "là năm hay số lượng",
    Left.FIGURE: "số liệu",
    Left.PERSON: "tên người",
    Left.THEME: "chủ đề của năm cũ",
    Left.PAST: "thời hạn đã qua",
    Left.DAY_OFF: "rơi vào ngày nghỉ",
    Left.ORDER: "thời hạn đổi thứ tự trước sau",
    Left.UNIT: "không có trong danh sách đơn vị hiện nay",
    Left.GROUP: "nhóm hiện không có đơn vị nào",
}


def where(place: Place) -> str:
    """The place in words: "Nhiệm vụ 2"."""
    return _PARTS[place.part].format(at=place.at + 1)
