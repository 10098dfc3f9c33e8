import Testing
import Warehouse

@testable import Ingest

/// A delivery that says nothing, or much less than the one before: rows lost on the way look like rows
/// that are gone.
@Suite struct EmptyDeliveryTests {
  private static let header = "id_richiesta;comune;data_richiesta;canale;servizio\n"

  private static func rows(_ ids: ClosedRange<Int>) -> String {
    ids.map { "R\($0);Locri;13/03/2026;sportello;C1\n" }.joined()
  }

  private func source(_ settings: String = "") throws -> DeliveringSource {
    let source = try DeliveringSource(settings: settings)
    try source.write(Self.header + Self.rows(1...30), to: "deliveries/2026-06-01.csv")
    try source.ingest()
    return source
  }

  private func kept(_ source: DeliveringSource) throws -> Int {
    var count = 0
    try source.store.forEachCurrent(.serviceRequest) { _ in count += 1 }
    return count
  }

  @Test func ofACumulativeSourceItIsRefusedAndTheOneBeforeStays() throws {
    let source = try source()
    try source.write(Self.header, to: "deliveries/2026-06-30.csv")
    let error = #expect(throws: UnreadableFile.self) { try source.ingest() }
    #expect(error?.code == "nessuna-riga")
    #expect(error?.message.contains("30 righe di «2026-06-01.csv»") == true)
    #expect(try kept(source) == 30)
  }

  @Test func aSourceThatMayBeEmptyIsBelieved() throws {
    let source = try source(", \"puo_essere_vuota\": true")
    try source.write(Self.header, to: "deliveries/2026-06-30.csv")
    #expect(try source.ingest()["2026-06-30.csv"]?.rowsRead == 0)
    #expect(try kept(source) == 0)
  }

  @Test func ofAnIncrementalSourceAndAtFirstItIsAWarning() throws {
    let source = try source(", \"politica\": \"incrementale\"")
    try source.write(Self.header, to: "deliveries/2026-06-30.csv")
    try source.ingest()
    #expect(try kept(source) == 30)
    #expect(try LookedFile(Self.header).findings(.noRows).map(\.severity) == [.warning])
    #expect(try LookedFile(Self.header + Self.rows(1...1)).findings(.noRows).isEmpty)
  }

  /// As when a platform answers with an error, or the dates come written in another way.
  @Test func aDeliveryWithEveryRowRefusedDoesNotTakeThePlaceOfTheOneBefore() throws {
    let source = try source(", \"puo_essere_vuota\": true")
    let rows = Self.rows(1...30).replacing("13/03/2026", with: "13/03")
    try source.write(Self.header + rows, to: "deliveries/2026-06-30.csv")
    let error = #expect(throws: UnreadableFile.self) { try source.ingest() }
    #expect(error?.code == "nessuna-riga-tenuta")
    #expect(error?.message.contains("30 righe di «2026-06-01.csv»") == true)
    #expect(try kept(source) == 30)
    try source.write(Self.header + rows + Self.rows(31...31), to: "deliveries/2026-06-30.csv")
    try source.ingest()
    #expect(try kept(source) == 1, "one row is something said")
  }

  @Test func moreThanHalfOfTheRowsGoneIsAWarning() throws {
    let source = try source()
    try source.write(Self.header + Self.rows(1...14), to: "deliveries/2026-06-30.csv")
    try source.ingest()
    #expect(
      try source.receipt("rilievi.csv", of: "2026-06-30.csv").contains("consegna-ridotta"))
    try source.write(Self.header + Self.rows(1...7), to: "deliveries/2026-07-30.csv")
    try source.ingest()
    #expect(
      try !source.receipt("rilievi.csv", of: "2026-07-30.csv").contains("consegna-ridotta"),
      "a table of fourteen rows may well lose half of them")
  }
}
