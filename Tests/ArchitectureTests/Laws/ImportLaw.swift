/// Which modules each target may import. What is not listed is refused: SwiftPM itself lets a target
/// import what its dependencies depend on.
///
/// ```
/// tavolo ─► Reports ─► Indicators ─► Warehouse ─► GRDB ─► SQLite
///    └────► Ingest ─────────────────────▲
/// ```
enum ImportLaw {
  /// Libraries of the toolchain.
  static let toolchain: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Synchronization", "Dispatch", "Testing",
  ]

  static let allowed: [String: Set<String>] = [
    "Warehouse": ["GRDB", "GRDBSQLite"],
    "Ingest": ["Warehouse", "Spreadsheet", "CZip", "CZlib", "CExpat", "Crypto"],
    "Indicators": ["Warehouse"],
    "Spreadsheet": ["CXLSXWriter"],
    // Warehouse for its vocabulary (days, periods, codes): `StoreLaw` keeps the store away.
    "Reports": ["Indicators", "Spreadsheet", "Warehouse", "Mustache", "Crypto"],
    "Sample": ["Warehouse", "Spreadsheet"],
    "tavolo": [
      "Ingest", "Indicators", "Reports", "Sample", "Spreadsheet", "Warehouse", "ArgumentParser",
    ],
  ]

  /// Violations in the files of `Sources`.
  static func violations(in files: [SourceFile]) -> [String] {
    files.flatMap { file -> [String] in
      guard let allowed = allowed[file.target] else {
        return ["\(file.path): the target \(file.target) has no place in the module law"]
      }
      return file.imports.filter { !allowed.contains($0) && !toolchain.contains($0) }
        .map { "\(file.path): \(file.target) imports \($0)" }
    }
  }

  /// Violations in the files of `Tests`: nothing imports the executable, and the database's library
  /// belongs to the warehouse and to its tests.
  static func violations(inTests files: [SourceFile]) -> [String] {
    files.flatMap { file in
      file.imports.filter { name in
        name == "tavolo" || (name.hasPrefix("GRDB") && file.target != "WarehouseTests")
      }.map { "\(file.path): \(file.target) imports \($0)" }
    }
  }

  /// Each system library is imported by one file, so that what is unsafe about it has one home.
  static func violations(ofLibraries libraries: [String], in files: [SourceFile]) -> [String] {
    libraries.compactMap { library in
      let importers = files.filter { $0.imports.contains(library) }.map(\.path)
      return importers.count == 1
        ? nil : "\(library) is imported by \(importers.count) files: \(importers)"
    }
  }
}

/// The warehouse has one door, and reports do not go through it.
enum StoreLaw {
  static func violations(in files: [SourceFile]) -> [String] {
    files.flatMap { file -> [String] in
      var words: [String] = []
      if file.target == "Reports" { words += ["Store", "WriteAccess"] }
      if file.target != "Warehouse" { words += ["SELECT", "INSERT INTO", "PRAGMA"] }
      return words.flatMap { word in
        file.lines(holding: word).map { "\(file.path):\($0): \(word)" }
      }
    }
  }
}
