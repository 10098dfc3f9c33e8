import Foundation
import Warehouse

/// Numbers that stand for thousands or millions of what they count, or for cents, as a header or a note may
/// say: read as they are written they would be a thousand times too small, or a hundred too large, so the
/// source has to say which they are.
enum NumberScale {
  /// What `moltiplicatori` may hold, and the power of ten it is.
  static let powers = [0.01: -2, 1: 0, 1_000: 3, 1_000_000: 6]

  /// A power of ten as `moltiplicatori` writes it.
  static func multiplier(_ power: Int) -> String {
    power < 0 ? "0.01" : "\(ExactDecimal.powersOfTen[power])"
  }

  /// What a text tells of a scale: the word, and the power of ten it stands for.
  struct Told: Equatable {
    var word: String
    var power: Int
    var multiplier: String { NumberScale.multiplier(power) }
  }

  /// What the header of a field's column tells of the scale of its numbers; nil for what it cannot tell of
  /// such a field: cents are of money alone, and parts of a hundred of everything else.
  static func told(by header: String, of kind: Field.Kind) -> Told? {
    guard kind.isNumber else { return nil }
    if !kind.isMoney, saysPercent(header) { return Told(word: "%", power: -2) }
    return told(by: header).flatMap { $0.power > 0 || kind.isMoney ? $0 : nil }
  }

  /// `Prevalenza %`, `Quota (in percentuale)`; but not `IVA 22%`.
  static func saysPercent(_ text: String) -> Bool {
    if let sign = text.firstIndex(of: "%"),
      text[..<sign].last(where: { $0 != " " })?.isNumber != true
    {
      return true
    }
    let words = Folding.fold(text).split(separator: " ")
    return words.contains("PERCENTUALE") || words.contains("PERCENTUALI")
      || zip(words, words.dropFirst()).contains { $0 == "PER" && $1 == "CENTO" }
  }

  /// The words with which a text says that the numbers under it count thousands or millions; nil when it
  /// does not. `Programma da 3 milioni` tells of an amount, and `migliaia di anziani` of people.
  static func told(by text: String) -> Told? {
    let words = Word.list(text)
    for (i, word) in words.enumerated() {
      guard let power = names[word.folded] else { continue }
      let before = i > 0 ? words[i - 1] : nil
      if let before, before.isAmount, word.followsABlank { continue }
      let isAfterIn = before?.folded == "IN"
      if !isAfterIn, i + 2 < words.count, words[i + 1].folded == "DI",
        !units.contains(words[i + 2].folded)
      {
        continue
      }
      return Told(word: word.folded.lowercased(), power: power)
    }
    let plain = text.filter { $0 != " " && $0 != "." }.lowercased()
    for (sign, power) in signs {
      guard let place = plain.range(of: sign) else { continue }
      let isAmount =
        place.lowerBound > plain.startIndex
        && plain[plain.index(before: place.lowerBound)].isNumber
      if !isAmount { return Told(word: sign, power: power) }
    }
    return nil
  }

  /// The power of ten that the words of a number format tell of: nothing but they stands beside a number,
  /// and they are shorter than a header's.
  static func power(shownIn words: String) -> Int {
    let plain = words.filter { !" .€".contains($0) }.lowercased()
    return ["k", "mila"].contains(plain) ? 3 : max(0, told(by: words)?.power ?? 0)
  }

  private struct Word {
    let folded: String
    /// Blanks alone stand between it and the word before.
    let followsABlank: Bool
    /// `3`, `2,5`, `tre`, `alcuni`: but not a year.
    let isAmount: Bool

    private init(_ text: Substring, _ followsABlank: Bool) {
      folded = Folding.fold(String(text))
      self.followsABlank = followsABlank
      let isYear = text.count == 4 && (Int(text).map { (1900...2100).contains($0) } ?? false)
      isAmount =
        (text.contains(where: \.isNumber) && !isYear) || NumberScale.numerals.contains(folded)
    }

    static func list(_ text: String) -> [Word] {
      var words: [Word] = []
      var rest = text[...]
      while let start = rest.firstIndex(where: isPart) {
        var word = rest[start...].prefix(while: isPart)
        while let last = word.last, ".,".contains(last), word.count > 1 { word.removeLast() }
        words.append(Word(word, rest[..<start].allSatisfy(\.isWhitespace)))
        rest = rest[word.endIndex...]
      }
      return words
    }

    /// The marks inside a number are part of it.
    private static func isPart(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || "€.,'’".contains(character)
    }
  }

  private static let names = [
    "MIGLIAIA": 3, "MIGL": 3, "MILIONI": 6, "MLN": 6, "CENTESIMI": -2, "CENT": -2, "CENTS": -2,
  ]
  private static let units: Set = ["EURO", "EUR", "LIRE", "UNITA", ""]
  private static let numerals: Set = [
    "UN", "DUE", "TRE", "QUATTRO", "CINQUE", "SEI", "SETTE", "OTTO", "NOVE", "DIECI", "DODICI",
    "QUINDICI", "VENTI", "TRENTA", "CINQUANTA", "CENTO", "ALCUNI", "ALCUNE", "MOLTI", "TANTI",
  ]
  private static let signs = [
    ("k€", 3), ("€k", 3), ("keuro", 3), ("m€", 6), ("x1000", 3), ("×1000", 3), ("euro/1000", 3),
    ("€/1000", 3),
  ]

