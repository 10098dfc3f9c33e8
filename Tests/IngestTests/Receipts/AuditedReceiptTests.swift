import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// What the checks between tables find reaches the receipt of a delivery, whenever the other table comes.
@Suite struct AuditedReceiptTests {
  private let folder: TemporaryFolder
  private let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try Store()
  }

  private func load(
    _ dataset: String, _ text: String, _ language: ReceiptLanguage = .it
  ) throws {
    let source = "sources/prova/\(dataset)"
    try folder.write(
      """
      {"editore": "Prova", "titolo": "Prova", "dataset": "\(dataset)", "licenza": "prova",
       "sintetico": true, "numeri": "italiani"}
      """, to: source + "/source.json")
    try folder.write(text, to: source + "/deliveries/2026-07-01.csv")
    let ingestion = Ingestion(
      store: store, reference: try LoadedText.reference.get(), key: PersonKey.random(),
      receipts: ReceiptWriting(
        root: folder.path + "/receipts", language: language, coverageDays: 180))
    try ingestion.ingest(try SourceFolder(path: folder.path + "/" + source)) { _, _ in }
    _ = try ingestion.audit()
  }

  private func receipt(_ name: String, of dataset: String) throws -> String? {
    let place = folder.path + "/receipts/prova/\(dataset)"
    let names = try FileManager.default.contentsOfDirectory(atPath: place)
    #expect(names.count == 1)
    return try? String(contentsOfFile: "\(place)/\(names[0])/\(name)", encoding: .utf8)
  }

  private static let served = """
    id_prestazione;id_richiesta;ente;servizio;comune;data;quantita;unita
    P1;R1;92123450808;C1;080043;2026-01-04;1;ore
    P2;R1;92123450808;C1;080043;2026-01-05;1;ore

    """

  private static func requests(on day: String) -> String {
    """
    id_richiesta;comune;data_richiesta;canale;servizio
    R1;080043;\(day);pdp;C1

    """
  }

  @Test func anotherTableChangesWhatTheReceiptSays() throws {
    try load("prestazioni", Self.served)
    let alone = try #require(try receipt("ricevuta.html", of: "prestazioni"))
    #expect(alone.contains("Nessuna contraddizione con le altre tabelle"))
    #expect(try receipt("controlli.csv", of: "prestazioni") == nil)
    let summary = try receipt("riepilogo.txt", of: "prestazioni")

    try load("richieste", Self.requests(on: "2026-01-05"))
    let page = try #require(try receipt("ricevuta.html", of: "prestazioni"))
    #expect(page.contains("«data»: la data precede quella della richiesta"))
    #expect(page.contains("data_richiesta 2026-01-05"))
    #expect(!page.contains("Nessuna contraddizione"))
    let list = try #require(try receipt("controlli.csv", of: "prestazioni"))
    #expect(list.split(separator: "\r\n").count == 2)
    #expect(list.contains("\r\n2,data,avviso,prima-della-richiesta,2026-01-04,"))
    #expect(
      try receipt("riepilogo.txt", of: "prestazioni")!.hasSuffix(
        """

        Confronto con le altre tabelle:
        - «data»: la data precede quella della richiesta a cui risponde. Volte: 1.

        """))
    #expect(try receipt("ricevuta.html", of: "richieste")!.contains("Nessuna contraddizione"))

    try load("richieste", Self.requests(on: "2026-01-04"))
    #expect(try receipt("ricevuta.html", of: "prestazioni") == alone)
    #expect(try receipt("riepilogo.txt", of: "prestazioni") == summary)
    #expect(try receipt("controlli.csv", of: "prestazioni") == nil)
  }

  @Test func theAnnotatedCopyShowsThemOnTheirRows() throws {
    func copy() throws -> (rows: [ReadRow], comments: String) {
      let place = folder.path + "/receipts/prova/prestazioni"
      let name = try FileManager.default.contentsOfDirectory(atPath: place)[0]
      let file = ByteSource.file(path: "\(place)/\(name)/copia-annotata.xlsx")
      let archive = try ZipArchive(file)
      let comments =
        archive.contains("xl/comments1.xml")
        ? String(decoding: try archive.contents("xl/comments1.xml"), as: UTF8.self) : ""
      return (try readRows(XLSXReader(file)), comments)
    }
    try load("prestazioni", Self.served)
    let alone = try copy()
    #expect(alone.rows.map { $0.cells[9] } == ["Esito", "tenuta", "tenuta"])

    try load("richieste", Self.requests(on: "2026-01-05"))
    let told = try copy()
    #expect(told.rows.map { $0.cells[9] } == ["Esito", "tenuta, con avvisi", "tenuta"])
    #expect(
      told.rows[1].cells[10].hasPrefix("«data»: la data precede quella della richiesta"))
    #expect(
      told.rows.map { Array($0.cells.prefix(9)) } == alone.rows.map { Array($0.cells.prefix(9)) })
    #expect(told.comments.contains("<comment ref=\"F2\"") && !told.comments.contains("F3"))

    try load("richieste", Self.requests(on: "2026-01-04"))
    #expect(try copy().rows == alone.rows)
  }

  /// Of a large delivery not every row is copied: one that only another table contradicts shows its
  /// number and the reason.
  @Test func aRowThatWasNotCopiedIsNamed() throws {
    let copy = AnnotatedCopy(
      headers: ["Data"], copies: RowCopies.Result(rows: [], isWhole: false, isCut: false),
      findings: [], corrected: [], columns: ["data": 0], title: "", isSynthetic: true,
      receivedOn: Day(number: 20_000), language: .it
    ).adding([
      FindingKind.finding(Audit.all[0][0].kind, line: 4000, header: "data", detail: "x")
    ])
    let path = folder.path + "/copia.xlsx"
    try copy.write(to: path)
    let rows = try readRows(XLSXReader(.file(path: path)))
    #expect(rows.count == 2)
    #expect(rows[1].cells[1] == "4000")
    #expect(
      rows[1].cells[3].hasSuffix("la riga non è riportata qui: si trova nel file dal suo numero"))
  }

  @Test func aReceiptStaysInItsLanguage() throws {
    try load("prestazioni", Self.served, .en)
    try load("richieste", Self.requests(on: "2026-01-05"))
    let page = try #require(try receipt("ricevuta.html", of: "prestazioni"))
    #expect(page.contains("the date comes before that of the request it answers"))
    #expect(!page.contains("la data precede"))
  }

  @Test func onlyTheOwnerReadsIt() throws {
    try load("prestazioni", Self.served)
    try load("richieste", Self.requests(on: "2026-01-05"))
    let place = folder.path + "/receipts/prova/prestazioni"
    let name = try FileManager.default.contentsOfDirectory(atPath: place)[0]
    let mode =
      try FileManager.default.attributesOfItem(atPath: "\(place)/\(name)")[.posixPermissions]
      as? Int
    #expect(mode == 0o700)
  }
}
