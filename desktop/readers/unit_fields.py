"""The cells of each column of a unit list as values: text in Unicode, telephones with their 0, dittos filled in.

Worker's side of `unit_list`. Knows columns, not what a row is.
"""

import re
from collections.abc import Sequence
from typing import Any

from desktop.domain.legacy_text import Encoding, detect, name_to_unicode
from desktop.readers import phones, unit_encodings, unit_words
from desktop.readers.cells import Cleaner
from desktop.readers.unit_combined import take_apart
from desktop.readers.unit_header import Header
from desktop.readers.unit_problems import Problems

_DITTO_FIELDS = frozenset(("group", "parent", "position", "address", "contact", "note"))
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_MAIL_LINE = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$", re.MULTILINE)
# Signs of text that went through a wrong encoding: a question mark in a word, UTF-8 read as Latin, signs of old fonts.
_GARBLED = re.compile(
    r"[^\W\d_]\?[^\W\d_]|[áÃÄÆ][»º°\x80-\xbf]|[A-Za-z][\xa1-\xa9\xab-\xb6\xb8\xb9\xbb-\xbf][A-Za-z]"
)
# "?" or one of these signs of Latin-1 is in all of them. Encoding drops what is beyond Latin-1, ten times as quick as a search.
_USUAL = bytes(code for code in range(256) if not 0x80 <= code <= 0xBF)
_SPELT = frozenset(("name", "contact", "group"))


class Fields:
    """Makes values of raw cells. header: which column is what; encodings: of every column. restored: telephones that
    got their 0 back."""

    def __init__(
        self, header: Header, encodings: Sequence[Encoding], cleaner: Cleaner, problems: Problems
    ) -> None:
        self.restored = 0
        places, self._combined = header.columns, header.combined
        self._places, self._cleaner, self._problems = places, cleaner, problems
        self._names = {column: name for name, column in places.items()}
        self._convert = [
            unit_encodings.converter(self._names.get(column, "group"), encoding)
            for column, encoding in enumerate(encodings)
        ]
        self._above: dict[str, str] = {}

    def texts(self, row: Sequence[Any]) -> dict[int, str]:
        """The cells of a row that are not empty, clean, by column."""
        texts = {}
        for column, value in enumerate(row):
            if value not in {"", None}:
                text = self._cleaner.text(value, self._convert[column])
                if text:
                    texts[column] = text
        return texts

    def names(self, raw: Sequence[Any], rows: Sequence[int]) -> list[str]:
        """The cells of the column of names, "" for an empty one."""
        column = self._places["name"]
        return self.read_garbled("name", self._cleaner.column(raw, self._convert[column]), rows)

    def values(self, name: str, raw: Sequence[Any], rows: list[int]) -> list[str | None]:
        """The cells of a field in the rows of units; rows: their numbers."""
        column = self._places[name]
        if name == "phone" and column not in self._combined.values():
            return self._phones(column, raw, rows)
        texts = self._cleaner.column(raw, self._convert[column])
        if name in _SPELT:
            texts = self.read_garbled(name, texts, rows)
        if name in _DITTO_FIELDS and not unit_words.dittos().isdisjoint(texts):
            texts = self._without_dittos(name, texts)
        if texts:
            self._above[name] = texts[-1]
        if name == "email":
            self._check_mails(column, texts, rows)
        return [text or None for text in texts] if "" in texts else [*texts]

    def take_apart(self, columns: dict[str, list[Any]]) -> None:
        """Fill the fields that stand in the cells of another one, as the header says."""
        for column in set(self._combined.values()):
            main = self._names[column]
            others = frozenset(name for name, where in self._combined.items() if where == column)
            found = [take_apart(text or "", others) for text in columns[main]]
            first = [phones.read(one[""])[0] if main == "phone" else one[""] for one in found]
            columns[main] = [text or None for text in first]
            for name in others:
                columns[name] = [one.get(name) for one in found]

    def read_garbled(self, name: str, texts: list[str], rows: Sequence[int]) -> list[str]:
        """Single cells in another encoding than their column: converted where that makes Vietnamese, and pointed out."""
        joined = "|".join(texts)
        if "?" not in joined and not joined.encode("latin-1", "ignore").translate(None, _USUAL):
            return texts
        column = self._places[name]
        for i, text in enumerate(texts):
            if _GARBLED.search(text):
                encoding = detect([text])
                self._problems.add(
                    rows[i],
                    column,
                    "text_garbled" if encoding is Encoding.UNICODE else "legacy_text",
                    text[:100],
                )
                texts[i] = name_to_unicode(text, encoding)
        return texts

    def _without_dittos(self, name: str, texts: list[str]) -> list[str]:
        above = self._above.get(name, "")
        filled = []
        for text in texts:
            above = above if text in unit_words.dittos() else text
            filled.append(above)
        return filled

    def _phones(self, column: int, raw: Sequence[Any], rows: list[int]) -> list[str | None]:
        if set(map(type, raw)) == {str} and phones.USUAL_LINES.fullmatch("\n".join(raw)):
            return list(raw)
        found: list[str | None] = []
        usual = phones.USUAL.fullmatch
        for value, row in zip(raw, rows, strict=True):
            if value.__class__ is str and (not value or usual(value)):
                found.append(value or None)
                continue
            number, restored, doubtful = phones.read(value)
            self.restored += restored
            if doubtful:
                self._problems.add(row, column, "phone_invalid", str(value)[:100])
            found.append(number or None)
        return found

    def _check_mails(self, column: int, texts: list[str], rows: list[int]) -> None:
        if len(_MAIL_LINE.findall("\n".join(texts))) == len(texts):
            return
        for text, row in zip(texts, rows, strict=True):
            if text and not _MAIL.fullmatch(text):
                self._problems.add(row, column, "email_invalid", text[:100])
