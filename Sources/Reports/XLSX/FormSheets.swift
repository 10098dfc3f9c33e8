import Spreadsheet

/// Writes the sheets to fill in and, after them, the one with the lists behind their drop-downs.
struct FormSheets {
  let forms: [Form]
  let print: PrintSetup
  let listsName: String
  let language: Language

  /// - Returns: every text written, for the scan of what must not be published.
  func write(to book: Workbook) throws -> [String] {
    if forms.isEmpty { return [] }
    let lists = forms.flatMap(\.columns).filter { !$0.choices.isEmpty }.uniqued()
    for form in forms { try write(form, lists, to: book) }
    return forms.flatMap { $0.columns.map(\.field) } + (try write(lists: lists, to: book))
  }

  private func write(_ form: Form, _ lists: [Form.Column], to book: Workbook) throws {
    let sheet = try book.addSheet(form.sheetName)
    try sheet.add(
      SheetTable(
        name: SheetTable.name(SheetPhrases.form[language] + " " + form.sheetName),
        range: CellRange(rows: 0...form.blankRows, columns: 0...(form.columns.count - 1)),
        headers: form.columns.map(\.field)))
    for (index, column) in form.columns.enumerated() {
      try sheet.setWidth(column.width, columns: index...index, style: style(column.kind))
      try sheet.add(
        validation(column, place: lists.firstIndex(of: column)),
        on: CellRange(rows: 1...form.blankRows, columns: index...index))
    }
    // Room to write by hand, too.
    for row in 1...form.blankRows { try sheet.setHeight(32, row: row) }
    try sheet.freeze(rows: 1, columns: 2)
    var setup = print
    setup.showsGrid = true
    // Written on by hand, too.
    setup.spread(form.columns.map(\.width), repeating: 2)
    setup.areas = [
      CellRange(rows: 0...form.blankRows, columns: 0...(form.columns.count - 1))
    ]
    try sheet.set(setup)
  }

  private func style(_ kind: Form.Column.Kind) -> CellStyle {
    switch kind {
    case .text: CellStyle(wrap: true, alignTop: true)
    case .number: CellStyle(alignTop: true)
    case .euro: CellStyle(numberFormat: CellStyle.euro.numberFormat, alignTop: true)
    case .day: CellStyle(numberFormat: CellStyle.day.numberFormat, alignTop: true)
    }
  }

  /// Every cell says what it wants; a day that is no day is asked about and not refused, as `ingest`
  /// reads more ways of writing it than a spreadsheet does.
  private func validation(_ column: Form.Column, place: Int?) -> Validation {
    let choices: Validation.Choices =
      if let place {
        .column(sheet: listsName, rows: 1...column.choices.count, column: 2 * place)
      } else {
        switch column.kind {
        case .text: .anything
        case .number, .euro: .decimals(-1e12...1e12)
        case .day: .days(0...47_481)
        }
      }
    return Validation(
      choices, alert: place != nil && column.isStrict ? .stop : .warning,
      promptTitle: column.field, prompt: column.prompt)
  }

  /// Its field; two lists of one field are told apart by their sheets.
  private func name(of list: Form.Column, among lists: [Form.Column]) -> String {
    guard lists.count(where: { $0.field == list.field }) > 1,
      let form = forms.first(where: { $0.columns.contains(list) })
    else { return list.field }
    return list.field + " (" + form.sheetName + ")"
  }

  private static let listWidths = [28.0, 44]

  /// Two columns for each list, what is written and what it means; one table, short lists end in blanks.
  private func write(lists: [Form.Column], to book: Workbook) throws -> [String] {
    let sheet = try book.addSheet(listsName)
    let rows = max(lists.map(\.choices.count).max() ?? 1, 1)
    var headers: [String] = []
    for list in lists {
      let name = name(of: list, among: lists)
      headers += [name, name + " – " + list.prompt]
    }
    try sheet.add(
      SheetTable(
        name: SheetTable.name(SheetPhrases.lists[language]),
        range: CellRange(rows: 0...rows, columns: 0...(headers.count - 1)),
        headers: headers))
    var texts = headers
    for (index, list) in lists.enumerated() {
      for (offset, width) in Self.listWidths.enumerated() {
        try sheet.setWidth(width, columns: (2 * index + offset)...(2 * index + offset))
      }
      for (row, choice) in list.choices.enumerated() {
        try sheet.write(
          .text(choice), row: row + 1, column: 2 * index, style: CellStyle(alignTop: true))
        texts.append(choice)
        if row < list.meanings.count {
          try sheet.write(
            .text(list.meanings[row]), row: row + 1, column: 2 * index + 1,
            style: CellStyle(wrap: true, alignTop: true))
          texts.append(list.meanings[row])
        }
      }
    }
    try sheet.freeze(rows: 1)
    var setup = print
    setup.spread(lists.flatMap { _ in Self.listWidths })
    try sheet.set(setup)
    return texts
  }
}
