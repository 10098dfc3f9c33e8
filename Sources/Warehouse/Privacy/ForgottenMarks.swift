internal import GRDB

/// Whoever was erased and must not come back, as digests of their tokens by generation of the key.
public struct ForgottenMarks: Hashable, Sendable {
  /// Digests by key fingerprint.
  public private(set) var byKey: [String: Set<PersonToken>] = [:]

  public init() {}

  public var isEmpty: Bool { byKey.isEmpty }

  public mutating func insert(_ mark: PersonToken, keyID: String) {
    byKey[keyID, default: []].insert(mark)
  }
}

extension Store {
  public func forgottenMarks() throws -> ForgottenMarks {
    var marks = ForgottenMarks()
    for (id, mark) in try rows(
      "SELECT key_id, mark FROM forgotten", { ($0[0] as String, $0[1] as String) })
    {
      if let mark = PersonToken(hexadecimal: mark) { marks.insert(mark, keyID: id) }
    }
    return marks
  }

  public func forgottenCount() throws -> Int {
    try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM forgotten")! }
  }

  /// Linkage group and publisher of every source that was ever loaded: the pairs under which a person
  /// may be known.
  public func personScopes() throws -> [(scope: String, publisher: String)] {
    try rows(
      """
      SELECT DISTINCT scope, publisher FROM source_scope JOIN source ON source.id = source
      ORDER BY 1, 2
      """
    ) { ($0[0], $0[1]) }
  }
}

extension WriteAccess {
  public func remember(forgotten marks: ForgottenMarks, on day: Day) throws {
    for (id, marks) in marks.byKey {
      for mark in marks {
        try db.execute(
          literal:
            "INSERT OR IGNORE INTO forgotten VALUES (\(id), \(mark.hexadecimal), \(day.number))")
      }
    }
  }
}
