import Glibc

/// Supply within reach, per resident, when both supply and demand are shared with neighbours.
public enum FloatingCatchment {
  /// How reach fades with travel time up to the limit d₀.
  public enum Decay: Hashable, Sendable {
    /// Everything within d₀ counts the same (2SFCA; Luo & Wang 2003).
    case none
    /// `(e^{−½(d/d₀)²} − e^{−½})/(1 − e^{−½})` (E2SFCA; Dai 2010): 1 at the door, 0 at d₀.
    case gaussian

    func weight(_ minutes: Double, within limit: Double) -> Double {
      guard minutes <= limit else { return 0 }
      switch self {
      case .none: return 1
      case .gaussian:
        let ratio = minutes / limit
        return (exp(-0.5 * ratio * ratio) - exp(-0.5)) / (1 - exp(-0.5))
      }
    }
  }

  /// Access of each place: `A_i = Σ_j w_ij S_j / Σ_k w_kj P_k`. Supply that nobody can reach counts
  /// nowhere, and `Σ A_i P_i` is the supply within somebody's reach.
  ///
  /// - Parameter times: from each place to the points of supply.
  public static func access(
    population: [Double], supply: [Double], times: Ways, within limit: Double,
    decay: Decay = .gaussian
  ) -> [Double] {
    let weights = weights(times, within: limit, decay)
    var demand = [Double](repeating: 0, count: supply.count)
    for (row, people) in zip(weights, population) {
      for (j, weight) in row { demand[j] += weight * people }
    }
    return weights.map { row in
      row.reduce(0) { sum, way in
        demand[way.point] > 0 ? sum + way.weight * supply[way.point] / demand[way.point] : sum
      }
    }
  }

  /// Balanced access (Páez, Higgins & Vivona 2019, *PLoS ONE* 14): weights are standardised so that each
  /// place's residents are assigned once and each point's supply is shared out once; demand is not
  /// inflated where catchments overlap, and `Σ A_i P_i` of the standardised assignment is preserved.
  public static func balanced(
    population: [Double], supply: [Double], times: Ways, within limit: Double,
    decay: Decay = .gaussian
  ) -> [Double] {
    let weights = weights(times, within: limit, decay)
    var ofPoint = [Double](repeating: 0, count: supply.count)
    var demand = ofPoint
    for (row, people) in zip(weights, population) {
      let whole = row.reduce(0) { $0 + $1.weight }
      for (j, weight) in row {
        ofPoint[j] += weight
        if whole > 0 { demand[j] += people * weight / whole }
      }
    }
    return weights.map { row in
      row.reduce(0) { sum, way in
        let j = way.point
        guard demand[j] > 0, ofPoint[j] > 0 else { return sum }
        return sum + supply[j] / demand[j] * way.weight / ofPoint[j]
      }
    }
  }

  /// By place, the points within reach.
  private static func weights(
    _ times: Ways, within limit: Double, _ decay: Decay
  ) -> [[(point: Int, weight: Double)]] {
    times.places.map { place in
      times[place].map { ($0.place, decay.weight($0.minutes, within: limit)) }
    }
  }
}
