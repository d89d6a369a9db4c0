"""Who is asked to do something in a paragraph: by its heading, its subject, or an order verb. Reads one paragraph at a time."""

import functools
import re
from dataclasses import dataclass, replace

from desktop.readers.directive import cutting
from desktop.readers.directive.units import Named, name_at, starts_unit
from desktop.readers.directive.words import begins, either, level, listed, pattern

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_LEADS = re.compile(r"\(\s*([^()]{4,160}?)\s+(?:chủ trì|thực hiện|tham mưu)(?!\w)[^()]*\)\s*[.;]?\s*$")
_AMONG = re.compile(r",\s*(?:trong đó|nhất là|đặc biệt là|trước hết là|trọng tâm là)\s.*$", re.IGNORECASE)
_DUTY = re.compile(r"\s+có trách nhiệm$")
_TOPIC = re.compile(r"[^.;:()]{3,60}:\s+")
_MAX_INTRO, _GIVEN_LENGTH, _SHORT = 360, 90, 50


@dataclass(frozen=True, slots=True)
class Asked:
    """Units asked in a paragraph. end: where what they shall do begins; early: they are the subject of the paragraph
    or named by an order at its beginning; by_verb: an order verb names them."""

    names: tuple[str, ...]
    end: int
    early: bool = True
    by_verb: bool = False


@functools.cache
def _verb() -> re.Pattern[str]:
    return re.compile(f"{either(listed('order', 'verbs'))}\\s+(?:cho\\s+|đồng\\s+chí\\s+)?")


@functools.cache
def _clause() -> re.Pattern[str]:
    return re.compile(rf"[.;:,(]\s+(?:{either(listed('order', 'clauses'))}\s*,?\s+)?")


@functools.cache
def _team() -> re.Pattern[str]:
    manner = either(listed("order", "manner"))
    return re.compile(rf"phối\s+hợp(?:\s+{manner})?(?P<with>\s*,?\s*(?:với|cùng(?:\s+với)?)(?!\w))?\s+")


@functools.lru_cache(maxsize=20_000)
def heading_units(body: str) -> Named | None:
    """The units when the whole text is nothing but their names (an order verb before them, a colon or a note in
    brackets behind them): "1. Đề nghị Ủy ban MTTQ xã và các đoàn thể:"."""
    text = body.strip(" .:;")
    text = _BRACKETS.sub("", text).strip(" .:;")
    if body.rstrip().endswith(":"):
        text = _AMONG.sub("", text)
    start = _after_verb(text) or _after_duty(text)
    if len(text) - start > 330:
        return None
    named = name_at(text, start, whole=True) or (
        _described(text, start) if body.rstrip().endswith(":") else _of_class(text, start)
    )
    if named is None or _is_sentence(level(text[start:])):
        return None
    return named


def _described(text: str, start: int) -> Named | None:
    """ "Các đơn vị được giao làm chủ đầu tư dự án": the last unit is told by what it was given."""
    named = name_at(text, start)
    rest = text[named.end :] if named else ""
    if named is None or len(rest) > _GIVEN_LENGTH or re.search(r"[,;.:()]", rest):
        return None
    if not level(named.names[-1]).endswith(listed("units", "given")):
        return None
    return Named((*named.names[:-1], named.names[-1] + rest), named.start, len(text))


def _of_class(text: str, start: int) -> Named | None:
    """ "Các hộ gia đình khai thác nước dưới đất có trách nhiệm": a class of units, told by what it does."""
    duty = _DUTY.search(text)
    named = name_at(text[: duty.start()], start) if duty and level(text[start:]).startswith("các ") else None
    rest = text[named.end : duty.start()] if named and duty else ""
    if named is None or re.search(r"[,;.:()]", rest) or "phối hợp" in level(rest):
        return None
    return Named((*named.names[:-1], named.names[-1] + rest), named.start, len(text))


def without_prefix(name: str) -> str:
    """ "Đối với Đoàn giám sát" without what stands before the name."""
    found = pattern("units", "prefixes").match(level(name))
    return name[found.end() :].strip() if found else name


