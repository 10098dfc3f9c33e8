internal import Warehouse

/// A current request as the warehouse must hold it, faults and all.
struct Recorded {
  /// Position among the places of the totals.
  var comune: Int
  var area: Int
  /// Nil where the code could not be resolved.
  var service: Int?
  var channel: Channel?
  /// Nil where nobody could be recognised.
  var person: Int?
  /// Nobody said who it was: every such row is a person of its own.
  var isAnonymous: Bool
  var received: Day
  var isStarted: Bool
  var outcome: Outcome?

  init(_ need: Need, _ row: ExportedRow, places: Places) {
    let fault = row.fault
    comune =
      switch fault {
      case .misspeltComune: places.unknown
      case .comuneOutside: places.elsewhere(need.index)
      default: need.person.comune
      }
    area = need.area
    service = fault == .unknownService ? nil : need.service
    channel = fault == .unknownChannel ? nil : need.channel
    person = fault.hidesPerson ? nil : need.person.index
    isAnonymous = fault == .anonymous
    received = need.received
    isStarted = row.view.started != nil
    outcome = fault == .unknownOutcome ? nil : row.view.outcome
  }

  /// Nobody has answered for good yet.
  var isOpen: Bool { !isStarted && (outcome?.isOpen ?? true) }
}

/// The places requests are counted under: our comuni, a few elsewhere, and the unrecognised.
struct Places: Sendable {
  let codes: [String]
  private let ours: Int

  init(_ territory: SampleTerritory) {
    ours = territory.comuni.count
    codes = territory.comuni.map(\.code) + territory.elsewhere.map(\.code) + ["ND"]
  }

  var unknown: Int { codes.count - 1 }

  /// Where a request from elsewhere comes from.
  func elsewhere(_ index: Int) -> Int { ours + index % (codes.count - 1 - ours) }
}
