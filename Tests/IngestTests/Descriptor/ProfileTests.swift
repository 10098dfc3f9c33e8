import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// Every ready-made profile reads its own sample, and keeps, refuses and reports what it must.
@Suite struct ProfileTests {
  struct Expected: Sendable {
    var kept: Int
    var refused = 0
    var findings: [String: Int] = [:]
  }

  /// The maps hold more words than a sample of a few rows.
  static let expected: [String: Expected] = [
    "segretariato-sociale": Expected(kept: 3, findings: ["colonna-personale": 1]),
    "cartella-sociale-casi": Expected(
      kept: 2, findings: ["righe-escluse": 1, "colonna-personale": 2, "mappa-inutilizzata": 2]),
    "cartella-sociale-domande": Expected(
      kept: 3, findings: ["colonna-personale": 1, "mappa-inutilizzata": 2]),
    "liste-attesa-nominative": Expected(kept: 2, findings: ["colonna-personale": 1]),
    "siuss-ps-psa-periodiche": Expected(
      kept: 2, refused: 1,
      findings: [
        "righe-escluse": 1, "righe-che-annullano": 1, "valore-mancante": 1, "mappa-inutilizzata": 2,
        "solo-prima-riga": 1,
      ]),
    "siuss-ps-psa-occasionali": Expected(
      kept: 1, findings: ["righe-escluse": 1, "mappa-inutilizzata": 4]),
    "siuss-casi": Expected(
      kept: 2,
      findings: ["righe-escluse": 1, "righe-che-annullano": 1, "mappa-inutilizzata": 1]),
    "siuss-psa-elementi": Expected(kept: 2),
    "siuss-sinba": Expected(
      kept: 2, findings: ["comune-non-indicato": 2, "solo-mese": 1, "mappa-inutilizzata": 8]),
    "istat-posas-maschi": Expected(kept: 6, findings: ["righe-escluse": 1]),
    "istat-posas-femmine": Expected(kept: 6, findings: ["righe-escluse": 1]),
    "sioss-personale": Expected(kept: 3, findings: ["riga-totale": 1]),
    "pnrr-progetti": Expected(kept: 3), "pnrr-progetti-totale": Expected(kept: 3),
    "pnrr-progetti-pnrr": Expected(kept: 3), "pnrr-pagamenti-totali": Expected(kept: 2),
    "pnrr-pagamenti-pnrr": Expected(kept: 2),
    "pnrr-pagamenti-finanziamento-totali": Expected(kept: 2),
    "pnrr-pagamenti-finanziamento-pnrr": Expected(kept: 2),
    "pnrr-indicatori-target": Expected(kept: 2), "pnrr-gare": Expected(kept: 2),
    "pnrr-aggiudicatari": Expected(kept: 2),
    "pagina-promotore": Expected(kept: 3, findings: ["riga-totale": 1]),
    "log-ricerche": Expected(kept: 3),
  ]

  static let folder = PackageFolder.path + "/datasets/profiles"

  @Test func everyProfileIsExpected() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: ProfileTests.folder)
      .filter { $0 != "README.md" }
    #expect(names.sorted() == ProfileTests.expected.keys.sorted())
    let readme = try String(contentsOfFile: ProfileTests.folder + "/README.md", encoding: .utf8)
    for name in names { #expect(readme.contains("[\(name)](\(name))"), "\(name)") }
  }

  @Test(arguments: expected.keys.sorted()) func reads(_ name: String) throws {
    let (_, snapshots, findings) = try ProfileTests.load(ProfileTests.folder + "/" + name)
    let expected = try #require(ProfileTests.expected[name])
    #expect(snapshots.reduce(0) { $0 + $1.rowsKept } == expected.kept)
    #expect(snapshots.reduce(0) { $0 + $1.rowsRefused } == expected.refused)
    #expect(findings == expected.findings)
  }

  /// What the flow says of a month is no cost of the whole, and a cancellation is told.
  @Test func aFlowOfPeriodsCostsNothingItDoesNotSay() throws {
    let (store, _, _) = try ProfileTests.load(ProfileTests.folder + "/siuss-ps-psa-periodiche")
    var costs: [Int64?] = []
    try store.forEachCurrent(.serviceDelivery) { costs.append($0.integer(.costCents)) }
    #expect(costs == [nil, nil])
  }

  /// Code 2 of the social record («non so») and code 2 of the flow («no») are both left out, and
  /// neither is read as the other's yes.
  @Test func theSameCodeIsReadTwoWays() throws {
    for (name, ids) in [
      ("cartella-sociale-casi", ["501", "502"]), ("siuss-casi", ["2025-0012", "2025-0020"]),
    ] {
      let (store, _, _) = try ProfileTests.load(ProfileTests.folder + "/" + name)
      var found: [String] = []
      var areas: [String] = []
      try store.forEachCurrent(.caseFile) {
        found.append($0.text(.caseID)!)
        areas.append($0.text(.userArea)!)
      }
      #expect(found == ids)
      // Area 2 of the flow is disability or old age: nobody chooses between them.
      if name == "siuss-casi" { #expect(areas == ["ND", "FAM"]) }
    }
  }

  @Test func eachVintageIsReadAsItIsWritten() throws {
    let (store, _, _) = try ProfileTests.load(ProfileTests.folder + "/pnrr-progetti-pnrr")
    var amounts: [String] = []
    try store.forEachCurrent(.funding) {
      amounts.append(
        "\($0.text(.cup)!.suffix(1)) \($0.day(.referredTo)!) \($0.integer(.amountCents)!)")
    }
    #expect(
      amounts == ["1 2023-01-31 111400000", "2 2023-01-31 4000000", "1 2023-06-13 100000050"])
  }

  static func load(
    _ path: String
  ) throws -> (store: Store, snapshots: [Snapshot], findings: [String: Int]) {
    let store = try Store()
    let folder = try TemporaryFolder()
    let ingestion = Ingestion(
      store: store, reference: try LoadedText.reference.get(), key: PersonKey.random(),
      receipts: ReceiptWriting(root: folder.path, language: .it, coverageDays: 180))
    var snapshots: [Snapshot] = []
    var findings: [String: Int] = [:]
    try ingestion.ingest(try SourceFolder(path: path)) {
      guard case .loaded(let snapshot, let account) = $1 else { return }
      snapshots.append(snapshot)
      findings.merge(account.findings, uniquingKeysWith: +)
    }
    try ingestion.finishReceipts()
    return (store, snapshots, findings)
  }
}
