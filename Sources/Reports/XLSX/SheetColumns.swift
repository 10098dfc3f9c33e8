import Spreadsheet
import Warehouse

/// The columns of a sheet for a table: every page column becomes one or more, each of one type.
///
/// A number with marks gets a column for its mark beside it, an interval becomes two columns, and the
/// ids of the observations close the row. A withheld value is an empty cell: it is nowhere in the file.
struct SheetColumns {
  struct Column {
    enum Part { case value, lower, upper, mark, observation }
    var source: Int
    var part: Part
    var header: String
    var width: Double
    /// Its cells are words: a mark is one of them and needs no column of its own.
    var isText = false
    /// So wide a text may be: after the first column it is a step away from the number before it.
    var room: Double { source == 0 ? width : width - 1 }
  }

  let columns: [Column]
  /// How many come before the ids: what a reader needs on paper.
  let printed: Int
  private let language: Language

  init(_ table: Table, _ language: Language) {
    self.language = language
    var columns: [Column] = []
    var ids: [Column] = []
    for (index, column) in table.columns.enumerated() {
      let width = column.width ?? Self.width(of: column, at: index, in: table, language)
      func add(_ part: Column.Part, _ header: String, _ width: Double) {
        columns.append(
          Column(
            source: index, part: part, header: header,
            width: max(width, Self.wholeWords(header)), isText: column.kind == .text))
      }
      if column.kind == .interval {
        add(.lower, SheetPhrases.lower(language, column.title), 14)
        add(.upper, SheetPhrases.upper(language, column.title), 14)
      } else {
        add(.value, column.title, width)
      }
      let cells = table.rows.map { $0[index] }
      let marks = cells.filter { !$0.isWords(inText: column.kind == .text) }.map(Self.marks).filter
      { !$0.isEmpty }
      if let longest = marks.map(\.count).max() {
        add(.mark, SheetPhrases.mark(language, column.title), min(max(Double(longest) + 3, 11), 28))
      }
      if cells.contains(where: { $0.observation != nil }) {
        ids.append(
          Column(
            source: index, part: .observation,
            header: SheetPhrases.observation(language, column.title), width: 40))
      }
    }
    printed = columns.count
    self.columns = Self.withUniqueHeaders(columns + ids)
  }

  /// Numbers are under a header on their side.
  func headerStyle(_ column: Column, of table: Table) -> CellStyle {
    switch column.part {
    case .lower, .upper: .numberHeader
    case .value where table.columns[column.source].kind != .text: .numberHeader
    case .value where column.source == 0: .header
    case .observation: .header
    // As far from the number before it as what is under it.
    case .value, .mark: .stepHeader
    }
  }

  /// Where a column of the table ended up: an interval in two.
  func places(of source: Int) -> [Int] {
    columns.indices.filter {
      columns[$0].source == source && [.value, .lower, .upper].contains(columns[$0].part)
    }
  }

  /// How wide the first columns are together.
  func pixels(ofFirst count: Int) -> Int {
    columns.prefix(count).reduce(0) { $0 + CellRange.pixels(ofColumn: $1.width) }
  }

  func value(_ column: Column, _ cell: Cell) -> (SheetValue, CellStyle) {
    let isFirst = column.source == 0
    switch (column.part, cell.value) {
    case (.mark, _):
      let words = cell.isWords(inText: column.isText) ? "" : Self.marks(of: cell)
      return (words.isEmpty ? .blank : .text(words), CellStyle(alignTop: true, indent: 1))
    case (.observation, _): return (cell.observation.map(SheetValue.text) ?? .blank, .plain)
    case (.lower, .interval(let lower, _, let style)):
      return (.number(lower), CellStyle(numberFormat: style.spreadsheetFormat, alignTop: true))
    case (.upper, .interval(_, let upper, _)) where !upper.isFinite:
      return (.text(SheetPhrases.open[language]), CellStyle(alignment: .right, alignTop: true))
    case (.upper, .interval(_, let upper, let style)):
      return (.number(upper), CellStyle(numberFormat: style.spreadsheetFormat, alignTop: true))
    case (_, .text(let text)), (_, .link(let text, _)):
      let words = [text, Self.marks(of: cell)].filter { !$0.isEmpty }.joined(separator: " ")
      // A step away from the number before it.
      return (.text(words), CellStyle(wrap: true, alignTop: true, indent: isFirst ? 0 : 1))
    case (_, .integer(let value)):
      return (.number(Double(value)), .top(.integer, amongWords: column.isText))
    case (_, .number(let value, let style)):
      let format = CellStyle(numberFormat: style.spreadsheetFormat)
      return (.number(value), .top(format, amongWords: column.isText))
    case (_, .euro(let cents)):
      return (.number(Double(cents) / 100), .top(.euro, amongWords: column.isText))
    case (_, .day(let day)):
      return (.day(Int(day.number)), .top(.day, amongWords: column.isText))
    case (.value, .none) where column.isText && cell.mark != nil:
      return (.text(Self.marks(of: cell)), CellStyle(alignTop: true, indent: isFirst ? 0 : 1))
    case (_, .none), (_, .interval): return (.blank, .plain)
    }
  }

  private static func marks(of cell: Cell) -> String {
    [cell.mark?.rawValue, cell.word].compactMap(\.self).joined(separator: " ")
  }

  private static func width(
    of column: Table.Column, at index: Int, in table: Table, _ language: Language
  ) -> Double {
    if column.kind == .number { return 14 }
    let longest = table.rows.map { CellText.text(of: $0[index], language).count }.max() ?? 0
    return min(max(Double(max(longest, 8)) + 2, 14), 50)
  }

  /// Room for the longest word of a header in bold and for the button of the filter.
  private static func wholeWords(_ header: String) -> Double {
    let longest = header.split(separator: " ").map(\.count).max() ?? 0
    return min(Double(longest) * 1.15 + 3, 28)
  }

  /// Headers of a marked table are unique, without regard to case.
  private static func withUniqueHeaders(_ columns: [Column]) -> [Column] {
    var taken: Set<String> = []
    return columns.map { column in
      var column = column
      let header = column.header
      var number = 2
      while !taken.insert(column.header.lowercased()).inserted {
        column.header = header + " (\(number))"
        number += 1
      }
      return column
    }
  }
}

extension Cell {
  /// Its mark is written beside words: only amounts and days have a column of their own for it.
  fileprivate func isWords(inText: Bool) -> Bool {
    switch value {
    case .text, .link: true
    case .none: inText
    case .integer, .number, .euro, .day, .interval: false
    }
  }
}

extension CellStyle {
  fileprivate static let stepHeader: CellStyle = {
    var style = CellStyle.header
    style.indent = 1
    return style
  }()

  /// Aligned with the first line of the texts beside it, and with the words above and below it.
  fileprivate static func top(_ style: CellStyle, amongWords: Bool = false) -> CellStyle {
    var style = style
    style.alignTop = true
    if amongWords {
      style.alignment = .left
      style.indent = 1
    }
    return style
  }
}
