import Warehouse

/// Numbers that stand for thousands or millions of what they count, as a header or a note may say: read
/// as they are written they would be a thousand times too small, so the source has to say which they are.
enum NumberScale {
  /// What `moltiplicatori` may hold, and the power of ten it is.
  static let powers = [1: 0, 1_000: 3, 1_000_000: 6]

  /// The words with which a text says so; nil when it does not.
  static func told(by text: String) -> String? {
    let words = " \(Folding.fold(text)) "
    if let word = ["MIGLIAIA", "MILIONI", "MLN"].first(where: { words.contains(" \($0) ") }) {
      return word.lowercased()
    }
    let plain = text.filter { $0 != " " && $0 != "." }.lowercased()
    return ["k€", "€k", "keuro", "m€", "x1000", "×1000", "euro/1000", "€/1000"].first {
      plain.contains($0)
    }
  }

  /// - Throws: `DescriptorError` when a column of numbers, or a row above an amount, tells of thousands or
  ///   millions and the source does not say what to multiply by.
  static func check(
    _ slots: [Layout.Slot], in table: DeliveredTable, settings: SourceSettings
  ) throws {
    let open = slots.filter { $0.field.kind.isNumber && settings.power(of: $0.field) == nil }
    for slot in open {
      guard let word = told(by: slot.header) else { continue }
      throw error(slot, "l'intestazione «\(slot.header)» dice «\(word)»", table)
    }
    guard let note = table.preambleTexts.lazy.compactMap(told).first,
      let slot = open.first(where: { $0.field.kind.isMoney })
    else { return }
    throw error(slot, "una riga sopra l'intestazione dice «\(note)»", table)
  }

  private static func error(
    _ slot: Layout.Slot, _ what: String, _ table: DeliveredTable
  ) -> DescriptorError {
    DescriptorError(
      file: table.folder.path + "/source.json",
      message:
        "\(what): aggiungere \"moltiplicatori\": {\"\(slot.field.name)\": 1000}, il numero per"
        + " cui moltiplicare (1, 1000 o 1000000; 1 se i numeri sono già interi)")
  }
}

extension SourceSettings {
  /// Nil when nothing is declared.
  func power(of field: Field) -> Int? { multipliers[field.name].flatMap { NumberScale.powers[$0] } }
}

extension KeyReader {
  func multipliers(_ key: String) throws -> [String: Int] {
    guard let value = object[key] else { return [:] }
    guard let numbers = value as? [String: Int],
      numbers.values.allSatisfy({ NumberScale.powers[$0] != nil })
    else { throw wrong(key, "per ogni campo 1, 1000 o 1000000, come {\"spesa_lorda\": 1000}") }
    return numbers
  }
}

extension ExactDecimal {
  /// Multiplied by ten to the power; nil when it does not fit.
  func multiplied(byPower power: Int) -> ExactDecimal? {
    guard power > 0 else { return self }
    var result = self
    let spare = min(power, Int(scale))
    result.scale -= UInt8(spare)
    let (mantissa, overflow) = mantissa.multipliedReportingOverflow(
      by: ExactDecimal.powersOfTen[power - spare])
    result.mantissa = mantissa
    return overflow ? nil : result
  }
}

extension Field.Kind {
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .decimal, .euro, .quantity: true
    default: false
    }
  }

  fileprivate var isMoney: Bool {
    if case .euro = self { return true }
    return false
  }
}

extension FindingKind {
  static let scaleInNote = FindingKind(
    "note-migliaia", .error,
    it: "una nota in fondo parla di migliaia o di milioni: i numeri sono letti come sono scritti",
    en: "a note at the foot tells of thousands or millions: numbers are read as they are written",
    expected: "moltiplicatori in source.json, se la nota vale per i numeri della tabella")
}
