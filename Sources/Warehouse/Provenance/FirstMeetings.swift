internal import GRDB

/// Where persons were first met among all facts, those of deliveries that no longer hold included.
struct FirstMeetings {
  /// Key of the fact, by first half of the token.
  private var keys: [UInt64: Int64] = [:]
  /// What the delivery of a snapshot is called: `publisher/dataset/delivery`.
  private let deliveries: [Int64: String]
  private static let mask: UInt64 = 0xFFFF

  /// - Parameter persons: first halves of the tokens to look for.
  init(of persons: Set<UInt64>, on db: Database) throws {
    deliveries = Dictionary(
      uniqueKeysWithValues: try Row.fetchAll(
        db,
        sql: """
          SELECT s.id, publisher || '/' || dataset || '/' || delivery
          FROM snapshot s JOIN source ON source.id = s.source
          """
      ).map { ($0[0], $0[1]) })
    // Nearly nobody is looked for: the last bits of a token, random as they are, tell most others apart.
    var few = [Bool](repeating: false, count: Int(FirstMeetings.mask) + 1)
    for person in persons { few[Int(person & FirstMeetings.mask)] = true }
    for (name, columns) in try TokenColumns.all(db) {
      guard let table = FactTable.named(name) else { continue }
      let fields = columns.compactMap { FactField.named($0.name) }
      let shape = try FactShape.of(table, reading: fields, on: db)
      var met: [UInt64: Int64] = [:]
      let feed = try FactFeed(shape, on: db, onlyCurrent: false)
      try feed.forEachSlice(FactSlice(shape, reading: fields)) { slice in
        for cells in fields.map(slice.cells) {
          for (cell, key) in zip(cells, slice.allKeys) where cell != FactBatch.null {
            let person = UInt64(bitPattern: cell)
            guard few[Int(person & FirstMeetings.mask)], persons.contains(person) else { continue }
            met[person] = min(met[person] ?? key, key)
          }
        }
      }
      keys.merge(met) { first, _ in first }
    }
  }

  /// Delivery and line; nil when nobody of that token was met.
  subscript(person: PersonToken) -> String? {
    guard let key = keys[person.high], let delivery = deliveries[key >> 32] else { return nil }
    return "\(delivery) riga \(key & 0xFFFF_FFFF)"
  }
}
