internal import GRDB

/// A comune that is no more and the one its facts count in today.
public struct Succession: Hashable, Sendable {
  /// The code under which facts were filed.
  public var filed: String
  public var name: String
  public var successor: String

  public init(filed: String, name: String, successor: String) {
    self.filed = filed
    self.name = name
    self.successor = successor
  }
}

extension WriteAccess {
  public func note(successions: [Succession]) throws {
    for s in successions {
      try db.execute(
        literal: """
          INSERT OR REPLACE INTO comune_succession VALUES (\(s.filed), \(s.name), \(s.successor))
          """)
    }
  }
}

extension Store {
  /// The comune of today for each one that is no more and has facts filed under it.
  public func succession() throws -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: try rows("SELECT filed, successor FROM comune_succession") {
        ($0[0], $0[1])
      })
  }
}