def _is_sentence(low: str) -> bool:
    return re.search(r"(?<!\w)(?:như sau|sau đây|cụ thể|gồm có|bao gồm)(?!\w)", low) is not None


def _after_verb(text: str) -> int:
    """Where the names begin behind an order verb at the beginning of the text."""
    found = _verb().match(level(text))
    return found.end() if found and starts_unit(text, found.end()) else 0


def _after_duty(text: str) -> int:
    """Where the names begin in "Trách nhiệm của Sở Y tế", "Nhiệm vụ của Ban Tổ chức"."""
    found = pattern("order", "duties").match(level(text))
    start = found.end() + 1 if found else 0
    return start if start and starts_unit(text, start) else 0


@functools.lru_cache(maxsize=20_000)
def subject(body: str) -> Asked | None:
    """The units that are the subject of the paragraph: "Sở Y tế chủ trì ...", "Sở Y tế: Chủ trì ...", "Giao Sở Y tế ..."."""
    start = _after_verb(body)
    named = name_at(body, start)
    if named is None:
        return None
    rest = body[named.end :].lstrip(" ,-–")
    if not rest.strip(" .:;") and not rest.startswith(":"):
        return None
    if rest.startswith((".", ";", ")")):
        return None
    if rest.startswith("("):
        close = rest.find(")")
        rest = rest[close + 1 :].lstrip(" ,") if close > 0 else rest
    order = _verb().match(level(rest))
    if order and starts_unit(rest, order.end()):
        asked = subject(rest)
        return replace(asked, end=len(body) - len(rest) + asked.end) if asked else None
    if _asks(rest):
        return None
    if not (rest.startswith(":") or start or pattern("units", "stops").match(level(rest))):
        return None
    if _is_described(level(rest)):
        return None
    return Asked(named.names, len(body) - len(rest), True, start > 0)


def _asks(rest: str) -> bool:
    """Whether the units themselves ask ("Chủ tịch UBND tỉnh yêu cầu:"), naming nobody."""
    low = level(rest)
    if begins(low, "order", "asking") is None:
        return False
    return rest.rstrip().endswith(":") or begins(low, "order", "never") is not None


def _is_described(low: str) -> bool:
    """The unit is told about, not asked: "... đã tham mưu", "... là đơn vị đi đầu", "... được thành lập"."""
    found = begins(low, "order", "described")
    return found is not None and begins(low[len(found) :].lstrip(), "order", "appointed") is None


@functools.lru_cache(maxsize=20_000)
def inside(body: str) -> Asked | None:
    """Units named behind an opening clause ("Trên cơ sở ..., Sở Xây dựng chủ trì ..."), by an order verb anywhere, or in
    brackets at the end ("(Công an xã chủ trì)")."""
    low = level(body)
    return (
        _ordered(body, low)
        or _behind_intro(body, low)
        or behind_topic(body)
        or _obliged(body, low)
        or _in_brackets(body, low)
    )


def last_sentence(body: str) -> str:
    """What the paragraph says last, for a sentence that leads to a list; "Cụ thể:" goes with the one before it."""
    *others, last = cutting.sentences(body)
    if others and len(last) < _SHORT and begins(level(last), "order", "leads_in"):
        return f"{others[-1]} {last}"
    return last


def is_order(body: str) -> bool:
    """Whether an order verb stands in the last sentence of the paragraph, naming nobody."""
    low = level(last_sentence(body))
    found = pattern("order", "verbs").search(low)
    return found is not None and not _is_told(low, found.start())


def _ordered(body: str, low: str) -> Asked | None:
    for found in _verb().finditer(low):
        if not starts_unit(body, found.end()) or _is_told(low, found.start()):
            continue
        named = name_at(body, found.end())
        if named is None:
            continue
        rest = body[named.end :].lstrip(" ,-–")
        if not rest.strip(" ./;") or rest[:1] in ".;)":
            continue
        return Asked(named.names, len(body) - len(rest), found.start() == 0, True)
    return None


