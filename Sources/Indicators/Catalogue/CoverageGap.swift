/// TG1: how far a territory's coverage is from that of the whole.
public enum CoverageGap {
  public static let definition = Definition(
    slug: "divario-copertura", code: "TG1", family: "TG",
    name: Text(it: "Divario di copertura", en: "Coverage gap"),
    unit: .percentagePoints, direction: .higherIsBetter,
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
    source: "Newcombe (1998), metodo 10, per la differenza fra il territorio e il resto",
    minimumCell: "KP")

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
