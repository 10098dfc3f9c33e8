import Testing
import Warehouse

@testable import Ingest

/// What a delivery does to those before it: identifiers that begin again, a corrected copy of the same day, a
/// good export delivered again, mended rows in between.
@Suite struct DeliveriesInOrderTests {
  private static let header = "id_richiesta;id_persona;comune;data_richiesta;canale;servizio\n"
  private static let incremental = ", \"politica\": \"incrementale\""

  private static func row(
    _ id: Int, person: String = "", comune: String = "Locri", day: String = "13/03/2026"
  ) -> String {
    "\(id);\(person);\(comune);\(day);sportello;C1\n"
  }

  /// A year of requests of persons of its own.
  private static func year(_ year: Int) -> String {
    header
      + (1...12).map {
        row($0, person: "u\(year)-\($0)", day: "\(10 + $0)/03/\(year)")
      }.joined()
  }

  private func begins(_ source: DeliveringSource, _ delivery: String) throws -> Bool {
    try source.receipt("rilievi.csv", of: delivery).contains("identificativi-ricominciati")
  }

  // MARK: Identifiers that begin again

  @Test(arguments: ["", incremental]) func identifiersThatBeginAgainAreAnError(settings: String)
    throws
  {
    let source = try DeliveringSource(settings: settings)
    try source.write(Self.year(2025), to: "deliveries/2025-07-10.csv")
    try source.write(Self.year(2026), to: "deliveries/2026-07-10.csv")
    try source.ingest()
    #expect(try !begins(source, "2025-07-10.csv"))
    #expect(try begins(source, "2026-07-10.csv"))
    let list = try source.receipt("rilievi.csv", of: "2026-07-10.csv")
    #expect(list.contains("12 su 12, rispetto a «2025-07-10.csv»"))
    #expect(list.contains("12 of 12, by comparison with «2025-07-10.csv»"))
  }

  /// The year before may come late: it is not there from the first.
  @Test func alsoOfADeliveryThatComesLate() throws {
    let source = try DeliveringSource(settings: Self.incremental)
    try source.write(Self.year(2026), to: "deliveries/2026-07-10.csv")
    try source.ingest()
    try source.write(Self.year(2025), to: "deliveries/2025-07-10.csv")
    try source.ingest()
    #expect(try begins(source, "2025-07-10.csv"))
  }

  /// A date mended in all the rows, or persons who have other codes, are the same requests.
  @Test(arguments: [
    year(2025).replacing("/03/2025", with: "/04/2025"), year(2025).replacing("u2025-", with: "x-"),
    header + (1...4).map { row($0, person: "x\($0)", day: "01/01/2026") }.joined(),
  ])
  func rowsThatAreMendedAreNot(second: String) throws {
    let source = try DeliveringSource(settings: Self.incremental)
    try source.write(Self.year(2025), to: "deliveries/2025-07-10.csv")
    try source.write(second, to: "deliveries/2026-07-10.csv")
    try source.ingest()
    #expect(try !begins(source, "2026-07-10.csv"))
  }

  // MARK: Two of one day

