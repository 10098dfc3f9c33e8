extension Migrations {
  /// What stood for a date before its edition was made again, by the rules of `observation`.
  static let replacedObservations = """
    CREATE TABLE replaced_observation (
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
      status TEXT NOT NULL,
      note TEXT,
      CHECK (status <> 'soppresso' OR
        (value IS NULL AND lower IS NULL AND upper IS NULL AND numerator IS NULL
          AND denominator IS NULL)),
      PRIMARY KEY (as_of, indicator, territory_kind, territory, period, dimension, modality)
    ) STRICT, WITHOUT ROWID;
    """
}
