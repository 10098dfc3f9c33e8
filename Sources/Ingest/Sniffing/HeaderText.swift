/// Reads one or more stacked rows of a batch as the names of columns.
struct HeaderText {
  private let batch: RawBatch
  private let mergedRanges: [CellRange]
  /// By row, what has been asked for: a row is part of several headers that might be.
  private var known: [Int: [String]] = [:]

  init(_ batch: RawBatch, _ mergedRanges: [CellRange]) {
    self.batch = batch
    self.mergedRanges = mergedRanges
  }

  /// The header that is found, told of the merged cells only where they may change it: to know them a whole
  /// sheet must be read through. A first row as wide as the table, without a blank, has none.
  static func locate(
    in batch: RawBatch, mergedRanges: () throws -> [CellRange],
    _ header: ([CellRange]) -> LocatedHeader?
  ) rethrows -> LocatedHeader? {
    if let plain = header([]), plain.lastRow == 0 {
      let width = batch.rows.map(\.cellCount).max() ?? 0
      if batch.filledCount(batch.rows[0]) == Int(width) { return plain }
    }
    return header(try mergedRanges())
  }

  /// The header whose first row is at index `first`; nil when the batch ends before its last.
  mutating func header(from first: Int, depth: Int) -> LocatedHeader? {
    guard depth >= 1, first + depth <= batch.rows.count else { return nil }
    var levels = (0..<depth).map { texts(of: first + $0) }
    let lines = Int(batch.rows[first].line)...Int(batch.rows[first + depth - 1].line)
    let width = max(levels.map(\.count).max() ?? 0, spread(over: lines))
    for level in levels.indices {
      levels[level] += Array(repeating: "", count: width - levels[level].count)
    }
    let isMerged = fill(&levels, lines)
    if !isMerged { spreadToTheRight(&levels) }
    let names = (0..<width).map { column in
      var parts: [String] = []
      // A cell merged downwards says the same on each level: once is enough.
      for level in levels where !level[column].isEmpty && level[column] != parts.last {
        parts.append(level[column])
      }
      return parts.joined(separator: " / ")
    }
    return LocatedHeader(
      headers: HeaderText.numbered(names), firstRow: first, lastRow: first + depth - 1,
      line: lines.lowerBound)
  }

  /// Bytes of the longest name: what is longer is a text that somebody wrote.
  static let longestName = 10_000

  /// Cells with their blanks and newlines made one space.
  private mutating func texts(of row: Int) -> [String] {
    if let texts = known[row] { return texts }
    let texts = (0..<Int(batch.rows[row].cellCount)).map {
      HeaderText.oneLine(batch.text(row: row, column: $0, upTo: HeaderText.longestName))
    }
    known[row] = texts
    return texts
  }

  /// One of these folded words is in a cell of a row.
  mutating func has(_ words: Set<Substring>, row: Int) -> Bool {
    texts(of: row).contains { text in
      Folding.fold(text).split(separator: " ").contains { words.contains($0) }
    }
  }

  private static func oneLine(_ text: String) -> String {
    // Most names are so already, and whole characters are slow to ask.
    var before: UInt8 = 0x20
    let isPlain = text.utf8.allSatisfy { byte in
      defer { before = byte }
      return byte > 0x20 && byte < 0x7F || byte == 0x20 && before != 0x20
    }
    if isPlain, before != 0x20 || text.isEmpty { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Columns the merged cells of these lines reach.
  private func spread(over lines: ClosedRange<Int>) -> Int {
    mergedRanges.filter { $0.rows.overlaps(lines) && $0.columns.count < 1000 }
      .map { $0.columns.upperBound + 1 }.max() ?? 0
  }

  /// Copies the text of each merged cell over the cells it covers. False when none is merged here.
  private func fill(_ levels: inout [[String]], _ lines: ClosedRange<Int>) -> Bool {
    var found = false
    for range in mergedRanges where range.rows.overlaps(lines) && range.columns.count < 1000 {
      found = true
      let top = range.rows.lowerBound - lines.lowerBound
      guard levels.indices.contains(top) else { continue }
      let text = levels[top][range.columns.lowerBound]
      for level in top...min(range.rows.upperBound - lines.lowerBound, levels.count - 1) {
        for column in range.columns { levels[level][column] = text }
      }
    }
    return found
  }

  /// A format that does not keep merged cells leaves blanks where they were: an upper name reaches
  /// over the blanks at its right that have a name below.
  private func spreadToTheRight(_ levels: inout [[String]]) {
    for upper in levels.indices.dropLast() {
      for column in levels[upper].indices.dropFirst()
      where levels[upper][column].isEmpty && !levels[upper + 1][column].isEmpty {
        // Only under a name that has one below itself: a column of one level spreads nothing.
        if !levels[upper + 1][column - 1].isEmpty {
          levels[upper][column] = levels[upper][column - 1]
        }
      }
    }
  }

  static func numbered(_ names: [String]) -> [String] {
    var counts: [String: Int] = [:]
    return names.map { name in
      guard !name.isEmpty else { return name }
      let folded = Folding.fold(name)
      let count = counts[folded, default: 0] + 1
      counts[folded] = count
      return count == 1 ? name : "\(name) (\(count))"
    }
  }
}
