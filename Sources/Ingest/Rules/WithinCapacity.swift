import Warehouse

extension FindingKind {
  static let aboveCapacity = FindingKind(
    "posti-oltre-la-capacita", .warning,
    it: "i posti sono più di quelli che li contengono",
    en: "there are more places than those that hold them",
    expected:
      "posti occupati non oltre gli accreditati, e accreditati non oltre gli autorizzati; il valore resta"
  )
}

/// Occupied places are among the accredited ones, accredited among the authorised. The number stays:
/// it may be an overbooking, and it is the provider who knows.
public struct WithinCapacity: RowRule {
  let places: String
  /// The first of these that is there is the limit.
  let limits: [String]

  public init(_ places: String, of limits: [String]) {
    self.places = places
    self.limits = limits
  }

  public func check(_ batch: DecodedBatch) {
    guard let slot = batch.layout.slot(places), let counts = batch.column(places)?.a else { return }
    let limits = limits.compactMap { name in batch.column(name).map { (name, $0.a) } }
    for row in 0..<batch.facts.count where counts[row] != FactBatch.null {
      guard let (name, limit) = limits.first(where: { $0.1[row] != FactBatch.null }),
        counts[row] > limit[row]
      else { continue }
      batch.report(.aboveCapacity, row: row, slot: slot, detail: "\(name) \(limit[row])")
    }
  }
}