def _is_told(low: str, at: int) -> bool:
    """Whether the verb tells of an order elsewhere ("đã có văn bản đề nghị ...", "theo đề nghị của ...")."""
    start = max(low.rfind(sign, 0, at) for sign in (". ", "; ", ": ", "), ", ", ")) + 1
    clause = low[start:at].strip(" ,;:.)")
    if not clause:
        return False
    if pattern("order", "past").search(clause) or re.search(r"\d\s*/", clause):
        return True
    return any(
        clause.endswith(word) and not clause[: -len(word)][-1:].isalnum() for word in listed("order", "told")
    )


def _behind_intro(body: str, low: str) -> Asked | None:
    if begins(low, "order", "intro") is None:
        return None
    for found in _clause().finditer(low, 0, _MAX_INTRO):
        if body.count("(", 0, found.start() + 1) > body.count(")", 0, found.start() + 1) or not starts_unit(
            body, found.end()
        ):
            continue
        named = name_at(body, found.end())
        if named is None or not (
            body[named.start].isupper()
            or level(body[named.start :]).startswith(listed("units", "quantifiers"))
        ):
            continue
        rest = level(body[named.end :]).lstrip(" ,")
        stop = pattern("units", "stops").match(rest)
        if stop is None or _is_described(rest) or _asks(rest) or begins(rest, "order", "not_asked"):
            continue
        return Asked(named.names, len(body) - len(rest), False, False)
    return None


def behind_topic(body: str) -> Asked | None:
    """ "Trồng rừng: Phòng Kinh tế hướng dẫn ...": a short topic, then who shall do it."""
    topic = _TOPIC.match(level(body))
    asked = subject(body[topic.end() :]) if topic else None
    if topic is None or asked is None or asked.by_verb:
        return None
    return replace(asked, end=topic.end() + asked.end)


def _obliged(body: str, low: str) -> Asked | None:
    """ "Khẩn trương khắc phục ..., các địa phương phải huy động ...": units that must, in the first sentence."""
    for found in re.finditer(r",\s+", low[: len(cutting.sentences(body)[0])]):
        named = name_at(body, found.end()) if starts_unit(body, found.end()) else None
        rest = low[named.end :].lstrip(" ,") if named else ""
        if named and begins(rest, "order", "obliged"):
            return Asked(named.names, len(body) - len(rest), False, False)
    return None


def _in_brackets(body: str, low: str) -> Asked | None:
    found = _LEADS.search(low)
    if found is None:
        return None
    named = name_at(body[: found.end(1)], found.start(1), whole=True)
    return Asked(named.names, 0, False, False) if named else None


def coordinating(body: str) -> tuple[str, ...]:
    """The units to work with: behind "phối hợp với", up to the word that says what to do. The first list only."""
    low = level(body)
    for found in _team().finditer(low):
        if not found["with"] and not re.search(r"chủ\s+trì\s*,?\s*$", low[: found.start()]):
            continue
        if _ordered_to_team(low, found.start()):
            continue
        named = name_at(body, found.end())
        if named is not None:
            return named.names
    return ()


def _ordered_to_team(low: str, at: int) -> bool:
    """ "..., chỉ đạo Công an các xã phối hợp với ...": the team is another's."""
    start = max(low.rfind(sign, 0, at) for sign in (".", ";", ",")) + 1
    return start > 0 and begins(low[start:at].lstrip(), "order", "passed_on") is not None


def sentences(body: str) -> list[str]:
    """The paragraph cut into orders when it holds several, each to units of its own ("Giao Sở A ... . Giao Sở B ...")."""
    pieces: list[str] = []
    for piece in cutting.sentences(body):
        asked = subject(piece)
        if pieces and (asked is None or not asked.by_verb or _asks_nobody(pieces)):
            pieces[-1] = f"{pieces[-1]} {piece}"
        else:
            pieces.append(piece)
    return pieces if len(pieces) > 1 else [body]


def _asks_nobody(pieces: list[str]) -> bool:
    """What stands before the first order ("Nhân dịp ...") is no order of its own."""
    return len(pieces) == 1 and subject(pieces[0]) is None and inside(pieces[0]) is None
