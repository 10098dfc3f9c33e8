import Warehouse

/// The delivery policy a second time, in plain Swift over plain lists: what the views and the
/// superseded keys of the warehouse must come to.
struct PolicyModel {
  struct Delivery {
    var publisher: String
    var policy: Source.Policy
    var name: String
    var day: Day
    var rows: [DeliveredRequest]
  }

  /// By publisher and name, with the snapshot each was last loaded as.
  private var loaded: [String: (delivery: Delivery, snapshot: Int64)] = [:]

  mutating func load(_ delivery: Delivery, snapshot: Int64) {
    loaded["\(delivery.publisher)/\(delivery.name)"] = (delivery, snapshot)
  }

  private struct Fact {
    var place: String
    var publisher: String
    var key: (Int64, Int32)
    var row: DeliveredRequest
  }

  /// In the words of `Store.currentRequests()`.
  func currentRequests() -> [String] {
    let held = Dictionary(grouping: loaded.values) { $0.delivery.publisher }.values
      .flatMap(facts(ofSource:))
    return held.filter { copy in !held.contains { isOwner($0, of: copy) } }
      .map { "\($0.place):\($0.row.line) \($0.row.id)" }.sorted()
  }

  /// The rows a source holds: the last of each id, over the newest delivery or over all.
  private func facts(ofSource all: [(delivery: Delivery, snapshot: Int64)]) -> [Fact] {
    let inOrder = all.sorted {
      ($0.delivery.day, $0.delivery.name) < ($1.delivery.day, $1.delivery.name)
    }
    let counted = all[0].delivery.policy == .cumulative ? Array(inOrder.suffix(1)) : inOrder
    var byID: [String: Fact] = [:]
    for (delivery, snapshot) in counted {
      for row in delivery.rows.sorted(by: { $0.line < $1.line }) where !row.isRefused {
        byID[row.id] = Fact(
          place: "\(delivery.publisher)/\(delivery.name)", publisher: delivery.publisher,
          key: (snapshot, row.line), row: row)
      }
    }
    return Array(byID.values)
  }

  private func isOwner(_ owner: Fact, of copy: Fact) -> Bool {
    guard copy.row.origin == owner.row.id, copy.publisher != owner.publisher else { return false }
    let pointsBack = owner.row.origin == copy.row.id
    return !pointsBack || owner.key < copy.key
  }
}
