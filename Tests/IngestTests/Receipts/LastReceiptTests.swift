import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// A receipt is written after its delivery is in, while other work goes on.
@Suite struct LastReceiptTests {
  private typealias Source = DeliveringSource

  @Test func oneThatCouldNotBeWrittenIsToldAndOwed() throws {
    let source = try Source(columns: Source.columns)
    try source.write(
      Source.header + Source.row("1") + Source.row("2", day: "boh"),
      to: "deliveries/2026-06-30.csv")
    let receipts = source.folder.path + "/receipts/comune/richieste"
    #expect(throws: (any Error).self) {
      try source.ingest { _ in
        let drafts = (try? FileManager.default.contentsOfDirectory(atPath: receipts)) ?? []
        for draft in drafts { try? FileManager.default.removeItem(atPath: "\(receipts)/\(draft)") }
      }
    }
    #expect(try source.current().count == 1, "the delivery is in all the same")
    #expect(try source.ingest().keys.sorted() == ["2026-06-30.csv"])
    #expect(try source.files(of: "2026-06-30.csv").contains("ricevuta.html"))
    #expect(try source.ingest().isEmpty)
  }

  @Test func thoseOfManyDeliveriesAreAllWritten() throws {
    let source = try Source(columns: Source.columns)
    let names = (1...5).map { "2026-06-0\($0).csv" }
    for name in names {
      try source.write(Source.header + Source.row("\(name)"), to: "deliveries/\(name)")
    }
    try source.ingest()
    for name in names {
      #expect(try source.files(of: name).contains("copia-annotata.xlsx"), "\(name)")
    }
  }
}
