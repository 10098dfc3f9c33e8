import Warehouse

/// Texts and identifiers, copied into the batch's own bytes after a look for personal data.
final class TextDecoder: FieldDecoder {
  enum Meaning {
    case text
    /// A personal identifier inside becomes a keyed token: the thing keeps its identity.
    case identifier
    case cup
    case organisation
  }

  private let meaning: Meaning
  private let tokenizer: PersonTokenizer

  init(_ meaning: Meaning, tokenizer: PersonTokenizer) {
    self.meaning = meaning
    self.tokenizer = tokenizer
  }

  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch) {
    let column = batch.facts.columns[batch.layout.factIndex[slot]]
    let field = batch.layout.slots[slot].field
    let isMoment = batch.layout.readsDates(inColumnOf: slot)
    for row in 0..<raw.count {
      let cell = raw[row]
      if isSkipped(cell, row, slot: slot, in: batch) { continue }
      let trimmed = cell.bytes.blankTrimmed
      if case .identifier = meaning, !isMoment,
        cell.kind.isDate || (cell.kind == .text && TextDecoder.isShortDate(trimmed))
      {
        batch.report(.dateID, row: row, slot: slot)
      }
      if case .identifier = meaning, TextDecoder.isDecimal(trimmed) {
        batch.report(.decimalID, row: row, slot: slot)
      }
      switch meaning {
      case .text:
        if Masking.holdsPersonalData(trimmed) {
          batch.empty(.personalData, row: row, field: field)
        } else {
          batch.facts.store(trimmed, in: column, row: row)
        }
      case .identifier:
        if TextDecoder.isScientific(trimmed) {
          batch.empty(.scientificID, row: row, field: field)
        } else if trimmed.count >= 11, Masking.holdsPersonalData(trimmed) {
          if let name = tokenizer.opaque(trimmed) {
            batch.facts.store("id~" + name, in: column, row: row)
          } else {
            batch.forget(row: row, slot: slot)
          }
        } else {
          batch.facts.store(trimmed, in: column, row: row)
        }
      case .cup:
        if let cup = CUP(String(decoding: trimmed, as: UTF8.self)) {
          batch.facts.store("\(cup)", in: column, row: row)
        } else {
          batch.empty(.invalidCUP, row: row, field: field)
        }
      case .organisation: organisation(trimmed, row: row, slot: slot, column: column, batch)
      }
    }
  }

  /// `mar-26`, `3-mar`: how a spreadsheet shows the date it took a code for, once it is saved as text.
  private static func isShortDate(_ bytes: CellBytes) -> Bool {
    guard (5...6).contains(bytes.count), let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")) else {
      return false
    }
    let (before, after) = (bytes[..<hyphen], bytes[(hyphen + 1)...])
    let (month, digits) = before.count == 3 ? (before, after) : (after, before)
    guard month.count == 3, digits.allSatisfy(ByteText.isDigit) else { return false }
    return (before.count == 3 ? 2...2 : 1...2).contains(digits.count)
      && shortMonths.contains(String(decoding: month, as: UTF8.self))
  }

  /// As spreadsheets write them, in Italian and in English: a code of ours is rarely in lower case.
  private static let shortMonths: Set<String> = [
    "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic",
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `1042.0`: what a program leaves of a code that it took for a number, in a column with blanks.
  static func isDecimal(_ bytes: CellBytes) -> Bool {
    bytes.count > 2 && bytes.suffix(2).elementsEqual(".0".utf8)
      && bytes.dropLast(2).allSatisfy(ByteText.isDigit)
  }

  /// `9,60298E+09`: what a spreadsheet leaves of a code it took for a number.
  static func isScientific(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = bytes.count
    guard count >= 5, bytes[count - 4] | 0x20 == UInt8(ascii: "e"),
      bytes[count - 3] == UInt8(ascii: "+") || bytes[count - 3] == UInt8(ascii: "-")
    else { return false }
    let isDigit = { (byte: UInt8) in byte &- 0x30 <= 9 }
    return isDigit(bytes[count - 1]) && isDigit(bytes[count - 2])
      && bytes[..<(count - 4)].allSatisfy { isDigit($0) || $0 == 0x2C || $0 == 0x2E }
  }

  private func organisation(
    _ bytes: UnsafeBufferPointer<UInt8>, row: Int, slot: Int, column: FactColumn,
    _ batch: DecodedBatch
  ) {
    let field = batch.layout.slots[slot].field
    if let code = tokenizer.organisation(String(decoding: bytes, as: UTF8.self)) {
      batch.facts.store(code, in: column, row: row)
    } else if Masking.holdsPersonalData(bytes) {
      batch.forget(row: row, slot: slot)
    } else {
      batch.empty(.invalidOrganisation, row: row, field: field)
    }
  }
}

