import Foundation
import TestSupport
import Testing

@testable import Ingest

/// Answers to forms: headers are questions, or bear the number of one.
@Suite struct FormExportTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func suggest(_ header: [String], _ rows: (Int) -> [String]) throws -> Suggestion {
    let lines = [header] + (1...30).map(rows)
    try folder.write(
      lines.map { $0.map(ProjectCSV.cell).joined(separator: ",") }.joined(separator: "\n"),
      to: "modulo.csv")
    return try Suggestion(
      file: folder.path + "/modulo.csv", dataset: nil, reference: TrialSource.reference.get(),
      folder: PackageFolder.path + "/datasets/reference")
  }

  @Test func aQuestionAsksForAField() throws {
    let suggestion = try suggest([
      "Informazioni cronologiche", "Qual è il suo nome?", "In quale comune risiede?",
      "Quale servizio le è stato consigliato?", "Con quale urgenza?",
      "Qual è il suo anno di nascita?",
      "Vuole aggiungere altro?",
    ]) { i in
      [
        "2026/03/\(i) 9:0\(i % 10):12 AM OEC", "Anna", i % 2 == 0 ? "Locri" : "Siderno",
        i % 3 == 0 ? "Trasporto sociale" : "Assistenza domiciliare", "urgente", "\(1930 + i)", "",
      ]
    }
    #expect(suggestion.dataset == "richieste")
    #expect(
      suggestion.fields == [
        "Informazioni cronologiche": "data_richiesta", "In quale comune risiede?": "comune",
        "Quale servizio le è stato consigliato?": "servizio", "Con quale urgenza?": "urgenza",
        "Qual è il suo anno di nascita?": "anno_nascita",
      ])
    // A form has no identifier: the hour of the answer is the one it may have.
    let columns = DraftFolder(suggestion).texts.first { $0.name == "columns.csv" }?.text ?? ""
    #expect(columns.contains("# id_richiesta,Informazioni cronologiche,"))
    #expect(columns.contains("Qual è il suo nome?,dato personale"))
  }

  /// Names of Salesforce, numbers of a column with blanks, letters of PostgreSQL.
  @Test func marksOfProgramsAreNoPartOfANameOrAValue() throws {
    let suggestion = try suggest([
      "Id", "CreatedDate", "Data_richiesta__c", "Comune_di_residenza__c", "Servizio__c",
      "Canale__c",
      "Anno_di_nascita__c", "assistito",
    ]) { i in
      [
        "50\(i)", "2026-04-01T10:00:00.000+0000", "2026-03-\(10 + i % 20)", "Locri",
        "Trasporto sociale", "sportello", i % 4 == 0 ? "" : "\(1930 + i).0",
        i % 3 == 0 ? "t" : "f",
      ]
    }
    #expect(
      suggestion.fields == [
        "Id": "id_richiesta", "Data_richiesta__c": "data_richiesta",
        "Comune_di_residenza__c": "comune", "Servizio__c": "servizio", "Canale__c": "canale",
        "Anno_di_nascita__c": "anno_nascita", "assistito": "assistito",
      ])
  }

  /// Programs keep what was deleted, and export it with the rest.
  @Test func aColumnOfDeletedRowsIsPointedAt() throws {
    let suggestion = try suggest([
      "id", "comune", "data", "canale", "servizio", "is_deleted", "colore",
    ]) { ["\($0)", "Locri", "2026-03-\(10 + $0 % 20)", "sportello", "C1", "\($0 % 2)", "blu"] }
    let columns = DraftFolder(suggestion).texts.first { $0.name == "columns.csv" }?.text ?? ""
    let told = [columns, suggestion.text].map { text in
      text.split(separator: "\n").filter { $0.contains("«righe_escluse» in source.json") }
    }
    #expect(told.allSatisfy { $0.count == 1 && $0[0].contains("is_deleted") })
  }

  @Test(arguments: ["V#_", "Q#. ", "#) ", "G01Q0#. ", "RIC_"])
  func theNumberOfAQuestionIsNoPartOfItsName(prefix: String) throws {
    let names = [
      "id_richiesta", "cognome", "comune", "data_richiesta", "canale", "servizio", "sesso",
    ]
    let header = names.enumerated().map { prefix.replacing("#", with: "\($0 + 1)") + $1 }
    let suggestion = try suggest(header) { i in
      [
        "R\(i)", "Rossi", i % 2 == 0 ? "Locri" : "Siderno", "\(i % 16 + 13)/03/2026", "sportello",
        i % 3 == 0 ? "Trasporto sociale" : "Assistenza domiciliare", i % 2 == 0 ? "F" : "M",
      ]
    }
    #expect(suggestion.dataset == "richieste")
    for (name, header) in zip(names, header) where name != "cognome" {
      #expect(suggestion.fields[header] == name, "\(header)")
    }
    #expect(suggestion.whyUnread[1] != nil)
  }

  /// What only looks like a number before a name.
  @Test func aNameThatBeginsWithANumberKeepsIt() {
    #expect(HeaderPrefixes.unnumbered("V12_comune") == "comune")
    #expect(HeaderPrefixes.unnumbered("5 per mille") == "5 per mille")
    #expect(HeaderPrefixes.unnumbered("L. 104/92") == "L. 104/92")
    #expect(
      HeaderPrefixes(["data_richiesta", "data_esito", "comune"]).stripped("data_esito")
        == "data_esito")
  }

  /// The day of the export, a score and a percentage: none of them is what its name may be taken for.
  @Test func columnsThatOnlyLookLikeAFieldAreLeftToAPerson() throws {
    let requests = try suggest([
      "Data", "DataPresentazione", "Protocollo", "Comune", "Canale", "Prestazione", "Punteggio",
    ]) { i in
      [
        "2026-07-01", "2026-03-\(i % 20 + 10)", "R\(i)", i % 2 == 0 ? "Locri" : "Siderno",
        "sportello", "Trasporto sociale", "\(i % 5) / 5",
      ]
    }
    #expect(requests.fields["DataPresentazione"] == "data_richiesta")
    #expect(requests.fields["Data"] == nil)
    #expect(requests.fields["Punteggio"] == nil)
    let services = try suggest([
      "Progressivo", "CF ente", "Comune", "Data erogazione", "Prestazione", "Quantità", "U.M.",
      "Quota utente %", "A carico SSN",
    ]) { i in
      [
        "\(i)", "92123450808", "Locri", "2026-03-\(i % 20 + 10)", "Trasporto sociale", "1", "ore",
        "\(i)", "\(i),50%",
      ]
    }
    #expect(services.dataset == "prestazioni")
    #expect(services.fields["Quota utente %"] == nil)
    #expect(services.fields["A carico SSN"] == nil)
  }

  /// Two fields of one column: the section of the register says which kind of organisation it is.
  @Test func aColumnThatIsAlsoARequiredFieldIsNamed() throws {
    let suggestion = try suggest([
      "Codice fiscale", "Denominazione", "Sezione", "Data iscrizione", "Comune",
    ]) { i in
      [
        "92123450808", "Associazione \(i)",
        i % 2 == 0 ? "Organizzazioni di volontariato" : "Associazioni di promozione sociale",
        "2023-03-\(i % 20 + 10)", i % 2 == 0 ? "Locri" : "Siderno",
      ]
    }
    #expect(suggestion.dataset == "enti")
    let columns = DraftFolder(suggestion).texts.first { $0.name == "columns.csv" }?.text ?? ""
    #expect(columns.contains("# tipo,Sezione,"), "\(columns)")
    #expect(columns.contains("sia di «sezione_runts» sia di «tipo»"))
  }
}
