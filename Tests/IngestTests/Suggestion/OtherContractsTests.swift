import Foundation
import TestSupport
import Testing

@testable import Ingest

/// Exports of other things than requests, as offices name their columns.
@Suite struct OtherContractsTests {
  private func suggest(_ header: [String], _ row: (Int) -> [String]) throws -> Suggestion {
    let folder = try TemporaryFolder()
    let lines = ([header] + (0..<24).map(row)).map {
      $0.map(ProjectCSV.cell).joined(separator: ",")
    }
    try folder.write(lines.joined(separator: "\n"), to: "consegna.csv")
    return try Suggestion(
      file: folder.path + "/consegna.csv", dataset: nil, reference: TrialSource.reference.get(),
      folder: PackageFolder.path + "/datasets/reference")
  }

  private static let places = ["Locri", "Siderno", "Bovalino", "Palmi"]
  private static func day(_ i: Int) -> String { "\(i % 16 + 13)/03/2026" }

  /// A journey goes from one comune to another, and no name that says only «comune» tells which.
  @Test func aJourneyIsNotTurnedRound() throws {
    func transport(_ from: String, _ to: String) throws -> Suggestion {
      try suggest([
        "N. servizio", "Giorno", from, to, "Motivo", "Carrozzina", "Effettuato", "Mezzo",
      ]) { i in
        [
          "T\(i)", Self.day(i), Self.places[i % 4], Self.places[(i + 1) % 4],
          ["Visita", "Esami", "Spesa"][i % 3], i % 5 == 0 ? "SI" : "NO", "SI", "Pulmino",
        ]
      }
    }
    let suggestion = try transport("Comune partenza", "Comune arrivo")
    #expect(suggestion.dataset == "trasporti")
    #expect(
      suggestion.fields == [
        "N. servizio": "id_trasporto", "Giorno": "data", "Comune partenza": "comune_origine",
        "Comune arrivo": "comune_destinazione", "Motivo": "motivo", "Carrozzina": "ausili",
        "Effettuato": "soddisfatto", "Mezzo": "modo",
      ])
    let unclear = try transport("Comune A", "Comune B")
    #expect(unclear.dataset == "trasporti")
    #expect(unclear.fields["Comune A"] == nil && unclear.fields["Comune B"] == nil)
    #expect(unclear.text.contains("«Comune A» da decidere, forse comune_destinazione"))
  }

  /// How many they are is no code of one: a table of counts would be one request a row.
  @Test(arguments: [
    ("N. richieste", false), ("Numero di richieste", false), ("Tot. domande", false),
    ("N. richiesta", true), ("Numero pratica", true), ("N. prot.", true),
  ])
  func aCountIsNoCode(header: String, isCode: Bool) throws {
    let suggestion = try suggest(["Comune", "Servizio", "Data", "Canale", header]) { i in
      [Self.places[i % 4], "C1", Self.day(i), "telefono", "\(i * 7)"]
    }
    #expect(suggestion.dataset == "richieste")
    #expect((suggestion.fields[header] == "id_richiesta") == isCode)
    #expect(suggestion.text.contains("«\(header)» dice quante sono, e «richieste»") == !isCode)
  }

  @Test func howManyPersonsIsNobody() throws {
    let suggestion = try suggest([
      "Protocollo", "Comune", "Servizio", "Data", "Canale", "N. persone",
    ]) { i in
      ["P\(i)", Self.places[i % 4], "C1", Self.day(i), "telefono", "\(i % 4 + 1)"]
    }
    #expect(suggestion.dataset == "richieste" && suggestion.fields["N. persone"] == nil)
  }

  /// What was settled and what was paid are two amounts.
  @Test func ofTwoAmountsAPersonChooses() throws {
    let suggestion = try suggest([
      "CUP", "Fonte", "Data pagamento", "Importo liquidato", "Importo pagato", "Cumulato",
    ]) { i in
      ["B41H22000020006", "pnrr", Self.day(i), "\(100 + i)", "\(90 + i)", "no"]
    }
    #expect(suggestion.dataset == "pagamenti" && !suggestion.fields.values.contains("importo"))
    #expect(suggestion.text.contains("«Importo liquidato» da decidere, forse importo"))
  }

  /// Codes of organisations taken for those of persons would become tokens, and be counted as persons.
  @Test func organisationsAreNoPersons() throws {
    let codes = ["92123450808", "02123450807", "99990009997"]
    let suggestion = try suggest([
      "Protocollo", "CF ETS", "Data presentazione", "Data provvedimento", "Esito istruttoria",
    ]) { i in
      [
        "\(i)/2026", codes[i % 3], "1\(i % 9)/01/2026", Self.day(i),
        i % 2 == 0 ? "Ammesso" : "Ritirato",
      ]
    }
    #expect(suggestion.dataset == "candidature")
    #expect(suggestion.fields["CF ETS"] == "ente")
    let other = try suggest(["ID Prestazione", "Codice fiscale", "Prestazione", "Comune", "Data"]) {
      ["P\($0)", codes[$0 % 3], "Assistenza domiciliare", Self.places[$0 % 4], Self.day($0)]
    }
    #expect(other.fields["Codice fiscale"] != "id_persona")
  }

  /// What a person's name or a note is in one table is a field in another.
  @Test func whatIsPrivateOfAPersonIsNotOfAPlace() throws {
    let points = try suggest(["codice", "nome", "comune", "apertura", "ore"]) {
      ["PDP-\($0)", "Punto di \(Self.places[$0 % 4])", Self.places[$0 % 4], Self.day($0), "24"]
    }
    #expect(points.dataset == "punti_prossimita" && points.fields["nome"] == "denominazione")
    let requests = try suggest([
      "Protocollo", "Nome", "Motivo", "Residenza", "Data", "Canale", "Servizio",
    ]) {
      [
        "\($0)", "Anna", "sola in casa", Self.places[$0 % 4], Self.day($0), "sportello",
        "Assistenza domiciliare",
      ]
    }
    #expect(requests.dataset == "richieste")
    #expect(requests.whyUnread[1] != nil && requests.whyUnread[2] != nil)
  }

  /// A list of comuni is known however its pieces are joined, as it will be when it is read.
  @Test func listsAreReadAsTheyWillBe() throws {
    let marks = ["|", ", ", "; ", " - "]
    let suggestion = try suggest([
      "Codice", "CF ente", "Titolo", "Servizio", "Comuni serviti", "Gratuito", "Data inizio",
    ]) { i in
      [
        "S\(i)", "92123450808", "Offerta", "Assistenza domiciliare",
        Self.places[(i % 2)...].joined(separator: marks[i % 4]), "sì", Self.day(i),
      ]
    }
    #expect(suggestion.dataset == "servizi" && suggestion.fields["Comuni serviti"] == "comuni")
    #expect(suggestion.words.allSatisfy { $0.open.isEmpty })
  }

  /// Names as programs of statistics want them.
  @Test func wordsRunTogether() throws {
    let suggestion = try suggest([
      "idrich", "comres", "datarich", "canale", "servizio", "annonasc", "sesso", "dataavvio",
    ]) { i in
      [
        "\(i)", Self.places[i % 4], Self.day(i), "telefono", "Assistenza domiciliare",
        "\(1930 + i)",
        "F", Self.day(i + 1),
      ]
    }
    #expect(suggestion.dataset == "richieste")
    #expect(
      suggestion.fields == [
        "idrich": "id_richiesta", "comres": "comune", "datarich": "data_richiesta",
        "canale": "canale", "servizio": "servizio", "annonasc": "anno_nascita", "sesso": "sesso",
        "dataavvio": "data_avvio",
      ])
    let words = RunTogetherWords(abbreviations: [:])
    #expect(words.apart("dataesito") == "DATA ESITO")
    #expect(
      words.apart("cognome") == nil && words.apart("data") == nil && words.apart("xydata") == nil)
  }

  /// The sections of the register, by the names the law gives them.
  @Test func theSectionsOfTheRegisterAreKnown() throws {
    let sections = [
      "Organizzazioni di volontariato", "Associazioni di promozione sociale", "Imprese sociali",
      "Altri enti del Terzo settore",
    ]
    let suggestion = try suggest([
      "Repertorio", "Codice fiscale", "Denominazione", "Sezione", "Comune sede legale",
    ]) { i in
      [
        "\(100_000 + i)", "92123450808", "Associazione di prova", sections[i % 4],
        Self.places[i % 4],
      ]
    }
    #expect(suggestion.dataset == "enti" && suggestion.fields["Sezione"] == "sezione_runts")
    #expect(suggestion.words.allSatisfy { $0.open.isEmpty })
    #expect(try TrialSource.reference.get().lists[.tipoEnte]?.resolve(sections[3]) == "altro_ets")
  }

  @Test func lengthsOfTimeAreHours() throws {
    let suggestion = try suggest([
      "Nr", "Data scambio", "Socio donatore", "Socio ricevente", "Comune donatore", "Tipo", "Ore",
    ]) { i in
      [
        "\(i)", Self.day(i), "T\(i)", "T\(i + 50)", Self.places[i % 4], "Tempo",
        ["1:30", "0:45", "2:00"][i % 3],
      ]
    }
    #expect(suggestion.dataset == "scambi" && suggestion.fields["Ore"] == "ore")
  }
}
