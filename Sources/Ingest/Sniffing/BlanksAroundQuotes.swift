/// Whether blanks between a delimiter and a quote, as in `1, "due" ,3`, are layout or part of the text.
///
/// RFC 4180 knows no such blanks: read by the letter, the quotes are text, and a delimiter between them
/// divides the field. Programs that put a blank after each comma mean it as layout.
enum BlanksAroundQuotes {
  /// What is worth trying: both where a quote has blanks between it and a delimiter or an end of line,
  /// though it may be one inside a quoted text.
  static func candidates(
    in bytes: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, _ quote: UInt8?, declared: Bool?
  ) -> [Bool] {
    if let declared { return [declared] }
    guard let quote, delimiter != 0x20 else { return [false] }
    let isBound = { (byte: UInt8) in byte == delimiter || byte == 0x0A || byte == 0x0D }
    var i = 0
    while i < bytes.count {
      guard bytes[i] == 0x20 else {
        i += 1
        continue
      }
      let before = i == 0 ? 0x0A : bytes[i - 1]
      while i < bytes.count, bytes[i] == 0x20 { i += 1 }
      let after = i == bytes.count ? 0x0A : bytes[i]
      if (isBound(before) && after == quote) || (before == quote && isBound(after)) {
        return [true, false]
      }
    }
    return [false]
  }

  /// Nil where no such blanks were met.
  static func decision(
    _ declared: Bool?, best: DialectTrial, of trials: [DialectTrial]
  ) -> Decision<Bool>? {
    if let declared { return .declared(declared) }
    let alike = trials.filter { $0.delimiter == best.delimiter && $0.skipsBlanks }
    let found = alike.map(\.skippedBlanks).max() ?? 0
    if found == 0 { return nil }
    let seen = "\(found) volte uno spazio sta fra il separatore e le virgolette"
    return Decision(
      best.skipsBlanks, confidence: best.isProperlyQuoted ? 0.95 : 0.7,
      evidence: best.skipsBlanks
        ? seen + ": letti senza, i campi sono regolari"
        : seen + ", ma le virgolette fanno parte del testo")
  }
}
