import Warehouse

/// TG1: how far a territory's coverage is from that of the whole.
public enum CoverageGap {
  public static let definition = Definition(
    slug: "divario-copertura", code: "TG1", family: "TG",
    name: Text(it: "Divario di copertura", en: "Coverage gap"),
    unit: .percentagePoints, direction: .descriptive,
    formula: Text(
      it: """
        100 × (copertura del territorio − copertura dell'insieme), in punti percentuali; «.relativo» è il \
        loro rapporto
        """,
      en: """
        100 × (coverage of the territory − coverage of the whole), in percentage points; “.relativo” is \
        their ratio
        """),
    caveats: Text(
      it: """
        La media non è un diritto: dice quanto si è diversi, non quanto si dovrebbe avere. L'intervallo \
        confronta il territorio con il resto, che non ha persone in comune con esso.
        """,
      en: """
        The average is not a right: it says how different, not how much there should be. The interval \
        compares the territory with the rest, which has no people in common with it.
        """),
    source: Text(
      "Newcombe (1998), metodo 10, per la differenza fra il territorio e il resto",
      "Newcombe (1998), method 10, for the difference between the territory and the rest"),
    minimumCell: "KP"
  )
  .reading(
    [.serviceRequest, .serviceDelivery, .population], by: ["area_utenza", "servizio"],
    WorkedExample(
      "Due comuni di 2.000 residenti: 60 persone raggiunte nel primo (3 %) e 20 nel secondo; nell'insieme 80 su 4.000 (2 %): il primo è a +1 punto.",
      "Two municipalities of 2,000 residents: 60 persons reached in the first (3%) and 20 in the second; 80 of 4,000 in the whole (2%): the first is at +1 point.",
      residents: [2000, 2000],
      [
        .serviceRequest: WorkedExample.requests(60, in: 0, [.startedOn: "2025-03-01"])
          + WorkedExample.requests(20, in: 1, [.startedOn: "2025-03-01"])
      ], comune: 0, 1))

  /// With p the territory's share of the population, `r − r̄ = (1 − p)(r − r_rest)`: the interval of the
  /// difference between two separate groups, scaled.
  static func observations(
    users: Int, of population: Int, allUsers: Int, ofAll: Int, isHidden: Bool,
    make: (_ slug: String, _ value: Double?, _ interval: ConfidenceInterval?) -> Observation,
    withheld: (String) -> Observation
  ) -> [Observation] {
    let slugs = (definition.slug, definition.slug + ".relativo")
    guard !isHidden else { return [withheld(slugs.0), withheld(slugs.1)] }
    let rate = Double(users) / Double(population)
    let mean = Double(allUsers) / Double(ofAll)
    var interval: ConfidenceInterval?
    if ofAll > population, allUsers >= users, allUsers - users <= ofAll - population,
      let rest = Newcombe.difference(
        (users, population), minus: (allUsers - users, ofAll - population))
    {
      let scale = 100 * (1 - Double(population) / Double(ofAll))
      interval = ConfidenceInterval(
        lower: rest.interval.lower * scale, upper: rest.interval.upper * scale)
    }
    return [
      make(slugs.0, 100 * (rate - mean), interval),
      make(slugs.1, mean > 0 ? rate / mean : nil, nil),
    ]
  }
}
