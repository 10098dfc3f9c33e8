import Indicators

/// `dati/osservazioni.csv`: one row per observation, sorted by its first six columns.
enum ObservationsCSV {
  static let columns = [
    "indicatore", "territorio_tipo", "territorio", "periodo", "dimensione", "modalita", "valore",
    "ic_inf", "ic_sup", "numeratore", "denominatore", "stato", "id",
  ]

  static func bytes(_ observations: [Observation]) -> [UInt8] {
    var csv = CSVWriter()
    csv.row(columns)
    for (keys, observation) in observations.map({ (keys($0), $0) })
      .sorted(by: { $0.0.lexicographicallyPrecedes($1.0) })
    {
      csv.row(keys + numbers(observation) + [observation.status.rawValue, observation.id])
    }
    return csv.bytes
  }

  private static func keys(_ observation: Observation) -> [String] {
    [
      observation.indicator, observation.territory.kind.rawValue, observation.territory.code,
      "\(observation.period)", observation.dimension, observation.modality,
    ]
  }

  /// What is withheld has no number at all, not even one that would let it be computed.
  private static func numbers(_ observation: Observation) -> [String] {
    if observation.status == .suppressed { return ["", "", "", "", ""] }
    return [
      observation.value, observation.lower, observation.upper, observation.numerator,
      observation.denominator,
    ].map { $0.map(plainNumber) ?? "" }
  }
}
