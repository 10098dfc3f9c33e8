extension Migrations {
  /// What became of things between deliveries, sources and years.
  static let lineage = """
    -- Facts stay filed under the comune of their time; where they count today is looked up.
    CREATE TABLE comune_succession (
      filed TEXT PRIMARY KEY CHECK (length(filed) = 6),
      name TEXT NOT NULL,
      successor TEXT NOT NULL CHECK (length(successor) = 6)
    ) STRICT, WITHOUT ROWID;

    -- How a delivery differs from what its source had said before.
    CREATE TABLE revision (
      snapshot INTEGER PRIMARY KEY REFERENCES snapshot (id) ON DELETE CASCADE,
      previous TEXT NOT NULL,
      added INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      unchanged INTEGER NOT NULL,
      vanished INTEGER NOT NULL,
      -- `column=count` joined with a bar.
      columns TEXT NOT NULL
    ) STRICT;

    -- A delivery is loaded before its receipt is written.
    CREATE TABLE receipt_due (
      snapshot INTEGER PRIMARY KEY REFERENCES snapshot (id) ON DELETE CASCADE
    ) STRICT;

    -- What a column of persons held, by class of identifier.
    CREATE TABLE identifier_count (
      snapshot INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
      field TEXT NOT NULL,
      class TEXT NOT NULL,
      rows INTEGER NOT NULL,
      PRIMARY KEY (snapshot, field, class)
    ) STRICT, WITHOUT ROWID;

    -- The same request told by two systems: which row stands, which gave way, and why.
    CREATE TABLE request_copy (
      copy INTEGER PRIMARY KEY,
      owner INTEGER NOT NULL,
      how TEXT NOT NULL CHECK (how IN ('id_origine', 'stessa_persona', 'decisione'))
    ) STRICT;

    -- Publishers whose requests a source says it holds too.
    CREATE TABLE source_overlap (
      source INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
      publisher TEXT NOT NULL,
      PRIMARY KEY (source, publisher)
    ) STRICT, WITHOUT ROWID;

    -- What somebody decided about two requests.
    CREATE TABLE request_decision (
      first_source TEXT NOT NULL,
      first_id TEXT NOT NULL,
      second_source TEXT NOT NULL,
      second_id TEXT NOT NULL,
      is_merged INTEGER NOT NULL CHECK (is_merged IN (0, 1)),
      PRIMARY KEY (first_source, first_id, second_source, second_id)
    ) STRICT, WITHOUT ROWID;

    -- Identifiers that may belong to somebody known under another one: omocodic and temporary ones.
    -- `base` is the token that the base form of an omocodic code would have.
    CREATE TABLE uncertain_person (
      person BLOB PRIMARY KEY CHECK (length(person) = 16),
      class TEXT NOT NULL,
      base BLOB CHECK (length(base) = 16)
    ) STRICT, WITHOUT ROWID;

    -- Decided by a person: what was one key is the other from a day on.
    CREATE TABLE person_alias (
      former BLOB PRIMARY KEY CHECK (length(former) = 16),
      person BLOB NOT NULL CHECK (length(person) = 16),
      since INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE organisation_alias (
      former TEXT PRIMARY KEY,
      code TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
  static let rowsToldBefore = """
    -- Of the rows, those that are newer versions of what the source had told: they are not new.
    ALTER TABLE snapshot_month
      ADD COLUMN told_before INTEGER NOT NULL DEFAULT 0 CHECK (told_before BETWEEN 0 AND rows);
    """
}
