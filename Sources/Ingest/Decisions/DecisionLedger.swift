import Foundation
public import Warehouse

/// A file in which Tavolo proposes that two things may be one and a person decides: `OPEN` until
/// somebody has, `MERGED` (the second is the first) or `DISTINCT`, with who, when and why.
///
/// Nothing is ever merged by the program. Proposals that no longer hold go; decisions stay.
public struct DecisionLedger: Sendable {
  public enum State: String, Sendable, CaseIterable {
    case open = "OPEN"
    case merged = "MERGED"
    case distinct = "DISTINCT"
  }

  public struct Entry: Hashable, Sendable {
    public var first: String
    public var second: String
    /// Why they may be one, and where they were met.
    public var reason: String
    public var context: String
    public var state = State.open
    public var decidedBy = ""
    public var decidedOn: Day?
    public var motive = ""

    public init(first: String, second: String, reason: String, context: String) {
      self.first = first
      self.second = second
      self.reason = reason
      self.context = context
    }

    var pair: Set<String> { [first, second] }
  }

  static let header = ["primo", "secondo", "perche", "dove", "stato", "chi", "quando", "motivo"]

  public private(set) var entries: [Entry] = []
  private let file: String

  public var openCount: Int { entries.count { $0.state == .open } }

  /// - Throws: `DescriptorError` for a decision without who, when and why, or a state that is none.
  public init(file: String) throws {
    self.file = file
    guard let table = try SmallTable(optional: file) else { return }
    try table.expect(header: DecisionLedger.header)
    for row in table.rows {
      func problem(_ message: String) -> DescriptorError {
        DescriptorError(file: file, line: row.line, message: message)
      }
      var entry = Entry(
        first: row.cells[0], second: row.cells[1], reason: row.cells[2], context: row.cells[3])
      guard let state = State(rawValue: row.cells[4]) else {
        throw problem("lo stato «\(row.cells[4])» non esiste: OPEN, MERGED o DISTINCT")
      }
      entry.state = state
      entry.decidedBy = row.cells[5]
      entry.decidedOn = SmallTable.day(row.cells[6])
      entry.motive = row.cells[7]
      if state != .open, entry.decidedBy.isEmpty || entry.decidedOn == nil || entry.motive.isEmpty {
        throw problem("una decisione dice chi l'ha presa, quando (aaaa-mm-gg) e perché")
      }
      if entry.first == entry.second {
        throw problem("una decisione è su due cose diverse, non su «\(entry.first)» e sé stessa")
      }
      if entries.contains(where: { $0.pair == entry.pair }) {
        throw problem("questa coppia è già decisa in una riga precedente")
      }
      entries.append(entry)
    }
  }

  /// Decisions as they are, then the proposals nobody has decided, in the order given.
  public mutating func propose(_ proposals: [Entry]) {
    entries.removeAll { $0.state == .open }
    var known = Set(entries.map(\.pair))
    for proposal in proposals where known.insert(proposal.pair).inserted {
      entries.append(proposal)
    }
  }

  /// Gives things the names they have now, so that a decision is known for the same.
  mutating func rename(_ name: (String) throws -> String) rethrows {
    for i in entries.indices {
      entries[i].first = try name(entries[i].first)
      entries[i].second = try name(entries[i].second)
    }
  }

  public mutating func remove(where isGone: (Entry) -> Bool) { entries.removeAll(where: isGone) }

  /// Which thing each merged one is, through chains of decisions.
  ///
  /// - Throws: `DescriptorError` for decisions that cannot all hold.
  public func merged() throws -> [(former: String, kept: String, since: Day)] {
    var direct: [String: Entry] = [:]
    for entry in entries where entry.state == .merged {
      if let other = direct.updateValue(entry, forKey: entry.second) {
        throw contradiction("«\(entry.second)» è già «\(other.first)» in un'altra riga")
      }
    }
    let merged = try direct.values.sorted { $0.second < $1.second }.map { entry in
      var kept = entry.first
      var steps = 0
      while let next = direct[kept] {
        kept = next.first
        steps += 1
        if steps > direct.count || kept == entry.second {
          throw contradiction("le decisioni su «\(entry.second)» si rincorrono in cerchio")
        }
      }
      return (former: entry.second, kept: kept, since: entry.decidedOn!)
    }
    let kept = Dictionary(uniqueKeysWithValues: merged.map { ($0.former, $0.kept) })
    for entry in entries where entry.state == .distinct {
      guard (kept[entry.first] ?? entry.first) == (kept[entry.second] ?? entry.second) else {
        continue
      }
      throw contradiction(
        "«\(entry.first)» e «\(entry.second)» sono dette diverse e, per altre righe, sono la stessa"
      )
    }
    return merged
  }

  private func contradiction(_ message: String) -> DescriptorError {
    DescriptorError(file: file, message: message)
  }

  /// Written whole or not at all, and only when it says something new.
  public func write(isPrivate: Bool) throws {
    let manager = FileManager.default
    if entries.isEmpty && !manager.fileExists(atPath: file) { return }
    var text = DecisionLedger.header.joined(separator: ",") + "\n"
    for e in entries {
      text +=
        [
          e.first, e.second, e.reason, e.context, e.state.rawValue, e.decidedBy,
          e.decidedOn.map { "\($0)" } ?? "", e.motive,
        ].map(DecisionLedger.quoted).joined(separator: ",") + "\n"
    }
    let data = Data(text.utf8)
    guard manager.contents(atPath: file) != data else { return }
    let mode: [FileAttributeKey: Any] = [.posixPermissions: isPrivate ? 0o700 : 0o755]
    try manager.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
      attributes: mode)
    try data.writeWhole(to: file)
    if isPrivate { try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file) }
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
