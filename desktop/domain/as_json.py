"""Domain values as JSON text and back, by their type hints: frozen dataclasses, tuples, frozensets, enums, days, decimals.

Fields that a text lacks take their default, fields it has too many are passed over, so that values kept by an older or newer
program can be read. No class is ever named by a text.
"""

import datetime as dt
import functools
import json
import types
from collections.abc import Callable, Hashable
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from desktop.errors import DataError

T = TypeVar("T")


def dump(value: object) -> str:
    """A value as JSON text; what equals its default is left out. Raises `TypeError` for what is no domain value."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def load(kind: type[T], text: str) -> T:
    """The value of that class kept by `dump`. Raises `DataError` where the text is not one."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DataError(f"{kind.__name__}: {error}") from error
    return read(kind, plain)


def read(kind: type[T], plain: Any) -> T:
    """As `load`, of what JSON holds instead of its text. Raises `DataError`."""
    try:
        found = _reader(cast("Hashable", kind))(plain)
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise DataError(f"{kind.__name__}: {error}"[:500]) from error
    if not isinstance(found, kind):
        raise DataError(f"{kind.__name__}: {type(found).__name__}")
    return found


def _plain(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        told = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: _plain(held) for field, held in told if not _is_default(field, held)}
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, frozenset):
        return sorted(map(_plain, value))
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return [[_plain(key), _plain(held)] for key, held in value.items()]
    raise TypeError(type(value).__name__)


def _is_default(field: Field[Any], held: object) -> bool:
    if field.default is not MISSING:
        return bool(field.default == held)
    return field.default_factory is not MISSING and bool(field.default_factory() == held)


Reader = Callable[[Any], Any]


@functools.cache
def _reader(hint: Any) -> Reader:
    """How a value of that type hint is made from what JSON holds."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        (kind,) = (_reader(one) for one in get_args(hint) if one is not type(None))
        return lambda held: None if held is None else kind(held)
    if origin in (tuple, frozenset, dict):
        return _many(origin, get_args(hint))
    if is_dataclass(hint):
        return _record(hint)
    if hint in (str, int, float, bool):
        return _same(hint)
    if hint is dt.date:
        return dt.date.fromisoformat
    if hint is Decimal:
        return _decimal
    made: Reader = hint  # an enum: made from the plain value
    return made


def _decimal(held: Any) -> Decimal:
    if not isinstance(held, str):
        raise TypeError(f"Decimal: {held!r}")
    return Decimal(held)


def _same(kind: Any) -> Reader:
    def read(held: Any) -> Any:
        if type(held) is not kind and not (kind is float and type(held) is int):
            raise TypeError(f"{kind.__name__}: {held!r}")
        return held

    return read


def _many(origin: Any, parts: tuple[Any, ...]) -> Reader:
    readers = [_reader(part) for part in parts if part is not Ellipsis]
    if origin is dict or (origin is tuple and Ellipsis not in parts):
        width = tuple(readers)
        pair = lambda held: tuple(read(one) for read, one in zip(width, held, strict=True))  # noqa: E731
        return (lambda held: dict(map(pair, _listed(held)))) if origin is dict else pair
    return lambda held: origin(map(readers[0], _listed(held)))


def _listed(held: Any) -> list[Any]:
    """What JSON tells as a list; a text must not pass for one of its letters."""
    if not isinstance(held, list):
        raise TypeError(f"list: {held!r}")
    return held


def _record(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    readers: dict[str, Reader] = {}  # filled at first use: a class may hold itself

    def read(held: Any) -> Any:
        if not readers:
            readers.update((field.name, _reader(hints[field.name])) for field in fields(kind))
        return kind(**{name: readers[name](one) for name, one in held.items() if name in readers})

    return read
