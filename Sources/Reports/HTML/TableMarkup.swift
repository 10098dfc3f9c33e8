import Warehouse

/// Tables as markup: a caption, scoped headers, marks with their meaning, observation ids.
struct TableMarkup {
  let language: Language
  /// From this page to the root of the edition: `../` or nothing.
  let root: String

  func write(_ table: Table, to html: inout MarkupWriter) {
    let captionID = "c-" + table.id
    html.open(
      "div",
      [
        // Not cut by the end of a page.
        ("class", table.rows.count < Self.many ? "scroll few" : "scroll"), ("role", "region"),
        ("aria-labelledby", captionID), ("tabindex", "0"),
      ])
    var attributes = [("id", "t-" + table.id)]
    if table.isSortable { attributes.append(("data-sortable", "")) }
    if table.isComparable { attributes.append(("data-compare", "")) }
    if table.columns.count >= Self.manyColumns { attributes.append(("class", "d")) }
    // An entry and what it says: on a telephone it is broken rather than moved sideways.
    if table.columns.map(\.kind) == [.text, .text] { attributes.append(("class", "k")) }
    html.open("table", attributes)
    html.element("caption", [("id", captionID)], text: table.caption)
    html.raw("<thead><tr>")
    for (index, column) in table.columns.enumerated() {
      var attributes = [("scope", "col")]
      if column.kind != .text {
        attributes.append(("class", "n"))
      } else if index > 0, table.columns.count > 3, holdsSentences(table, index) {
        // Among many columns they would be squeezed to a word a line.
        attributes.append(("class", "w"))
      }
      html.element("th", attributes, text: column.title)
    }
    html.raw("</thead>\n<tbody>\n")
    // A column of numbers or short codes needs no more room than they take.
    let isNarrow = table.rows.allSatisfy {
      $0.first.map { CellText.text(of: $0, language).count <= 5 } ?? true
    }
    var explained: Set<Mark> = []
    let shades = table.isShaded ? Shades(table) : nil
    let hasLongWords = table.columns.indices.map { column in
      table.rows.contains { isLong($0[column]) }
    }
    for row in table.shownRows {
      html.raw("<tr>")
      for (index, cell) in row.enumerated() {
        write(
          cell, table.columns[index], index, shade: shades?.of(cell, at: index), isNarrow: isNarrow,
          isLong: hasLongWords[index], keepsID: table.isComparable, &explained, &html)
      }
      html.newline()
    }
    html.raw("</tbody></table></div>\n")
    writeNotes(of: table, to: &html)
  }

  /// So many stand closer, in smaller letters, or the table would not fit a desktop's window.
  private static let manyColumns = 9
  /// Rows that may be parted by the end of a page.
  private static let many = 13

  /// A longer word, a fingerprint, is broken rather than pushing the table off the page, and its
  /// column is in smaller letters.
  private static let longestWord = 40

  /// A longer text is a sentence: it has room of its own, where names would only push the numbers out of
  /// a telephone's sight.
  private static let longestName = 60

  private func holdsSentences(_ table: Table, _ column: Int) -> Bool {
    table.shownRows.contains {
      CellText.text(of: $0[column], language).count > Self.longestName
    }
  }

  private func isLong(_ cell: Cell) -> Bool {
    guard case .text(let text) = cell.value, text.utf8.count > Self.longestWord else {
      return false
    }
    return text.split(separator: " ").contains { $0.count > Self.longestWord }
  }

