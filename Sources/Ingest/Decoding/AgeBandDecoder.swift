import Warehouse

/// A single age (`65`) or a band (`65-69`, `100+`), kept as its two ends.
final class AgeBandDecoder: FieldDecoder {
  /// Upper end of an open band.
  static let open: Int64 = 150

  func decode(_ raw: RawColumn, slot: Int, into batch: DecodedBatch) {
    let place = batch.layout.factIndex[slot]
    let from = batch.facts.columns[place].a
    let to = batch.facts.columns[place + 1].a
    let field = batch.layout.slots[slot].field
    for row in 0..<raw.count {
      let cell = raw[row]
      to[row] = FactBatch.null
      if isSkipped(cell, row, slot: slot, in: batch) { continue }
      if let band = AgeBandDecoder.parse(String(decoding: cell.bytes, as: UTF8.self)) {
        from[row] = band.lowerBound
        to[row] = band.upperBound
      } else {
        batch.empty(.invalidAge, row: row, field: field)
      }
    }
  }

  static func parse(_ text: String) -> ClosedRange<Int64>? {
    if text.contains(where: \.isLetter) { return inWords(text) }
    let word = text.filter { $0 != " " }
    if word.hasSuffix("+") || word.hasPrefix("≥") {
      return Int64(word.filter(\.isNumber)).flatMap { $0 <= 130 ? $0...open : nil }
    }
    // A band without one of its ends (`65-`) is no age.
    let parts = word.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
      .map { Int64($0) }
    guard let first = parts.first.flatMap(\.self), (0...130).contains(first) else { return nil }
    if parts.count == 1 { return first...first }
    guard parts.count == 2, let last = parts[1], first <= last, last <= 150 else { return nil }
    return first...last
  }

  /// `100 anni e più`, `85 e oltre`, `da 65 a 69 anni`, `65-69 anni`, as tables of statistics say them.
  private static func inWords(_ text: String) -> ClosedRange<Int64>? {
    let words = Folding.fold(text).split(separator: " ").filter { $0 != "ANNI" && $0 != "ANNO" }
    switch words.count {
    case 3 where ["E", "ED"].contains(words[1]) && ["PIU", "OLTRE"].contains(words[2]):
      return parse("\(words[0])+")
    case 2 where words[1] == "OLTRE": return parse("\(words[0])+")
    case 4 where words[0] == "DA" && words[2] == "A": return parse("\(words[1])-\(words[3])")
    case 1, 2:
      return words.contains { $0.contains(where: \.isLetter) }
        ? nil : parse(words.joined(separator: "-"))
    default: return nil
    }
  }
}
