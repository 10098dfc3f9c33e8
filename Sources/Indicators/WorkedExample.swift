import Warehouse

/// A case small enough to be checked by hand, of an indicator that the engine works out as a whole: an
/// entry of the manual, and the indicator's test.
public struct WorkedExample: Hashable, Sendable {
  var text: Text
  /// Residents of each comune of the territory; every comune is an ATS of its own.
  var residents: [Int]
  /// All the facts there are on 30 June 2026, as a contract's file would hold them. Whoever is not named
  /// is somebody else every time.
  var facts: [FactTable: [[FactField: String]]]
  /// What follows the slug, the dot included.
  var suffix: String
  /// Place of the comune; nil: the whole territory.
  var comune: Int?
  var period: Period
  var dimension: String
  var modality: String
  /// What must come out.
  var value: Double

  init(
    _ it: String, _ en: String, residents: [Int] = [1000],
    _ facts: [FactTable: [[FactField: String]]], suffix: String = "", comune: Int? = nil,
    in year: Int = 2025, at cell: (dimension: String, modality: String) = ("totale", "totale"),
    _ value: Double
  ) {
    text = Text(it: it, en: en)
    self.residents = residents
    self.facts = facts
    self.suffix = suffix
    self.comune = comune
    period = .year(year)
    (dimension, modality) = cell
    self.value = value
  }

  /// Code of a comune of the example.
  static func code(_ comune: Int) -> String { "00000\(comune + 1)" }

  /// Requests of 15 January 2025, alike but for what is told.
  static func requests(
    _ count: Int, in comune: Int = 0, _ told: [FactField: String] = [:]
  ) -> [[FactField: String]] {
    let usual: [FactField: String] = [
      .comune: code(comune), .requestedOn: "2025-01-15", .channel: "sportello", .service: "A1",
    ]
    return Array(repeating: usual.merging(told) { $1 }, count: count)
  }

  static let cup = "A11B22000000001"
}

extension Definition {
  /// The same, with what it reads, how it is broken down, and its worked example.
  func reading(
    _ inputs: [FactTable], by breakdowns: [String], parts: [Part] = [], _ worked: WorkedExample
  ) -> Definition {
    var definition = self
    definition.parts = parts
    definition.inputs = inputs.map(\.dataset)
    definition.breakdowns = breakdowns
    definition.worked = worked
    definition.example = worked.text
    return definition
  }
}
