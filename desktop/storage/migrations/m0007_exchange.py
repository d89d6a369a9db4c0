"""Step 7: work that is carried between offices: which version of a result went on from which, whose plan it is, and the packages."""

from typing import Protocol


class Executes(Protocol):
    """What this step needs of a connection."""

    def execute(self, sql: str, /) -> object:
        """Run one or more statements."""
        ...


# Until now each result was told by one who saw what was there: the one before it, as they were put in order. bases: uids with a blank
# between. Work whose versions did not come one after the other, so that the newest of a day is not simply the last, is marked.
_VERSIONS = """
ALTER TABLE result ADD COLUMN bases TEXT NOT NULL DEFAULT '';
ALTER TABLE result ADD COLUMN author TEXT NOT NULL DEFAULT '';
UPDATE result SET bases = told.before FROM (
  SELECT id, lag(uid) OVER (PARTITION BY assignment ORDER BY reported_on, id) AS before FROM result) told
WHERE told.id = result.id AND told.before IS NOT NULL;
CREATE TABLE branched(
  id INTEGER PRIMARY KEY AUTOINCREMENT, assignment INTEGER NOT NULL UNIQUE REFERENCES assignment ON DELETE CASCADE) STRICT;
"""

# No program wrote into these tables before this step, so they are made anew with the columns they had, and others after them. What went
# out stays noted when the work in it is taken back or removed, so `peer`, `sent_package` and `receipt` refer to nothing that can be:
# they hold plain ids, which are never given again. What came in, `package`, goes with what it brought (its `is_ours` and `state` say
# nothing any more). A receipt has the uid of what came in, and the package of ours that told its sender so.
_PACKAGES = """
DROP TABLE receipt;
DROP TABLE package;
DROP TABLE peer;
CREATE TABLE peer(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, key TEXT NOT NULL DEFAULT '',
  first_seen TEXT NOT NULL, trusted INTEGER NOT NULL DEFAULT 0, unit INTEGER) STRICT;
CREATE INDEX peer_unit ON peer(unit) WHERE unit IS NOT NULL;
CREATE TABLE package(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, is_ours INTEGER NOT NULL DEFAULT 0,
  sequence INTEGER NOT NULL, peer INTEGER NOT NULL REFERENCES peer, unit INTEGER REFERENCES unit ON DELETE SET NULL,
  plan INTEGER REFERENCES plan ON DELETE SET NULL, file_name TEXT NOT NULL, sha256 TEXT NOT NULL, manifest TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT '', at TEXT NOT NULL, answers TEXT NOT NULL DEFAULT '', salt TEXT NOT NULL DEFAULT '',
  person TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX package_peer ON package(peer, plan, unit, kind, sequence);
CREATE INDEX package_plan ON package(plan) WHERE plan IS NOT NULL;
CREATE INDEX package_unit ON package(unit) WHERE unit IS NOT NULL;
CREATE INDEX package_answers ON package(answers) WHERE answers <> '';
CREATE TABLE sent_package(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, sequence INTEGER NOT NULL,
  peer INTEGER, unit INTEGER, plan INTEGER, file_name TEXT NOT NULL, sha256 TEXT NOT NULL, manifest TEXT NOT NULL,
  at TEXT NOT NULL, answers TEXT NOT NULL DEFAULT '', salt TEXT NOT NULL DEFAULT '', person TEXT NOT NULL DEFAULT '',
  delivered_at TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX sent_package_plan ON sent_package(plan, unit);
CREATE INDEX sent_package_peer ON sent_package(peer);
CREATE TABLE receipt(
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE,
  package INTEGER NOT NULL REFERENCES sent_package ON DELETE CASCADE, received_at TEXT NOT NULL,
  person TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX receipt_package ON receipt(package);
ALTER TABLE plan ADD COLUMN origin INTEGER REFERENCES peer;
CREATE INDEX plan_origin ON plan(origin) WHERE origin IS NOT NULL;
"""


def up(db: Executes) -> None:
    """Say of each result what it went on from; plans that are there are the office's own, packages there are none."""
    db.execute(_VERSIONS)
    db.execute(_PACKAGES)