extension PersonTokenizer {
  /// Eleven digits are an organisation, public by law; sixteen characters are a person. Nil for what is neither, and
  /// for somebody who was erased.
  func organisation(_ word: String) -> String? {
    if let number = VATNumber(word) { return "\(number)" }
    let bytes = Array(word.utf8)
    return bytes.withUnsafeBufferPointer {
      Masking.holdsPersonalData($0) ? opaque($0).map { "pf~" + $0 } : nil
    }
  }
}

/// Lists of codes or comuni joined with `|`, or as forms and people join them.
final class ListDecoder: FieldDecoder {
  private let values: ValueLookup
  private let unknown: FindingKind
  private let resolve: (String) -> String?

  /// - Parameter resolve: the code of one word; nil when it is not known.
  init(values: ValueLookup, unknown: FindingKind, resolve: @escaping (String) -> String?) {
    self.values = values
    self.unknown = unknown
    self.resolve = resolve
  }

  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch) {
    let column = batch.facts.columns[batch.layout.factIndex[slot]]
    let field = batch.layout.slots[slot].field
    for row in 0..<raw.count {
      let cell = raw[row]
      if isSkipped(cell, row, slot: slot, in: batch) { continue }
      var codes: [String] = []
      var strangers: [String] = []
      for part in String(decoding: cell.bytes, as: UTF8.self).split(separator: "|") {
        let text = String(part.trimmingPrefix { $0 == " " })
        if let found = JoinedWords.codes(in: text, resolve: { code($0, field) }) {
          for code in found where !codes.contains(code) { codes.append(code) }
        } else {
          strangers.append(text)
        }
      }
      if codes.isEmpty {
        batch.empty(unknown, row: row, field: field)
        continue
      }
      if !strangers.isEmpty {
        batch.report(
          unknown, row: row, slot: slot,
          detail: Masking.mask(strangers.joined(separator: "|"), isPersonal: false))
      }
      batch.facts.store(codes.joined(separator: "|"), in: column, row: row)
    }
  }

  private func code(_ text: String, _ field: Field) -> String? {
    resolve(values.code(for: text, field: field.name) ?? text)
  }
}

/// Words as people join them where a list is asked for: with `;`, `,`, `/`, a line end, a dash between blanks
/// or «e», also before the last alone, where each piece, and not the whole, is a known word.
enum JoinedWords {
  private static let marks = [";", ",", "/", "\n", "\r\n", " - "] + ands
  private static let ands = [" e ", " ed ", " E ", " ED "]

  /// The codes of a text without `|`; nil unless it is a known word, or some mark divides it in known words
  /// alone.
  static func codes(in text: String, resolve: (String) -> String?) -> [String]? {
    if let code = resolve(text) { return [code] }
    for mark in marks where text.contains(mark) {
      let pieces = pieces(of: text, at: mark)
      var found = pieces.compactMap(resolve)
      if found.count + 1 == pieces.count, let last = pieces.last, resolve(last) == nil {
        found +=
          ands.map { JoinedWords.pieces(of: last, at: $0).compactMap(resolve) }
          .first { $0.count == 2 } ?? []
        if found.count == pieces.count + 1 { return found }
      }
      if found.count > 1, found.count == pieces.count { return found }
    }
    return nil
  }

  private static func pieces(of text: String, at mark: String) -> [String] {
    text.split(separator: mark).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}

extension FactBatch {
  /// Copies a text into the batch's bytes.
  func store(_ text: UnsafeBufferPointer<UInt8>, in column: FactColumn, row: Int) {
    column.a[row] = Int64(bytes.count)
    column.b[row] = Int64(text.count)
    bytes.append(contentsOf: text)
  }

  func store(_ text: String, in column: FactColumn, row: Int) {
    column.a[row] = Int64(bytes.count)
    column.b[row] = Int64(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }
}
