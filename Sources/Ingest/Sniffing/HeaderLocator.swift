/// Finds the header of a table among its first rows, by what it should say and not by where it is:
/// exports put titles, notes and blank rows above it, and another number of them each time.
public enum HeaderLocator {
  /// Rows looked at, and share of names that must be recognised.
  static let rowLimit = 50
  static let wantedShare = 0.6
  /// Header rows that may stand on top of each other.
  static let depthLimit = 3

  /// Looks for the header in the first rows of `batch`.
  ///
  /// A row is the header when at least 60 % of the expected names are in it, or 60 % of its own names
  /// (two at least) are expected ones: a delivery may leave out most optional columns. So is one with
  /// all the `required` names (three at least), however many others a platform puts beside them. Names
  /// are compared folded. `firstRow` is the line the descriptor declares: then that row is taken. `depth`
  /// is the number of stacked header rows; deeper ones are tried only if that many do not match.
  /// Nil when there is no such row.
  public static func locate(
    in batch: RawBatch, expected: [String], required: [String] = [], firstRow: Int? = nil,
    depth: Int = 1, mergedRanges: [CellRange] = []
  ) -> LocatedHeader? {
    let wanted = folded(expected)
    let needed = folded(required)
    let depths = [depth] + (1...depthLimit).filter { $0 > depth }
    if let firstRow {
      guard let row = batch.rows.firstIndex(where: { Int($0.line) == firstRow }) else { return nil }
      return HeaderText(batch, mergedRanges).header(from: row, depth: depth)
    }
    let text = HeaderText(batch, mergedRanges)
    for depth in depths {
      var best: (header: LocatedHeader, score: Double)?
      for row in 0..<min(rowLimit, batch.rows.count) {
        guard let header = text.header(from: row, depth: depth) else { continue }
        let score = score(header, wanted, needed)
        // Of two rows that match as well, the upper one: the lower may be a repeated header.
        if score >= wantedShare, score > best?.score ?? 0 { best = (header, score) }
      }
      if let best { return best.header }
    }
    return nil
  }

  private static func folded(_ names: [String]) -> Set<String> {
    Set(names.map { Folding.fold($0) }.filter { !$0.isEmpty })
  }

  private static func score(
    _ header: LocatedHeader, _ wanted: Set<String>, _ needed: Set<String>
  ) -> Double {
    let names = folded(header.headers)
    let found = Double(names.intersection(wanted).count)
    guard found > 0 else { return 0 }
    let ofExpected = found / Double(wanted.count)
    let ofItsOwn = found >= 2 ? found / Double(names.count) : 0
    let isComplete = needed.count > 2 && needed.isSubset(of: names)
    return max(ofExpected, ofItsOwn, isComplete ? wantedShare : 0)
  }
}

/// Where the header is and what each column is called.
public struct LocatedHeader: Sendable, Equatable {
  /// By column. Levels joined with ` / `; a name met again has its number after it: `COD ISTAT (2)`.
  public var headers: [String]
  /// Indices in the batch's rows.
  public var firstRow: Int
  public var lastRow: Int
  /// Line of the first header row in the file.
  public var line: Int
}
