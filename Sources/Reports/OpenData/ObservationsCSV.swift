import Indicators
import Warehouse

/// `dati/osservazioni.csv`: one row per observation, sorted by its first six columns.
enum ObservationsCSV {
  static let columns = [
    "indicatore", "territorio_tipo", "territorio", "periodo", "dimensione", "modalita", "valore",
    "ic_inf", "ic_sup", "numeratore", "denominatore", "stato", "id",
  ]

  static func bytes(_ observations: [Observation]) -> [UInt8] {
    var csv = CSVWriter(capacity: observations.count * bytesOfRow)
    csv.row(columns)
    for one in observations.inPublicationOrder.lazy.map(\.asWritten) {
      // Field by field: a list for every row would cost more than what is written.
      csv.field(one.indicator)
      csv.field(one.territory.kind.rawValue)
      csv.field(one.territory.code)
      csv.field(one.period.description)
      csv.field(one.dimension)
      csv.field(one.modality)
      csv.field(one.value)
      csv.field(one.lower)
      csv.field(one.upper)
      csv.field(one.numerator)
      csv.field(one.denominator)
      csv.field(one.status.rawValue)
      csv.field(one.id)
      csv.endRow()
    }
    return csv.bytes
  }

  /// A little more than a row takes on average.
  private static let bytesOfRow = 160
}

extension [Observation] {
  /// An edition's are in order already; as many as these are not copied for nothing.
  var inPublicationOrder: [Observation] {
    zip(self, dropFirst()).allSatisfy { !Observation.inPublicationOrder($1, $0) }
      ? self : sorted(by: Observation.inPublicationOrder)
  }
}

extension Observation {
  /// As the files say it: what is withheld has no number at all, not even one that would let it be computed,
  /// and of its notes there is one alone.
  var asWritten: Observation {
    var one = self
    one.note = isToldInPart ? Observation.toldInPart : nil
    guard status == .suppressed else { return one }
    (one.value, one.lower, one.upper, one.numerator, one.denominator) = (nil, nil, nil, nil, nil)
    return one
  }
}
