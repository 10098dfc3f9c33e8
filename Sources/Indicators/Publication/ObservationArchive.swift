import Foundation
public import Warehouse

extension Observation {
  /// As the warehouse keeps it.
  ///
  /// - Parameter period: how the period is written.
  fileprivate func record(period: String) -> ObservationRecord {
    ObservationRecord(
      indicator: indicator, territoryKind: territory.kind.rawValue, territory: territory.code,
      period: period, dimension: dimension, modality: modality, value: value, lower: lower,
      upper: upper, numerator: numerator, denominator: denominator, status: status.rawValue,
      note: note)
  }

  /// Nil when the record's words are not of the contract: the schema keeps that from happening.
  fileprivate init?(_ r: ObservationRecord, period: Period?) {
    guard let kind = TerritoryKey.Kind(rawValue: r.territoryKind), let period,
      let status = Status(rawValue: r.status)
    else { return nil }
    self.init(
      indicator: r.indicator, territory: TerritoryKey(kind, r.territory), period: period,
      dimension: r.dimension, modality: r.modality, value: r.value, lower: r.lower, upper: r.upper,
      numerator: r.numerator, denominator: r.denominator, status: status, note: r.note)
  }
}

extension [ObservationRecord] {
  public var observations: [Observation] {
    // Few periods, read once each.
    var read: [String: Period] = [:]
    return compactMap { record in
      if read[record.period] == nil { read[record.period] = Period(record.period) }
      return Observation(record, period: read[record.period])
    }
  }
}

extension [Observation] {
  /// As the warehouse keeps them.
  public var records: [ObservationRecord] {
    // Few periods, written once each: there are as many observations as there are cells.
    var written: [Period: String] = [:]
    for one in self where written[one.period] == nil { written[one.period] = "\(one.period)" }
    let (parts, names) = (ProcessInfo.processInfo.activeProcessorCount, written)
    return concurrently(parts) { part in
      self[count * part / parts..<count * (part + 1) / parts].map {
        $0.record(period: names[$0.period]!)
      }
    }.flatMap(\.self)
  }
}
