"""Files dropped on the window: each kind goes to the page that reads it. Looks at names and at heads of workbooks only."""

from pathlib import Path

from desktop.services import dropped
from desktop.services.dropped import Kind
from desktop.ui.context import Context

_PAGES = {
    Kind.DIRECTIVE: "directive",
    Kind.UNIT_LIST: "unit_import",
    Kind.RESULT_FORM: "exchange",
    Kind.PACKAGE: "exchange",
}


class Dropping:
    """What to do with files that the seen page did not take."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def take(self, paths: "list[str]") -> None:
        """Open the page for the kind of the first file, with all files of that kind."""
        kinds = {path: dropped.kind_of(Path(path)) for path in paths}
        kind = kinds[paths[0]]
        if kind is None:
            self._context.hub.say(
                "Chương trình không đọc loại tệp này. Hãy thả văn bản (.docx, .pdf), bảng Excel hoặc gói .skh.",
                is_warning=True,
            )
            return
        alike = [path for path, found in kinds.items() if found is kind]
        self._context.hub.go(_PAGES[kind], part="\n".join(alike))
