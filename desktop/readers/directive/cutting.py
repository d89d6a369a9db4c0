"""A paragraph cut into sentences: not inside brackets, not behind the stop of an abbreviation. Reads nothing else."""

import re

_STOPS = r"(?<!\bTP\.)(?<!\bTp\.)(?<!\bTX\.)(?<!\bTT\.)(?<!\bĐT\.)(?<!\bP\.)(?<!\bQ\.)(?<!\bH\.)(?<!\bđ/c\.)\s+(?=[^\W\d_])"
_SENTENCE = re.compile(rf"(?<=\.){_STOPS}")
_CLAUSE = re.compile(rf"(?<=[.;]){_STOPS}")
_BRACKETS = re.compile(r"\([^()]*\)")


def sentences(text: str) -> list[str]:
    """The sentences of a text, stops included; at least one."""
    return _cut(_SENTENCE, text)


def clauses(text: str) -> list[str]:
    """The parts of a text between stops and semicolons; at least one."""
    return _cut(_CLAUSE, text)


def _cut(regex: re.Pattern[str], text: str) -> list[str]:
    veiled = _BRACKETS.sub(lambda found: "(" + "_" * (len(found[0]) - 2) + ")", text)
    parts, last = [], 0
    for found in regex.finditer(veiled):
        parts.append(text[last : found.start()])
        last = found.end()
    return [*parts, text[last:]]
