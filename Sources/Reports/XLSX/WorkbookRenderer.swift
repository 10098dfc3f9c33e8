import Indicators
import Spreadsheet
import Warehouse

/// A report as a workbook: cover, contents, words, notes, then one marked table per sheet with its
/// native chart.
struct WorkbookRenderer {
  let frame: EditionFrame
  private var language: Language { frame.language }

  /// Writes the workbook and returns every text in it, for the scan of what must not be published.
  func write(_ report: Report, to path: String) throws -> [String] {
    let book = try Workbook(path: path, properties: properties(report))
    var texts: [String] = [report.title, report.subtitle]
    let sections = report.workbookSections ?? report.sections
    let tables = sections.flatMap(\.allTables)
    let fixed = [
      SheetPhrases.cover, SheetPhrases.contents, SheetPhrases.texts, SheetPhrases.notes,
    ]
    var names = fixed.map { $0[language] }
    let sheets = tables.map { entry -> (table: Table, chart: Chart?, name: String) in
      let name = SheetName.valid(entry.table.sheetName, notIn: names)
      names.append(name)
      return (entry.table, entry.charts.first { $0.native != nil }, name)
    }
    let cover = try book.addSheet(SheetPhrases.cover[language])
    try writeContents(
      sheets.map { ($0.name, $0.table.caption, $0.table.rows.count) }
        + report.forms.map { ($0.sheetName, $0.caption, $0.blankRows) }, book, &texts)
    try writeTexts(sections, book, &texts)
    let notes = try book.addSheet(SheetPhrases.notes[language])
    for (index, entry) in sheets.enumerated() {
      let sheet = try book.addSheet(entry.name)
      try write(entry.table, chart: entry.chart, number: index + 1, to: sheet, &texts)
    }
    texts += try FormSheets(
      forms: report.forms, print: print(landscape: true),
      listsName: SheetName.valid(SheetPhrases.lists[language], notIn: names), language: language
    ).write(to: book)
    // What explains the marks is written when it is known which there are.
    let marks = legend(of: texts)
    try writeCover(report, marks, to: cover, &texts)
    try writeNotes(sheets.map { ($0.name, $0.table) }, marks, to: notes, &texts)
    try book.close()
    return texts
  }

  private func legend(of texts: [String]) -> [String] {
    let isMarked = texts.contains { ProvisionalComposition.isShown(in: $0.utf8) }
    return Mark.allCases.map { $0.legend[language] }
      + (isMarked ? [ProvisionalComposition.legend[language]] : [])
  }

  private func properties(_ report: Report) -> DocumentProperties {
    DocumentProperties(
      title: report.title, subject: report.subtitle,
      // Who publishes: a programme is nobody's office.
      author: frame.territoryName.isEmpty ? "Tavolo" : frame.territoryName,
      company: frame.territoryName, keywords: report.properties.map(\.value).joined(separator: " "),
      comments: frame.isSynthetic ? Phrases.syntheticTitle[language] : "",
      created: Int(frame.asOf.number),
      custom: [("Lingua", language.rawValue)] + report.properties)
  }

  // MARK: Sheets of words

  private func writeCover(
    _ report: Report, _ marks: [String], to sheet: Sheet, _ texts: inout [String]
  ) throws {
    var lines: [(String, CellStyle)] = [
      (report.title, CellStyle(bold: true, wrap: true, color: 0x17324D, size: 18)),
      (report.subtitle, CellStyle(wrap: true, color: 0x455B71, size: 12)),
    ]
    if frame.isSynthetic {
      let warning =
        Phrases.syntheticTitle[language] + ". " + Phrases.syntheticText[language]
      lines.append((warning, CellStyle(bold: true, wrap: true, color: 0x4D3300, fill: 0xFFF3D6)))
    }
    let plain = CellStyle(wrap: true, alignTop: true)
    lines += report.lead.map { ($0, plain) }
    lines.append((Phrases.dataAsOf[language] + ": " + language.long(frame.asOf), plain))
    lines.append(
      (Phrases.sources[language] + ": " + frame.publishers.joined(separator: "; "), plain))
    lines.append((Phrases.licence[language] + ": " + frame.licence, plain))
    for (name, value) in report.properties { lines.append((name + ": " + value, plain)) }
    lines.append((SheetPhrases.structure[language], plain))
    lines.append((SheetPhrases.ids[language], plain))
    lines += marks.map { ($0, plain) }
    lines.append((Phrases.generated(language, language.long(frame.asOf)), plain))
    for (row, line) in lines.enumerated() {
      try sheet.write(.text(line.0), row: row, column: 0, style: line.1)
      try sheet.setHeight(
        RowHeight.points(for: [(line.0, 72)], size: line.1.size ?? 11), row: row)
      texts.append(line.0)
    }
    let links = [SheetPhrases.contents, SheetPhrases.texts, SheetPhrases.notes]
    for (offset, link) in links.enumerated() {
      try sheet.write(
        .sheetLink(text: link[language], sheet: link[language]), row: lines.count + offset,
        column: 0, style: CellStyle(color: 0x004D99, underline: true))
    }
    try sheet.setWidth(72, columns: 0...0)
    try sheet.hideGridlines()
    try sheet.set(print(landscape: false))
    try sheet.activate()
  }

