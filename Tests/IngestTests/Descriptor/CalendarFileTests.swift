import Ingest
import TestSupport
import Testing
import Warehouse

@Suite struct CalendarFileTests {
  private static let header =
    "editore,dataset,periodicita,dal,al,scadenza_giorni,territorio,referente\n"

  private func read(_ rows: String) throws -> [ExpectedDelivery] {
    let folder = try TemporaryFolder()
    try folder.write(Self.header + rows, to: "calendario.csv")
    try folder.write(
      """
      {"editore": "Comune di prova", "titolo": "x", "dataset": "richieste", "licenza": "x"}
      """, to: "sources/comune/richieste/source.json")
    return try CalendarFile.read(
      folder.path + "/calendario.csv", sources: folder.path + "/sources",
      reference: ReferenceFolder(path: PackageFolder.path + "/datasets/reference"))
  }

  @Test func namesDatesAndTerritoryAreRead() throws {
    let all = try read(
      """
      comune,richieste,trimestrale,2026-01-01,,30,080063,ufficio
      altri,enti,annuale,2026-01-01,2027-12-31,60,LOC,
      """)
    #expect(all.map(\.publisher) == ["altri", "comune"])
    #expect(all.map(\.publisherName) == ["altri", "Comune di prova"])
    #expect(all[1].comuni == ["080063"])
    #expect(all[0].comuni.contains("080043") && all[0].comuni.count > 20)
    #expect(all[0].to == Day(iso: "2027-12-31"))
  }

  @Test func noFileNothingExpected() throws {
    let folder = try TemporaryFolder()
    #expect(
      try CalendarFile.read(
        folder.path + "/calendario.csv", sources: folder.path,
        reference: ReferenceFolder(path: PackageFolder.path + "/datasets/reference")
      ).isEmpty)
  }

  @Test(arguments: [
    ("comune,richiesta,mensile,2026-01-01,,30,,", "forse «richieste»?"),
    ("comune,richieste,mensle,2026-01-01,,30,,", "forse «mensile»?"),
    ("comune,richieste,mensile,1/1/26,,30,,", "«1/1/26» in «dal» non è una data"),
    ("comune,richieste,mensile,2026-02-01,2026-01-01,30,,", "«al» viene prima di «dal»"),
    ("comune,richieste,mensile,2026-01-01,,un mese,,", "la scadenza «un mese»"),
    ("comune,richieste,mensile,2026-01-01,,30,Locri,", "«Locri» in «territorio»"),
    (",richieste,mensile,2026-01-01,,30,,", "manca l'editore"),
    (
      "a,richieste,mensile,2026-01-01,,30,,\na,richieste,annuale,2026-01-01,,30,,",
      "già alla riga 2"
    ),
    // Every report from March on would be expected twice.
    (
      "a,richieste,mensile,2026-01-01,,30,,\na,richieste,trimestrale,2026-03-01,,30,080063,",
      "chiudere la prima con «al»"
    ),
  ])
  func aMistakeIsNamedWithItsLine(rows: String, message: String) throws {
    let error = try #require(throws: DescriptorError.self) { try read(rows) }
    #expect(error.description.contains(message), "\(error)")
    #expect(error.line == (rows.contains("\n") ? 3 : 2))
  }

  @Test func anAgreementThatFollowsAnotherIsNone() throws {
    let all = try read(
      """
      a,richieste,mensile,2026-01-01,2026-02-28,30,,
      a,richieste,trimestrale,01/03/2026,,30,080063,
      a,richieste,mensile,2026-04-01,,30,080043,

      """)
    #expect(all.map(\.from) == ["2026-01-01", "2026-03-01", "2026-04-01"].map { Day(iso: $0)! })
  }

  @Test func theCalendarOfTheSampleIsReadable() throws {
    let all = try CalendarFile.read(
      PackageFolder.path + "/datasets/calendario.csv",
      sources: PackageFolder.path + "/datasets/sources",
      reference: ReferenceFolder(path: PackageFolder.path + "/datasets/reference"))
    #expect(all.count >= 8)
    #expect(all.allSatisfy { $0.publisherName != $0.publisher })
  }
}
