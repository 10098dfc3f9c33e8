import Foundation
import Spreadsheet
import Warehouse

/// `copia-annotata.xlsx`: the provider's own table with what was found in it: cells coloured, with the
/// reason as a comment and, in words, in the last column.
///
/// All their columns in their order, then three of ours. Only texts, numbers and days are written: what
/// came from outside never becomes a formula.
struct AnnotatedCopy: Codable {
  var headers: [String]
  var copies: RowCopies.Result
  /// Of the copied rows.
  var findings: [Finding]
  /// Cells that recorded corrections replaced, as they were delivered.
  var corrected: [CorrectedCell]
  /// Where each field is read: the checks between tables name fields.
  var columns: [String: Int]
  var title: String
  var isSynthetic: Bool
  var receivedOn: Day
  var language: ReceiptLanguage
  private var words: AnnotatedPhrases.Type { AnnotatedPhrases.self }

  init(
    headers: [String], copies: RowCopies.Result, findings: [Finding], corrected: [CorrectedCell],
    columns: [String: Int], title: String, isSynthetic: Bool, receivedOn: Day,
    language: ReceiptLanguage
  ) {
    self.headers = headers
    self.copies = copies
    if !copies.isWhole {
      // Some were copied because their identifier seemed to have been met, and had not.
      let told = Set(findings.map(\.line)).union(corrected.map(\.line))
      self.copies.rows.removeAll { !told.contains($0.line) }
    }
    let lines = Set(self.copies.rows.map(\.line))
    self.findings = findings.filter { lines.contains($0.line) }
    self.corrected = corrected
    self.columns = columns
    self.title = title
    self.isSynthetic = isSynthetic
    self.receivedOn = receivedOn
    self.language = language
  }

  /// The same with more findings. A row that was not copied shows its number and what was found in it,
  /// as long as there is room.
  func adding(_ more: [Finding]) -> AnnotatedCopy {
    var copy = self
    copy.findings += more
    var known = Set(copies.rows.map(\.line))
    for finding in more where copy.copies.rows.count < copies.rows.count + RowCopies.flaggedLimit {
      guard finding.line > 0, known.insert(finding.line).inserted else { continue }
      copy.copies.rows.append(RowCopies.Row(line: finding.line, cells: [], fate: .kept))
    }
    copy.copies.rows.sort { $0.line < $1.line }
    return copy
  }

  func write(to path: String) throws {
    let book = try Spreadsheet.Workbook(
      path: path,
      properties: DocumentProperties(
        title: title, author: "Tavolo", created: Int(receivedOn.number)),
      constantMemory: true)
    try writeRows(try book.addSheet(words.sheet[language]))
    try writeLegend(try book.addSheet(words.legend[language]))
    try book.close()
  }

  private var width: Int { max(headers.count, copies.rows.map(\.cells.count).max() ?? 0) }

