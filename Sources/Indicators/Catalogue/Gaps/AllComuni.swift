import Warehouse

/// Measures over all comuni at once.
extension Computation {
  /// Persons reached and residents by comune, for measures over the whole territory in a year.
  typealias Area = (comune: Int, population: Double, users: Double)

  /// One observation per ended year, of a measure over the comuni: nothing below fifty users, where it
  /// would say more of single persons than of territories.
  func overComuni(
    _ slug: String, interval: Bool = false, note: ([Area]) -> String? = { _ in nil },
    _ measure: ([Area]) -> Double?
  ) -> [Observation] {
    yearsOfAreas.map { period, areas in
      guard areas.reduce(0, { $0 + $1.users }) >= Double(CoverageTheil.minimumUsers) else {
        return observe(slug, period: period, nil, note: "meno di 50 utenti")
      }
      guard mayTellOfAllComuni(period) else {
        return observe(slug, period: period, nil, status: .suppressed)
      }
      let limits = interval ? Bootstrap.interval(areas, seed: 1, statistic: measure) : nil
      return observe(
        slug, period: period, measure(areas)?.rounded(toDecimals: 2),
        interval: limits?.rounded(toDecimals: 2), note: note(areas))
    }
  }

  /// Any index of all comuni tells of those withheld what Theil's does; nor does it need more digits.
  func mayTellOfAllComuni(_ period: Period) -> Bool {
    CoverageTheil.mayTell(withheld: comuniWithheld[period] ?? 0)
  }

  /// Comuni with residents, in order, by ended year.
  var yearsOfAreas: [(Period, [Area])] {
    frame.periods.enumerated().compactMap { index, period in
      guard case .year(let year) = period else { return nil }
      let areas = frame.comuni.indices.compactMap { comune -> Area? in
        let unit = frame.firstComune + comune
        guard let people = residents.count(unit: unit, year: year, modality: 0) else { return nil }
        return (comune, Double(people), Double(reached(unit, index)))
      }
      return (period, areas)
    }
  }
}

extension Double {
  func rounded(toDecimals decimals: Int) -> Double {
    let unit = (0..<decimals).reduce(1.0) { unit, _ in unit * 10 }
    return (self * unit).rounded() / unit
  }
}

extension ConfidenceInterval {
  func rounded(toDecimals decimals: Int) -> ConfidenceInterval {
    ConfidenceInterval(
      lower: lower.rounded(toDecimals: decimals), upper: upper.rounded(toDecimals: decimals))
  }

  /// So that what it holds with all its digits it holds still.
  func roundedOutwards(toDecimals decimals: Int) -> ConfidenceInterval {
    let unit = (0..<decimals).reduce(1.0) { unit, _ in unit * 10 }
    return ConfidenceInterval(
      lower: (lower * unit).rounded(.down) / unit, upper: (upper * unit).rounded(.up) / unit)
  }
}
