import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// A text longer than what is looked at first: whatever its beginning lets one think, what is decided is
/// what the whole of it says.
@Suite struct LongTextTests {
  /// What the last row is, and how the file is written because of it.
  enum Ending: String, CaseIterable {
    case likeTheRest, otherEncoding, mixedEncodings, doubledEncoding, monthFirst

    var place: [UInt8] {
      switch self {
      case .otherEncoding: Array("Citt".utf8) + [0xE0]
      case .mixedEncodings: Array("Città e Forl".utf8) + [0xEC]
      case .doubledEncoding: Array("CittÃ\u{A0}".utf8)
      default: Array("Citta".utf8)
      }
    }

    var encoding: TextEncoding {
      switch self {
      case .otherEncoding: .latin1
      case .mixedEncodings: .mixed
      default: .utf8
      }
    }
  }

  private static let beginning = 1 << 14

  /// More rows than are read while the header is looked for.
  private func source(_ ending: Ending) throws -> TrialSource {
    let source = try TrialSource()
    let notes = String(repeating: "nota ", count: 4)
    var text = Array("id_richiesta;comune;servizio;data_richiesta;canale;note\r\n".utf8)
    for row in 1...5000 {
      text += Array("R\(row);080063;SAD;03/04/2026;SPORTELLO;\(notes)\r\n".utf8)
    }
    let day = ending == .monthFirst ? "04/23/2026" : "23/04/2026"
    text += Array("R5001;080063;SAD;\(day);SPORTELLO;".utf8) + ending.place + Array("\r\n".utf8)
    #expect(text.count > 3 * Self.beginning)
    try source.folder.write(text, to: "fonte/richieste/deliveries/2026-06-30.csv")
    return source
  }

  private func lastNote(_ table: DeliveredTable) throws -> String {
    let batch = RawBatch()
    var note = ""
    while try table.next(into: batch) { note = batch.text(row: batch.rows.count - 1, column: 5) }
    return note
  }

  @Test(arguments: Ending.allCases)
  func theWholeOfItDecides(ending: Ending) throws {
    let source = try source(ending)
    let folder = try SourceFolder(path: source.path)
    let file = try #require(folder.deliveries.first)
    let (digest, opening) = try Delivery.digestAndOpen(
      file, of: folder, beginning: Self.beginning)
    let found = try #require(try opening?.get())
    let whole = try Delivery.Opened(file, of: folder)
    #expect(try lastNote(found.table) == lastNote(whole.table))
    #expect(digest.bytes == whole.table.opened.survey.byteCount)
    #expect(found.table.opened.survey.encoding?.value == ending.encoding)
    #expect(
      try Decisions.json(table: found.table, conventions: found.conventions)
        == Decisions.json(table: whole.table, conventions: whole.conventions))
    #expect(found.table.findings == whole.table.findings)
    #expect(found.conventions.findings == whole.conventions.findings)
    let field = try #require(folder.contract.field("data_richiesta"))
    #expect(found.conventions.dates(of: field) == (ending == .monthFirst ? .monthFirst : .dayFirst))
  }
}
