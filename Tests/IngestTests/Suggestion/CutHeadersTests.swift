import TestSupport
import Testing

@testable import Ingest

/// Headers that lost their end, or say in what the numbers are: the field is the same.
@Suite struct CutHeadersTests {
  private func suggest(_ text: String) throws -> Suggestion {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "consegna.csv")
    return try Suggestion(
      file: folder.path + "/consegna.csv", dataset: nil, reference: TrialSource.reference.get(),
      folder: PackageFolder.path + "/datasets/reference")
  }

  /// dBase keeps ten letters of a name.
  @Test func tenLettersAreEnough() throws {
    let rows = (1...20).map {
      "\($0);ZCHLCL56D62Y000C;Locri;\($0 % 16 + 13)/03/2026;;Sportello;SAD;1940;F"
    }
    let suggestion = try suggest(
      ([
        "NUMRICHIES;CODFISCALE;COMUNERESI;DATARICHIE;DATA_CHIUS;CANALEACCE;TIPOSERVIZ;ANNONASCIT;SESSO"
      ]
        + rows).joined(separator: "\n"))
    #expect(suggestion.dataset == "richieste")
    #expect(
      suggestion.fields == [
        "NUMRICHIES": "id_richiesta", "CODFISCALE": "id_persona", "COMUNERESI": "comune",
        "DATARICHIE": "data_richiesta", "DATA_CHIUS": "data_chiusura", "CANALEACCE": "canale",
        "TIPOSERVIZ": "servizio", "ANNONASCIT": "anno_nascita", "SESSO": "sesso",
      ])
  }

  @Test(arguments: [
    ("Importo (migliaia di euro)", "1000"), ("Importo (mln €)", "1000000"),
    ("Importo (centesimi)", "0.01"),
  ])
  func theScaleIsNoPartOfTheName(header: String, multiplier: String) throws {
    let rows = (1...20).map { "B41H22000020006;PNRR;\($0)479,69;31/12/2024;Pagina dell'ente" }
    let suggestion = try suggest(
      (["CUP;Fonte;\(header);Data riferimento;Fonte dato"] + rows).joined(separator: "\n"))
    #expect(suggestion.fields[header] == "importo")
    let source = DraftFolder(suggestion).texts.first { $0.name == "source.json" }?.text ?? ""
    #expect(source.contains("\"moltiplicatori\": {\"importo\": \(multiplier)}"))
  }
}
