public import Warehouse

/// How much of what will be known of a period is known already, by the reporting triangle of a dataset: the
/// quarters of before say how those of now will grow.
public struct ReportingDevelopment: Sendable {
  /// A number is stable when at least this share of what it rests on is known.
  public static let stableShare = 0.95
  /// Quarters that must have gone through an age before they say anything of it.
  public static let fewestQuarters = 3

  /// Of what will be known.
  public struct Known: Hashable, Sendable {
    /// Between 0 and 1; more than 1 where rows are usually taken back.
    public var share: Double
    /// Standard error of the share.
    public var error: Double

    public var isStable: Bool { share >= ReportingDevelopment.stableShare }
  }

  public let triangle: ReportingTriangle
  private let ladder: ChainLadder

  public init(_ triangle: ReportingTriangle) {
    self.triangle = triangle
    let rows = triangle.rows
    ladder = ChainLadder(
      rows.map { row in
        let closed = row.isLastMonthOver ? row.known : row.known.dropLast()
        return ChainLadder.Row(firstAge: row.firstAge, values: closed.map(Double.init))
      }
    ) { places in
      Set(places.map { rows[$0].quarter }).count >= ReportingDevelopment.fewestQuarters
    }
  }

  /// By months after the end of a quarter, the share usually known; only of the months the quarters of before
  /// tell of.
  public var usualShares: [(age: Int, share: Double)] {
    (ladder.start..<ladder.horizon).map { age in
      (age, 1 / ladder.ultimate(of: [(1, age)]).value)
    }
  }

  /// Months after which nothing more is expected, as far as the quarters of before tell; 0 where they do not.
  public var horizon: Int { ladder.horizon }

  /// What is known of a period by those who have told of it: all, once it is as old as is looked at; nil where
  /// nothing is known, or the quarters of before say nothing of its age.
  public func known(of period: Period) -> Known? {
    let latest = triangle.rows.filter {
      $0.quarter.firstDay <= period.lastDay && period.firstDay <= $0.quarter.lastDay
    }.map { (value: Double($0.known.last ?? 0), age: $0.lastAge) }
    let now = latest.reduce(0) { $0 + $1.value }
    let isSpokenOf = latest.contains {
      (ladder.start..<ladder.horizon).contains($0.age) || $0.age == ReportingTriangle.lastAge
    }
    guard now > 0, isSpokenOf else { return nil }
    let (end, error) = ladder.ultimate(of: latest)
    return Known(share: now / end, error: now / end * error / end)
  }
}

extension ReportingDevelopment {
  /// The triangle as it may be published.
  public struct Published: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
      public var quarter: Period
      /// How many sources have told of it.
      public var sources: Int
      /// Rows known by all of them, by months after the end; rounded to five where a row is about a person.
      public var known: [Int: Int]
      /// To the hundredth; nil where the quarters of before say nothing.
      public var share: Known?
    }

    public var dataset: String
    /// The last three years, from the newest back.
    public var rows: [Row]
    /// Shares usually known, to the hundredth, by months after the end.
    public var usualShares: [Int: Double]
    public var horizon: Int
  }

  static let quartersShown = 4 * Engine.years

  public var published: Published {
    let quarters = Dictionary(grouping: triangle.rows) { $0.quarter }
    return Published(
      dataset: triangle.dataset,
      rows: quarters.keys.sorted(by: >).prefix(ReportingDevelopment.quartersShown).map { quarter in
        let rows = quarters[quarter]!
        // Before the last of them told, the rest is not all.
        let ages = rows.map(\.firstAge).max()!...rows.map(\.lastAge).max()!
        let known = ages.map { age in
          let rows = rows.reduce(0) { $0 + $1.known[min(age, $1.lastAge) - $1.firstAge] }
          return (age, RowsOfDelivery.publishable(rows, of: triangle.dataset))
        }
        return Published.Row(
          quarter: quarter, sources: rows.count,
          known: Dictionary(uniqueKeysWithValues: known),
          share: self.known(of: quarter).map {
            Known(
              share: ReportingDevelopment.hundredth($0.share),
              error: ($0.error * 100).rounded() / 100)
          })
      },
      usualShares: Dictionary(
        uniqueKeysWithValues: usualShares.map {
          ($0.age, ReportingDevelopment.hundredth($0.share))
        }),
      horizon: horizon)
  }

  /// A share known as it is shown: down, so that what is not stable does not look as if it were.
  public static func hundredth(_ share: Double) -> Double {
    (share * 100 + 1e-9).rounded(.down) / 100
  }
}
