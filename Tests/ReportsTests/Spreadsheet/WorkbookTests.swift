import Foundation
import Spreadsheet
import Testing

/// A folder of its own for each test, removed with it.
struct Scratch: ~Copyable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "tavolo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }
}

@Suite struct WorkbookTests {
  static let properties = DocumentProperties(
    title: "Prova", author: "Ufficio di piano", created: 20_634,
    custom: [("CUP", "B41H22000020006"), ("Lingua", "it")])

  /// Everything a workbook may hold, once.
  static func writeSpecimen(to path: String) throws {
    let book = try Workbook(path: path, properties: properties)
    let cover = try book.addSheet("Leggimi")
    try cover.write(.sheetLink(text: "Dati", sheet: "Dati d'esempio"), row: 0, column: 0)
    try cover.hideGridlines()
    let data = try book.addSheet("Dati d'esempio")
    let range = CellRange(rows: 0...2, columns: 0...4)
    try data.add(
      SheetTable(
        name: "Dati", range: range, headers: ["Comune", "Quota", "Dal", "Attivo", "Alle"]))
    try data.write(.text("=1+1"), row: 1, column: 0)
    try data.write(.number(0.1609), row: 1, column: 1, style: .percent)
    try data.write(.day(20_634), row: 1, column: 2, style: .day)
    try data.write(.boolean(true), row: 1, column: 3)
    try data.write(.moment(20_634 * 86_400 + 9 * 3600), row: 1, column: 4, style: .moment)
    try data.write(.text("Platì"), row: 2, column: 0)
    try data.write(.number(0.4), row: 2, column: 1, style: .percent)
    try data.setWidth(22, columns: 0...0)
    try data.freeze(rows: 1)
    try data.add(
      .dataBar(color: 0x0066CC), on: CellRange(rows: 1...2, columns: 1...1))
    try data.add(
      Validation(.list(["A", "B"]), prompt: "Scegliere"),
      on: CellRange(rows: 1...2, columns: 3...3))
    let series = SheetChart.Series(
      name: "Quota", sheet: data.name, categories: CellRange(rows: 1...2, columns: 0...0),
      values: CellRange(rows: 1...2, columns: 1...1))
    for (row, kind) in [SheetChart.Kind.column, .bar, .line, .scatter].enumerated() {
      try data.add(
        SheetChart(
          kind, title: "Quota per comune", categoryAxis: "Comune", valueAxis: "Quota",
          series: [series],
          altText: "Quota per comune: 16,1 % e 40 %", valueFormat: "0%"),
        row: 5 + row * 22, column: 0)
    }
    try data.set(
      PrintSetup(titleRows: 0...0, footerLeft: "Dati & note", pageWords: ("Pagina", "di")))
    try book.define("quote", sheet: data.name, range: CellRange(rows: 1...2, columns: 1...1))
    try book.close()
  }

  @Test func sameCallsSameBytes() throws {
    let scratch = try Scratch()
    try Self.writeSpecimen(to: scratch.path("a.xlsx"))
    try Self.writeSpecimen(to: scratch.path("b.xlsx"))
    let a = try Data(contentsOf: URL(filePath: scratch.path("a.xlsx")))
    #expect(a == (try Data(contentsOf: URL(filePath: scratch.path("b.xlsx")))))
    #expect(a.starts(with: [0x50, 0x4B]))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func numbersThatAreNotNumbersAreRefused(value: Double) throws {
    let scratch = try Scratch()
    let book = try Workbook(path: scratch.path("a.xlsx"), properties: Self.properties)
    let sheet = try book.addSheet("Dati")
    #expect(throws: WorkbookError.notANumber(sheet: "Dati", row: 3, column: 2)) {
      try sheet.write(.number(value), row: 3, column: 2)
    }
  }

  @Test func daysSpreadsheetsDisagreeOnAreRefused() throws {
    let scratch = try Scratch()
    let book = try Workbook(path: scratch.path("a.xlsx"), properties: Self.properties)
    let sheet = try book.addSheet("Dati")
    // 1900-02-28 and 1900-03-01, counted from 1970-01-01.
    #expect(throws: WorkbookError.dayOutOfRange(sheet: "Dati", row: 0, column: 0)) {
      try sheet.write(.day(-25_509), row: 0, column: 0)
    }
    try sheet.write(.day(-25_508), row: 0, column: 0)
  }

  @Test func aFileThatCannotBeWrittenIsAnError() throws {
    let book = try Workbook(path: "/nonexistent/a.xlsx", properties: Self.properties)
    _ = try book.addSheet("Dati")
    #expect(throws: WorkbookError.self) { try book.close() }
    #expect(throws: WorkbookError.closed) { try book.addSheet("Altro") }
  }

  @Test func whatIsNotClosedIsNotAFile() throws {
    let scratch = try Scratch()
    do {
      let book = try Workbook(path: scratch.path("a.xlsx"), properties: Self.properties)
      try book.addSheet("Dati").write(.text("x"), row: 0, column: 0)
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.path("a.xlsx")))
  }

  @Test func aClosedWorkbookRefusesCells() throws {
    let scratch = try Scratch()
    let book = try Workbook(path: scratch.path("a.xlsx"), properties: Self.properties)
    let sheet = try book.addSheet("Dati")
    try book.close()
    #expect(throws: WorkbookError.closed) { try sheet.write(.number(1), row: 0, column: 0) }
    #expect(throws: WorkbookError.closed) { try sheet.freeze(rows: 1) }
  }

  @Test func rowsBeyondTheSheetAreRefused() throws {
    let scratch = try Scratch()
    let book = try Workbook(path: scratch.path("a.xlsx"), properties: Self.properties)
    let sheet = try book.addSheet("Dati")
    #expect(throws: WorkbookError.self) {
      try sheet.write(.number(1), row: 1_048_576, column: 0)
    }
    #expect(throws: WorkbookError.self) { try sheet.write(.number(1), row: -1, column: 0) }
  }

  @Test func constantMemoryRefusesMarkedTables() throws {
    let scratch = try Scratch()
    let book = try Workbook(
      path: scratch.path("a.xlsx"), properties: Self.properties, constantMemory: true)
    let sheet = try book.addSheet("Dati")
    #expect(throws: WorkbookError.self) {
      try sheet.add(
        SheetTable(
          name: "T", range: CellRange(rows: 0...1, columns: 0...0), headers: ["A"]))
    }
    for row in 0..<2_000 { try sheet.writeRow([.number(Double(row)), .text("x")], row: row) }
    try sheet.autofilter(CellRange(rows: 0...1999, columns: 0...1))
    try book.close()
    #expect(FileManager.default.fileExists(atPath: scratch.path("a.xlsx")))
  }

  /// Letters are printed no smaller than they can be read: a wide table goes on beside, its first
  /// column with it.
  @Test func aWideTableIsPrintedOnSeveralSheetsOfPaper() {
    var setup = PrintSetup()
    setup.spread([26] + Array(repeating: 14, count: 8))
    #expect(setup.pagesWide == 1 && setup.titleColumns == nil)
    setup.spread([26] + Array(repeating: 14, count: 18))
    #expect(setup.pagesWide == 2 && setup.titleColumns == 0...0)
    setup.spread(Array(repeating: 40, count: 14), repeating: 2)
    #expect(setup.pagesWide == 3 && setup.titleColumns == 0...1)
  }
}
