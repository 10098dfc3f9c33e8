extension Migrations {
  /// What the warehouse must remember to keep a promise: under which key it stands, who asked to be
  /// forgotten, what has been detached from persons.
  static let privacy = """
    -- Fingerprint of the key every token here was made with.
    CREATE TABLE person_key (
      place INTEGER PRIMARY KEY CHECK (place = 1),
      id TEXT NOT NULL CHECK (length(id) = 8)
    ) STRICT;

    -- The group within which a source's persons are recognised.
    CREATE TABLE source_scope (
      source INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
      scope TEXT NOT NULL
    ) STRICT;

    -- A digest of the token, never the token: with the generation of the key it was made under.
    CREATE TABLE forgotten (
      key_id TEXT NOT NULL CHECK (length(key_id) = 8),
      mark TEXT NOT NULL CHECK (length(mark) = 32),
      erased_on INTEGER NOT NULL,
      PRIMARY KEY (key_id, mark)
    ) STRICT, WITHOUT ROWID;

    -- Up to which day each kind of personal data was let go.
    CREATE TABLE retention_cut (
      object TEXT PRIMARY KEY,
      cut INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
