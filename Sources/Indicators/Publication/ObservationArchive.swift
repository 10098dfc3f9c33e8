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

extension Store {
  /// The observations of an as-of date.
  ///
  /// - Parameter areReplaced: those that stood there before those that stand; none where it was computed
  ///   once.
  public func observations(asOf: Day, areReplaced: Bool = false) throws -> [Observation] {
    // Few periods, and mostly that of the row before.
    var last: (text: String, period: Period?) = ("", nil)
    return try observations(asOf: asOf, areReplaced: areReplaced) { record in
      if last.text != record.period { last = (record.period, Period(record.period)) }
      return Observation(record, period: last.period)
    }
  }
}

extension [Observation] {
  /// As the warehouse keeps them, each made when it is asked for: there are as many as there are cells.
  public var records: ObservationRecords {
    // Few periods, written once each.
    var written: [Period: String] = [:]
    for one in self where written[one.period] == nil { written[one.period] = "\(one.period)" }
    return ObservationRecords(observations: self, periods: written)
  }
}

/// Observations as the warehouse keeps them.
public struct ObservationRecords: RandomAccessCollection, Sendable {
  fileprivate let observations: [Observation]
  fileprivate let periods: [Period: String]

  public var startIndex: Int { 0 }
  public var endIndex: Int { observations.count }

  public subscript(place: Int) -> ObservationRecord {
    observations[place].record(period: periods[observations[place].period]!)
  }
}