  private func writeContents(
    _ sheets: [(name: String, caption: String, rows: Int)], _ book: Workbook,
    _ texts: inout [String]
  ) throws {
    let sheet = try book.addSheet(SheetPhrases.contents[language])
    let headers = [SheetPhrases.sheet, SheetPhrases.table, SheetPhrases.rows].map { $0[language] }
    let entries = try plainTable(
      headers, rows: max(sheets.count, 1), name: SheetPhrases.contents, widths: [34, 90, 10], sheet)
    for (index, entry) in sheets.enumerated() where index < entries {
      let style = CellStyle(alignTop: true, color: 0x004D99, underline: true)
      try sheet.write(
        .sheetLink(text: entry.name, sheet: entry.name), row: index + 1, column: 0, style: style)
      try sheet.write(
        .text(entry.caption), row: index + 1, column: 1, style: CellStyle(wrap: true))
      try sheet.write(
        .number(Double(entry.rows)), row: index + 1, column: 2, style: .integer)
      texts += [entry.name, entry.caption]
    }
  }

  private func writeTexts(
    _ sections: [Section], _ book: Workbook, _ texts: inout [String]
  ) throws {
    let sheet = try book.addSheet(SheetPhrases.texts[language])
    let entries = sections.flatMap { $0.allSentences(under: []) }
    let headers = [SheetPhrases.section, SheetPhrases.sentence, SheetPhrases.observations]
      .map { $0[language] }
    _ = try plainTable(
      headers, rows: max(entries.count, 1), name: SheetPhrases.texts, widths: [40, 100, 60], sheet)
    var setup = print(landscape: true)
    setup.area = CellRange(rows: 0...max(entries.count, 1), columns: 0...1)
    try sheet.set(setup)
    let style = CellStyle(wrap: true, alignTop: true)
    for (index, entry) in entries.enumerated() {
      let ids = entry.sentence.observations.joined(separator: " ")
      try sheet.setHeight(
        RowHeight.points(for: [(entry.heading, 36), (entry.sentence.text, 100)]), row: index + 1)
      for (column, text) in [entry.heading, entry.sentence.text, ids].enumerated() {
        // Ids are long and serve to look a number up: they are not wrapped.
        try sheet.write(
          text.isEmpty ? .blank : .text(text), row: index + 1, column: column,
          style: column == 2 ? CellStyle(alignTop: true) : style)
        texts.append(text)
      }
    }
  }

  private func writeNotes(
    _ sheets: [(name: String, table: Table)], _ marks: [String], to sheet: Sheet,
    _ texts: inout [String]
  ) throws {
    var notes = marks.map { (SheetPhrases.general[language], $0) }
    for entry in sheets { notes += entry.table.notes.map { (entry.name, $0) } }
    let headers = [SheetPhrases.sheet, SheetPhrases.note].map { $0[language] }
    _ = try plainTable(
      headers, rows: notes.count, name: SheetPhrases.notes, widths: [34, 110], sheet)
    for (index, note) in notes.enumerated() {
      try sheet.setHeight(RowHeight.points(for: [(note.1, 110)]), row: index + 1)
      try sheet.write(.text(note.0), row: index + 1, column: 0, style: CellStyle(alignTop: true))
      try sheet.write(
        .text(note.1), row: index + 1, column: 1, style: CellStyle(wrap: true, alignTop: true))
      texts += [note.0, note.1]
    }
  }

  /// A marked table whose cells the caller fills; returns how many rows it has room for.
  private func plainTable(
    _ headers: [String], rows: Int, name: Text, widths: [Double], _ sheet: Sheet
  ) throws -> Int {
    try sheet.add(
      SheetTable(
        name: SheetPhrases.tableName(name, language),
        range: CellRange(rows: 0...rows, columns: 0...(headers.count - 1)),
        headers: headers))
    for (i, width) in widths.enumerated() { try sheet.setWidth(width, columns: i...i) }
    try sheet.freeze(rows: 1)
    try sheet.set(print(landscape: true))
    return rows
  }

  // MARK: Sheets of data

