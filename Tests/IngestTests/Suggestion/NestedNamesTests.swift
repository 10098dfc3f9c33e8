import Foundation
import TestSupport
import Testing

@testable import Ingest

/// Names of columns said in two languages or made of a path, and what their cells say beside them.
@Suite struct NestedNamesTests {
  private func suggest(
    _ text: String, _ name: String = "consegna.csv"
  ) throws -> Suggestion {
    let folder = try TemporaryFolder()
    try folder.write(text, to: name)
    return try Suggestion(
      file: folder.path + "/" + name, dataset: nil, reference: TrialSource.reference.get(),
      folder: PackageFolder.path + "/datasets/reference")
  }

  private static func rows(_ row: (Int) -> String) -> String { (0..<24).map(row).joined() }

  @Test func eitherHalfOfANameInTwoLanguagesMayBeTheFields() throws {
    let suggestion = try suggest(
      "Nr./N.;Gemeinde/Comune;Geschlecht/Sesso;Datum/Data;Dienst/Servizio;Weg/Canale\n"
        + Self.rows { "\($0);Locri;weiblich/femminile;\($0 % 16 + 13)/03/2026;C1;sportello\n" })
    #expect(suggestion.dataset == "richieste")
    let fields = suggestion.fields
    #expect(fields["Dienst/Servizio"] == "servizio" && fields["Weg/Canale"] == "canale")
    #expect(fields["Geschlecht/Sesso"] == "sesso" && fields["Datum/Data"] == "data_richiesta")
    // Its words are read as they are: nothing is left to decide.
    #expect(suggestion.words.allSatisfy { $0.open.isEmpty })
  }

  /// Persons would be as many as the years.
  @Test func aYearIsNoPerson() throws {
    let suggestion = try suggest(
      Self.rows {
        "{\"id\": \"R\($0)\", \"persona\": {\"comune\": \"Locri\", \"anno\": \(1940 + $0 % 7)},"
          + " \"inviata\": \"2026-03-\($0 % 16 + 13)\", \"canale\": \"telefono\", \"servizio\": \"C1\"}\n"
      }, "consegna.ndjson")
    #expect(suggestion.fields["persona.comune"] == "comune")
    #expect(suggestion.fields["persona.anno"] != "id_persona")
  }

  /// The code and the name of one comune are no two comuni; what holds services is no code of an offer.
  @Test func aSecondColumnOfTheSameNameIsLeftToAPerson() throws {
    let suggestion = try suggest(
      "id;Comune;Comune.codice;data;canale;servizio.codice\n"
        + Self.rows { "R\($0);Locri;080043;\($0 % 16 + 13)/03/2026;online;C1\n" })
    #expect(suggestion.fields["servizio.codice"] == "servizio")
    #expect(suggestion.fields["Comune"] == "comune")
    #expect(suggestion.fields["Comune.codice"] == nil)
  }

  @Test func theHeaderOnceMoreIsNoRow() throws {
    let header = "id;comune;data;canale;servizio\n"
    let rows = Self.rows { "\($0);Locri;\($0 % 16 + 13)/03/2026;sportello;C1\n" }
    let suggestion = try suggest(header + rows + header + rows)
    #expect(suggestion.words.allSatisfy { $0.open.isEmpty })
  }
}