  @Test(
    arguments: ["2026-06-10-corretto.csv", "2026-06-10 (1).csv", "2026-06-10_2.csv"],
    ["", incremental])
  func theLongerNameOfADayIsTheLater(corrected: String, settings: String) throws {
    for wrongFirst in [true, false] {
      let source = try DeliveringSource(settings: settings)
      let files = [
        ("2026-06-10.csv", Self.header + Self.row(1) + Self.row(2)),
        (corrected, Self.header + Self.row(1, comune: "Gerace") + Self.row(2, comune: "Gerace")),
      ]
      for (name, text) in wrongFirst ? files : files.reversed() {
        try source.write(text, to: "deliveries/\(name)")
        try source.ingest()
      }
      #expect(try source.current().map(\.comune.text) == ["080036", "080036"])
      #expect(
        try SourceFolder(path: source.path).deliveries.map(\.name) == ["2026-06-10.csv", corrected])
    }
  }

  // MARK: The same bytes again

  private static let good = header + row(1) + row(2)
  private static let bad = header + row(1, comune: "Gerace")

  @Test func aGoodExportDeliveredAgainTakesThePlaceOfTheBad() throws {
    let source = try DeliveringSource()
    for (name, text) in [
      ("2026-06-10.csv", Self.good), ("2026-07-10.csv", Self.bad), ("2026-08-10.csv", Self.good),
    ] { try source.write(text, to: "deliveries/\(name)") }
    try source.ingest()
    #expect(try source.store.deliveries().map(\.isCurrent) == [false, false, true])
    #expect(try source.current().count == 2)
    #expect(try source.ingest().isEmpty)
  }

  /// A copy of what was current when it came says nothing, also once something else has come.
  @Test func aCopyIsNotLoadedWhateverComesAfterIt() throws {
    let source = try DeliveringSource()
    for (name, text) in [
      ("2026-06-10.csv", Self.good), ("2026-07-10.csv", Self.good), ("2026-08-10.csv", Self.bad),
    ] {
      try source.write(text, to: "deliveries/\(name)")
      try source.ingest()
    }
    #expect(try source.ingest().isEmpty)
    #expect(
      try source.store.deliveries().map(\.delivery) == ["2026-06-10.csv", "2026-08-10.csv"])
  }

  /// Of an incremental source everything holds: what it has said once is not counted twice.
  @Test func ofAnIncrementalSourceTheSameBytesAreACopy() throws {
    let source = try DeliveringSource(settings: Self.incremental)
    for (name, text) in [
      ("2026-06-10.csv", Self.good), ("2026-07-10.csv", Self.bad), ("2026-08-10.csv", Self.good),
    ] { try source.write(text, to: "deliveries/\(name)") }
    try source.ingest()
    #expect(try source.store.deliveries().count == 2)
  }

  // MARK: Mended rows in between

  /// Rows refused in June and mended are rows June told.
  @Test(arguments: [true, false]) func mendedRowsAreWhatTheNextIsComparedWith(mendedFirst: Bool)
    throws
  {
    let source = try DeliveringSource()
    try source.write(
      Self.header + Self.row(1) + Self.row(2, day: "31/02/2026") + Self.row(3, day: "32/02/2026"),
      to: "deliveries/2026-06-10.csv")
    try source.ingest()
    let mended = try source.receipt("scarti.csv", of: "2026-06-10.csv")
      .replacing("31/02/2026", with: "28/02/2026").replacing("32/02/2026", with: "27/02/2026")
    let next = Self.header + Self.row(1) + Self.row(2, day: "28/02/2026") + Self.row(4)
    for isMended in [mendedFirst, !mendedFirst] {
      try source.write(
        isMended ? mended : next,
        to: "deliveries/\(isMended ? "2026-06-15-scarti" : "2026-07-10").csv")
      try source.ingest()
    }
    let revision = try #require(
      try source.store.revisions()["comune/richieste/2026-07-10.csv"])
    #expect(revision.previous == "2026-06-10.csv")
    #expect([revision.added, revision.unchanged, revision.vanished] == [1, 2, 1])
  }

  /// Rows refused in July and mended are not gone.
  @Test func aRowThatIsMendedHasNotVanished() throws {
    let source = try DeliveringSource()
    try source.write(
      Self.header + Self.row(1) + Self.row(2), to: "deliveries/2026-06-10.csv")
    try source.write(
      Self.header + Self.row(1) + Self.row(2, day: "31/02/2026"), to: "deliveries/2026-07-10.csv")
    try source.ingest()
    let name = "comune/richieste/2026-07-10.csv"
    #expect(try source.store.revisions()[name]?.vanished == 1)
    let mended = try source.receipt("scarti.csv", of: "2026-07-10.csv")
      .replacing("31/02/2026", with: "13/03/2026")
    try source.write(mended, to: "deliveries/2026-07-15-scarti.csv")
    try source.ingest()
    let revision = try #require(try source.store.revisions()[name])
    #expect([revision.added, revision.unchanged, revision.vanished] == [0, 2, 0])
  }
}
