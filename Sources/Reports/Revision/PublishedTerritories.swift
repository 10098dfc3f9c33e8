import Indicators

/// Names of territories, and of what numbers are broken down by, as an edition's own open data give them,
/// and which districts it holds provisional.
struct PublishedTerritories: Sendable {
  private var names: [TerritoryKey: String] = [:]
  private var provisional: Set<TerritoryKey> = []
  private var modalities: [String: [String: Text]] = [:]

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
      guard let list = value("elenco"), let code = value("codice") else { return }
      guard let kind = TerritoryKey.Kind(rawValue: list) else {
        modalities[list, default: [:]][code] = value("nome_it").map {
          Text(it: $0, en: value("nome_en") ?? $0)
        }
        return
      }
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

  /// Of whom or what a number is; nil where it is of all.
  func modality(of observation: Observation, _ language: Language) -> String? {
    let (dimension, code) = (observation.dimension, observation.modality)
    if dimension == Breakdown.total.dimension { return nil }
    return (modalities[dimension]?[code] ?? ModalityPhrases.name(dimension, code))?[language]
      // Where to, or like whom: a comune.
      ?? names[TerritoryKey(.comune, code)] ?? code.replacing("_", with: " ")
  }

  /// Nil where the territory is not a district.
  func isProvisional(_ key: TerritoryKey) -> Bool? {
    key.kind == .ats ? provisional.contains(key) : nil
  }
}
