import Foundation
import Spreadsheet
import Testing
import Warehouse

@testable import Ingest

/// What bears somebody's code and is no cell: keys of objects, sheets, words of the maps, settings. Receipts
/// and the warehouse tell of them without it.
@Suite struct UnnamedPersonsTests {
  private static let person = DeliveringSource.person
  private static let mailbox = "rossi.mario@posta.example"

  /// Everything that is kept or given back of a delivery.
  private func told(_ source: DeliveringSource, of delivery: String) throws -> String {
    let snapshots = try source.ingest()
    let receipts = try source.files(of: delivery).filter { !$0.hasSuffix(".xlsx") }.map {
      try source.receipt($0, of: delivery)
    }
    let findings = try source.store.findings()
    return
      (receipts + snapshots.values.map(\.decisions)
      + findings.flatMap { [$0.header, $0.cell, $0.detail] }).joined(separator: "\n")
  }

  @Test func keysAndMaps() throws {
    let source = try DeliveringSource()
    try source.write(
      """
      [{"id_richiesta": "1", "comune": "Locri", "data_richiesta": "2026-03-15", "canale": "pec",
        "servizio": "C1", "\(Self.person)": {"\(Self.mailbox)": 1}}]
      """, to: "deliveries/2026-06-30.json")
    try source.write(
      "campo,valore,codice,motivo\nservizio,SAD di \(Self.person),C1,nota\n", to: "values.csv")
    try source.write(
      "campo,2026-01-01\n"
        + ["id_richiesta", "comune", "data_richiesta", "canale", "servizio"].map { "\($0),\($0)\n" }
        .joined() + "-,\(Self.mailbox)\n", to: "columns.csv")
    let text = try told(source, of: "2026-06-30.json")
    #expect(!text.contains(Self.person) && !text.contains(Self.mailbox))
    #expect(text.contains("[codice fiscale]"))
  }

  @Test func sheets() throws {
    let source = try DeliveringSource()
    let book = try Spreadsheet.Workbook(
      path: source.path + "/deliveries/2026-06-30.xlsx",
      properties: DocumentProperties(title: "", created: 0))
    for name in [Self.person, "seguito " + Self.person] {
      let sheet = try book.addSheet(name)
      for (column, cell) in [
        ("id_richiesta", "1"), ("comune", "Locri"), ("data_richiesta", "15/03/2026"),
        ("canale", "pec"), ("servizio", "C1"),
      ].enumerated() {
        try sheet.write(.text(cell.0), row: 0, column: column)
        try sheet.write(.text(cell.1), row: 1, column: column)
      }
    }
    try book.close()
    let text = try told(source, of: "2026-06-30.xlsx")
    #expect(!text.contains(Self.person))
    #expect(text.contains("«seguito [codice fiscale]»"))
  }

  @Test func settings() throws {
    let source = try DeliveringSource()
    try source.write(
      """
      {"editore": "Comune", "titolo": "Pratica di \(Self.person)", "dataset": "richieste",
       "licenza": "prova"}
      """, to: "source.json")
    let error = #expect(throws: DescriptorError.self) { try source.ingest() }
    #expect(error?.message.contains("«titolo» contiene un dato personale") == true)
    #expect(error?.message.contains(Self.person) == false)
  }

  @Test func paths() throws {
    let source = try DeliveringSource()
    try source.write(
      "{\"\(Self.person)\": [{\"a\": 1}, {\"a\": 2}]}", to: "deliveries/2026-06-30.json")
    let error = #expect(throws: UnreadableFile.self) { try source.ingest() }
    #expect(error?.message.contains("[codice fiscale]") == true)
    #expect(error?.message.contains(Self.person) == false)
  }

  /// Two people may have one name, and «da assegnare» is nobody: it is told, and no name is.
  @Test func namesInPlaceOfCodes() throws {
    let source = try DeliveringSource(columns: DeliveringSource.columns)
    try source.write(
      DeliveringSource.header + DeliveringSource.row("1", person: "Rossi Mario")
        + DeliveringSource.row("2", person: "da assegnare")
        + DeliveringSource.row("3", person: "U17")
        + DeliveringSource.row("4", person: Self.person), to: "deliveries/2026-06-30.csv")
    let text = try told(source, of: "2026-06-30.csv")
    #expect(text.contains("0,id_persona,avviso,persone-per-nome,,"))
    #expect(text.contains("celle: 2"))
    #expect(!text.contains("Rossi") && !text.contains("da assegnare"))
  }
}
