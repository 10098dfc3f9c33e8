/// Population-weighted Gini coefficient of a rate over areas.
public enum Gini {
  /// `G = 1 − Σ p_i (L_i + L_{i−1})`, areas sorted by rate, p = share of residents, L = cumulative
  /// share of users: 0 = the same rate everywhere, towards 1 = all users in one small area
  /// (Brown 1994, *Soc. Sci. Med.* 38). Nil when nobody lives there or nobody is a user.
  public static func coefficient(_ areas: [(population: Double, users: Double)]) -> Double? {
    let population = areas.reduce(0) { $0 + $1.population }
    let users = areas.reduce(0) { $0 + $1.users }
    guard population > 0, users > 0 else { return nil }
    // By cross products, so that an area without residents sorts last instead of dividing by zero.
    let sorted = areas.filter { $0.population > 0 || $0.users > 0 }
      .sorted { $0.users * $1.population < $1.users * $0.population }
    var (reached, sum) = (0.0, 0.0)
    for area in sorted {
      let next = reached + area.users / users
      sum += area.population / population * (reached + next)
      reached = next
    }
    return 1 - sum
  }
}
