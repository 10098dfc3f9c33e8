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

  enum Total: Decodable, Sendable {
    case number(Int)
    case table(Table)

    init(from decoder: any Decoder) throws {
      if let number = try? decoder.singleValueContainer().decode(Int.self) {
        self = .number(number)
      } else {
        self = .table(try Table(from: decoder))
      }
    }
  }

  struct Table: Decodable, Sendable {
    let colonne: [String]
    let righe: [[Cell]]

    /// The numbers of each row, by the words before them.
    var byGroup: [String: [Int]] {
      let named = colonne.firstIndex(of: "richieste") ?? 0
      return Dictionary(
        righe.map { row in
          (
            row[..<named].map(\.description).joined(separator: " "), row[named...].map(\.number)
          )
        }, uniquingKeysWith: { _, _ in [] })
    }
  }

  enum Cell: Decodable, Sendable, CustomStringConvertible {
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
    var description: String { if case .number(let number) = self { "\(number)" } else { text } }
    var text: String { if case .text(let text) = self { text } else { "" } }
  }

  let fonti: [Source]
  let totali: [String: Total]

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
    guard case .table(let table) = totali["per_anno_comune"] else { return [] }
    return table.righe.map {
      YearPlace(
        year: $0[0].number, comune: $0[1].text, requests: $0[2].number, started: $0[3].number,
        persons: $0[5].number)
    }
  }
}
