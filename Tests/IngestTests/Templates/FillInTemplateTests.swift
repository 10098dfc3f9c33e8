import Spreadsheet
import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// The workbook to fill in comes back in without any map, for every dataset there is.
@Suite struct FillInTemplateTests {
  private let reference: ReferenceFolder
  private let folder: TemporaryFolder
  private let day = Day(iso: "2026-06-30")!

  init() throws {
    reference = try TrialSource.reference.get()
    folder = try TemporaryFolder()
  }

  @Test(arguments: Contract.all.map(\.dataset))
  func aLabelFoldedIsTheFieldsOwnName(_ dataset: String) throws {
    let contract = try #require(Contract.named(dataset))
    for field in contract.fields {
      #expect(Folding.fold(field.header) == Folding.fold(field.name))
    }
    #expect(Set(contract.fields.map { Folding.fold($0.label) }).count == contract.fields.count)
  }

  @Test(arguments: Contract.all.map(\.dataset))
  func theWorkbookIsReadWithItsHeaderFoundAndNothingAboveItLoaded(_ dataset: String) throws {
    let contract = try #require(Contract.named(dataset))
    let path = folder.path + "/\(dataset).xlsx"
    try FillInTemplate(contract, reference: reference).write(to: path, on: day)
    let examinations = try Examination.run(
      path: path, isFolder: false, dataset: dataset, receivedOn: day, reference: reference)
    let examination = try #require(examinations.first)
    #expect(examination.table.headers.count == contract.fields.count)
    #expect(examination.table.headerLine == 3)
    #expect(examination.snapshot.rowsRead == 0)
    #expect(examination.findings.map(\.code) == [FindingKind.noRows.code])
  }

  @Test(arguments: Contract.all.map(\.dataset))
  func everyWordOfADropDownReadsBackAsItsCode(_ dataset: String) throws {
    let contract = try #require(Contract.named(dataset))
    let template = FillInTemplate(contract, reference: reference)
    for column in template.columns {
      guard case .words(let list, _) = column.accepts else { continue }
      let words = try #require(template.lists.words[list], "\(column.field.name)")
      #expect(!words.isEmpty, "\(column.field.name)")
      if let name = CodeListName(rawValue: list), let codes = reference.lists[name] {
        #expect(words.map { codes.resolve($0) } == codes.entries.map(\.code))
      }
    }
  }

  @Test func whatAClerkTypesUnderTheHeaderIsLoaded() throws {
    let contract = Contract.richieste
    let path = folder.path + "/compilato.xlsx"
    let template = FillInTemplate(contract, reference: reference)
    let book = try Spreadsheet.Workbook(
      path: path, properties: DocumentProperties(title: "", created: 0))
    let sheet = try book.addSheet("richieste")
    for (i, column) in template.columns.enumerated() {
      try sheet.write(.text(column.help), row: 0, column: i)
      try sheet.write(.text("es. " + column.example), row: 1, column: i)
      try sheet.write(.text(column.header), row: 2, column: i)
    }
    let typed: [String: SheetValue] = [
      "id_richiesta": .text("007"), "comune": .text("Locri"), "data_richiesta": .day(20_524),
      "canale": .text("Sportello"),
      "servizio": .text(template.lists.word(for: "C1", in: "servizio")),
      "sesso": .text("Femmina"), "assistito": .text("sì"), "anno_nascita": .number(1948),
    ]
    for (name, value) in typed {
      let column = try #require(contract.fields.firstIndex { $0.name == name })
      // As the columns of the workbook are formatted.
      try sheet.write(value, row: 3, column: column, style: template.columns[column].style)
    }
    try book.close()
    let examination = try #require(
      try Examination.run(
        path: path, isFolder: false, dataset: "richieste", receivedOn: day, reference: reference
      ).first)
    #expect(examination.snapshot.rowsKept == 1)
    #expect(examination.findings.map(\.code) == [])
  }

  /// No cell is merged to hold a long text: a sentence has a row, and no word is lost.
  @Test func anInstructionTakesTheRowsItNeeds() {
    let long = "Le colonne " + (1...60).map { "colonna \($0)" }.joined(separator: ", ") + "."
    let lines = TemplateInstructions.lines(of: "Una frase. " + long)
    #expect(lines.first == "Una frase.")
    #expect(lines.count > 3 && lines.allSatisfy { $0.count <= 160 })
    #expect(lines.joined(separator: " ") == "Una frase. " + long)
  }

  @Test func theSameDayGivesTheSameBytes() throws {
    let template = FillInTemplate(.pagamenti, reference: reference)
    for name in ["a", "b"] { try template.write(to: "\(folder.path)/\(name).xlsx", on: day) }
    #expect(try bytes(of: folder.path + "/a.xlsx") == bytes(of: folder.path + "/b.xlsx"))
  }
}
