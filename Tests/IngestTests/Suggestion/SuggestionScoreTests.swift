import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Ingest

/// How many columns the suggestion gets right by itself, on files whose right answer is known: the
/// table is printed, and the shares are held.
@Suite struct SuggestionScoreTests {
  /// What came of one file.
  struct Score {
    let file: String
    let dataset: String
    let guessed: String
    var right = 0
    var wrong: [String] = []
    var open: [String] = []

    var total: Int { right + wrong.count + open.count }
  }

  private static let referenceFolder = PackageFolder.path + "/datasets/reference"

  private static func score(
    _ path: String, dataset: String, expected: [String: String], told: Bool = false
  ) throws -> Score {
    let suggestion = try Suggestion(
      file: path, dataset: told ? dataset : nil, reference: TrialSource.reference.get(),
      folder: referenceFolder)
    let file = path.split(separator: "/").suffix(4).joined(separator: "/")
    var score = Score(file: file, dataset: dataset, guessed: suggestion.dataset)
    for (header, field) in expected.sorted(by: { $0.key < $1.key }) {
      switch suggestion.fields.first(where: { Folding.fold($0.key) == Folding.fold(header) })?.value
      {
      case field: score.right += 1
      case let other?: score.wrong.append("«\(header)» → \(other), non \(field)")
      case nil: score.open.append(header)
      }
    }
    return score
  }

  private static func report(_ scores: [Score]) -> (right: Double, wrong: Double) {
    for score in scores {
      print(
        "\(score.file): dataset \(score.guessed)\(score.guessed == score.dataset ? "" : " ≠ " + score.dataset), "
          + "\(score.right)/\(score.total) giuste, \(score.wrong.count) sbagliate"
          + (score.open.isEmpty ? "" : ", aperte: \(score.open.joined(separator: ", "))"))
      for wrong in score.wrong { print("    \(wrong)") }
    }
    let total = Double(scores.reduce(0) { $0 + $1.total })
    let right = Double(scores.reduce(0) { $0 + $1.right })
    let wrong = Double(scores.reduce(0) { $0 + $1.wrong.count })
    print("in tutto: \(Int(right)) giuste e \(Int(wrong)) sbagliate su \(Int(total))")
    return (right / total, wrong / total)
  }

  @Test func theSampleDeliveries() throws {
    var scores: [Score] = []
    for path in try SourceFolder.paths(under: PackageFolder.path + "/datasets/sources") {
      let folder = try SourceFolder(path: path)
      for delivery in folder.deliveries {
        let map =
          folder.columns.headers(on: delivery.receivedOn)
          ?? Dictionary(uniqueKeysWithValues: folder.contract.fields.map { ($0.name, $0.name) })
        let opened = try DeliveredTable(file: delivery, folder: folder)
        let batch = RawBatch()
        while try opened.next(into: batch) {}
        let there = Set(opened.headersMet.map { Folding.fold($0) })
        let expected = map.filter { there.contains(Folding.fold($0.value)) }
        scores.append(
          try Self.score(
            delivery.path, dataset: folder.contract.dataset,
            expected: Dictionary(
              expected.map { ($0.value, $0.key) }, uniquingKeysWith: { a, _ in a })))
      }
    }
    let (right, wrong) = Self.report(scores)
    #expect(right >= 0.9)
    #expect(wrong <= 0.04)
    #expect(scores.filter { $0.guessed == $0.dataset }.count * 10 >= scores.count * 9)
  }

  /// Real files of the state and of a municipality: none of them was made for us.
  private static let real:
    [(file: String, dataset: String, told: Bool, expected: [String: String])] = [
      (
        "requests/segnalazioni-municipium_2025-02-25.csv", "richieste", true,
        [
          "Id": "id_richiesta", "Stato": "esito", "Creato": "data_richiesta",
          "Chiusa": "data_chiusura", "Categoria": "servizio",
        ]
      ),
      (
        "third_sector/cinque_per_mille_2022_RC.csv", "enti", false,
        [
          "codice_fiscale": "codice_fiscale", "denominazione": "denominazione",
          "nome_comune": "comune",
        ]
      ),
      (
        "pnrr/RC__PNRR_Indicatori_Target.csv", "indicatori_fisici", false,
        [
          "cup": "cup", "codice_indicatore": "codice", "descrizione_indicatore": "descrizione",
          "descrizione_unita_di_misura": "unita", "valore_realizzato": "realizzato",
          "valore_programmato": "programmato", "data_di_estrazione": "data_riferimento",
        ]
      ),
      (
        "pnrr/RC__PNRR_Pagamenti_di_Progetto.csv", "pagamenti", true,
        ["cup": "cup", "pagamenti_totali": "importo", "data_di_estrazione": "data"]
      ),
      (
        "pnrr/RC__PNRR_Localizzazione-Universo_REGIS.csv", "interventi", true,
        ["cup": "cup", "codice_locale_progetto": "clp", "codice_univoco_submisura": "misura"]
      ),
      (
        "pnrr/RC__progetti_validati_2023.csv", "interventi", true,
        [
          "CUP": "cup", "Codice Locale Progetto": "clp", "Titolo progetto": "titolo",
          "Missione": "missione", "Componente": "componente", "Stato CUP": "stato",
        ]
      ),
    ]

  @Test(.enabled(if: SharedData.isPresent)) func theRealFiles() throws {
    let scores = try Self.real.filter {
      FileManager.default.fileExists(atPath: SharedData.path($0.file))
    }.map {
      try Self.score(
        SharedData.path($0.file), dataset: $0.dataset, expected: $0.expected, told: $0.told)
    }
    try #require(!scores.isEmpty)
    let (right, wrong) = Self.report(scores)
    #expect(right >= 0.8)
    #expect(wrong <= 0.1)
  }
}
