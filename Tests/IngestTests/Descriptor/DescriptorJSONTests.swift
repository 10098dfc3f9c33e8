import Foundation
import Testing

@testable import Ingest

/// `source.json` is written by hand: whoever wrote it finds the slip.
@Suite struct DescriptorJSONTests {
  private static let written = #"""
    {
      "editore": "Comune di prova",
      "titolo": "Richieste",
      "dataset": "richieste",
      "licenza": "accordo", "righe_totale": ["Totale", "Somma"]
    }
    """#

  private func complaint(_ text: String) throws -> DescriptorError {
    try #require(throws: DescriptorError.self) {
      try SourceSettings(json: Data(text.utf8), file: "source.json")
    }
  }

  @Test(arguments: [
    // What is changed, into what, and the line where it shows.
    ("di prova\",", "di prova\"", 3, "serve"), ("\"titolo\"", "“titolo”", 3, "serve"),
    ("\"Richieste\"", "Richieste", 3, "serve"), ("}", "", 6, "finisce"),
    ("\"titolo\"", "\"editore\"", 3, "il campo «editore» c'è due volte"),
    ("\"Somma\"]", "\"Somma\"", 6, "serve"), ("}", "} {", 6, "la fine del file"),
  ])
  func aSlipIsToldWithItsPlace(part: String, slip: String, line: Int, told: String) throws {
    let error = try complaint(Self.written.replacing(part, with: slip))
    #expect(error.line == line, "\(error)")
    #expect(error.message.contains(told), "\(error)")
    #expect(!error.message.contains("esportazione"))
  }

  @Test func whatIsNoObjectIsTold() throws {
    for text in ["", "[]", "editore: prova"] {
      #expect(try complaint(text).message.contains("non è un oggetto JSON valido"))
    }
    let error = #expect(throws: DescriptorError.self) {
      try SourceSettings(json: Data("{\"titolo\": \"Societ".utf8 + [0xE0]), file: "source.json")
    }
    #expect(error?.message.contains("UTF-8") == true)
  }

  /// A field may be a part of another; half of one and half of the next is a slip.
  @Test func placesInCommonAreTold() throws {
    func layout(_ cost: String) -> String {
      Self.written.replacing(
        "\"licenza\"",
        with:
          "\"tracciato\": {\"data\": \"1-8\", \"anno\": \"5-8\", \"costo\": \"\(cost)\"},\n\"licenza\""
      )
    }
    let error = try complaint(layout("8-12"))
    #expect(error.message.contains("«data» e «costo»"), "\(error)")
    _ = try SourceSettings(json: Data(layout("9-12").utf8), file: "source.json")
  }

  @Test func aRightOneIsRead() throws {
    for text in [Self.written, "\u{FEFF}" + Self.written] {
      let settings = try SourceSettings(json: Data(text.utf8), file: "source.json")
      #expect(settings.publisher == "Comune di prova")
    }
  }
}
