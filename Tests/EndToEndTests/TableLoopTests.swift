import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// From the meeting to the measurement: the workbook a dossier ships, filled in and handed back as it
/// is, and the next dossier says what became of each decision.
@Suite(.enabled(if: Tavolo.path != nil)) struct TableLoopTests {
  /// The workbook with a row written under the header of one of its sheets, all else left as it was.
  private func fill(_ path: String, sheet name: String, row: [String: String]) throws -> [UInt8] {
    let source = ByteSource.file(path: path)
    let workbook = try Workbook(source)
    let sheet = try #require(workbook.sheets.first { $0.name == name })
    let table = try TableFile.open(path: path, options: TableOptions(sheet: .name(name)))
    let batch = RawBatch()
    #expect(try table.reader.next(into: batch))
    let headers = (0..<Int(batch.rows[0].cellCount)).map { batch.text(row: 0, column: $0) }
    let cells = headers.enumerated().compactMap { column, header in
      row[header].map {
        "<c r=\"\(Character(Unicode.Scalar(UInt8(65 + column))))2\" t=\"inlineStr\"><is><t>\($0)</t></is></c>"
      }
    }
    #expect(cells.count == row.count)
    var filled = ZipBuilder()
    for part in workbook.archive.names {
      var content = try workbook.archive.contents(part)
      if part == sheet.part {
        let text = String(decoding: content, as: UTF8.self)
        let row = try #require(text.firstMatch(of: #/<row r="2"[^>]*\/>/#))
        content = Array(
          text.replacing(row.output, with: "<row r=\"2\">" + cells.joined() + "</row>").utf8)
      }
      filled.add(part, content)
    }
    return filled.bytes
  }

  private func tavolo(_ command: String, _ workspace: Workspace, asOf: String) throws {
    let run = try Tavolo.run(command, "--workspace", workspace.path, "--as-of", asOf, "--quiet")
    #expect(run.code == 0, "\(run.errors)")
  }

  /// Requests of older people in six comuni of the ambito: of a quarter of 2025 four in ten are met
  /// within a month, of the same quarter of 2026 seven in ten.
  private func deliverRequests(to workspace: Workspace) throws {
    let folder = "datasets/sources/ambito-di-prova/richieste"
    try workspace.write(
      """
      {"editore": "Ambito di prova", "titolo": "Richieste di prova", "dataset": "richieste",
       "licenza": "prova", "politica": "cumulativa", "sintetico": true}
      """, to: folder + "/source.json")
    var rows = [
      "id_richiesta,id_persona,comune,data_richiesta,canale,servizio,area_utenza,data_avvio,esito"
    ]
    for (year, met) in [(2025, 4), (2026, 7)] {
      for i in 0..<240 {
        let comune = ["080001", "080002", "080004", "080005", "080008", "080009"][i % 6]
        let day = "\(year)-0\(1 + i % 3)-\(10 + i % 15)"
        let isMet = (i / 6) % 10 < met
        rows.append(
          [
            "R\(year)-\(i)", "P\(year)-\(i)", comune, day, "sportello", "C1", "ANZ",
            isMet ? "\(Day(iso: day)! + 20)" : "", isMet ? "attivata" : "in_attesa",
          ].joined(separator: ","))
      }
    }
    try workspace.write(
      rows.joined(separator: "\n") + "\n", to: folder + "/deliveries/2027-01-15.csv")
  }

  /// Values of the indicator of the ambito in the open data of an edition, by period.
  private func published(_ edition: String) throws -> [String: String] {
    let text = try String(contentsOfFile: edition + "/dati/osservazioni.csv", encoding: .utf8)
    var values: [String: String] = [:]
    for row in QuotedRows.read(text)
    where row[0] == "copertura-bisogni" && row[2] == "LOC" && row[5] == "ANZ" {
      values[row[3]] = row[6]
    }
    return values
  }

  @Test func decisionsComeBackAndAreFollowedUp() throws {
    let workspace = try Workspace()
    defer { workspace.remove() }
    try deliverRequests(to: workspace)
    try tavolo("run", workspace, asOf: "2026-06-30")
    let shipped = workspace.path + "/reports/2026-06-30/tavoli/anziani-locride"
    let first = try String(contentsOfFile: shipped + ".html", encoding: .utf8)
    #expect(first.contains("Nessuna decisione di questo tavolo"))

    try workspace.write(
      """
      {"editore": "Tavolo di prova", "titolo": "Decisioni del tavolo", "dataset": "esiti_tavolo",
       "licenza": "uso interno", "politica": "incrementale", "sintetico": true}
      """, to: "datasets/sources/tavolo-di-prova/esiti_tavolo/source.json")
    let deliveries = workspace.sources + "/tavolo-di-prova/esiti_tavolo/deliveries"
    try FileManager.default.createDirectory(
      atPath: deliveries, withIntermediateDirectories: true)
    var row = [
      "id_procedimento": "COP-01", "numero": "1", "bisogno": "Raggiungere chi vive lontano",
      "decisione": "Attivare un trasporto a chiamata", "data_decisione": "12/03/2026",
      "peso": "3", "responsabile": "Ufficio di piano", "servizio": "C",
      "indicatore": "copertura-bisogni", "valore_obiettivo": "0,9", "entro_il": "31/12/2026",
      "risorse": "25.000,00", "stato": "da_avviare",
    ]
    try Data(try fill(shipped + ".xlsx", sheet: "esiti_tavolo", row: row)).write(
      to: URL(fileURLWithPath: deliveries + "/2026-07-01-anziani-locride.xlsx"))
    // The same decision further on, in a later sheet: one decision, with its last status.
    row["stato"] = "in_corso"
    try Data(try fill(shipped + ".xlsx", sheet: "esiti_tavolo", row: row)).write(
      to: URL(fileURLWithPath: deliveries + "/2026-07-10-anziani-locride.xlsx"))

    let said = [
      "osservazioni_tavolo": [
        "id_procedimento": "COP-01", "tipo": "debolezza", "testo": "Pochi arrivano",
        "servizio": "C1",
      ],
      "proposte": [
        "id_procedimento": "COP-01", "numero": "4", "testo": "Un trasporto",
        "proponente_tipo": "ets", "stato": "adottata", "servizio": "C",
      ],
    ]
    for (dataset, row) in said {
      let folder = "tavolo-di-prova/" + dataset
      try workspace.write(
        """
        {"editore": "Tavolo di prova", "titolo": "Prova", "dataset": "\(dataset)",
         "licenza": "uso interno", "politica": "incrementale", "sintetico": true}
        """, to: "datasets/sources/\(folder)/source.json")
      let deliveries = workspace.sources + "/\(folder)/deliveries"
      try FileManager.default.createDirectory(
        atPath: deliveries, withIntermediateDirectories: true)
      try Data(try fill(shipped + ".xlsx", sheet: dataset, row: row)).write(
        to: URL(fileURLWithPath: deliveries + "/2026-07-01-anziani-locride.xlsx"))
    }

    try tavolo("run", workspace, asOf: "2027-01-31")
    for dataset in said.keys {
      #expect(
        try workspace.findings("tavolo-di-prova", dataset, "2026-07-01-anziani-locride.xlsx")
          .isEmpty)
    }
    #expect(
      try workspace.findings("tavolo-di-prova", "esiti_tavolo", "2026-07-01-anziani-locride.xlsx")
        .isEmpty)
    let edition = workspace.path + "/reports/2027-01-31"
    let second = try String(
      contentsOfFile: edition + "/tavoli/anziani-locride.html", encoding: .utf8)
    #expect(!second.contains("Nessuna decisione di questo tavolo"))
    #expect(second.contains("Decisioni prese: 1."))
    // What was said, proposed and decided of one service is one row.
    #expect(second.contains("Servizi di cui si è parlato al tavolo: 1."))
    #expect(second.contains("4 (adottata)") && second.contains("c&#39;è una decisione (1)"))
    #expect(second.contains("N.\u{A0}1, «Attivare un trasporto a chiamata»"))
    #expect(second.contains("in corso") && !second.contains(#/>da avviare\s*</#))
    #expect(second.contains("prima 40,0\u{A0}% (1º\u{A0}semestre 2025), ora 70,0\u{A0}%"))
    #expect(second.contains("si è mosso verso l&#39;obiettivo"))

    // Before and now are the numbers of the open data, and the workbook has them typed.
    let values = try published(edition)
    let sheet = try TableFile.open(
      path: edition + "/tavoli/anziani-locride.xlsx",
      options: TableOptions(sheet: .name("Indicatori delle decisioni")))
    let batch = RawBatch()
    #expect(try sheet.reader.next(into: batch))
    #expect(batch.rows.count == 2)
    let cells = (0..<Int(batch.rows[1].cellCount)).map { batch.text(row: 1, column: $0) }
    for period in ["2025-S1", "2026-S1"] {
      let value = try #require(values[period].flatMap(Double.init), "\(values)")
      #expect(cells.contains { Double($0).map { abs($0 - value) < 1e-9 } ?? false }, "\(cells)")
    }
  }
}
