import Indicators

/// Names of territories as an edition's own open data give them, and which districts it holds
/// provisional.
struct PublishedTerritories: Sendable {
  private var names: [TerritoryKey: String] = [:]
  private var provisional: Set<TerritoryKey> = []

  /// - Parameter codes: `dati/codici.csv`; `comuni`: `dati/territori.csv`. Columns are found by name: an
  ///   edition older than one of them lacks it.
  init(codes: [[String]], comuni: [[String]]) {
    func each(_ rows: [[String]], _ use: ((_ column: String) -> String?) -> Void) {
      guard let header = rows.first else { return }
      for row in rows.dropFirst() {
        use { column in
          header.firstIndex(of: column).flatMap { row.indices.contains($0) ? row[$0] : nil }
        }
      }
    }
    each(codes) { value in
      guard let kind = value("elenco").flatMap(TerritoryKey.Kind.init), let code = value("codice")
      else { return }
      let key = TerritoryKey(kind, code)
      names[key] = value("nome_it")
      if value("composizione_provvisoria") == "true" { provisional.insert(key) }
    }
    each(comuni) { value in
      guard let code = value("istat") else { return }
      names[TerritoryKey(.comune, code)] = value("nome")
    }
  }

  /// With the mark of a provisional composition; the code where the edition has no name for it.
  func name(_ key: TerritoryKey, _ language: Language) -> String {
    guard let name = names[key] else { return key.code }
    if key.kind == .comune { return name }
    return TerritoryNames.full(
      TerritoryAtlas.Group(key: key, name: name, isProvisional: provisional.contains(key)), language
    )
  }

  /// Nil where the territory is not a district.
  func isProvisional(_ key: TerritoryKey) -> Bool? {
    key.kind == .ats ? provisional.contains(key) : nil
  }
}
