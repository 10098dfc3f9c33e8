import Indicators
import Spreadsheet
import Warehouse

/// A report as a workbook: cover, contents, words, notes, then one marked table per sheet with its
/// native chart.
struct WorkbookRenderer {
  let frame: EditionFrame
  var language: Language { frame.language }

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
    var sheets: [DataSheet] = []
    for (table, charts) in tables {
      func add(_ table: Table, _ chart: Chart?, _ map: MapClasses? = nil) {
        let name = SheetName.valid(table.sheetName, notIn: names)
        names.append(name)
        sheets.append(DataSheet(table: table, chart: chart, map: map, name: name))
      }
      add(table, charts.first { $0.native != nil })
      for chart in charts {
        guard let legend = chart.legend(of: table, language) else { continue }
        add(legend.table, chart, legend.classes)
      }
    }
    // Those of the sheets around the tables are named first.
    var marked = (fixed + [SheetPhrases.lists]).map { SheetTable.name($0[language]) }
    let cover = try book.addSheet(SheetPhrases.cover[language])
    try writeContents(
      sheets.map { ($0.name, $0.table.caption, $0.table.rows.count) }
        + report.forms.map { ($0.sheetName, $0.caption, $0.blankRows) }, book, &texts)
    try writeTexts(sections, book, &texts)
    let notes = try book.addSheet(SheetPhrases.notes[language])
    for entry in sheets {
      let sheet = try book.addSheet(entry.name)
      let tableName = SheetTable.name(entry.name, notIn: marked)
      marked.append(tableName)
      try write(entry, named: tableName, to: sheet, &texts)
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
    setup.areas = [CellRange(rows: 0...max(entries.count, 1), columns: 0...1)]
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
        name: SheetTable.name(name[language]),
        range: CellRange(rows: 0...rows, columns: 0...(headers.count - 1)),
        headers: headers))
    for (i, width) in widths.enumerated() { try sheet.setWidth(width, columns: i...i) }
    try sheet.freeze(rows: 1)
    try sheet.set(print(landscape: true))
    return rows
  }

  func print(landscape: Bool) -> PrintSetup {
    let note = frame.isSynthetic ? Phrases.syntheticTitle[language] + " – " : ""
    return PrintSetup(
      landscape: landscape, titleRows: landscape ? 0...0 : nil,
      footerLeft: note + "Tavolo, " + frame.territoryName + ", " + language.short(frame.asOf),
      pageWords: (SheetPhrases.page[language], SheetPhrases.of[language]))
  }
}
