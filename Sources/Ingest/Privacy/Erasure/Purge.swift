import Foundation
public import Warehouse

/// Lets go of whatever has been kept as long as it may be.
public struct Purge {
  let store: Store
  let terms: RetentionTerms
  let receipts: String
  let sources: String
  private let known: [DeliveryRecord]

  public init(store: Store, terms: RetentionTerms, receipts: String, sources: String) throws {
    self.store = store
    self.terms = terms
    self.receipts = receipts
    self.sources = sources
    known = try store.deliveries()
  }

  /// What one term came to.
  public struct Outcome: Sendable {
    public let term: RetentionTerms.Term
    /// What began before this day went.
    public let cut: Day
    /// Rows, cells or files.
    public let count: Int
  }

  /// - Parameter day: what has run its term before this day goes.
  public func run(before day: Day, isRehearsal: Bool) throws -> [Outcome] {
    struct Rehearsal: Error {}
    var outcomes: [Outcome] = []
    var doomed: [String] = []
    do {
      try store.write { access in
        for term in terms.terms {
          let cut = term.cut(at: day)
          var count = 0
          switch term.object {
          case .deliveries:
            let files = try delivered(before: cut)
            doomed += files
            count = files.count
          case .receipts:
            let folders = receiptFolders(before: cut)
            doomed += folders
            count = try access.emptyFindings(receivedBefore: cut) + folders.count
          case .cases, .searches, .matches:
            count = try access.letGo(term.object.rawValue, before: cut)
          case .observations, .programmes: break
          }
          outcomes.append(Outcome(term: term, cut: cut, count: count))
        }
        if isRehearsal { throw Rehearsal() }
      }
    } catch is Rehearsal {
      return outcomes
    }
    for path in doomed { try FileManager.default.removeItem(atPath: path) }
    try store.compact()
    return outcomes
  }

  /// Files that hold persons in clear and have been loaded as they are.
  private func delivered(before cut: Day) throws -> [String] {
    try known.filter { delivery in
      delivery.receivedOn < cut && !delivery.isSynthetic
        && Contract.named(delivery.dataset)?.fields.contains(where: \.isPersonal) == true
    }.compactMap { delivery in
      let path =
        "\(sources)/\(delivery.publisher)/\(delivery.dataset)/deliveries/\(delivery.delivery)"
      guard FileManager.default.fileExists(atPath: path),
        try FileDigest(path: path).sha256 == delivery.sha256
      else { return nil }
      return path
    }
  }

  private func receiptFolders(before cut: Day) -> [String] {
    known.filter { $0.receivedOn < cut }.map {
      "\(receipts)/\($0.receiptFolder)"
    }.filter { FileManager.default.fileExists(atPath: $0) }
  }
}
