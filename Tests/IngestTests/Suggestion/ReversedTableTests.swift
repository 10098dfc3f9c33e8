import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// Tables with quarters, months, years or comuni in their columns: another shape is missing, not fields.
@Suite struct ReversedTableTests {
  private func reversed(_ headers: [String]) throws -> ReversedTable? {
    ReversedTable(headers, resolver: try TrialSource.reference.get().resolver)
  }

  @Test(arguments: [
    (["Comune", "I trimestre", "II trimestre", "III trimestre", "IV trimestre"], "periodi"),
    (["Servizio", "gen-26", "feb-26", "mar-26"], "mesi"),
    (["Servizio", "Gennaio", "Febbraio", "Marzo", "Totale"], "mesi"),
    (["Servizio", "2026-01", "2026-02", "2026-03"], "mesi"),
    (["Servizio", "2023", "2024", "2025"], "anni"),
    (["Servizio", "Utenti 2023", "Utenti 2024", "Utenti 2025"], "anni"),
    (["Servizio", "2025 Q1", "2025 Q2", "2025 Q3"], "periodi"),
    (["Servizio", "Locri", "Siderno", "Ardore", "Gerace", "Africo"], "comuni"),
    (["Comune", "0-14", "15-64 anni", "65 e oltre", "Totale"], "fasce d'età"),
    (["Comune", "Maschi 0-14", "Femmine 0-14", "Maschi 15+", "F 15+"], "fasce d'età"),
    (
      ["Comune", "Gen / SAD", "Gen / Nido", "Feb / SAD", "Feb / Nido", "Mar / SAD", "Mar / Nido"],
      "mesi"
    ),
    (["CUP", "FINANZ_UE", "FINANZ_REGIONE", "Importo PNRR", "Data"], "fondi"),
    (["Comune", "M (0-64)", "F (0-64)", "M (65+)", "F (65+)"], "fasce d'età"),
  ])
  func theShapeIsTold(headers: [String], what: String) throws {
    let advice = try #require(try reversed(headers)).advice
    let name = headers[1].split(separator: " / ")[0]
    #expect(advice.contains("colonne sono \(what) («\(name)»"))
    #expect(advice.contains("rovesciare la tabella"))
  }

  @Test(arguments: [
    ["id_richiesta", "comune", "data_richiesta", "canale"],
    ["Locri", "Siderno", "12/03/2026", "x"],
    ["Comune", "Provincia", "Regione", "Stato"], ["CUP", "Importo", "Quota utenti", "Quota SSN"],
    ["marca", "maggiore", "settore", "servizio"], ["2023", "id", "comune"],
    ["Anno", "Mese", "Trimestre", "Comune"], [],
    ["Comune", "Anno", "Età", "Maschi", "Femmine"], ["1", "2", "3", "4"],
    ["Anno 2026 / Comune", "Anno 2026 / Data", "Anno 2026 / Canale", "Anno 2026 / Servizio"],
  ])
  func anyOtherTableIsNone(headers: [String]) throws {
    #expect(try reversed(headers) == nil)
  }

  private static let pivot =
    "Comune;Servizio;I trim 2026;II trim 2026;III trim 2026\nLocri;SAD;12;13;14\nSiderno;SAD;1;2;3\n"

  @Test func aDeliveryIsToldSo() throws {
    let source = try TrialSource()
    try source.write(Self.pivot, to: "deliveries/2026-06-30.csv")
    let complaint = source.complaint()
    #expect(complaint.contains("3 colonne sono periodi («I trim 2026», «II trim 2026»"))
    #expect(!complaint.contains("columns.csv"))
    try source.write(
      """
      campo,2020-01-01
      id_richiesta,Numero
      comune,Comune
      data_richiesta,Data
      canale,Canale
      servizio,Servizio

      """, to: "columns.csv")
    #expect(source.complaint().contains("rovesciare la tabella"))
  }

  /// A file that lacks a column for another reason is told which.
  @Test func aMissingColumnIsStillNamed() throws {
    let source = try TrialSource()
    try source.write(
      "id_richiesta;comune;data;canale;servizio\n1;Locri;12/03/2026;sportello;C1\n",
      to: "deliveries/2026-06-30.csv")
    #expect(source.complaint().contains("manca la colonna «data_richiesta»"))
  }

