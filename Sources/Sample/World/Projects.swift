internal import Warehouse

/// Invented multi-year projects: a lead and four partners each, at work in the comuni of the lead.
struct Projects {
  /// Three under way; then two that ended two years ago, one of them of a lead that still delivers services.
  static let titles = [
    "Porte aperte", "Vicini di casa", "Tempo condiviso", "Cortili", "Il pane e le rose",
  ]
  private static let leads = [0, 5, 10, 3, 20]
  private static let underWay = 3
  private static let members = 5

  let asOf: Day
  let organisations: Organisations

  static func id(_ i: Int) -> String { "PRJ-\(i + 1)" }

  func start(_ i: Int) -> Day {
    i < Projects.underWay ? Day(year: asOf.year - 2, month: 1 + 3 * i, day: 1)! : asOf - 5 * 365
  }

  func lead(_ i: Int) -> Organisations.Organisation { organisation(Projects.leads[i]) }

  func partners(_ i: Int) -> [Organisations.Organisation] {
    (1..<Projects.members).map { organisation(Projects.leads[i] + $0) }
  }

  /// Every organisation there is takes part in turn.
  private func organisation(_ i: Int) -> Organisations.Organisation {
    organisations.all[i % organisations.all.count]
  }

  /// Positions of the comuni it works in.
  func comuni(_ i: Int) -> ArraySlice<Int> { lead(i).served.prefix(12) }

  /// The project under way a service is part of: one of its organisations delivers it, after it began, to
  /// somebody of its comuni.
  func project(provider: Int, comune: Int, on day: Day) -> Int? {
    (0..<Projects.underWay).first { i in
      (Projects.leads[i]..<Projects.leads[i] + Projects.members).contains(provider)
        && day >= start(i) && comuni(i).contains(comune)
    }
  }
}
