import Foundation
import TestSupport
import Testing
import Warehouse

/// A real municipal export enters through a descriptor alone: reports of faults in the streets of
/// Alessandria, 2023–2025, with its own headers, states and channels, and no column for the comune.
@Suite struct RealExportTests {
  static let file = "../shared/data/requests/segnalazioni-municipium_2025-02-25.csv"
  private static let source = "datasets/sources/comune-alessandria/richieste"

  private func load() throws -> (Workspace, [ServiceRequest]) {
    let workspace = try Workspace()
    try workspace.write(
      """
      {"editore": "Comune di Alessandria", "titolo": "Segnalazioni Municipium",
       "dataset": "richieste", "licenza": "dati aperti", "politica": "cumulativa"}
      """, to: Self.source + "/source.json")
    try workspace.write(
      """
      campo,2023-01-01
      id_richiesta,Id
      comune,=Alessandria
      data_richiesta,Creato
      data_chiusura,Chiusa
      canale,DescrizioneBreve
      servizio,Categoria
      esito,Stato
      -,Anno

      """, to: Self.source + "/columns.csv")
    // What has no word of ours (a street fault is no social service) is ND or empty, never guessed.
    try workspace.write(
      """
      campo,valore,codice,motivo
      canale,App Municipium,app,Applicazione per telefono
      canale,sito web,piattaforma,Modulo del sito del comune
      canale,mail,email,Posta elettronica
      canale,tel,telefono,Telefono
      canale,urp,sportello,Ufficio relazioni con il pubblico
      esito,aperta,ricevuta,Non ancora presa in carico
      esito,in carico,valutata,Un ufficio la sta seguendo
      esito,risolta,chiusa,Intervento fatto
      esito,annullata,rinuncia,Ritirata da chi segnala

      """, to: Self.source + "/values.csv")
    let delivery = "\(workspace.path)/\(Self.source)/deliveries"
    try FileManager.default.createDirectory(
      atPath: delivery, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(PackageFolder.path)/\(Self.file)", toPath: delivery + "/2025-02-25.csv")
    try workspace.ingest()
    var requests: [ServiceRequest] = []
    try workspace.store.forEachCurrentRequest { requests.append($0) }
    return (workspace, requests)
  }

  @Test(.enabled(if: PackageFolder.exists(file)))
  func theMedianTimeToCloseIsTheFilesOwn() throws {
    let (workspace, requests) = try load()
    let text = try String(contentsOfFile: "\(PackageFolder.path)/\(Self.file)", encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let record = try #require(try workspace.store.deliveries().first)
    #expect(record.rowsRead == rows.count)

    // Days by Foundation's calendar, not by ours.
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    func date(_ text: String) -> Date? {
      let parts = text.split(separator: "-").compactMap { Int($0) }
      guard parts.count == 3 else { return nil }
      return calendar.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2]))
    }
    let expected = rows.compactMap { row -> Int? in
      guard let opened = date(row[3]), let closed = date(row[4]) else { return nil }
      return calendar.dateComponents([.day], from: opened, to: closed).day
    }.sorted()
    let days = requests.compactMap { request in
      request.closedOn.map { Int($0.number - request.requestedOn.number) }
    }.sorted()
    #expect(days == expected)
    #expect(days.count > 2000)
    #expect(days[days.count / 2] == expected[expected.count / 2])
  }

  @Test(.enabled(if: PackageFolder.exists(file)))
  func itsWordsBecomeOursAndTheComuneIsTheConstant() throws {
    let (workspace, requests) = try load()
    // One report has no category, and a request must say for what: it is refused.
    let findings = try workspace.findings("comune-alessandria", "richieste", "2025-02-25.csv")
    #expect(findings["valore-mancante"] == [275])
    #expect(requests.count == 3441 - 1)
    #expect(Set(requests.map(\.comune)) == [PackedCode("006003")])
    #expect(findings["comune-fuori-territorio"]?.count == 3441)
    #expect(requests.filter { $0.channel == PackedCode("app") }.count == 3197 - 1)
    #expect(requests.filter { $0.channel == PackedCode("piattaforma") }.count == 164 + 3)
    #expect(requests.filter { $0.outcome == PackedCode("chiusa") }.count == 2089 + 10)
    #expect(requests.filter { $0.outcome == PackedCode("rinuncia") }.count == 195 - 1)
    // Not ours to guess: four «eliminata» and every category.
    #expect(findings["codice-sconosciuto"]?.count == 4 + 3440)
    #expect(Set(requests.map(\.service)) == [PackedCode("ND")])
  }
}
