import Foundation
import Spreadsheet
import TestSupport
import Testing

@testable import Ingest

/// The annotated workbook, read back by the project's own reader.
@Suite struct AnnotatedCopyTests {
  private typealias Source = DeliveringSource

  private func rows(_ source: Source, _ delivery: String, sheet: String = "Consegna annotata")
    throws
    -> [ReadRow]
  {
    try readRows(
      XLSXReader(
        .file(path: source.place("copia-annotata.xlsx", of: delivery)), sheet: .name(sheet)))
  }

  @Test func theirColumnsInTheirOrderThenOurs() throws {
    let source = try Source(columns: Source.columns)
    try source.write(
      Source.header + Source.row("1", person: Source.person, note: "parlato con Maria")
        + Source.row("=1+1", day: "mai") + Source.row("3", comune: "Locrri"),
      to: "deliveries/2026-06-30.csv")
    try source.ingest()
    let rows = try rows(source, "2026-06-30.csv")
    #expect(rows.count == 4)
    #expect(
      rows[0].cells == [
        "id_richiesta", "id_persona", "comune", "data_richiesta", "canale", "servizio",
        "note operatore", "Riga nel file", "Esito", "Perché e che cosa correggere",
      ])
    #expect(
      rows[1].cells.prefix(9) == [
        "1", "16 caratteri: LLLLLL99L99L999L", "080063", "15/03/2026", "sportello", "C1",
        "(non letta)", "2", "tenuta",
      ])
    #expect(rows[2].cells[0] == "=1+1")
    #expect(rows[2].kinds[0] == .text)
    #expect(rows[2].cells[8] == "RIFIUTATA")
    #expect(rows[2].cells[9] == "«data_richiesta»: non è una data che esiste")
    #expect(rows[3].cells[8] == "tenuta, con avvisi")
    #expect(rows[3].cells[9].contains("il comune non è stato riconosciuto (forse «Locri»)"))
    let legend = try self.rows(source, "2026-06-30.csv", sheet: "Legenda")
    #expect(legend.contains { $0.cells.contains("Tutte le righe del file: 3.") })
    #expect(legend.contains { $0.cells[0] == "Dati di esempio (sintetici)" })
  }

  /// The parts of the workbook: comments on the cells that have a finding, no formula anywhere.
  @Test func commentsAreOnTheCellsAndNothingIsAFormula() throws {
    let source = try Source(columns: Source.columns)
    try source.write(
      Source.header + Source.row("=1+1", day: "mai"), to: "deliveries/2026-06-30.csv")
    try source.ingest()
    let archive = try ZipArchive(
      .file(path: source.place("copia-annotata.xlsx", of: "2026-06-30.csv")))
    let comments = String(decoding: try archive.contents("xl/comments1.xml"), as: UTF8.self)
    #expect(comments.contains("<comment ref=\"D2\""))
    #expect(comments.contains("non è una data che esiste. Atteso: una data come 31/12/2026"))
    let cells = String(decoding: try archive.contents("xl/worksheets/sheet1.xml"), as: UTF8.self)
    #expect(!cells.contains("<f>"))
  }

  @Test func ofALargeFileOnlyTheRowsWithFindingsAreGivenBack() throws {
    let source = try Source(columns: Source.columns)
    let many = (0..<(RowCopies.wholeFileLimit + 10)).map { Source.row("\($0)") }.joined()
    try source.write(
      Source.header + many + Source.row("x", day: "mai"), to: "deliveries/2026-06-30.csv")
    try source.ingest()
    let rows = try rows(source, "2026-06-30.csv")
    #expect(rows.count == 2)
    #expect(rows[1].cells[0] == "x")
    #expect(rows[1].cells[7] == "\(RowCopies.wholeFileLimit + 12)")
    let legend = try self.rows(source, "2026-06-30.csv", sheet: "Legenda")
    #expect(legend.contains { $0.cells.contains { $0.contains("solo le righe in cui") } })
  }

  @Test func aRowThatOnlySeemedToRepeatAnotherIsNotGivenBack() throws {
    // Identifiers until two fall on one bit.
    let bits = RepeatedIDs(words: 1 << 21)
    var ids: [String] = []
    repeat {
      ids.append("c\(ids.count)")
    } while !Array(ids.last!.utf8).withUnsafeBufferPointer {
      bits.insert($0)
    }
    let source = try Source(columns: Source.columns)
    try source.write(
      Source.header + ids.map { Source.row($0) }.joined() + Source.row("x", day: "mai"),
      to: "deliveries/2026-06-30.csv")
    try source.ingest()
    #expect(try rows(source, "2026-06-30.csv").map(\.cells[0]).dropFirst() == ["x"])
  }

  @Test func ofManyFaultsEveryCauseIsThere() throws {
    let source = try Source(columns: Source.columns)
    let many = (0..<(RowCopies.flaggedLimit + 50)).map { Source.row("\($0)", day: "mai") }.joined()
    try source.write(
      Source.header + many + Source.row("x", comune: ""), to: "deliveries/2026-06-30.csv")
    try source.ingest()
    let rows = try rows(source, "2026-06-30.csv")
    #expect(rows.count == RowCopies.flaggedLimit + 2)
    #expect(rows.last?.cells[0] == "x")
    let scraps = try source.receipt("scarti.csv", of: "2026-06-30.csv")
    #expect(scraps.split(separator: "\r\n").count == RowCopies.flaggedLimit + 52)
  }

  @Test func totalsCorrectionsAndTypedCellsOfAWorkbookAreShownAsDelivered() throws {
    let source = try Source(
      "prestazioni", settings: ", \"formato\": \"xlsx\", \"righe_totale\": [\"Totale\"]")
    try source.write(
      """
      consegna,riga,campo,atteso,valore,motivo
      2026-06-30.xlsx,2,unita,oer,ore,errore di battitura

      """, to: "corrections.csv")
    let book = try Spreadsheet.Workbook(
      path: source.path + "/deliveries/2026-06-30.xlsx",
      properties: DocumentProperties(title: "x", created: 20_000))
    let sheet = try book.addSheet("Dati")
    try sheet.writeRow(
      ["id_prestazione", "ente", "servizio", "comune", "data", "quantita", "unita"].map(
        SheetValue.text), row: 0)
    try sheet.writeRow(
      [.text("P1"), .text("92012340805"), .text("C1"), .text("080063")], row: 1)
    try sheet.write(.day(20_600), row: 1, column: 4, style: .day)
    try sheet.write(.number(1.5), row: 1, column: 5)
    try sheet.write(.text("oer"), row: 1, column: 6)
    try sheet.writeRow([.text("Totale")], row: 2)
    try sheet.write(.number(1.5), row: 2, column: 5)
    let hidden = try book.addSheet("Riservato")
    try hidden.hide()
    try book.close()
    try source.ingest()
    let rows = try rows(source, "2026-06-30.xlsx")
    #expect(rows[1].cells[4...6] == ["2026-05-27", "1.5", "oer"])
    #expect(rows[1].kinds[5] == .number)
    #expect(rows[1].cells[9] == "«unita»: letta come «ore», per una correzione registrata")
    #expect(rows[2].cells[8] == "non è un dato: non caricata")
    let page = try source.receipt("ricevuta.html", of: "2026-06-30.xlsx")
    #expect(page.contains("Fogli nascosti, non letti</th><td>Riservato</td>"))
  }

  /// Mended and sent back it would make one person of everybody: of them it has the shape alone.
  @Test(arguments: [ReceiptLanguage.it, .en]) func sentBackItIsNotLoaded(
    language: ReceiptLanguage
  ) throws {
    let source = try Source(columns: Source.columns)
    source.language = language
    try source.write(
      Source.header + Source.row("1", person: Source.person) + Source.row("2", day: "mai"),
      to: "deliveries/2026-06-30.csv")
    try source.ingest()
    try FileManager.default.copyItem(
      atPath: source.place("copia-annotata.xlsx", of: "2026-06-30.csv"),
      toPath: source.path + "/deliveries/2026-07-15.xlsx")
    let error = #expect(throws: UnreadableFile.self) { try source.ingest() }
    #expect(error?.code == "copia-annotata")
    #expect(try source.current().count == 1)
  }

  /// Refused rows whose last columns somebody took away are of nobody.
  @Test func refusedRowsThatDoNotSayWhereTheyComeFromAreNotLoaded() throws {
    let source = try Source(columns: Source.columns)
    try source.write(
      Source.header + Source.row("1", person: Source.person)
        + Source.row("2", person: Source.person, day: "mai"), to: "deliveries/2026-06-30.csv")
    try source.ingest()
    let rows = try source.receipt("scarti.csv", of: "2026-06-30.csv").split(separator: "\r\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false).prefix(7).joined(separator: ";")
    }
    try source.write(
      rows.joined(separator: "\n").replacing("mai", with: "01/03/2026"),
      to: "deliveries/2026-07-15.csv")
    let error = #expect(throws: UnreadableFile.self) { try source.ingest() }
    #expect(error?.line == 2)
    #expect(error?.message.contains("serve la colonna «Tavolo: origine»") == true)
    #expect(try source.current().count == 1)
  }
}
