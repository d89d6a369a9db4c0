"""JSON of others, read more strictly than the standard library does, with clean texts. Opens no file, knows no meaning.

Refused: what is no UTF-8, a key twice in one object, NaN and Infinity, broken numbers, numbers of more than 15 digits, control characters
other than line feed and tab, lone surrogates, nesting without end. Dropped from texts: signs that nobody sees or that turn the writing
round. Texts come in Unicode form C (product rule 12).
"""

import json
import re
import unicodedata
from typing import Any

_DIGITS = 15
_REFUSED = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_DROPPED = re.compile(r"[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_ESCAPES = re.compile(r"\\[bfru]")
_KEY = re.compile(r"[A-Za-z0-9_.-]{1,100}")


class Refused(ValueError):
    """The text is none that is read here; the words say why, for the log."""


def load(data: bytes, *, floats: bool = False) -> Any:
    """The value of a JSON text, as the standard library gives it. floats: broken numbers are taken too. Raises `Refused`."""
    try:
        text = data.decode("utf-8")
        value = (_WITH_FLOATS if floats else _STRICT).decode(text)
        return _cleaned(value) if needs_cleaning(text) else value
    except Refused:
        raise
    except (ValueError, RecursionError) as error:
        raise Refused(f"{type(error).__name__}: {error}"[:200]) from error


def dump(value: Any) -> str:
    """The JSON text of a value, as short as it can be."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def readable(text: str) -> str:
    """A JSON text of our own as `load` takes it: control characters that somebody pasted once are left out."""
    if not needs_cleaning(text):
        return text
    return dump(_cleaned(json.loads(text), drops=True))


def needs_cleaning(text: str) -> bool:
    """Whether a text may hold what is not taken as it stands. Most hold nothing of that: they are not walked through."""
    return bool(_DROPPED.search(text) or _ESCAPES.search(text) or not unicodedata.is_normalized("NFC", text))


def _cleaned(value: Any, *, drops: bool = False) -> Any:
    if isinstance(value, str):
        return _clean_text(value, drops=drops)
    if isinstance(value, list):
        return [_cleaned(one, drops=drops) for one in value]
    if isinstance(value, dict):
        if not all(map(_KEY.fullmatch, value)):
            raise Refused("key")
        return {key: _cleaned(one, drops=drops) for key, one in value.items()}
    return value


def _clean_text(text: str, *, drops: bool) -> str:
    if drops:
        text = _REFUSED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    elif _REFUSED.search(text):
        raise Refused("control character")
    return unicodedata.normalize("NFC", _DROPPED.sub("", text))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise Refused("doubled key")
    return made


def _integer(digits: str) -> int:
    if len(digits.lstrip("-")) > _DIGITS:
        raise Refused(f"number of {len(digits)} digits")
    return int(digits)


def _no_number(digits: str) -> float:
    raise Refused(f"number {digits[:20]}")


def _float(digits: str) -> float:
    if len(digits) > 2 * _DIGITS:
        raise Refused(f"number of {len(digits)} digits")
    number = float(digits)
    if number in {float("inf"), float("-inf")}:
        raise Refused("infinite number")
    return number


_STRICT = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_no_number, parse_constant=_no_number
)
_WITH_FLOATS = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_integer, parse_float=_float, parse_constant=_no_number
)