  /// Columns of numbers of which the source does not say what to multiply by.
  static func unscaled(_ slots: [Layout.Slot], _ settings: SourceSettings) -> [Layout.Slot] {
    slots.filter { $0.field.kind.isNumber && settings.power(of: $0.field) == nil }
  }

  /// - Throws: `DescriptorError` when a column of numbers, or a row above an amount, tells of thousands or
  ///   millions and the source does not say what to multiply by.
  static func check(
    _ slots: [Layout.Slot], in table: DeliveredTable, settings: SourceSettings
  ) throws {
    let open = unscaled(slots, settings)
    for slot in open {
      if slot.field.kind.isMoney, saysPercent(slot.header) { throw isNoAmount(slot, table) }
      guard let told = told(by: slot.header, of: slot.field.kind) else { continue }
      throw error(slot, "l'intestazione «\(slot.header)» dice «\(told.word)»", told, table)
    }
    guard let told = table.preambleTexts.lazy.compactMap(told).first,
      let slot = open.first(where: { $0.field.kind.isMoney })
    else { return }
    throw error(slot, "una riga sopra l'intestazione dice «\(told.word)»", told, table)
  }

  /// What the cells show is what whoever wrote them saw.
  ///
  /// - Parameter open: columns of numbers of which the source does not say what to multiply by.
  /// - Throws: `DescriptorError` when the format of a column's numbers tells of thousands or millions, or its
  ///   amounts look like cents.
  static func check(
    _ open: [Layout.Slot], asShownIn table: DeliveredTable, _ padded: PaddedAmounts
  ) throws {
    if let (slot, length) = padded.found.first {
      let what =
        "gli importi di «\(slot.header)» hanno tutti \(length) cifre, con zeri davanti, come dove le ultime"
        + " due sono centesimi"
      throw error(slot, what, Told(word: "", power: -2), table)
    }
    let shown = table.opened.shownScales
    for slot in open {
      guard let power = shown[table.place(of: slot)] else { continue }
      let told = Told(word: power == 3 ? "migliaia" : "milioni", power: power)
      throw error(
        slot, "il formato delle celle di «\(slot.header)» le mostra come \(told.word)", told, table)
    }
  }

  /// A part of something read as euros would be an amount nobody paid.
  private static func isNoAmount(
    _ slot: Layout.Slot, _ table: DeliveredTable
  ) -> DescriptorError {
    let name = slot.field.name
    return DescriptorError(
      file: table.folder.path + "/columns.csv",
      message:
        "l'intestazione «\(slot.header)» dice una percentuale e «\(name)» è un importo in euro: scrivere"
        + " «-,\(slot.header)» per non leggerla, oppure, se i suoi numeri sono euro, aggiungere a source.json"
        + " \"moltiplicatori\": {\"\(name)\": 1}")
  }

  private static func error(
    _ slot: Layout.Slot, _ what: String, _ told: Told, _ table: DeliveredTable
  ) -> DescriptorError {
    DescriptorError(
      file: table.folder.path + "/source.json",
      message:
        "\(what): aggiungere \"moltiplicatori\": {\"\(slot.field.name)\": \(told.multiplier)}, il numero per"
        + " cui moltiplicare (0.01, 1, 1000 o 1000000; 1 se i numeri sono già euro, o quante cose sono, o quote da 0 a 1)"
    )
  }
}

extension SourceSettings {
  /// Nil when nothing is declared.
  func power(of field: Field) -> Int? { multipliers[field.name] }
}

extension KeyReader {
  /// By field, the power of ten.
  func multipliers(_ key: String) throws -> [String: Int] {
    guard let value = object[key] else { return [:] }
    let numbers = value as? [String: Double] ?? [:]
    let powers = numbers.compactMapValues { NumberScale.powers[$0] }
    guard !powers.isEmpty, powers.count == numbers.count else {
      throw wrong(key, "per ogni campo 0.01, 1, 1000 o 1000000, come {\"spesa_lorda\": 1000}")
    }
    return powers
  }
}

extension ExactDecimal {
  /// Multiplied by ten to the power; nil when it does not fit.
  func multiplied(byPower power: Int) -> ExactDecimal? {
    var result = self
    if power < 0 {
      // Every scale a number may have leaves room for two more.
      result.scale += UInt8(-power)
      return result
    }
    guard power > 0 else { return self }
    let spare = min(power, Int(scale))
    result.scale -= UInt8(spare)
    let (mantissa, overflow) = mantissa.multipliedReportingOverflow(
      by: ExactDecimal.powersOfTen[power - spare])
    result.mantissa = mantissa
    return overflow ? nil : result
  }
}

extension Field.Kind {
  /// The range of a field that says a part of one.
  static var shares: ClosedRange<Double> { 0...1 }

  var isNumber: Bool {
    switch self {
    case .integer, .decimal, .euro, .quantity: true
    default: false
    }
  }

  var isMoney: Bool {
    if case .euro = self { return true }
    return false
  }
}

extension FindingKind {
  static let scaleInNote = FindingKind(
    "note-migliaia", .error,
    it: "una nota parla di migliaia o di milioni: i numeri sono letti come sono scritti",
    en: "a note at the foot tells of thousands or millions: numbers are read as they are written",
    expected: "moltiplicatori in source.json, se la nota vale per i numeri della tabella")
}
