import Foundation
import TestSupport
import Testing

@testable import Ingest

/// Answers of services and platforms, whose rows are inside.
@Suite struct PlatformAnswersTests {
  private func suggest(_ text: String) throws -> Suggestion {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "consegna.json")
    return try Suggestion(
      file: folder.path + "/consegna.json", dataset: nil, reference: TrialSource.reference.get(),
      folder: PackageFolder.path + "/datasets/reference")
  }

  private static func request(_ number: Int, _ more: String = "") -> String {
    "{\"id\": \"R\(number)\", \"data_richiesta\": \"2026-03-\(number % 16 + 13)\", \"comune\": \"Locri\","
      + " \"canale\": \"telefono\", \"servizio\": \"C1\"\(more)}"
  }

  private static func pages(_ count: Int) -> String {
    let pages = (0..<count).map { page in
      let items = (0..<6).map { request(page * 6 + $0) }.joined(separator: ", ")
      return "{\"page\": \(page), \"data\": {\"items\": [\(items)], \"count\": 6}}"
    }
    return "{\"pages\": [\(pages.joined(separator: ", "))], \"total\": \(count * 6)}"
  }

  @Test(arguments: [1, 3, 20])
  func thePagesOfAServiceAreOneTable(count: Int) throws {
    let suggestion = try suggest(Self.pages(count))
    #expect(suggestion.profile.opened.recordPath?.value == ["pages", "data", "items"])
    #expect(suggestion.dataset == "richieste" && suggestion.profile.rows == count * 6)
    let error = try #require(throws: UnreadableFile.self) {
      try DirtBench().load(Self.pages(count), named: "2026-06-30.json")
    }
    #expect(error.message.contains("\"percorso\": \"pages/data/items\""))
  }

  /// Rows may have lists of their own.
  @Test func aRowWithAListIsNoPage() throws {
    let rows = (0..<6).map {
      Self.request(
        $0,
        ", \"eventi\": [{\"quando\": \"2026-03-12\", \"che\": \"presa in carico\"},"
          + " {\"quando\": \"2026-03-20\", \"che\": \"visita\"}]")
    }
    let suggestion = try suggest("{\"data\": [\(rows.joined(separator: ", "))]}")
    #expect(suggestion.profile.opened.recordPath?.value == ["data"])
    #expect(suggestion.dataset == "richieste")
  }

  /// JSON:API puts beside the rows what they refer to, which may be more.
  @Test func whatTheRowsReferToIsNotTheTable() throws {
    let related = (0..<40).map { "{\"type\": \"org\", \"id\": \"\($0)\"}" }.joined(separator: ",")
    let suggestion = try suggest(
      "{\"data\": [\((0..<6).map { Self.request($0) }.joined(separator: ","))], \"included\": [\(related)]}"
    )
    #expect(suggestion.profile.opened.recordPath?.value == ["data"])
  }

  /// The name of a service or of a comune is nobody's; that of a person is.
  @Test func theNameOfAThingIsTheThing() throws {
    let rows = (0..<24).map {
      "{\"id\": \"R\($0)\", \"inviata\": \"2026-03-\($0 % 16 + 13)\", \"comune\": {\"nome\": \"Locri\"},"
        + " \"canale\": {\"label\": \"telefono\"}, \"servizio\": {\"nome\": \"C1\"},"
        + " \"persona\": {\"nome\": \"Anna\"}}"
    }
    let suggestion = try suggest("[\(rows.joined(separator: ",\n"))]")
    #expect(suggestion.fields["comune.nome"] == "comune")
    #expect(suggestion.fields["servizio.nome"] == "servizio")
    #expect(suggestion.fields["canale.label"] == "canale")
    #expect(suggestion.fields["persona.nome"] == nil)
    #expect(suggestion.text.contains("«persona.nome» non si legge: dato personale"))
  }

  /// A column of amounts under the name of a field of words: who pays, and not how far the work is.
  @Test func amountsAreNoStateOfTheWork() throws {
    let rows = (0..<24).map {
      "{\"CUP\": \"B71B2100001\(1000 + $0)\", \"Titolo\": \"Casa \($0)\", \"Stato\": \(100 + $0)}"
    }
    let suggestion = try suggest("[\(rows.joined(separator: ",\n"))]")
    #expect(suggestion.dataset == "interventi" && suggestion.fields["Stato"] == nil)
  }

  @Test(arguments: ["gennaio 2026", "gen-26", "01/2026", "202601"])
  func aMonthInWordsIsAMonth(month: String) throws {
    let rows = (0..<24).map {
      "{\"ente\": \"92123450808\", \"Mese di riferimento\": \"\(month)\", \"volontari\": \($0), \"ore\": 10.5}"
    }
    let suggestion = try suggest("[\(rows.joined(separator: ",\n"))]")
    #expect(suggestion.dataset == "volontari")
    #expect(suggestion.fields["Mese di riferimento"] == "mese")
  }
}
