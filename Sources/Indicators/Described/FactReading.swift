import Warehouse

/// What a description may ask of a fact: one in the warehouse, or one written down for an example.
protocol FactReading {
  func isMissing(_ field: FactField) -> Bool
  func text(_ field: FactField) -> String?
  /// A code, or `.none` where nothing was there.
  func code(_ field: FactField) -> PackedCode
  func day(_ field: FactField) -> Day?
  func flag(_ field: FactField) -> Bool?
  func real(_ field: FactField) -> Double?
  /// Something equal for equal values: a person's token, or a text's fingerprint.
  func identity(_ field: FactField) -> UInt64?
}

extension FactReading {
  /// A date that has come by the as-of date.
  func happened(_ field: FactField, by asOf: Day) -> Day? {
    day(field).flatMap { $0 <= asOf ? $0 : nil }
  }
}

extension Fact: FactReading {
  func identity(_ field: FactField) -> UInt64? {
    field.isToken ? token(field) : text(field).map(fingerprint)
  }
}

/// A fact written down: field and value as a contract's file would hold it.
struct ExampleFact: FactReading, ExpressibleByDictionaryLiteral, Sendable {
  let values: [FactField: String]

  init(dictionaryLiteral elements: (FactField, String)...) {
    values = Dictionary(uniqueKeysWithValues: elements)
  }

  func isMissing(_ field: FactField) -> Bool { values[field] == nil }
  func text(_ field: FactField) -> String? { values[field] }
  func code(_ field: FactField) -> PackedCode { values[field].map { PackedCode($0) } ?? .none }
  func day(_ field: FactField) -> Day? { values[field].flatMap(Day.init(iso:)) }
  func flag(_ field: FactField) -> Bool? { values[field].map { $0 == "S" } }
  func real(_ field: FactField) -> Double? { values[field].flatMap(Double.init) }
  func identity(_ field: FactField) -> UInt64? { values[field].map(fingerprint) }
}

/// FNV-1a, 64 bits: the same for the same text, in every run.
func fingerprint(_ text: String) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return hash
}

extension FactField {
  var isToken: Bool {
    switch self {
    case .person, .household, .donor, .recipient: true
    default: false
    }
  }

  var isDay: Bool {
    switch self {
    case .plannedStart, .actualStart, .plannedEnd, .actualEnd, .month, .referredTo: true
    default: name.hasSuffix("_on")
    }
  }
}
