/// One table: a caption, one header row, data rows, nothing merged. The first column names the row.
struct Table: Hashable, Sendable {
  struct Column: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case text, number, interval }

    var title: String
    var kind: Kind
    /// Width in a sheet, in characters; nil lets the writer choose.
    var width: Double?
    /// True when its cells are words of who delivered them: Italian in whichever language the page is.
    var isDelivered = false

    init(_ title: String, _ kind: Kind = .text, width: Double? = nil) {
      self.title = title
      self.kind = kind
      self.width = width
    }

    func delivered() -> Column {
      var column = self
      column.isDelivered = true
      return column
    }
  }

  /// Unique in the report; anchors, table names and file names come from it.
  var id: String
  var caption: String
  /// Short name of its sheet.
  var sheetName: String
  var columns: [Column]
  var rows: [[Cell]]
  /// Said once, under the table and in the notes sheet.
  var notes: [String]
  var isSortable: Bool
  /// True when two of its rows may be put side by side.
  var isComparable = false
  /// True when the background of its numbers says how high they are in their column.
  var isShaded = false
  /// True when it is too long to be read on a page: the page says that the workbook has it.
  var isInWorkbookOnly: Bool
  /// Of a long table, how many of the first rows a page shows; the workbook has them all.
  var rowsOnPage: Int?
  var shownRows: ArraySlice<[Cell]> { rows.prefix(rowsOnPage ?? rows.count) }
  /// True when it is not folded away under its chart.
  var isOpen = false

  init(
    id: String, caption: String, sheetName: String, columns: [Column], rows: [[Cell]],
    notes: [String] = [], isSortable: Bool = false, isInWorkbookOnly: Bool = false
  ) {
    self.isInWorkbookOnly = isInWorkbookOnly
    self.id = id
    self.caption = caption
    self.sheetName = sheetName
    self.columns = columns
    self.rows = rows
    self.notes = notes
    self.isSortable = isSortable
  }

  /// Without the columns of numbers and intervals in which no row has one: they would only be blank.
  func withoutEmptyColumns() -> Table {
    without { index in
      columns[index].kind != .text
        && rows.allSatisfy { $0[index].value == .none && $0[index].mark == nil }
    }
  }

  /// Without the last column, where it says the same of every row and that is nothing.
  func withoutLast(saying nothing: Set<String>) -> Table {
    without { index in
      index == columns.count - 1
        && rows.allSatisfy {
          if case .text(let text) = $0[index].value { nothing.contains(text) } else { false }
        }
    }
  }

  /// A table without rows keeps its columns: they are what it is about.
  func without(_ isDropped: (Int) -> Bool) -> Table {
    if rows.isEmpty { return self }
    let kept = columns.indices.filter { !isDropped($0) }
    var table = self
    table.columns = kept.map { columns[$0] }
    table.rows = rows.map { row in kept.map { row[$0] } }
    return table
  }

  /// The marks that appear, in the order of the legend.
  var marks: [Mark] { Self.marks(in: rows[...]) }

  /// Those of the rows a page shows.
  var shownMarks: [Mark] { Self.marks(in: shownRows) }

  private static func marks(in rows: ArraySlice<[Cell]>) -> [Mark] {
    let used = Set(rows.joined().compactMap(\.mark))
    return Mark.allCases.filter(used.contains)
  }
}