  @Test func suggestTellsSo() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.pivot, to: "pivot.csv")
    let suggestion = try Suggestion(
      file: folder.path + "/pivot.csv", dataset: nil, reference: TrialSource.reference.get(),
      folder: PackageFolder.path + "/datasets/reference")
    #expect(suggestion.text.contains("rovesciare la tabella"))
    #expect(suggestion.reversed != nil)
  }

  /// `gen-26` typed in a spreadsheet is a day, the first of its month.
  @Test func monthsThatBecameDays() throws {
    let months = (1...6).map { "2026-0\($0)-01" }.joined(separator: ";")
    let error = #expect(throws: UnreadableFile.self) {
      try suggest("CF ente;\(months)\n01528071002;1;2;3;4;5;6\n02123450807;1;2;3;4;5;6\n")
    }
    #expect(error?.message.contains("6 colonne sono mesi") == true)
  }

  private func suggest(_ text: String) throws -> Suggestion {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "tavola.csv")
    return try Suggestion(
      file: folder.path + "/tavola.csv", dataset: nil, reference: TrialSource.reference.get(),
      folder: PackageFolder.path + "/datasets/reference")
  }

  /// Two columns are too few to reverse a table for: a source reads each.
  @Test func aColumnForEachSex() throws {
    let rows = (0..<30).map { "Locri;2025;\($0);\($0 + 40);\($0 + 50);\(2 * $0 + 90)\n" }.joined()
    let suggestion = try suggest("Comune;Anno;Età;Totale maschi;Totale femmine;Totale\n" + rows)
    #expect(suggestion.dataset == "popolazione")
    #expect(suggestion.text.contains("«Totale maschi» e «Totale femmine» sono lo stesso numero"))
    #expect(suggestion.text.contains("«residenti,Totale femmine» e «sesso,=F»"))
    #expect(suggestion.text.contains("«maschi/popolazione» e «femmine/popolazione»"))
    let long = try suggest(
      "Comune;Anno;Età;Sesso;Residenti\nLocri;2025;3;M;40\nLocri;2025;3;F;41\n")
    #expect(!long.text.contains("due fonti"))
  }

  @Test func linesOfACellMayBeAList() throws {
    let rows = ["Locri\nSiderno", "Gerace", "Bovalino\r\nArdore\nAfrico"].enumerated().map {
      "S\($0);99990009997;\"Assistenza\ndomiciliare\";\"\($1)\";SI;0\($0 + 1)/02/2026\n"
    }
    let suggestion = try suggest(
      "Codice servizio;CF ente;Servizio;Comuni serviti;Gratuito;Dal\n"
        + (0..<4).map { _ in rows.joined() }.joined())
    #expect(suggestion.dataset == "servizi")
    #expect(suggestion.text.contains("100 % comuni o elenchi di comuni"), "\(suggestion.text)")
    #expect(!suggestion.text.contains("voci di"), "no word to decide")
  }

  /// What open-data portals export: the place of each thing, and its properties.
  @Test func pointsOfAMap() throws {
    let features = (1...12).map {
      """
      {"type": "Feature", "properties": {"CODICE": "P\($0)", "NOME": "Punto di via \($0)",
        "COMUNE": "Siderno", "DATA_APERTURA": "2025-09-01"},
       "geometry": {"type": "Point", "coordinates": [16.\($0), 38.\($0)]}}
      """
    }
    let suggestion = try suggest(
      "{\"type\": \"FeatureCollection\", \"name\": \"punti\", \"features\": [\n"
        + features.joined(separator: ",\n") + "]}")
    #expect(suggestion.dataset == "punti_prossimita")
    #expect(
      suggestion.fields == [
        "properties.CODICE": "id_punto", "properties.NOME": "denominazione",
        "properties.COMUNE": "comune", "properties.DATA_APERTURA": "data_apertura",
        "geometry.coordinates.lon": "lon", "geometry.coordinates.lat": "lat",
      ])
    #expect(!suggestion.text.contains("da decidere"), "\(suggestion.text)")
    #expect(DraftFolder(suggestion).texts[0].text.contains("\"percorso\": \"features\""))
  }
}
