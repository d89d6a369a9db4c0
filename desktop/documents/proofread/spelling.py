"""One way of writing throughout: tone marks, names of units. Corrects no words."""

import functools
import re
from collections import Counter
from collections.abc import Iterator

from desktop.documents.proofread.citations import is_cited
from desktop.documents.proofread.finding import Finding, found
from desktop.documents.proofread.paper import Context, Paper, Part
from desktop.documents.proofread.words import level, sentence, table
from desktop.domain.vietnamese import tone_words, unify_tones

_WORDS = re.compile(r"\w+")
_COMMITTEE = ("Ủy", "Uỷ", "ủy", "uỷ")


def check(paper: Paper, context: Context) -> Iterator[Finding]:
    """Tone marks, two spellings of one unit."""
    yield from _tones(paper)
    yield from _two_ways(paper)


def _tones(paper: Paper) -> Iterator[Finding]:
    """One finding for a paper with both "ủy" and "uỷ": the first passage with the rarer kind, and that passage put right.

    Names of people and places keep their own spelling, so capital letters count only in "Ủy ban"; lines of capitals not at all.
    """
    ways = [_counted(one.text) for one in paper.passages]
    old = Counter(word for kept, _ in ways for word in kept)
    new = Counter(word for _, kept in ways for word in kept)
    if not old or not new:
        return
    to_new = new.total() > old.total()
    at = next(i for i, (first, second) in enumerate(ways) if (first if to_new else second))
    text = paper.passages[at].text
    wrong = (ways[at][0] if to_new else ways[at][1])[0]
    start = text.find(wrong)
    quote = sentence(text, start, start + len(wrong))
    values = {
        "old": old.most_common(1)[0][0],
        "new": new.most_common(1)[0][0],
        "right": unify_tones(wrong, new_style=to_new),
    }
    yield found("mixed_tone_marks", at, quote, _unified(quote, new_style=to_new), values=values)


@functools.lru_cache(maxsize=4096)
def _counted(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    old, new = tone_words(text)
    return _worth(old), _worth(new)


def _worth(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word.islower() or word in _COMMITTEE)


def _unified(text: str, *, new_style: bool) -> str:
    """Only the words that count; names are left as they are."""
    old, new = _counted(text)
    for word in set(old if new_style else new):
        text = re.sub(rf"(?<!\w){word}(?!\w)", unify_tones(word, new_style=new_style), text)
    return text


@functools.cache
def _units() -> re.Pattern[str]:
    """A unit by its first words and its field, in whatever way the field is joined."""
    spelling = table()["spelling"]
    fields = [r"(?:\s*[,\-–]\s*|\s+và\s+|\s+&\s+|\s+)".join(level(f).split()) for f in _fields()]
    heads = "|".join(map(level, spelling["heads"]))
    return re.compile(rf"(?<!\w)(?P<head>{heads})\s+(?P<field>{'|'.join(fields)})(?!\w)")


def _fields() -> list[str]:
    """Fields longest first. Between two words of one part of a field only a space may stand, so joins are looked at afterwards."""
    kept: list[str] = table()["spelling"]["fields"]
    return sorted(kept, key=len, reverse=True)


def _two_ways(paper: Paper) -> Iterator[Finding]:
    """A unit written with "-" here and with "và" there. Cited documents spell as they like."""
    ways: dict[str, dict[str, tuple[int, int, int]]] = {}
    for at, one in enumerate(paper.passages):
        if one.part in {Part.HEAD, Part.BASIS, Part.TITLE}:
            continue
        low = level(one.text)
        for match in _units().finditer(low):
            if not is_cited(one.text, match.start()):
                key = " ".join(word for word in _WORDS.findall(match[0]) if word != "và")
                spelled = re.sub(r"\s*([-,])\s*", r" \1 ", " ".join(match[0].split()))
                ways.setdefault(key, {}).setdefault(spelled, (at, *match.span()))
    for spellings in ways.values():
        if len(spellings) > 1:
            yield from _differ(paper, list(spellings.values()))


def _differ(paper: Paper, places: list[tuple[int, int, int]]) -> Iterator[Finding]:
    (a, start, end), (b, first, last) = places[:2]
    one, other = paper.passages[a].text[start:end], paper.passages[b].text[first:last]
    yield found(
        "unit_two_spellings", b, sentence(paper.passages[b].text, first, last), first=one, second=other
    )
