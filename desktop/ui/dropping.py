"""Files dropped on the window: each goes to the page that reads it. Looks at names and at heads of workbooks only."""

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
        """Open the page that reads the first file, with all files that it reads."""
        pages = {path: _page_of(Path(path)) for path in paths}
        page = pages[paths[0]]
        if page is None:
            self._context.hub.say(
                "Chương trình không đọc loại tệp này. Hãy thả văn bản (.docx, .pdf), bảng Excel hoặc gói .skh.",
                is_warning=True,
            )
            return
        alike = [path for path, found in pages.items() if found == page]
        self._context.hub.go(page, part="\n".join(alike))


def _page_of(path: Path) -> str | None:
    """The page that reads it; folders are looked through for what came from others."""
    if path.is_dir():
        return "exchange"
    kind = dropped.kind_of(path)
    return None if kind is None else _PAGES[kind]