  private func writeRows(_ sheet: Sheet) throws {
    let width = width
    let widths = Array(repeating: 18.0, count: width) + [10, 22, 80]
    for (column, width) in widths.enumerated() {
      try sheet.setWidth(width, columns: column...column)
    }
    try sheet.freeze(rows: 1)
    var print = PrintSetup(landscape: true, titleRows: 0...0)
    print.spread(widths)
    try sheet.set(print)
    let names =
      headers + Array(repeating: "", count: width - headers.count)
      + [words.line[language], words.fate[language], words.reason[language]]
    try sheet.writeRow(names.map(SheetValue.text), row: 0, style: .header)
    let byLine = Dictionary(grouping: findings, by: \.line)
    let correctedByLine = Dictionary(grouping: corrected, by: \.line)
    let places = Dictionary(
      headers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first }
    ).merging(columns, uniquingKeysWith: { header, _ in header })
    for (i, row) in copies.rows.enumerated() {
      try write(
        row, at: i + 1, sheet, width, byLine[row.line] ?? [], correctedByLine[row.line] ?? [],
        places)
    }
    try sheet.autofilter(
      Spreadsheet.CellRange(rows: 0...copies.rows.count, columns: 0...(width + 2)))
  }

  private func write(
    _ row: RowCopies.Row, at place: Int, _ sheet: Sheet, _ width: Int, _ findings: [Finding],
    _ corrected: [CorrectedCell], _ places: [String: Int]
  ) throws {
    let byColumn = Dictionary(grouping: findings, by: { places[$0.header] ?? -1 })
    for column in 0..<width {
      let found = byColumn[column] ?? []
      var cell = row.cells.indices.contains(column) ? row.cells[column] : nil
      let original = corrected.first { $0.column == column }
      if let original {
        cell = RowCopies.Cell(text: original.delivered, kind: .text, content: .shown)
      }
      let style = style(found, isCorrected: original != nil, cell?.content ?? .shown)
      try sheet.write(value(cell), row: place, column: column, style: style)
      var comment = found.map {
        FindingWords.message($0, language) + ". "
          + words.expected(language, FindingWords.expected(FindingKind.named($0.code), language))
      }
      if let original { comment.append(words.corrected(language, original.value)) }
      if !comment.isEmpty {
        try sheet.comment(comment.joined(separator: "\n"), row: place, column: column)
      }
    }
    try sheet.write(.number(Double(row.line)), row: place, column: width)
    let worst = findings.map(\.severity).max { $0.rank < $1.rank }
    try sheet.write(
      .text(words.fate(row.fate, worst)[language]), row: place, column: width + 1,
      style: row.fate == .refused ? CellStyle(bold: true) : .plain)
    var reasons = findings.sorted { $0.severity.rank > $1.severity.rank }
      .map { FindingWords.sentence($0, language) }
    reasons += corrected.map {
      "«\(headers.indices.contains($0.column) ? headers[$0.column] : "")»: "
        + words.corrected(language, $0.value)
    }
    if row.cells.isEmpty { reasons.append(words.notCopied[language]) }
    let reason = reasons.joined(separator: "; ")
    try sheet.setHeight(RowHeight.points(for: [(reason, 80)]), row: place)
    try sheet.write(
      .text(reason), row: place, column: width + 2, style: CellStyle(wrap: true, alignTop: true))
  }

  private func value(_ cell: RowCopies.Cell?) -> SheetValue {
    guard let cell else { return .blank }
    switch (cell.content, cell.kind) {
    case (.unread, _): return .text(words.unread[language])
    case (_, .empty): return .blank
    case (.shown, .number):
      return Double(cell.text).flatMap { $0.isFinite ? .number($0) : nil } ?? .text(cell.text)
    default: return .text(cell.text)
    }
  }

  private func style(
    _ findings: [Finding], isCorrected: Bool, _ content: RowCopies.Cell.Content
  ) -> CellStyle {
    switch findings.map(\.severity).max(by: { $0.rank < $1.rank }) {
    case .error: AnnotatedCopy.refused
    case .warning: AnnotatedCopy.doubtful
    case .note: AnnotatedCopy.noted
    case nil where isCorrected: AnnotatedCopy.noted
    case nil: content == .shown ? .plain : AnnotatedCopy.hidden
    }
  }

  private static let refused = CellStyle(bold: true, color: 0x7D0012, fill: 0xFFC7CE)
  private static let doubtful = CellStyle(color: 0x5C4300, fill: 0xFFEB9C)
  private static let noted = CellStyle(color: 0x17324D, fill: 0xDCEBFA)
  private static let hidden = CellStyle(italic: true, color: 0x5B6770)

  private func writeLegend(_ sheet: Sheet) throws {
    try sheet.setWidth(28, columns: 0...0)
    try sheet.setWidth(90, columns: 1...1)
    try sheet.set(PrintSetup(landscape: true))
    var rows: [(SheetValue, String, CellStyle)] = [
      (.text(title), "", CellStyle(bold: true, size: 14))
    ]
    if isSynthetic { rows.append((.text(words.synthetic[language]), "", CellStyle(bold: true))) }
    rows += [
      (
        .text(words.rowsWord[language]),
        (copies.isWhole ? words.wholeFile : copies.isCut ? words.cutFile : words.flaggedOnly)(
          language, language.integer(copies.rows.count)), CellStyle(bold: true)
      ),
      (.text(words.refusedCell[language]), words.refusedMeaning[language], AnnotatedCopy.refused),
      (
        .text(words.doubtfulCell[language]), words.doubtfulMeaning[language], AnnotatedCopy.doubtful
      ),
      (.text(words.notedCell[language]), words.notedMeaning[language], AnnotatedCopy.noted),
      (.text(words.hiddenCell[language]), words.hiddenMeaning[language], AnnotatedCopy.hidden),
    ]
    for (i, row) in rows.enumerated() {
      try sheet.setHeight(RowHeight.points(for: [(row.1, 90)], size: row.2.size ?? 11), row: i)
      try sheet.write(row.0, row: i, column: 0, style: row.2)
      try sheet.write(.text(row.1), row: i, column: 1, style: CellStyle(wrap: true))
    }
  }
}

/// A delivered cell that a recorded correction replaced.
struct CorrectedCell: Codable {
  let line: Int32
  let column: Int
  /// As delivered, masked where personal.
  let delivered: String
  let value: String
}

extension AnnotatedCopy {
  /// To write it anew later; the same copy gives the same text.
  func kept() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  init(kept: Data) throws { self = try JSONDecoder().decode(AnnotatedCopy.self, from: kept) }
}
