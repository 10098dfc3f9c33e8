import Foundation

/// `chiave-risposte.json` as it is on disk.
struct AnswerSheet: Decodable, Sendable {
  struct Source: Decodable, Sendable {
    let editore: String
    let dataset: String
    let correnti: Int
    let consegne: [Delivery]
  }

  struct Delivery: Decodable, Sendable {
    let file: String
    let lette: Int
    let tenute: Int
    let scartate: Int
    let rilievi: [String: Lines]
  }

  struct Lines: Decodable, Sendable {
    let numero: Int
    let righe: [Int]?
  }

  struct Totals: Decodable, Sendable {
    let richieste: Int
    let attivate: Int
    let persone: Int
    let perAnno: Table
    let perAnnoComune: Table
  }

  struct Table: Decodable, Sendable {
    let colonne: [String]
    let righe: [[Cell]]
  }

  enum Cell: Decodable, Sendable {
    case number(Int)
    case text(String)

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Int.self) {
        self = .number(number)
      } else {
        self = .text(try value.decode(String.self))
      }
    }

    var number: Int { if case .number(let number) = self { number } else { -1 } }
    var text: String { if case .text(let text) = self { text } else { "" } }
  }

  let fonti: [Source]
  let totali: Totals

  init(path: String) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(
      AnswerSheet.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// What the key says of a year in a comune.
  struct YearPlace {
    let year: Int
    let comune: String
    let requests: Int
    let started: Int
    let persons: Int
  }

  var yearPlaces: [YearPlace] {
    totali.perAnnoComune.righe.map {
      YearPlace(
        year: $0[0].number, comune: $0[1].text, requests: $0[2].number, started: $0[3].number,
        persons: $0[5].number)
    }
  }
}
