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
  /// - Parameter minutes: by place, to each point of supply; nil where there is no way.
  public static func access(
    population: [Double], supply: [Double], minutes: [[Double?]], within limit: Double,
    decay: Decay = .gaussian
  ) -> [Double] {
    let weights = minutes.map { $0.map { $0.map { decay.weight($0, within: limit) } ?? 0 } }
    let demand = supply.indices.map { j in
      population.indices.reduce(0) { $0 + weights[$1][j] * population[$1] }
    }
    return population.indices.map { i in
      supply.indices.reduce(0) {
        demand[$1] > 0 ? $0 + weights[i][$1] * supply[$1] / demand[$1] : $0
      }
    }
  }

  /// Balanced access (Páez, Higgins & Vivona 2019, *PLoS ONE* 14): weights are standardised so that each
  /// place's residents are assigned once and each point's supply is shared out once; demand is not
  /// inflated where catchments overlap, and `Σ A_i P_i` of the standardised assignment is preserved.
  public static func balanced(
    population: [Double], supply: [Double], minutes: [[Double?]], within limit: Double,
    decay: Decay = .gaussian
  ) -> [Double] {
    let weights = minutes.map { $0.map { $0.map { decay.weight($0, within: limit) } ?? 0 } }
    let ofPlace = weights.map { $0.reduce(0, +) }
    let ofPoint = supply.indices.map { j in weights.reduce(0) { $0 + $1[j] } }
    let demand = supply.indices.map { j in
      population.indices.reduce(0) {
        ofPlace[$1] > 0 ? $0 + population[$1] * weights[$1][j] / ofPlace[$1] : $0
      }
    }
    return population.indices.map { i in
      supply.indices.reduce(0) { sum, j in
        guard demand[j] > 0, ofPoint[j] > 0 else { return sum }
        return sum + supply[j] / demand[j] * weights[i][j] / ofPoint[j]
      }
    }
  }
}
