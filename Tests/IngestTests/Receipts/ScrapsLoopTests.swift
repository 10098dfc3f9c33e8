import Foundation
import Spreadsheet
import Testing
import Warehouse

@testable import Ingest

/// Refused rows go back as `scarti.csv`, are mended and delivered by themselves, and load: whatever the
/// format they came in, and without an identifier ever leaving the delivered file.
@Suite struct ScrapsLoopTests {
  private typealias Source = DeliveringSource

  /// Four rows of which two are refused; the third has the person of the first.
  private static let delivery =
    Source.header
    + Source.row("1", person: Source.person) + Source.row("2", day: "31/02/2026")
    + Source.row(
      "3", person: Source.person, day: "ieri", note: "=HYPERLINK(\"x\") di Maria, via Roma 1")
    + Source.row("4")

  private func loaded() throws -> Source {
    let source = try Source(columns: Source.columns)
    try source.write(Self.delivery, to: "deliveries/2026-06-30.csv")
    try source.ingest()
    return source
  }

  @Test func theyAreUnderTheirOwnHeaderAndHoldNoPersonalDatum() throws {
    let scraps = try loaded().receipt("scarti.csv", of: "2026-06-30.csv")
    let lines = scraps.split(separator: "\r\n")
    #expect(lines.count == 3)
    #expect(
      lines[0]
        == "\u{FEFF}id_richiesta;id_persona;comune;data_richiesta;canale;servizio;note operatore;"
        + "Tavolo: origine;Tavolo: motivo")
    #expect(
      lines[1].hasPrefix(
        "2;;080063;31/02/2026;sportello;C1;;2026-06-30.csv riga 3;«data_richiesta»"))
    #expect(
      lines[2].hasPrefix("3;[come nell'originale];080063;ieri;sportello;C1;[come nell'originale];"))
  }

  @Test func nothingOfThePersonIsInAnyFileOfTheReceipt() throws {
    let source = try loaded()
    for file in try source.files(of: "2026-06-30.csv") {
      let bytes = try Data(
        contentsOf: URL(fileURLWithPath: source.place(file, of: "2026-06-30.csv")))
      for secret in [Source.person, "Maria", "via Roma"] {
        #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(file): \(secret)")
      }
    }
    let attributes = try FileManager.default.attributesOfItem(
      atPath: source.place("", of: "2026-06-30.csv"))
    #expect(attributes[.posixPermissions] as? Int == 0o700)
  }

  @Test func mendedTheyLoadByThemselvesAndCompleteACumulativeSource() throws {
    let source = try loaded()
    #expect(try source.current().count == 2)
    let mended = try source.receipt("scarti.csv", of: "2026-06-30.csv")
      .replacing("31/02/2026", with: "28/02/2026").replacing(";ieri;", with: ";11/03/2026;")
    try source.write(mended, to: "deliveries/2026-07-15-scarti.csv")
    let snapshot = try #require(try source.ingest()["2026-07-15-scarti.csv"])
    #expect((snapshot.rowsRead, snapshot.rowsRefused) == (2, 0))
    #expect(snapshot.completes == "2026-06-30.csv")
    let current = try source.current()
    #expect(current.count == 4)
    // The person of row 3 is that of row 1, though the file never said who.
    let persons = current.compactMap(\.person)
    #expect(persons.count == 2 && Set(persons).count == 1)
    #expect(try source.store.deliveries().map(\.isCurrent) == [true, true])
    // The next whole delivery takes the place of both.
    try source.write(
      Self.delivery + Source.row("5"), to: "deliveries/2026-09-30.csv")
    try source.ingest()
    #expect(try source.store.deliveries().map(\.isCurrent) == [false, false, true])
    #expect(try source.current().count == 3)
  }

  @Test func savedByASpreadsheetWithItsOwnSeparatorAndEncodingTheyLoadAllTheSame() throws {
    let source = try loaded()
    let mended = try source.receipt("scarti.csv", of: "2026-06-30.csv")
      .replacing("31/02/2026", with: "28/02/2026").replacing(";ieri;", with: ";11/03/2026;")
      .replacing("\u{FEFF}", with: "").replacing(";", with: "\t")
    let utf16 = mended.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try Data([0xFF, 0xFE] + utf16).write(
      to: URL(fileURLWithPath: source.path + "/deliveries/2026-07-15 corretto.txt"))
    try source.ingest()
    #expect(try source.current().count == 4)
    #expect(try source.current().compactMap(\.person).count == 2)
  }

  /// Two columns that differ only in whose they are: each cell comes back to its own.
  @Test func columnsNamedAfterPersonsAreToldApart() throws {
    let source = try Source(
      columns: Source.columns.replacing(
        "id_persona,id_persona", with: "id_nucleo,[codice fiscale]\nid_persona,[codice fiscale] (2)"
      )
    )
    let header = Source.header.replacing("id_persona", with: Source.person)
      .replacing("note operatore", with: "VRDLGU80A01H224M")
    func row(_ id: String, day: String) -> String {
      "\(id);N\(id);080063;\(day);sportello;C1;U7\r\n"
    }
    try source.write(
      header + row("1", day: "15/03/2026") + row("2", day: "ieri"), to: "deliveries/2026-06-30.csv")
    try source.ingest()
    let scraps = try source.receipt("scarti.csv", of: "2026-06-30.csv")
    #expect(scraps.contains(";[codice fiscale];") && scraps.contains(";[codice fiscale] (2);"))
    try source.write(
      scraps.replacing("ieri", with: "16/03/2026"), to: "deliveries/2026-07-15-scarti.csv")
    try source.ingest()
    let current = try source.current()
    #expect(current.count == 2)
    #expect(Set(current.map(\.person)).count == 1 && current[0].person != nil)
  }

  @Test func refusedAgainTheyGoBackAgain() throws {
    let source = try loaded()
    let half = try source.receipt("scarti.csv", of: "2026-06-30.csv")
      .replacing("31/02/2026", with: "28/02/2026")
    try source.write(half, to: "deliveries/2026-07-15-scarti.csv")
    try source.ingest()
    #expect(try source.current().count == 3)
    let rest = try source.receipt("scarti.csv", of: "2026-07-15-scarti.csv")
    #expect(rest.contains("2026-07-15-scarti.csv riga 3"))
    #expect(!rest.contains(Source.person))
    try source.write(
      rest.replacing(";ieri;", with: ";11/03/2026;"), to: "deliveries/2026-07-20-scarti.csv")
    let snapshot = try #require(try source.ingest()["2026-07-20-scarti.csv"])
    #expect(snapshot.completes == "2026-06-30.csv")
    let current = try source.current()
    #expect(current.count == 4)
    #expect(Set(current.compactMap(\.person)).count == 1)
    #expect(current.compactMap(\.person).count == 2)
  }

  @Test func aMendedRowIsANewerVersionOfTheSameThing() throws {
    let source = try loaded()
    let mended = try source.receipt("scarti.csv", of: "2026-06-30.csv")
      .replacing("31/02/2026", with: "28/02/2026").replacing("\r\n2;", with: "\r\n1;")
      .replacing(";ieri;", with: ";11/03/2026;")
    try source.write(mended, to: "deliveries/2026-07-15-scarti.csv")
    try source.ingest()
    // Identifier 1 was kept before: 1 (newer), 3 and 4.
    #expect(try source.current().count == 3)
  }

  @Test func withoutTheOriginalTheCellsAreEmptyAndItIsSaid() throws {
    let source = try loaded()
    let mended = try source.receipt("scarti.csv", of: "2026-06-30.csv")
      .replacing("31/02/2026", with: "28/02/2026").replacing(";ieri;", with: ";11/03/2026;")
    try FileManager.default.removeItem(atPath: source.path + "/deliveries/2026-06-30.csv")
    try source.write(mended, to: "deliveries/2026-07-15-scarti.csv")
    try source.ingest()
    #expect(try source.current().count == 4)
    #expect(try source.current().compactMap(\.person).count == 1)
    #expect(
      try source.receipt("rilievi.csv", of: "2026-07-15-scarti.csv").contains(
        "0,,avviso,origine-assente,2026-06-30.csv"))
  }

  @Test func rowsOfTwoDeliveriesInOneFileStopIt() throws {
    let source = try loaded()
    let mixed = try source.receipt("scarti.csv", of: "2026-06-30.csv")
      .replacing("2026-06-30.csv riga 4", with: "2026-03-31.csv riga 4")
    try source.write(mixed, to: "deliveries/2026-07-15-scarti.csv")
    let error = try #require(throws: UnreadableFile.self) { try source.ingest() }
    #expect(error.code == "scarti-misti")
    #expect(error.line == 3)
  }

  /// `01/02/2026` is 2 January in a file that proves the month first: mended alone, it still is.
  @Test func whatTheWholeFileProvedHoldsForItsMendedRows() throws {
    let source = try Source(columns: Source.columns)
    try source.write(
      Source.header + Source.row("1", day: "01/31/2026")
        + Source.row("2", comune: "")
        .replacing("15/03/2026", with: "01/02/2026"), to: "deliveries/2026-06-30.csv")
    try source.ingest()
    let mended = try source.receipt("scarti.csv", of: "2026-06-30.csv")
      .replacing(";;01/02/2026", with: ";080063;01/02/2026")
    try source.write(mended, to: "deliveries/2026-07-15-scarti.csv")
    try source.ingest()
    #expect(try source.current().map { "\($0.requestedOn)" } == ["2026-01-31", "2026-01-02"])
  }

  @Test func rowsOfAWorkbookLoadThoughTheSourceDeclaresAnotherShape() throws {
    let source = try Source(
      "prestazioni",
      settings: """
        , "formato": "xlsx", "foglio": "Dati", "riga_intestazione": 3, "numeri": "italiani"
        """)
    let path = source.path + "/deliveries/2026-06-30.xlsx"
    let book = try Spreadsheet.Workbook(
      path: path, properties: DocumentProperties(title: "x", created: 20_000))
    let sheet = try book.addSheet("Dati")
    try sheet.write(.text("Prestazioni del semestre"), row: 0, column: 0)
    try sheet.writeRow(
      ["id_prestazione", "ente", "servizio", "comune", "data", "quantita", "unita"].map(
        SheetValue.text), row: 2)
    for (i, comune) in ["080063", ""].enumerated() {
      try sheet.writeRow(
        [.text("P\(i)"), .text("92012340805"), .text("C1"), .text(comune)], row: 3 + i)
      try sheet.write(.day(20_600), row: 3 + i, column: 4, style: .day)
      try sheet.write(.number(1.5), row: 3 + i, column: 5)
      try sheet.write(.text("ore"), row: 3 + i, column: 6)
    }
    try book.close()
    let first = try #require(try source.ingest()["2026-06-30.xlsx"])
    #expect((first.rowsRead, first.rowsRefused) == (2, 1))
    let scraps = try source.receipt("scarti.csv", of: "2026-06-30.xlsx")
    #expect(scraps.contains(";2026-05-27;1,5;"))
    try source.write(
      scraps.replacing("C1;;", with: "C1;080063;"), to: "deliveries/2026-07-15-scarti.csv")
    let second = try #require(try source.ingest()["2026-07-15-scarti.csv"])
    #expect((second.rowsRead, second.rowsRefused) == (1, 0))
    #expect(second.months == [2026 * 12 + 4: 1])
    #expect(try source.store.deliveries().map(\.isCurrent) == [true, true])
  }

  @Test func rowsOfJSONLoadUnderTheNamesTheyHave() throws {
    let source = try Source(settings: ", \"formato\": \"ndjson\", \"politica\": \"incrementale\"")
    try source.write(
      """
      {"id_richiesta": "1", "id_persona": "\(Source.person)", "comune": "080063", "data_richiesta": "2026-03-01", "canale": "app", "servizio": "C1"}
      {"id_richiesta": "2", "comune": "080063", "data_richiesta": "marzo", "canale": "app", "servizio": "C1", "id_persona": "\(Source.person)"}

      """, to: "deliveries/2026-06-30.ndjson")
    try source.ingest()
    let scraps = try source.receipt("scarti.csv", of: "2026-06-30.ndjson")
    #expect(!scraps.contains(Source.person))
    try source.write(
      scraps.replacing("marzo", with: "2026-03-02"), to: "deliveries/2026-07-15-scarti.csv")
    try source.ingest()
    let current = try source.current()
    #expect(current.count == 2)
    #expect(Set(current.compactMap(\.person)).count == 1 && current.compactMap(\.person).count == 2)
  }

  /// One broken line of many: refused with its place, given back with what could be read of it.
  @Test func aBrokenLineOfJSONIsRefusedAloneAndComesBackMended() throws {
    let source = try Source(settings: ", \"formato\": \"ndjson\", \"politica\": \"incrementale\"")
    func row(_ id: String) -> String {
      "{\"id_richiesta\": \"\(id)\", \"id_persona\": \"\(Source.person)\", \"comune\": \"080063\", "
        + "\"canale\": \"app\", \"servizio\": \"C1\", \"data_richiesta\": \"2026-03-01\"}\n"
    }
    try source.write(
      row("1") + row("2").replacing("\"2026-03-01\"}", with: "\"2026-03") + row("3"),
      to: "deliveries/2026-06-30.ndjson")
    let first = try #require(try source.ingest()["2026-06-30.ndjson"])
    #expect((first.rowsRead, first.rowsKept, first.rowsRefused) == (3, 2, 1))
    let findings = try source.receipt("rilievi.csv", of: "2026-06-30.ndjson")
    #expect(findings.contains("2,,errore,oggetto-non-valido,"))
    #expect(findings.contains("la riga finisce a metà dell'oggetto"))
    #expect(findings.split(separator: "\r\n").count == 2)
    let scraps = try source.receipt("scarti.csv", of: "2026-06-30.ndjson")
    #expect(scraps.contains("2;[come nell'originale];;080063"))
    #expect(!scraps.contains(Source.person) && !findings.contains("2026-03"))
    let lines = scraps.split(separator: "\r\n")
    let columns = lines[0].split(separator: ";", omittingEmptySubsequences: false)
    var cells = lines[1].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    cells[try #require(columns.firstIndex(of: "servizio"))] = "C1"
    cells[try #require(columns.firstIndex(of: "data_richiesta"))] = "2026-03-02"
    try source.write(
      "\(lines[0])\r\n" + cells.joined(separator: ";") + "\r\n",
      to: "deliveries/2026-07-15-scarti.csv")
    try source.ingest()
    #expect(try source.current().count == 3)
    #expect(Set(try source.current().compactMap(\.person)).count == 1)
  }

  /// What a spreadsheet would take for a formula is written as text, and comes back as it was.
  @Test(arguments: ["=1+1", "@A1", "-codice", "+39"])
  func textsAreNeverFormulas(id: String) throws {
    let source = try Source(columns: Source.columns)
    try source.write(
      Source.header + Source.row("1") + Source.row(id, day: "mai"),
      to: "deliveries/2026-06-30.csv")
    try source.ingest()
    let scraps = try source.receipt("scarti.csv", of: "2026-06-30.csv")
    #expect(scraps.contains(id == "+39" ? "\r\n+39;" : "\r\n'\(id);"))
    try source.write(
      scraps.replacing("mai", with: "01/03/2026"), to: "deliveries/2026-07-15-scarti.csv")
    try source.ingest()
    // The same identifier: a whole export with the row right takes its place as the same thing.
    #expect(try source.current().count == 2)
    #expect(
      try source.receipt("rilievi.csv", of: "2026-07-15-scarti.csv").split(separator: "\r\n").count
        == 1)
  }
}
