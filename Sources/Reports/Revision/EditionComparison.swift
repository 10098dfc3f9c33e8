public import Indicators
import Warehouse

/// What moved between two editions, and why.
public struct EditionComparison: Sendable {
  /// Why a number is not what it was.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The indicator is defined otherwise.
    case definition = "definizione"
    /// A delivery known before came again with other contents.
    case correction = "correzione"
    /// Deliveries that were not there before.
    case newData = "dati_nuovi"
    case newDataAndCorrections = "dati_nuovi_e_correzioni"
    /// Neither deliveries nor definition, but the day: what had not happened yet now has.
    case laterDate = "data_di_riferimento"
    /// Nothing of these: reference tables, thresholds or the programme itself.
    case settings = "parametri"
  }

  /// An observation both editions have, with other numbers or another state.
  public struct Revision: Hashable, Sendable {
    public var before: Observation
    public var after: Observation
    public var reason: Reason

    var change: Change {
      if before.status != after.status { return .state }
      if before.value != after.value { return .value }
      if (before.lower, before.upper) != (after.lower, after.upper) { return .interval }
      return before.isToldInPart == after.isToldInPart ? .base : .part
    }
  }

  /// What of a number moved, the most telling first: its state, value, interval, how much of its period is
  /// told, or the cases alone.
  enum Change { case state, value, interval, part, base }

  public let before: PublishedEdition
  public let after: PublishedEdition
  public private(set) var revisions: [Revision] = []
  /// In the second edition alone: later periods, other territories, new indicators.
  public private(set) var added: [Observation] = []
  public private(set) var removed: [Observation] = []
  public let corrected: [String]
  public let arrived: [String]
  public let withdrawn: [String]
  /// Redefined indicators some of whose numbers are still those of the definition before: they would differ
  /// by a few persons.
  private(set) var keptAsDefinedBefore: Set<String> = []

  public init(_ before: PublishedEdition, _ after: PublishedEdition) {
    self.before = before
    self.after = after
    func hashes(_ edition: PublishedEdition) -> [String: String] {
      Dictionary(
        edition.deliveries.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    }
    let old = hashes(before)
    let new = hashes(after)
    corrected = new.keys.filter { old[$0] != nil && old[$0] != new[$0] }.sorted()
    arrived = new.keys.filter { old[$0] == nil }.sorted()
    withdrawn = old.keys.filter { new[$0] == nil }.sorted()
    // Both are in one order: a hundred thousand numbers each need no table of where they stand.
    let known = before.observations.inPublicationOrder
    var next = 0
    let redefined = Set(self.redefined)
    let listsParts = before.toldInPart != nil && after.toldInPart != nil
    for published in after.observations.inPublicationOrder {
      var observation = published.asWritten
      while next < known.count, Observation.inPublicationOrder(known[next], observation) {
        removed.append(known[next])
        next += 1
      }
      guard next < known.count, !Observation.inPublicationOrder(observation, known[next]) else {
        added.append(observation)
        continue
      }
      var earlier = known[next]
      next += 1
      if !listsParts { (earlier.note, observation.note) = (nil, nil) }
      let slug = Definition.slug(of: observation.indicator)
      if observation.status == .provisional, observation.value != nil,
        observation.value == earlier.value, redefined.contains(slug)
      {
        keptAsDefinedBefore.insert(slug)
      }
      if earlier != observation {
        revisions.append(
          Revision(before: earlier, after: observation, reason: reason(observation)))
      }
    }
    removed += known[next...]
    removed.sort { $0.id < $1.id }
  }

  private func reason(_ observation: Observation) -> Reason {
    if isRedefined(Definition.slug(of: observation.indicator)) { return .definition }
    switch (arrived.isEmpty && withdrawn.isEmpty, corrected.isEmpty) {
    case (true, true): return before.asOf == after.asOf ? .settings : .laterDate
    case (false, true): return .newData
    case (true, false): return .correction
    case (false, false): return .newDataAndCorrections
    }
  }

  /// Revisions of an indicator by reason, by the slug of the indicator.
  var byIndicator: [(indicator: String, reason: Reason, count: Int, withheld: Int)] {
    let groups = Dictionary(grouping: revisions) {
      Pair(indicator: Definition.slug(of: $0.after.indicator), reason: $0.reason)
    }
    return groups.keys.sorted {
      ($0.indicator, $0.reason.rawValue) < ($1.indicator, $1.reason.rawValue)
    }.map { pair in
      let group = groups[pair]!
      let withheld = group.count {
        ($0.before.status == .suppressed) != ($0.after.status == .suppressed)
      }
      return (pair.indicator, pair.reason, group.count, withheld)
    }
  }

  /// Indicators the second edition defines otherwise than the first.
  var redefined: [String] {
    before.definitions.keys.filter { after.definitions[$0] != nil && isRedefined($0) }.sorted()
  }

  /// By its words, or by what is counted under the same words where both editions say.
  private func isRedefined(_ slug: String) -> Bool {
    if before.definitions[slug] != after.definitions[slug] { return true }
    guard let then = before.declarations[slug], let now = after.declarations[slug] else {
      return false
    }
    return then != now
  }

  /// Published counts that moved by fewer persons than a cell must hold: two editions side by side
  /// tell who was added.
  public func closeRevisions(threshold: Int) -> Int {
    let ofNobody = Set(Catalogue.definitions.filter { !$0.isOfPersons }.map(\.slug))
    return revisions.count { revision in
      guard !ofNobody.contains(Definition.slug(of: revision.after.indicator)),
        let old = revision.before.numerator, let new = revision.after.numerator
      else {
        return false
      }
      return old != new && abs(old - new) < Double(threshold)
    }
  }

  private struct Pair: Hashable {
    var indicator: String
    var reason: Reason
  }
}
