import GRDB

/// The schema, append-only: a published warehouse is migrated, never rebuilt.
enum Migrations {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 provenance") { try $0.execute(sql: provenance) }
    migrator.registerMigration("2 territory") { try $0.execute(sql: territory) }
    migrator.registerMigration("3 needs and answers") { try $0.execute(sql: needs) }
    migrator.registerMigration("4 offer and network") { try $0.execute(sql: offer) }
    migrator.registerMigration("5 programmes") { try $0.execute(sql: programmes) }
    migrator.registerMigration("6 current views") { db in
      for table in firstFacts { try db.execute(sql: currentView(of: table)) }
    }
    migrator.registerMigration("7 observations") { try $0.execute(sql: observations) }
    migrator.registerMigration("8 reporting calendar") { try $0.execute(sql: reporting) }
    migrator.registerMigration("9 remaining facts") { db in
      for table in FactNotation(remainingFacts).tables {
        try db.execute(sql: table.sql)
        try db.execute(sql: currentView(of: table.name))
      }
    }
    migrator.registerMigration("10 packed facts") { try $0.execute(sql: packedFacts) }
    migrator.registerMigration("11 keys and erasure") { try $0.execute(sql: privacy) }
    migrator.registerMigration("12 lineage") { try $0.execute(sql: lineage) }
    migrator.registerMigration("13 audit") { db in
      // What the checks between tables were last worked out from.
      try db.execute(
        sql: """
          CREATE TABLE audit (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            inputs TEXT NOT NULL
          ) STRICT
          """)
    }
    migrator.registerMigration("14 day of a decision") {
      try $0.execute(sql: "ALTER TABLE table_decision ADD COLUMN decided_on INTEGER")
    }
    migrator.registerMigration("15 checks without lists") { try $0.execute(sql: plainChecks) }
    migrator.registerMigration("16 replaced observations") {
      try $0.execute(sql: replacedObservations)
    }
    migrator.registerMigration("17 rows told before") { try $0.execute(sql: rowsToldBefore) }
    migrator.registerMigration("18 unmet decisions") { db in
      // What was told of decisions that apply to nothing, and what that followed from.
      try db.execute(
        sql: """
          CREATE TABLE unmet_decisions (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            inputs TEXT NOT NULL,
            told TEXT NOT NULL
          ) STRICT
          """)
    }
    migrator.registerMigration("19 cost of a point") {
      try $0.execute(sql: "ALTER TABLE proximity_point ADD COLUMN annual_cost_cents INTEGER")
    }
    migrator.registerMigration("20 codes of official vocabularies") {
      try $0.execute(sql: "ALTER TABLE code ADD COLUMN official TEXT")
    }
    migrator.registerMigration("21 validity of an ambito") {
      try $0.execute(
        sql: """
          ALTER TABLE ats ADD COLUMN valid_from INTEGER;
          ALTER TABLE ats ADD COLUMN valid_to INTEGER CHECK (valid_to >= valid_from);
          """)
    }
    migrator.registerMigration("22 checks of the first facts") { db in
      try addFirstChecks(db)
      try db.execute(
        sql: factsGoFirst(
          firstFacts + FactNotation(remainingFacts).tables.map(\.name)
            + ["superseded", "packed_facts"]))
    }
    return migrator
  }

  private static let provenance = """
    CREATE TABLE source (
      id INTEGER PRIMARY KEY,
      publisher TEXT NOT NULL,
      dataset TEXT NOT NULL,
      title TEXT NOT NULL,
      licence TEXT NOT NULL,
      policy TEXT NOT NULL CHECK (policy IN ('cumulativa', 'incrementale')),
      is_synthetic INTEGER NOT NULL CHECK (is_synthetic IN (0, 1)),
      UNIQUE (publisher, dataset)
    ) STRICT;

    CREATE TABLE snapshot (
      id INTEGER PRIMARY KEY,
      source INTEGER NOT NULL REFERENCES source (id),
      delivery TEXT NOT NULL,
      received_on INTEGER NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      bytes INTEGER NOT NULL CHECK (bytes >= 0),
      descriptor TEXT NOT NULL CHECK (length(descriptor) = 64),
      rows_read INTEGER NOT NULL,
      rows_kept INTEGER NOT NULL,
      rows_refused INTEGER NOT NULL,
      is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
      decisions TEXT NOT NULL,
      CHECK (rows_read = rows_kept + rows_refused),
      UNIQUE (source, delivery)
    ) STRICT;

    CREATE TABLE finding (
      id INTEGER PRIMARY KEY,
      snapshot INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
      line INTEGER NOT NULL,
      header TEXT NOT NULL,
      code TEXT NOT NULL,
      severity TEXT NOT NULL CHECK (severity IN ('errore', 'avviso', 'nota')),
      cell TEXT NOT NULL,
      detail TEXT NOT NULL
    ) STRICT;
    CREATE INDEX finding_by_snapshot ON finding (snapshot, code);

    -- A fact that a later delivery, a repetition or another system's export has replaced.
    CREATE TABLE superseded (
      key INTEGER PRIMARY KEY,
      reason TEXT NOT NULL CHECK (reason IN ('ripetuta', 'aggiornata', 'id_origine'))
    ) STRICT;

    CREATE TABLE run (
      id INTEGER PRIMARY KEY,
      as_of INTEGER NOT NULL,
      inputs TEXT NOT NULL,
      tool_version TEXT NOT NULL,
      published INTEGER NOT NULL,
      suppressed INTEGER NOT NULL
    ) STRICT;
    """

  private static let territory = """
    CREATE TABLE comune (
      istat TEXT PRIMARY KEY CHECK (length(istat) = 6),
      name TEXT NOT NULL,
      belfiore TEXT NOT NULL,
      province TEXT NOT NULL,
      valid_from INTEGER,
      valid_to INTEGER,
      residents INTEGER NOT NULL,
      square_km REAL,
      altitude REAL,
      inner_area_class TEXT CHECK (inner_area_class IN ('A', 'B', 'C', 'D', 'E', 'F')),
      minutes_to_pole REAL,
      ats TEXT REFERENCES ats (id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ats (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      is_provisional INTEGER NOT NULL CHECK (is_provisional IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE code (
      list TEXT NOT NULL,
      code TEXT NOT NULL,
      position INTEGER NOT NULL,
      name_it TEXT NOT NULL,
      name_en TEXT NOT NULL,
      parent TEXT,
      age_from INTEGER,
      age_to INTEGER,
      is_sensitive INTEGER NOT NULL CHECK (is_sensitive IN (0, 1)),
      PRIMARY KEY (list, code)
    ) STRICT, WITHOUT ROWID;
    """

  /// The delivery policy in one place: rows of current snapshots that nothing has superseded.
  private static func currentView(of table: String) -> String {
    """
    CREATE VIEW current_\(table) AS
      SELECT f.key >> 32 AS snapshot, f.key & 4294967295 AS line, f.*
      FROM snapshot s
      JOIN \(table) f ON f.key BETWEEN s.id << 32 AND (s.id << 32) + 4294967295
      WHERE s.is_current AND NOT EXISTS (SELECT 1 FROM superseded x WHERE x.key = f.key);
    """
  }

  private static let observations = """
    CREATE TABLE observation (
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
      status TEXT NOT NULL CHECK (status IN
        ('pubblicato', 'soppresso', 'non_applicabile', 'non_pervenuto', 'provvisorio')),
      note TEXT,
      -- A suppressed number exists nowhere, not even here.
      CHECK (status <> 'soppresso' OR
        (value IS NULL AND lower IS NULL AND upper IS NULL AND numerator IS NULL
          AND denominator IS NULL)),
      PRIMARY KEY (as_of, indicator, territory_kind, territory, period, dimension, modality)
    ) STRICT, WITHOUT ROWID;
    """

  private static let reporting = """
    -- What readers call a publisher; its folder's name until its next delivery is read.
    ALTER TABLE source ADD COLUMN publisher_name TEXT NOT NULL DEFAULT '';
    UPDATE source SET publisher_name = publisher;

    -- 1 when the rows of the dataset are events with a day of their own, 0 for registers.
    ALTER TABLE snapshot ADD COLUMN is_dated INTEGER NOT NULL DEFAULT 0 CHECK (is_dated IN (0, 1));

    -- The delivery of the same source whose refused rows this one brings again, mended.
    ALTER TABLE snapshot ADD COLUMN completes TEXT;

    -- Rows kept by the month they are dated in (year * 12 + month - 1).
    CREATE TABLE snapshot_month (
      snapshot INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
      month INTEGER NOT NULL,
      rows INTEGER NOT NULL CHECK (rows > 0),
      PRIMARY KEY (snapshot, month)
    ) STRICT, WITHOUT ROWID;

    -- The bytes of a snapshot handed over again under another name.
    CREATE TABLE twin (
      snapshot INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
      delivery TEXT NOT NULL,
      received_on INTEGER NOT NULL,
      PRIMARY KEY (snapshot, delivery)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE expected_delivery (
      publisher TEXT NOT NULL,
      dataset TEXT NOT NULL,
      publisher_name TEXT NOT NULL,
      frequency TEXT NOT NULL CHECK (frequency IN ('mensile', 'trimestrale', 'semestrale', 'annuale')),
      valid_from INTEGER NOT NULL,
      valid_to INTEGER CHECK (valid_to >= valid_from),
      days_allowed INTEGER NOT NULL CHECK (days_allowed >= 0),
      comuni TEXT NOT NULL,
      contact TEXT NOT NULL,
      PRIMARY KEY (publisher, dataset, valid_from)
    ) STRICT, WITHOUT ROWID;
    """

  /// The columns the indicators read, a second time. Whatever changes or removes a fact drops the
  /// packed copy of its delivery: no way of erasing somebody can forget it.
  private static let packedFacts =
    """
    CREATE TABLE packed_facts (
      -- Of the first fact and of the last.
      key INTEGER PRIMARY KEY,
      last INTEGER NOT NULL CHECK (last >= key),
      count INTEGER NOT NULL CHECK (count > 0),
      layout TEXT NOT NULL,
      cells BLOB NOT NULL
    ) STRICT;
    """
    + ["service_request", "service_delivery"].flatMap { table in
      ["DELETE", "UPDATE"].map { change in
        """
        CREATE TRIGGER \(table)_\(change.lowercased())_unpacks AFTER \(change) ON \(table) BEGIN
          DELETE FROM packed_facts
          WHERE key BETWEEN OLD.key >> 32 << 32 AND (OLD.key >> 32 << 32) + 4294967295;
        END;
        """
      }
    }.joined(separator: "\n")
}
