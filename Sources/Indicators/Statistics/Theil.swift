import Glibc

/// Theil's T of how users are spread over areas compared with residents.
///
/// `T = Σ s_i ln(s_i/p_i)`, s = share of users, p = share of residents, `0·ln 0 = 0`; in nats, 0 =
/// the same rate everywhere. It splits exactly over groups: `T = Σ s_g ln(s_g/p_g) + Σ s_g T_g`
/// (Theil 1967; Conceição & Ferreira 2000).
public struct Theil: Hashable, Sendable {
  public struct Area: Hashable, Sendable {
    public var group: Int
    public var population: Double
    public var users: Double

    public init(group: Int = 0, population: Double, users: Double) {
      self.group = group
      self.population = population
      self.users = users
    }
  }

  /// What one group contributes; the sum over groups is the whole index.
  public struct Group: Hashable, Sendable {
    public var group: Int
    /// Share of all users.
    public var share: Double
    /// Theil's T of the areas inside the group.
    public var inside: Double
    /// `s_g ln(s_g/p_g)`: may be negative for a single group, never in total.
    public var between: Double
  }

  public var total: Double
  /// Inequality between the groups' rates.
  public var between: Double
  /// Inequality inside the groups: `Σ s_g T_g`.
  public var within: Double
  /// In increasing order of group number.
  public var groups: [Group]

  /// Nil when there are no users, or users where nobody lives (the index is infinite).
  public init?(_ areas: [Area]) {
    let users = areas.reduce(0) { $0 + $1.users }
    let population = areas.reduce(0) { $0 + $1.population }
    guard users > 0, !areas.contains(where: { $0.users > 0 && $0.population <= 0 }) else {
      return nil
    }
    groups = []
    (total, between, within) = (0, 0, 0)
    for (group, members) in Dictionary(grouping: areas, by: \.group).sorted(by: { $0.key < $1.key })
    {
      let u = members.reduce(0) { $0 + $1.users }
      let p = members.reduce(0) { $0 + $1.population }
      let term = Theil.term(u / users, p / population)
      var inside = 0.0
      if u > 0 {
        for area in members { inside += Theil.term(area.users / u, area.population / p) }
      }
      groups.append(Group(group: group, share: u / users, inside: inside, between: term))
      between += term
      within += u / users * inside
    }
    total = between + within
  }

  private static func term(_ s: Double, _ p: Double) -> Double { s > 0 ? s * log(s / p) : 0 }
}
