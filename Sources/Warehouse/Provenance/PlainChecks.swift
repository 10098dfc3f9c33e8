extension Migrations {
  /// For `IN` with more than two values SQLite fills a table of the moment, anew for every row.
  static let plainChecks = """
    CREATE TABLE new_observation (
      as_of INTEGER NOT NULL,
      indicator TEXT NOT NULL,
      territory_kind TEXT NOT NULL,
      territory TEXT NOT NULL,
      period TEXT NOT NULL,
      dimension TEXT NOT NULL,
      modality TEXT NOT NULL,
      value REAL,
      lower REAL,
      upper REAL,
      numerator REAL,
      denominator REAL,
      status TEXT NOT NULL CHECK (status = 'pubblicato' OR status = 'soppresso'
        OR status = 'non_applicabile' OR status = 'non_pervenuto' OR status = 'provvisorio'),
      note TEXT,
      -- A suppressed number exists nowhere, not even here.
      CHECK (status <> 'soppresso' OR
        (value IS NULL AND lower IS NULL AND upper IS NULL AND numerator IS NULL
          AND denominator IS NULL)),
      PRIMARY KEY (as_of, indicator, territory_kind, territory, period, dimension, modality)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO new_observation SELECT * FROM observation;
    DROP TABLE observation;
    ALTER TABLE new_observation RENAME TO observation;

    CREATE TABLE new_finding (
      id INTEGER PRIMARY KEY,
      snapshot INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
      line INTEGER NOT NULL,
      header TEXT NOT NULL,
      code TEXT NOT NULL,
      severity TEXT NOT NULL
        CHECK (severity = 'errore' OR severity = 'avviso' OR severity = 'nota'),
      cell TEXT NOT NULL,
      detail TEXT NOT NULL
    ) STRICT;
    INSERT INTO new_finding SELECT * FROM finding;
    DROP TABLE finding;
    ALTER TABLE new_finding RENAME TO finding;
    CREATE INDEX finding_by_snapshot ON finding (snapshot, code);
    """
}
