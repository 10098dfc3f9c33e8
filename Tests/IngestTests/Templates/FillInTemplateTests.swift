import Foundation
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

  @Test(arguments: Contract.all.map(\.dataset), ReceiptLanguage.allCases)
  func theWorkbookIsReadWithItsHeaderFoundAndNothingAboveItLoaded(
    _ dataset: String, _ language: ReceiptLanguage
  ) throws {
    let contract = try #require(Contract.named(dataset))
    let path = folder.path + "/\(dataset).xlsx"
    try FillInTemplate(contract, reference: reference, language: language)
      .write(to: path, on: day)
    let examinations = try Examination.run(
      path: path, isFolder: false, dataset: dataset, receivedOn: day, reference: reference)
    let examination = try #require(examinations.first)
    #expect(examination.table.headers.count == contract.fields.count)
    #expect(examination.table.headerLine == 3)
    #expect(examination.snapshot.rowsRead == 0)
    #expect(examination.findings.map(\.code) == [FindingKind.noRows.code])
  }

  @Test(arguments: Contract.all.map(\.dataset), ReceiptLanguage.allCases)
  func everyWordOfADropDownReadsBackAsItsCode(
    _ dataset: String, _ language: ReceiptLanguage
  ) throws {
    let contract = try #require(Contract.named(dataset))
    let template = FillInTemplate(contract, reference: reference, language: language)
    for column in template.columns {
      guard case .words(let list, _) = column.accepts else { continue }
      let words = try #require(template.lists.words[list], "\(column.field.name)")
      #expect(!words.isEmpty, "\(column.field.name)")
      if let name = CodeListName(rawValue: list), let codes = reference.lists[name] {
        #expect(words.map { codes.resolve($0) } == codes.entries.map(\.code))
      }
    }
  }

  /// A field, a list or a contract that enters has its English words.
  @Test(arguments: Contract.all.map(\.dataset))
  func theEnglishOfAContractIsWhole(_ dataset: String) throws {
    let contract = try #require(Contract.named(dataset))
    #expect(EnglishTemplate.contracts[dataset] != nil)
    for field in contract.fields {
      #expect(EnglishTemplate.labels[field.name] != nil, "\(field.name)")
      #expect(
        EnglishTemplate.meaning(field.meaning) != field.meaning
          || field.meaning == "ITA, UE, EXTRA.", "\(field.meaning)")
    }
  }

  @Test func nothingInEnglishIsAboutAFieldThatIsNotThere() {
    let fields = Contract.all.flatMap(\.fields)
    let meanings = Set(fields.map(\.meaning))
    for italian in Array(EnglishTemplate.meaningsAToI.keys)
      + Array(EnglishTemplate.meaningsIToZ.keys)
    {
      #expect(meanings.contains(italian), "\(italian)")
    }
    #expect(Set(EnglishTemplate.labels.keys) == Set(fields.map(\.name)))
    #expect(Set(EnglishTemplate.contracts.keys) == Set(Contract.all.map(\.dataset)))
  }

  @Test(arguments: CodeListName.allCases)
  func everyWordOfAClosedListIsInEnglishToo(_ list: CodeListName) {
    #expect(Set(ClosedLists.english(of: list).keys) == Set(list.closedCodes))
  }

  /// No word of a drop-down is Italian alone, but names of places and what both languages write alike.
  @Test func theDropDownsAreInEnglish() throws {
    let template = FillInTemplate(.richieste, reference: reference, language: .en)
    #expect(template.lists.words["esito_richiesta"]?.prefix(2) == ["Received", "Assessed"])
    #expect(template.lists.words["si_no"] == ["yes", "no"])
    #expect(template.lists.word(for: "F", in: "sesso") == "Female")
    #expect(template.lists.word(for: "ANZ", in: "area_utenza") == "Self-sufficient older people")
    #expect(template.lists.word(for: "sportello", in: "canale") == "Public administration desk")
    #expect(template.columns.first { $0.field.name == "assistito" }?.example == "yes")
    let help = try #require(template.columns.first { $0.field.name == "data_richiesta" }).help
    #expect(
      help
        == "DAY OF THE REQUEST. Required. Day the request was received (registered). A date such as "
        + "31/03/2026.")
  }

  @Test func whatAClerkTypesUnderTheHeaderIsLoaded() throws {
    try whatIsTypedIsLoaded(.it, channel: "Sportello", sex: "Femmina", yes: "sì")
    try whatIsTypedIsLoaded(.en, channel: "sportello", sex: "Female", yes: "yes")
  }

  private func whatIsTypedIsLoaded(
    _ language: ReceiptLanguage, channel: String, sex: String, yes: String
  ) throws {
    let contract = Contract.richieste
    let path = folder.path + "/compilato-\(language).xlsx"
    let template = FillInTemplate(contract, reference: reference, language: language)
    let book = try Spreadsheet.Workbook(
      path: path, properties: DocumentProperties(title: "", created: 0))
    let sheet = try book.addSheet("richieste")
    for (i, column) in template.columns.enumerated() {
      try sheet.write(.text(column.help), row: 0, column: i)
      try sheet.write(.text(TemplateWords.such[language] + column.example), row: 1, column: i)
      try sheet.write(.text(column.header), row: 2, column: i)
    }
    let typed: [String: SheetValue] = [
      "id_richiesta": .text("007"), "comune": .text("Locri"), "data_richiesta": .day(20_524),
      "canale": .text(channel),
      "servizio": .text(template.lists.word(for: "C1", in: "servizio")),
      "sesso": .text(sex), "assistito": .text(yes), "anno_nascita": .number(1948),
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

  /// What ended is read in the deliveries of its time and offered to nobody.
  @Test func anAmbitoThatHasEndedIsNotOffered() throws {
    let own = folder.path + "/reference"
    try FileManager.default.copyItem(
      atPath: PackageFolder.path + "/datasets/reference", toPath: own)
    func districts(_ header: String, _ days: String) throws -> ReferenceFolder {
      try """
      ats,nome,nome_pubblico,provvisorio,\(header)
      LOC,Locri,Ambito di Locri,N,,
      VEC,Vecchio,Ambito vecchio,N,\(days)
      """.write(toFile: own + "/ats.csv", atomically: true, encoding: .utf8)
      return try ReferenceFolder(path: own)
    }
    let ended = try districts("valido_dal,valido_al", "2017-12-05,31/12/2024")
    #expect(TemplateLists(ended).words["ats"] == ["Ambito di Locri"])
    #expect(ended.lists[.ats]?.resolve("Vecchio") == "VEC")
    #expect(ended.ats.map(\.validTo) == [nil, Day(iso: "2024-12-31")])
    #expect(ended.ats.map(\.validFrom) == [nil, Day(iso: "2017-12-05")])
    #expect(
      try TemplateLists(districts("altro,nota", ",")).words["ats"]
        == ["Ambito di Locri", "Ambito vecchio"])
    for days in ["2017-12-05,presto", "2025-01-01,2024-12-31"] {
      #expect(throws: DescriptorError.self) { try districts("valido_dal,valido_al", days) }
    }
  }

  /// In a territory just prepared, without districts, what the workbook gives as an example is loaded.
  @Test(arguments: Contract.all.map(\.dataset), ReceiptLanguage.allCases)
  func theExamplesComeBackWithoutAnyMap(_ dataset: String, _ language: ReceiptLanguage) throws {
    let contract = try #require(Contract.named(dataset))
    let other = try Self.prepared.get()
    let template = FillInTemplate(contract, reference: other, language: language)
    let path = folder.path + "/esempi-\(dataset).xlsx"
    let book = try Spreadsheet.Workbook(
      path: path, properties: DocumentProperties(title: "", created: 0))
    let sheet = try book.addSheet(dataset)
    for (i, column) in template.columns.enumerated() {
      try sheet.write(.text(column.header), row: 0, column: i)
      try sheet.write(.text(column.example), row: 1, column: i)
    }
    try book.close()
    let examination = try #require(
      try Examination.run(
        path: path, isFolder: false, dataset: dataset, receivedOn: day, reference: other
      ).first)
    let unread = [
      "voce-non-dichiarata", "codice-sconosciuto", "comune-non-riconosciuto",
      "comune-fuori-territorio", "numero-non-valido", "data-non-valida",
    ]
    #expect(
      examination.findings.filter { unread.contains($0.code) }.map { "\($0.header) \($0.cell)" }
        == [])
  }

  private static let prepared = Result {
    let folder = try TemporaryFolder()
    try NewTerritory(from: PackageFolder.path + "/datasets/reference", provinces: ["ME"])
      .write(to: folder.path + "/reference", name: "Messina")
    return try ReferenceFolder(path: folder.path + "/reference")
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