  private func write(
    _ table: Table, chart: Chart?, number: Int, to sheet: Sheet, _ texts: inout [String]
  ) throws {
    let layout = SheetColumns(table, language)
    let rows = max(table.rows.count, 1)
    try sheet.add(
      SheetTable(
        name: SheetPhrases.table[language] + "\(number)",
        range: CellRange(rows: 0...rows, columns: 0...(layout.columns.count - 1)),
        headers: layout.columns.map(\.header),
        headerStyles: layout.columns.map { layout.headerStyle($0, of: table) }))
    texts += layout.columns.map(\.header)
    for (index, column) in layout.columns.enumerated() {
      try sheet.setWidth(column.width, columns: index...index)
    }
    for (row, cells) in table.rows.enumerated() {
      let lines = layout.columns.prefix(layout.printed).map { column -> (String, Double) in
        let isText = table.columns[column.source].kind == .text && column.part == .value
        return (isText ? CellText.text(of: cells[column.source], language) : "", column.room)
      }
      try sheet.setHeight(RowHeight.points(for: lines), row: row + 1)
      for (index, column) in layout.columns.enumerated() {
        let (value, style) = layout.value(column, cells[column.source])
        if value == .blank { continue }
        try sheet.write(value, row: row + 1, column: index, style: style)
        if case .text(let text) = value { texts.append(text) }
      }
    }
    if table.isShaded {
      // The numbers say it; the bars only help the eye.
      for (index, column) in layout.columns.enumerated()
      where column.part == .value && table.columns[column.source].kind == .number {
        try sheet.add(
          .dataBar(color: 0x73AAE0), on: CellRange(rows: 1...rows, columns: index...index))
      }
    }
    try sheet.setHeight(
      RowHeight.points(ofHeaders: layout.columns.map { ($0.header, $0.width) }), row: 0)
    try sheet.freeze(rows: 1, columns: 1)
    var setup = print(landscape: true)
    setup.spread(layout.columns.prefix(layout.printed).map(\.width))
    var lastRow = rows
    var lastColumn = max(layout.printed - 1, 0)
    if let chart, let native = chart.native {
      let below = ChartPlace.isBelow(rows: rows, layout)
      let spec = try add(chart, native, table, layout, rows, sheet, below: below)
      if below {
        // A chart is not cut by the end of a page, nor repeated with the first column.
        setup.pagesTall = 1
        setup.spread([])
        lastRow = rows + 2 + spec.height / 20
        // A narrow table leaves room beside it for the rest of its chart.
        let room = layout.pixels(ofFirst: lastColumn + 1)
        if lastColumn + 1 == layout.columns.count, room < spec.width {
          lastColumn += (spec.width - room + 63) / 64
        }
      }
    }
    setup.area = CellRange(rows: 0...lastRow, columns: 0...lastColumn)
    try sheet.set(setup)
  }

  /// Below or beside its table.
  private func add(
    _ chart: Chart, _ native: Chart.Native, _ table: Table, _ layout: SheetColumns, _ rows: Int,
    _ sheet: Sheet, below: Bool
  ) throws -> SheetChart {
    let kind: SheetChart.Kind =
      switch native.kind {
      case .column: .column
      case .bar: .bar
      case .line: .line
      }
    let format = table.rows.lazy.compactMap { $0[native.values[0]].value.axisFormat }.first
    let isAlone = native.values.count == 1
    let series = native.values.enumerated().compactMap { index, source -> SheetChart.Series? in
      layout.place(of: source).map { column in
        SheetChart.Series(
          name: table.columns[source].title, sheet: sheet.name,
          categories: CellRange(rows: 1...rows, columns: native.categories...native.categories),
          values: CellRange(rows: 1...rows, columns: column...column),
          color: isAlone ? SheetChart.Series.only : SheetChart.Series.together[index % 4],
          isDashed: index % 2 == 1)
      }
    }
    // Not wider than what is printed, or the paper cuts it.
    let width = min(max(layout.pixels(ofFirst: layout.printed), 480), 820)
    let height = kind == .bar ? min(max(rows * 26 + 140, 260), 2000) : 360
    var spec = SheetChart(
      kind, title: chart.title, categoryAxis: table.columns[native.categories].title,
      // Of one column its header, of several what they share.
      valueAxis: isAlone ? table.columns[native.values[0]].title : chart.kind.measure ?? "",
      series: series, altText: chart.title + ". " + chart.description, valueFormat: format,
      width: width, height: height)
    spec.valueMax = native.values.flatMap { column in table.rows.map { $0[column].value } }.axisEnd
    if case .day? = table.rows.first?[native.categories].value {
      spec.dayFormat = CellStyle.day.numberFormat
    }
    try sheet.add(
      spec, row: below ? rows + 2 : 1, column: below ? 0 : layout.columns.count + 1)
    return spec
  }

  private func print(landscape: Bool) -> PrintSetup {
    let note = frame.isSynthetic ? Phrases.syntheticTitle[language] + " – " : ""
    return PrintSetup(
      landscape: landscape, titleRows: landscape ? 0...0 : nil,
      footerLeft: note + "Tavolo, " + frame.territoryName + ", " + language.short(frame.asOf),
      pageWords: (SheetPhrases.page[language], SheetPhrases.of[language]))
  }
}
