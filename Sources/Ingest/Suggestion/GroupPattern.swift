import Warehouse

/// Which columns have their value on the first row of each group alone, as pivot tables and people who write
/// for the eye leave it: blank in a good part of the rows, and in an outer group never the same again. A
/// value that is merely missing here and there comes back.
struct GroupPattern {
  /// By column: the rows that have something, with a mark of what it is.
  private var labels: [[(row: Int, mark: Int)]] = []
  private var rows = 0

  /// Fewer blank rows than one in so many are slips.
  private static let share = 4
  private static let fewest = 2

  mutating func addRow() { rows += 1 }

  /// - Parameter column: of the last row added.
  mutating func add(_ text: String, in column: Int) {
    while labels.count <= column { labels.append([]) }
    labels[column].append((rows - 1, text.hashValue))
  }

  /// Column → its blank rows, out of all those looked at.
  var columns: (blanks: [Int: Int], rows: Int) {
    var blanks: [Int: Int] = [:]
    var groups: Set<Int> = []
    for (column, own) in labels.enumerated() where own.first?.row == 0 {
      let blank = rows - own.count
      guard blank >= GroupPattern.fewest, blank * GroupPattern.share >= rows,
        groups.isSubset(of: own.map(\.row))
      else { continue }
      var seen: Set<Int> = []
      let returns = own.contains { row, mark in
        if groups.contains(row) { seen = [] }
        return !seen.insert(mark).inserted
      }
      guard !returns else { continue }
      blanks[column] = blank
      groups.formUnion(own.map(\.row))
    }
    return (blanks, rows)
  }
}

extension Field.Kind {
  /// Whether it may say which group rows are of: no day, no amount, nobody.
  var mayNameGroups: Bool {
    switch self {
    case .comune, .comuni, .place, .code, .codes, .organisation, .cup, .text, .ownWord, .month,
      .identifier:
      true
    case .integer(let range): range.lowerBound >= 1800
    default: false
    }
  }
}

extension Suggestion {
  /// Columns of what must be on every row, written on the first row of each group alone; with the blank rows.
  var groupLabels: [(header: String, blanks: Int)] {
    let blanks = profile.groups.columns.blanks
    return best.chosen.indices.compactMap { column in
      guard let blank = blanks[column], let field = best.chosen[column]?.field, field.isRequired,
        field.name != best.contract.identity, field.kind.mayNameGroups
      else { return nil }
      return (profile.columns[column].header, blank)
    }
  }
}
