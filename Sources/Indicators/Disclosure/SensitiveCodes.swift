import Warehouse

/// The codes that say something delicate of whoever is counted under them, so that their cells need the
/// stricter threshold: user areas that are special categories, and headings of services with one among
/// them whose users nobody may know (violence). `sensibile` in `aree_utenza.csv` and `servizi.csv`.
struct SensitiveCodes: Sendable {
  private let codes: [String: Set<String>]

  /// - Parameter services: of the second level too: a heading is as delicate as what it holds.
  init(areas: [CodeRecord], services: [CodeRecord]) {
    codes = [
      "area_utenza": Set(areas.filter(\.isSensitive).map(\.code)),
      "servizio": Set(
        services.filter(\.isSensitive).map { Counting.Breakdown.heading($0.code) }),
    ]
  }

  func holds(_ dimension: String, _ code: String) -> Bool {
    codes[dimension]?.contains(code) ?? false
  }
}
