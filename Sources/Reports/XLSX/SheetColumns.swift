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
  }

  let columns: [Column]
  /// How many come before the ids: what a reader needs on paper.
  let printed: Int

  init(_ table: Table, _ language: Language) {
    var columns: [Column] = []
    var ids: [Column] = []
    for (index, column) in table.columns.enumerated() {
      let width = column.width ?? Self.width(of: column, at: index, in: table, language)
      func add(_ part: Column.Part, _ header: String, _ width: Double) {
        columns.append(Column(source: index, part: part, header: header, width: width))
      }
      if column.kind == .interval {
        add(.lower, SheetPhrases.lower(language, column.title), 14)
        add(.upper, SheetPhrases.upper(language, column.title), 14)
      } else {
        add(.value, column.title, width)
      }
      let cells = table.rows.map { $0[index] }
      if cells.contains(where: { $0.mark != nil || $0.word != nil }) {
        add(.mark, SheetPhrases.mark(language, column.title), 16)
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
    case .value, .observation: .header
    // As far from the number before it as the marks under it.
    case .mark: .markHeader
    }
  }

  /// Where a value column of the table ended up.
  func place(of source: Int) -> Int? {
    columns.firstIndex { $0.source == source && $0.part == .value }
  }

  func value(_ column: Column, _ cell: Cell) -> (SheetValue, CellStyle) {
    let isFirst = column.source == 0
    switch (column.part, cell.value) {
    case (.mark, _):
      let words = [cell.mark?.rawValue, cell.word].compactMap(\.self)
      return (
        words.isEmpty ? .blank : .text(words.joined(separator: " ")),
        CellStyle(alignTop: true, indent: 1)
      )
    case (.observation, _): return (cell.observation.map(SheetValue.text) ?? .blank, .plain)
    case (.lower, .interval(let lower, _, let style)):
      return (.number(lower), CellStyle(numberFormat: style.spreadsheetFormat, alignTop: true))
    case (.upper, .interval(_, let upper, let style)):
      return (.number(upper), CellStyle(numberFormat: style.spreadsheetFormat, alignTop: true))
    case (_, .text(let text)), (_, .link(let text, _)):
      // A step away from the number before it.
      return (.text(text), CellStyle(wrap: true, alignTop: true, indent: isFirst ? 0 : 1))
    case (_, .integer(let value)): return (.number(Double(value)), .top(.integer))
    case (_, .number(let value, let style)):
      return (.number(value), CellStyle(numberFormat: style.spreadsheetFormat, alignTop: true))
    case (_, .euro(let cents)): return (.number(Double(cents) / 100), .top(.euro))
    case (_, .day(let day)): return (.day(Int(day.number)), .top(.day))
    case (_, .none), (_, .interval): return (.blank, .plain)
    }
  }

  private static func width(
    of column: Table.Column, at index: Int, in table: Table, _ language: Language
  ) -> Double {
    if column.kind == .number { return 14 }
    let longest = table.rows.map { CellText.text(of: $0[index], language).count }.max() ?? 0
    return min(max(Double(max(longest, 8)) + 2, 14), 50)
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

extension CellStyle {
  fileprivate static let markHeader: CellStyle = {
    var style = CellStyle.header
    style.indent = 1
    return style
  }()

  /// Aligned with the first line of the texts beside it.
  fileprivate static func top(_ style: CellStyle) -> CellStyle {
    var style = style
    style.alignTop = true
    return style
  }
}