  private func write(
    _ cell: Cell, _ column: Table.Column, _ index: Int, shade: Int?, isNarrow: Bool,
    isLong: Bool, keepsID: Bool, _ explained: inout Set<Mark>, _ html: inout MarkupWriter
  ) {
    var attributes: [(String, String)] = []
    if index == 0 { attributes.append(("scope", "row")) }
    let classes = classes(
      of: cell, column, shade, isNarrow: index == 0 && isNarrow, isLong: isLong)
    if !classes.isEmpty { attributes.append(("class", classes.joined(separator: " "))) }
    // Read aloud with the right voice (WCAG 3.1.2).
    if column.isDelivered, language != .it, cell.isWords { attributes.append(("lang", "it")) }
    if let key = sortKey(cell.value, isExact: keepsID) {
      attributes.append((isAmount(cell.value) ? "data-v" : "data-s", key))
    }
    if keepsID, let bounds = cell.bounds {
      let upper = bounds.upperBound.isFinite ? plainNumber(bounds.upperBound) : "Infinity"
      attributes.append(("data-i", plainNumber(bounds.lowerBound) + " " + upper))
    }
    // Nobody is led to a number that is not there: its id is in the workbook and in the open data.
    if let id = cell.observation, cell.value != .none || keepsID {
      attributes.append(html.identity(of: id))
    }
    html.element(index == 0 ? "th" : "td", attributes) { write(cell, &explained, to: &$0) }
  }

  private func classes(
    of cell: Cell, _ column: Table.Column, _ shade: Int?, isNarrow: Bool, isLong: Bool
  ) -> [String] {
    var classes: [String] = []
    if isNarrow { classes.append("s") }
    if column.kind == .text { return isLong ? classes + ["h"] : classes }
    classes.append("n")
    // A reason in words may take more lines than a number.
    if cell.word != nil { classes.append("o") }
    if let shade { classes.append("q\(shade + 1)") }
    return classes
  }

  /// The content of a key figure.
  func write(_ cell: Cell, to html: inout MarkupWriter) {
    var explained: Set<Mark> = []
    write(cell, &explained, to: &html)
  }

  /// - Parameter explained: marks the table has met. The first of each says what it means where it stands,
  ///   the others are in the notes under the table.
  private func write(
    _ cell: Cell, _ explained: inout Set<Mark>, to html: inout MarkupWriter
  ) {
    if case .link(let text, let target) = cell.value {
      html.element("a", [("href", href(target))]) { $0.name(text, language) }
    } else {
      html.name(CellText.text(of: cell, language), language)
    }
    if let mark = cell.mark {
      if cell.value != .none || cell.word != nil { html.raw(" ") }
      if explained.insert(mark).inserted {
        html.element("abbr", [("title", mark.meaning[language])], text: mark.rawValue)
      } else {
        html.text(mark.rawValue)
      }
    }
  }

  func href(_ target: Link.Target) -> String {
    switch target {
    case .page(let path): root + path
    case .anchor(let id): "#" + id
    }
  }

  /// Days and intervals are sorted by a number that is not theirs.
  private func isAmount(_ value: Cell.Value) -> Bool {
    switch value {
    case .number, .integer, .euro: true
    case .none, .text, .day, .interval, .link: false
    }
  }

  /// - Parameter isExact: the page counts with the number; elsewhere it is only put in order, and the digits
  ///   nobody sees are in the workbook and in the open data.
  private func sortKey(_ value: Cell.Value, isExact: Bool) -> String? {
    switch value {
    case .number(let number, _): isExact ? plainNumber(number) : plainNumber(number, digits: 6)
    case .integer(let number): String(number)
    // With its decimals, so that it is a number to whoever looks for telephone numbers.
    case .euro(let cents): "\(cents / 100).\(abs(cents % 100) / 10)\(abs(cents % 10))"
    case .day(let day): String(day.number)
    case .interval(let lower, _, _): plainNumber(lower)
    case .none, .text, .link: nil
    }
  }

  private func writeNotes(of table: Table, to html: inout MarkupWriter) {
    let left = table.rows.count - table.shownRows.count
    let notes =
      (left > 0 ? [Phrases.restInWorkbook(language, language.integer(left))] : [])
      + table.shownMarks.map { $0.legend[language] } + table.notes
    if notes.isEmpty { return }
    html.raw("<ul class=\"notes\">")
    for note in notes { html.element("li", text: note) }
    html.raw("</ul>\n")
  }
}

extension Cell {
  fileprivate var isWords: Bool {
    switch value {
    case .text, .link: true
    case .none, .integer, .number, .euro, .day, .interval: false
    }
  }
}
