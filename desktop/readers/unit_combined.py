"""Cells that hold several things at once ("Nguyễn Văn A, Chủ tịch, 0912345678") taken apart as their header says.

Only what the header names is looked for; what cannot be told apart stays together.
"""

import re

from desktop.readers import phones

_MAIL = re.compile(r"[^@\s,;()<>]+@[^@\s,;()<>]+\.[A-Za-z]{2,}")
_NUMBER = re.compile(r"\+?\(?\d[\d\s.()-]{6,}\d")
_LABEL = re.compile(
    r"\b(?:điện thoại|số điện thoại|di động|sđt|đtdđ|đt|tel|email|e-mail|thư điện tử|chức vụ)\b\s*[.:]?",
    re.IGNORECASE,
)
_EMPTY_BRACKETS = re.compile(r"\(\s*[,;:]?\s*\)")
_AFTER_PERSON = re.compile(r"\s*[,;:–/\n]\s*|\s+-\s+|\s*\(")
_EDGES = " ,;:-–/.()"


def take_apart(text: str, others: frozenset[str]) -> dict[str, str]:
    """The first thing in the cell as "", and of the other fields that the header names those that are found.

    others: of "email", "phone", "position". A position is what follows the person after a comma, dash or bracket.
    """
    found: dict[str, str] = {}
    if "email" in others and (mail := _MAIL.search(text)):
        found["email"] = mail[0]
        text = text.replace(mail[0], " ")
    if "phone" in others and (numbers := _NUMBER.findall(text)):
        found["phone"] = phones.BETWEEN.join(phones.read(number)[0] for number in numbers)
        text = _NUMBER.sub(" ", text)
    text = _EMPTY_BRACKETS.sub(" ", _LABEL.sub(" ", text) if found else text)
    if "position" in others:
        person, *rest = _AFTER_PERSON.split(text, maxsplit=1)
        if rest and (position := _tidy(rest[0])):
            found["position"] = position
            text = person
    found[""] = _tidy(text)
    return found


def _tidy(text: str) -> str:
    kept = " ".join(text.split()).strip(_EDGES)
    return kept + ")" if kept.count("(") > kept.count(")") else kept
