"""The password of the window: set, changed, removed and checked, slower after wrong tries. Encrypts nothing, knows no persons.

Only a digest is kept, by scrypt (RFC 7914) with its parameters and a salt beside it. It keeps the window from those who pass by; whoever
can copy the file or run the command line needs none, and the screens say so.
"""

import datetime as dt
import hashlib
import hmac
import math
import secrets
from dataclasses import dataclass
from typing import Any

from desktop.domain.vietnamese import unify_tones
from desktop.errors import BadValue, DatabaseDamaged, NotAllowed
from desktop.services.workspace import Workspace
from desktop.storage import audit, settings

LEAST = 4
"""Characters of the shortest password: a PIN."""
FREE_TRIES = 4
"""Wrong tries that cost nothing: fingers slip."""
LONGEST_WAIT = 300
"""Seconds, after the fourteenth wrong try and every later one."""
AUTO_LOCKS = (0, 5, 10, 30)
"""Minutes without input after which the window locks itself; 0: never."""
_USUAL_AUTO_LOCK = 10

_COST = {"n": 2**15, "r": 8, "p": 1}
_MEMORY = 64 * 2**20  # twice what these parameters need; the library allows just a little less than they do
_SALT = 16
_TRIES, _AUTO_LOCK = "password_tries", "auto_lock"


@dataclass(frozen=True, slots=True)
class _Tries:
    """Wrong tries since the last right one. at: the moment of the last of them (UTC)."""

    wrong: int
    at: dt.datetime

    def seconds_left(self, now: dt.datetime) -> float:
        """How long the next try has to wait; the whole time where the clock went back behind the last one."""
        gone = max((now - self.at).total_seconds(), 0.0)
        return max(_wait(self.wrong) - gone, 0.0)


def choose(work: Workspace, new: str, again: str) -> None:
    """Set the first password. Raises `NotAllowed` "password_there", "password_short", "password_differs"."""
    if work.has_password:
        raise NotAllowed("password_there")
    _keep(work, _record(new, again), "set")


def change(work: Workspace, present: str, new: str, again: str) -> None:
    """Set another one. Raises what `choose` and `remove` raise."""
    record = _record(new, again)
    _prove(work, present)
    _keep(work, record, "changed")


def remove(work: Workspace, present: str) -> None:
    """The window opens without one from now on. Raises `NotAllowed` "password_wrong", "password_wait"."""
    _prove(work, present)
    _keep(work, None, "removed")


def reset(work: Workspace) -> None:
    """Remove it without asking for it, for whoever has the machine in charge: the record of changes says so."""
    _keep(work, None, "reset")


def check(work: Workspace, typed: str) -> bool:
    """Whether that is the password; without one everything is. Takes a tenth of a second, by design.

    A wrong try is written down before it is answered, so that ending the program forgets none. Raises `NotAllowed` "password_wait"
    (`seconds`) while the next try has to wait: it is not looked at then. A clock that went back starts that time anew, once.
    """
    record = settings.password(work.store)
    if record is None:
        return True
    tries, now = _tries(work), work.store.clock()
    left = tries.seconds_left(now)
    if left > 0:
        if now < tries.at:
            _write_tries(work, _Tries(tries.wrong, now))
        raise NotAllowed("password_wait", seconds=math.ceil(left))
    is_right = _fits(work, record, typed)
    if not is_right:
        _write_tries(work, _Tries(tries.wrong + 1, now))
    elif tries.wrong:
        settings.remove(work.store, _TRIES)
    return is_right


def seconds_left(work: Workspace) -> int:
    """Whole seconds until the next try is looked at; 0: now."""
    return math.ceil(_tries(work).seconds_left(work.store.clock()))


def auto_lock(work: Workspace) -> int:
    """One of `AUTO_LOCKS`, as the office chose; it means nothing without a password."""
    return int(settings.get(work.store, _AUTO_LOCK, _USUAL_AUTO_LOCK))


def set_auto_lock(work: Workspace, minutes: int) -> None:
    """Keep after how many minutes the window locks itself. Raises `BadValue` for what is none of `AUTO_LOCKS`."""
    if minutes not in AUTO_LOCKS:
        raise BadValue("auto_lock", str(minutes))
    settings.put(work.store, _AUTO_LOCK, minutes)


def _wait(wrong: int) -> int:
    """Seconds to wait after that many wrong tries: 1 after the fifth, doubled by each further one."""
    over = wrong - FREE_TRIES
    return 0 if over <= 0 else min(2 ** min(over - 1, 9), LONGEST_WAIT)


def _prove(work: Workspace, present: str) -> None:
    if not check(work, present):
        raise NotAllowed("password_wrong")


def _record(new: str, again: str) -> dict[str, Any]:
    """What is kept of a new password."""
    if len(_plain(new)) < LEAST:
        raise NotAllowed("password_short", least=LEAST)
    if _plain(new) != _plain(again):
        raise NotAllowed("password_differs")
    salt = secrets.token_bytes(_SALT)
    digest = hashlib.scrypt(_plain(new).encode(), salt=salt, maxmem=_MEMORY, **_COST)
    return {"scheme": "scrypt", **_COST, "salt": salt.hex(), "digest": digest.hex()}


def _fits(work: Workspace, record: Any, typed: str) -> bool:
    """Whether `typed` has the digest that is kept. Raises `DatabaseDamaged` for a record that is none of ours."""
    try:
        cost = {name: int(record[name]) for name in _COST}
        salt, digest = bytes.fromhex(record["salt"]), bytes.fromhex(record["digest"])
        found = hashlib.scrypt(_plain(typed).encode(), salt=salt, maxmem=_MEMORY, dklen=len(digest), **cost)
    except (KeyError, TypeError, ValueError) as exc:
        raise DatabaseDamaged(work.store.path, "password") from exc
    return hmac.compare_digest(found, digest)


def _plain(typed: str) -> str:
    """The same for every way a keyboard driver may put the same letters: composed, tones in their old places."""
    return unify_tones(typed)


def _tries(work: Workspace) -> _Tries:
    kept = settings.get(work.store, _TRIES)
    if kept is None:
        return _Tries(0, work.store.clock())
    return _Tries(int(kept["wrong"]), dt.datetime.fromisoformat(kept["at"]))


def _write_tries(work: Workspace, tries: _Tries) -> None:
    settings.put(work.store, _TRIES, {"wrong": tries.wrong, "at": tries.at.isoformat()})


def _keep(work: Workspace, record: dict[str, Any] | None, action: str) -> None:
    with work.store.transaction():
        settings.save_password(work.store, record)
        settings.remove(work.store, _TRIES)
        audit.note(work.store, action, "password")
