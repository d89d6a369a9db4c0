"""Step 3: the registers of văn thư: how directives came in, letters that were given a number, and how numbered papers went out."""

from typing import Protocol


class Executes(Protocol):
    """What this step needs of a connection."""

    def execute(self, sql: str, /) -> object:
        """Run one or more statements."""
        ...


# The day of arrival is `received_on`, which is there since step 1.
_ARRIVALS = """
ALTER TABLE directive ADD COLUMN arrival INTEGER;
ALTER TABLE directive ADD COLUMN passed_to TEXT NOT NULL DEFAULT '';
ALTER TABLE directive ADD COLUMN passed_on TEXT;
ALTER TABLE directive ADD COLUMN arrival_note TEXT NOT NULL DEFAULT '';
"""

# Plans and reports have their number in their own tables; other papers are nothing but a number and a subject: `letter`.
_OUTGOING = """
CREATE TABLE letter(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, plan INTEGER REFERENCES plan ON DELETE SET NULL, kind TEXT NOT NULL,
  subject TEXT NOT NULL, number INTEGER NOT NULL, symbol TEXT NOT NULL, date TEXT NOT NULL, made_at TEXT NOT NULL) STRICT;
CREATE INDEX letter_plan ON letter(plan);
CREATE INDEX letter_date ON letter(date);
CREATE TABLE dispatch(
  id INTEGER PRIMARY KEY, plan INTEGER UNIQUE REFERENCES plan ON DELETE CASCADE,
  report INTEGER UNIQUE REFERENCES report ON DELETE CASCADE, letter INTEGER UNIQUE REFERENCES letter ON DELETE CASCADE,
  signer TEXT NOT NULL DEFAULT '', recipients TEXT NOT NULL DEFAULT '[]', keeper TEXT NOT NULL DEFAULT '', copies INTEGER,
  sent_on TEXT, note TEXT NOT NULL DEFAULT '',
  CHECK ((plan IS NOT NULL) + (report IS NOT NULL) + (letter IS NOT NULL) = 1)) STRICT;
"""


def up(db: Executes) -> None:
    """Add the columns and tables; directives that are there have no number of arrival, papers no dispatch."""
    db.execute(_ARRIVALS)
    db.execute(_OUTGOING)
