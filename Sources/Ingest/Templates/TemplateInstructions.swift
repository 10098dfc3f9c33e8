import Spreadsheet

/// The sheet that says how to fill in the workbook, and lists its fields.
struct TemplateInstructions {
  let contract: Contract
  let columns: [TemplateColumn]
  let lists: TemplateLists
  let language: ReceiptLanguage

  /// Words listed in the table itself; longer lists are on their own sheet.
  private static let shownWords = 12

  private static let widths: [Double] = [24, 13, 22, 52, 44, 28]

  private var paragraphs: [String] {
    let required = columns.filter(\.field.isRequired).map(\.field.label)
    let words = TemplateWords.self
    return [
      contract.meaning(language),
      words.place(language, contract.dataset, "\(FillInTemplate.headerRow + 2)"),
      words.names[language], words.asterisks(language, required.joined(separator: ", ")),
      words.unneeded[language],
      columns.contains(where: \.field.isPersonal) ? words.persons[language] : "",
      words.saved[language],
    ].filter { !$0.isEmpty }
  }

  /// Characters that fit beside each other over the columns of the table, with room to spare.
  private static let span = Int(widths.reduce(0, +) * 0.85)

  /// A sentence to a row, which runs over the empty cells beside it: merged cells are hard on whoever
  /// listens. A longer one breaks between words.
  static func lines(of paragraph: String) -> [String] {
    var lines: [String] = []
    for sentence in paragraph.replacing(". ", with: ".\n").split(separator: "\n") {
      var line = ""
      for word in sentence.split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > span {
          lines.append(line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      lines.append(line)
    }
    return lines
  }

  func write(on sheet: Sheet) throws(WorkbookError) {
    try sheet.hideGridlines()
    for (i, width) in TemplateInstructions.widths.enumerated() {
      try sheet.setWidth(width, columns: i...i)
    }
    try sheet.write(
      .text(TemplateWords.howTo(language, contract.title(language))), row: 0, column: 0,
      style: CellStyle(bold: true, size: 16))
    var row = 1
    for text in paragraphs {
      for line in TemplateInstructions.lines(of: text) {
        try sheet.write(.text(line), row: row, column: 0)
        row += 1
      }
    }
    row += 1
    let first = row
    for (i, column) in columns.enumerated() {
      let cells = self.cells(column)
      for (j, text) in cells.enumerated() {
        try sheet.write(
          .text(text), row: first + 1 + i, column: j,
          style: CellStyle(bold: j == 0 && column.field.isRequired, wrap: true, alignTop: true))
      }
      let lines = zip(cells, TemplateInstructions.widths).map { Double($0.count) / $1 }.max() ?? 1
      try sheet.setHeight(15.5 * max(1, lines.rounded(.up)), row: first + 1 + i)
    }
    try sheet.add(
      SheetTable(
        name: TemplateWords.columns[language],
        range: Spreadsheet.CellRange(
          rows: first...first + columns.count,
          columns: 0...TemplateWords.headers.count - 1),
        headers: TemplateWords.headers.map { $0[language] }))
    try sheet.set(
      PrintSetup(
        titleRows: first...first,
        pageWords: (TemplateWords.page[language], TemplateWords.of[language])))
  }

  private func cells(_ column: TemplateColumn) -> [String] {
    var words = ""
    switch column.accepts {
    case .words(let list, _), .manyWords(let list):
      let all = lists.words[list] ?? []
      words =
        all.count <= TemplateInstructions.shownWords
        ? all.joined(separator: "; ")
        : TemplateWords.manyWords(language, "\(all.count)", TemplateWords.lists[language], list)
    default: break
    }
    return [
      column.header, column.field.isRequired ? TemplateWords.yes[language] : "no",
      column.field.kind.label(language), column.help,
      words, column.example,
    ]
  }
}
