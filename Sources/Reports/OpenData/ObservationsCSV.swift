import Indicators

/// `dati/osservazioni.csv`: one row per observation, sorted by its first six columns.
enum ObservationsCSV {
  static let columns = [
    "indicatore", "territorio_tipo", "territorio", "periodo", "dimensione", "modalita", "valore",
    "ic_inf", "ic_sup", "numeratore", "denominatore", "stato", "id",
  ]

  static func bytes(_ observations: [Observation]) -> [UInt8] {
    // An edition's are in order already; as many as these are not copied for nothing.
    let isSorted = zip(observations, observations.dropFirst())
      .allSatisfy { !Observation.inPublicationOrder($1, $0) }
    let sorted =
      isSorted ? observations : observations.sorted(by: Observation.inPublicationOrder)
    var csv = CSVWriter(capacity: observations.count * bytesOfRow)
    csv.row(columns)
    for observation in sorted {
      csv.row(
        keys(observation) + numbers(observation) + [observation.status.rawValue, observation.id])
    }
    return csv.bytes
  }

  /// A little more than a row takes on average.
  private static let bytesOfRow = 160

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
