import Foundation

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
  /// are compared folded, and under a heading of their own by their last level. Of several such rows the
  /// one with most expected names is taken. `firstRow` is the line the descriptor declares: then that row
  /// is taken. `depth` is the number of stacked header rows; others are tried if that many do not match,
  /// or say less. Nil when there is no such row.
  public static func locate(
    in batch: RawBatch, expected: [String], required: [String] = [], firstRow: Int? = nil,
    depth: Int = 1, mergedRanges: [CellRange] = []
  ) -> LocatedHeader? {
    let wanted = folded(expected)
    let needed = folded(required)
    let depths = [depth] + (1...depthLimit).filter { $0 > depth }
    if let firstRow {
      guard let row = batch.rows.firstIndex(where: { Int($0.line) == firstRow }) else { return nil }
      var text = HeaderText(batch, mergedRanges)
      return text.header(from: row, depth: depth)
    }
    var text = HeaderText(batch, mergedRanges)
    // A row of data has no word of a name: it need not be read as a header three times.
    let words = Set(wanted.flatMap { $0.split(separator: " ") })
    let speaks = (0..<min(rowLimit + depths.max()!, batch.rows.count)).map {
      text.has(words, row: $0)
    }
    var best: (header: LocatedHeader, found: Int, score: Double)?
    for depth in depths {
      for row in 0..<min(rowLimit, batch.rows.count)
      where speaks[row..<min(row + depth, speaks.count)].contains(true) {
        guard let header = text.header(from: row, depth: depth) else { continue }
        let (found, score) = score(header, wanted, needed)
        guard score >= wantedShare else { continue }
        // Of two that match as well, the upper and the shallower: the lower may be a repeated header.
        if let best {
          let isSame = found == best.found && depth == best.header.depth && score > best.score
          guard found > best.found || isSame else { continue }
        }
        best = (header, found, score)
        // Nothing below says more than everything.
        if found == wanted.count { return header }
      }
    }
    return best?.header
  }

  private static func folded(_ names: [String]) -> Set<String> {
    Set(names.map { Folding.fold($0) }.filter { !$0.isEmpty })
  }

  private static func score(
    _ header: LocatedHeader, _ wanted: Set<String>, _ needed: Set<String>
  ) -> (found: Int, score: Double) {
    let names = Set(ColumnPlaces(header.headers).byName.keys)
    let count = names.intersection(wanted).count
    guard count > 0 else { return (0, 0) }
    let found = Double(count)
    let ofExpected = found / Double(wanted.count)
    let own = header.headers.count { !$0.isEmpty }
    let ofItsOwn = found >= 2 ? found / Double(max(1, own)) : 0
    let isComplete = needed.count > 2 && needed.isSubset(of: names)
    return (count, max(ofExpected, ofItsOwn, isComplete ? wantedShare : 0))
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

  var depth: Int { lastRow - firstRow + 1 }
}

/// Which column each name is of: a header whole, or its last level (`Importi / costo` is `costo`) where
/// no other column has that name.
struct ColumnPlaces {
  /// Folded name → column.
  let byName: [String: Int]

  init(_ headers: [String]) {
    let named = headers.enumerated().filter { !$1.isEmpty }
    var byName = Dictionary(
      named.map { (Folding.fold($1), $0) }, uniquingKeysWith: { first, _ in first })
    var lastLevels: [String: [Int]] = [:]
    for (column, header) in named {
      guard header.utf8.contains(UInt8(ascii: "/")),
        let level = header.split(separator: " / ").last, level.count < header.count
      else { continue }
      lastLevels[Folding.fold(String(level)), default: []].append(column)
    }
    for (name, columns) in lastLevels where columns.count == 1 && byName[name] == nil {
      byName[name] = columns[0]
    }
    byName[""] = nil
    self.byName = byName
  }
}
