/// The things a delivery names, wherever its source tells of them, and what its being there changes.
struct ThingsMet {
  let snapshot: Int64
  /// Rows that have a newer version because of the delivery, its own among them.
  private(set) var outdated: [Int64] = []
  /// Rows of other deliveries that are the newest when it is not there.
  private(set) var newestWithout: [Int64] = []
  /// Rows that are a newer version of something because of the delivery, its own among them.
  private(set) var toldBefore: [Int64] = []
  /// Rows that hold in their delivery, each with what was said before it: those of the delivery itself, and
  /// those for which it is another than without it.
  private(set) var compared: [(key: Int64, with: Int64?, without: Int64?)] = []

  /// - Parameters:
  ///   - place: of the delivery among the others.
  ///   - others: the source's other deliveries, by day and name.
  init(
    of snapshot: Int64, at place: Int, among others: [Int64], _ marks: IdentityMarks
  ) throws {
    self.snapshot = snapshot
    var rows: [String: [Int64]] = [:]
    try marks.forEachRow(of: snapshot) { rows[$1, default: []].append($0) }
    for row in try marks.rows(of: Set(rows.keys), in: Set(others)) { rows[row.id]!.append(row.key) }
    let order = others[..<place] + [snapshot] + others[place...]
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    for keys in rows.values {
      add(keys.sorted { (places[$0 >> 32]!, $0) < (places[$1 >> 32]!, $1) })
    }
    // Things come in no order, and are written in one.
    outdated.sort()
    newestWithout.sort()
  }

  /// - Parameter versions: rows of one thing, from the oldest to the newest.
  private mutating func add(_ versions: [Int64]) {
    func isOwn(_ key: Int64) -> Bool { key >> 32 == snapshot }
    let others = versions.filter { !isOwn($0) }
    outdated += versions.dropLast().filter { isOwn($0) || $0 == others.last }
    if let newest = others.last, newest != versions.last { newestWithout.append(newest) }
    toldBefore += versions.dropFirst().filter { isOwn($0) || $0 == others.first }
    var (with, without): (Int64?, Int64?)
    for (i, key) in versions.enumerated() {
      let holds = i + 1 == versions.count || versions[i + 1] >> 32 != key >> 32
      guard holds else { continue }
      if isOwn(key) || with != without { compared.append((key, with, without)) }
      with = key
      if !isOwn(key) { without = key }
    }
  }
}
