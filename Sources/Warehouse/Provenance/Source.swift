internal import GRDB

/// Who delivers what, under which agreement and policy.
public struct Source: Hashable, Sendable {
  /// How a delivery relates to the earlier ones of the same source.
  public enum Policy: String, Hashable, Sendable, CaseIterable {
    /// Each delivery repeats everything: the newest one alone is current.
    case cumulative = "cumulativa"
    /// Each delivery adds; a repeated id is a newer version of the same thing.
    case incremental = "incrementale"
  }

  /// Folder name.
  public var publisher: String
  /// What readers call it.
  public var publisherName: String
  public var dataset: String
  public var title: String
  public var licence: String
  public var policy: Policy
  public var isSynthetic: Bool

  public init(
    publisher: String, publisherName: String? = nil, dataset: String, title: String,
    licence: String, policy: Policy, isSynthetic: Bool
  ) {
    self.publisher = publisher
    self.publisherName = publisherName ?? publisher
    self.dataset = dataset
    self.title = title
    self.licence = licence
    self.policy = policy
    self.isSynthetic = isSynthetic
  }
}

extension WriteAccess {
  /// The source's row, made or brought up to date.
  public func save(_ s: Source) throws -> Int64 {
    try db.execute(
      literal: """
        INSERT INTO source (publisher, publisher_name, dataset, title, licence, policy, is_synthetic)
        VALUES (\(s.publisher), \(s.publisherName), \(s.dataset), \(s.title), \(s.licence),
          \(s.policy.rawValue), \(s.isSynthetic))
        ON CONFLICT (publisher, dataset) DO UPDATE SET title = excluded.title,
          publisher_name = excluded.publisher_name,
          licence = excluded.licence, policy = excluded.policy,
          is_synthetic = excluded.is_synthetic
        """)
    return try Int64.fetchOne(
      db,
      literal: """
        SELECT id FROM source WHERE publisher = \(s.publisher) AND dataset = \(s.dataset)
        """)!
  }
}

extension Int64 {
  static func fetchOne(_ db: Database, literal: SQL) throws -> Int64? {
    try SQLRequest<Int64>(literal: literal).fetchOne(db)
  }
}
