import Warehouse

/// NE1: on how few organisations the services of a territory rest.
extension Indicator {
  static let providerConcentration = Indicator(
    "NE1", "concentrazione-enti", Text("Concentrazione degli enti", "Concentration of providers"),
    .ratio,
    .lowerIsBetter, cell: "K5",
    formula: Text(
      "Σ q² sulle prestazioni dell'ultimo anno per ente; «.normalizzata» = (H − 1/n)/(1 − 1/n); «.primo» e «.primi-3» = quota dei più grandi",
      "Σ q² over last year's deliveries by provider; “.normalizzata” = (H − 1/n)/(1 − 1/n); “.primo” and “.primi-3” = share of the largest"
    ),
    caveats: Text(
      "Con un ente solo vale 1 per definizione: il numero degli enti è nel denominatore. Con due decimali, e riservato dove le prestazioni riguardano poche persone: quote esatte direbbero quante sono, e quelle degli ambiti taciuti per differenza.",
      "With one provider it is 1 by definition: the number of providers is the denominator. Given with two decimals, and withheld where few persons are behind the deliveries: exact shares would tell how many these are, and those of withheld districts by subtraction."
    ),
    source: .both("Herfindahl (1950); Hirschman (1945)"),
    parts: [
      Definition.Part("normalizzata", Text("normalizzata", "normalised"), .ratio),
      Definition.Part("primo", Text("quota del primo ente", "share of the first"), .share),
      Definition.Part("primi-3", Text("quota dei primi tre", "share of the first three"), .share),
    ],
    persons: .neither,
    .code(inputs: [.serviceDelivery]) { c in
      let amounts = try c.deliveriesByProvider()
      return c.wideUnits.flatMap { unit -> [Observation] in
        amounts[unit].sorted { $0.key < $1.key }.flatMap { service, providers -> [Observation] in
          let counts = providers.byProvider.sorted { $0.key < $1.key }.map { Double($0.value) }
          guard let index = HerfindahlHirschman(counts) else { return [] }
          let dimension = service == "totale" ? "totale" : "servizio"
          let isFew =
            providers.persons.count
            < c.settings.threshold(isSensitive: c.sensitive.holds(dimension, service))
          func one(_ suffix: String, _ value: Double) -> Observation {
            let slug = "concentrazione-enti" + suffix
            if isFew {
              return c.observe(slug, unit: unit, dimension, service, nil, status: .suppressed)
            }
            return c.observe(
              slug, unit: unit, dimension, service, value.rounded(toDecimals: 2),
              over: Double(counts.count))
          }
          return [
            one("", index.index), one(".normalizzata", index.normalised),
            one(".primo", index.concentrationRatio(1)),
            one(".primi-3", index.concentrationRatio(3)),
          ]
        }
      }
    },
    example: .code(
      "Tre enti con 50, 30 e 20: 0,38.", "Three providers with 50, 30 and 20: 0.38.", 0.38
    ) {
      HerfindahlHirschman([50, 30, 20])?.index
    })
}

private struct Deliveries {
  var byProvider: [String: Int] = [:]
  /// No more of them than any threshold asks for.
  var persons: Set<UInt64> = []
}

extension Computation {
  /// By unit and first-level service (and `totale`), last year's deliveries of each provider, and the persons
  /// behind them: whoever is not identified is somebody of their own.
  fileprivate func deliveriesByProvider() throws -> [[String: Deliveries]] {
    var amounts = [[String: Deliveries]](repeating: [:], count: frame.units.count)
    let wide = Set(wideUnits)
    let fields: [FactField] = [.deliveredOn, .provider, .service, .comune, .person]
    try each(.serviceDelivery, reading: fields) { fact in
      guard let day = fact.happened(.deliveredOn, by: asOf), day > yearAgo,
        let provider = fact.text(.provider), let service = fact.text(.service),
        let place = frame.comune(fact.code(.comune))
      else { return }
      let person = fact.token(.person) ?? UInt64(bitPattern: fact.key)
      for unit in frame.unitsOfComune[place] where wide.contains(unit) {
        for heading in service == "ND"
          ? ["totale"] : ["totale", Counting.Breakdown.heading(service)]
        {
          amounts[unit][heading, default: Deliveries()].byProvider[provider, default: 0] += 1
          if amounts[unit][heading]!.persons.count < settings.sensitiveThreshold {
            amounts[unit][heading]!.persons.insert(person)
          }
        }
      }
    }
    return amounts
  }
}
