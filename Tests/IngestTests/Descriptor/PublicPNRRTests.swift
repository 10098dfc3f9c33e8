import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// The files Italia Domani and ReGiS published, of every vintage kept, load through the profiles.
@Suite(.enabled(if: SharedData.isPresent), .serialized) struct PublicPNRRTests {
  struct Vintage: Sendable, CustomStringConvertible {
    let profile: String
    let file: String
    let delivery: String
    /// Rows of the file, ghosts and header not counted.
    let rows: Int
    /// Rows without a CUP or another required value.
    var refused = 0
    var testDescription: String { "\(profile) \(delivery)" }
    var description: String { testDescription }
  }

  static let vintages = [
    Vintage(
      profile: "pnrr-progetti", file: "PNRR_Progetti.csv", delivery: "2023-01-31.csv", rows: 5246),
    Vintage(
      profile: "pnrr-progetti-totale", file: "PNRR_Progetti.csv", delivery: "2023-01-31.csv",
      rows: 5246),
    Vintage(
      profile: "pnrr-progetti", file: "RC__progetti_validati_2023.csv", delivery: "2023-06-30.csv",
      rows: 868),
    Vintage(
      profile: "pnrr-progetti-pnrr", file: "RC__progetti_validati_2023.csv",
      delivery: "2023-06-30.csv", rows: 868),
    Vintage(
      profile: "pnrr-pagamenti-totali", file: "RC__PNRR_Pagamenti_di_Progetto.csv",
      delivery: "2025-04-15.csv", rows: 1463),
    Vintage(
      profile: "pnrr-pagamenti-finanziamento-pnrr", file: "RC__PNRR_Pagamenti_di_Progetto.csv",
      delivery: "2025-04-15.csv", rows: 1463),
    Vintage(
      profile: "pnrr-indicatori-target", file: "RC__PNRR_Indicatori_Target.csv",
      delivery: "2025-04-15.csv", rows: 2208),
    Vintage(
      profile: "pnrr-gare", file: "RC__PNRR_Gare_Aggiudicatari-Universo_REGIS.csv",
      delivery: "2023-03-15.csv", rows: 569),
    Vintage(
      profile: "pnrr-aggiudicatari", file: "RC__PNRR_Aggiudicatari_Gare.csv",
      delivery: "2025-04-15.csv", rows: 1397),
  ]

  private func load(_ vintage: Vintage) throws -> (
    store: Store, snapshot: Snapshot, findings: [String: Int]
  ) {
    let folder = try TemporaryFolder()
    let source = folder.path + "/italia-domani/" + vintage.profile
    let files = FileManager.default
    try files.createDirectory(
      atPath: folder.path + "/italia-domani", withIntermediateDirectories: true)
    try files.copyItem(atPath: ProfileTests.folder + "/" + vintage.profile, toPath: source)
    for name in try files.contentsOfDirectory(atPath: source + "/deliveries") {
      try files.removeItem(atPath: "\(source)/deliveries/\(name)")
    }
    try files.copyItem(
      atPath: SharedData.path("pnrr/" + vintage.file),
      toPath: "\(source)/deliveries/\(vintage.delivery)")
    let (store, snapshots, findings) = try ProfileTests.load(source)
    return (store, try #require(snapshots.first), findings)
  }

  @Test(arguments: vintages) func loads(_ vintage: Vintage) throws {
    let (_, snapshot, findings) = try load(vintage)
    print(vintage.profile, vintage.file, snapshot.rowsRead, snapshot.rowsKept, findings)
    #expect(snapshot.rowsRead == vintage.rows)
    #expect(snapshot.rowsRefused == vintage.refused)
  }

  /// The project of the mission, as ReGiS tells it.
  @Test func theAmountsAreThose() throws {
    func amount(_ profile: String, _ table: FactTable, _ field: FactField) throws -> [Int64] {
      let vintage = try #require(PublicPNRRTests.vintages.first { $0.profile == profile })
      var found: [Int64] = []
      try load(vintage).store.forEachCurrent(table) {
        if $0.text(.cup) == "B41H22000020006" { found.append($0.integer(field)!) }
      }
      return found
    }
    #expect(try amount("pnrr-pagamenti-totali", .payment, .amountCents) == [24_396_146])
    #expect(
      try amount("pnrr-pagamenti-finanziamento-pnrr", .funding, .amountCents) == [81_284_010])
    let target = try #require(
      PublicPNRRTests.vintages.first { $0.profile == "pnrr-indicatori-target" })
    var planned: [Double] = []
    try load(target).store.forEachCurrent(.physicalIndicator) {
      if $0.text(.cup) == "B41H22000020006" { planned.append($0.real(.planned)!) }
    }
    #expect(planned.sorted() == [0, 1])
  }
}
