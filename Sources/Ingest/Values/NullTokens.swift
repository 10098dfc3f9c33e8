/// The ways in which people and programs write "nothing".
///
/// What is nothing depends on the kind of cell: in a date or number column `NO`, `NA` and `Nulla` say
/// that there is no value, while in a column of codes or words they may be codes and words (`NO` is
/// Novara) and keep their meaning.
public enum NullTokens {
  public enum Kind: Sendable {
    /// Codes, words, identifiers.
    case code
    /// Numbers, amounts, percentages.
    case number
    /// Dates and date-times, where a lone zero is nothing too.
    case date
  }

  /// Whether a cell, blanks at the ends aside, says nothing.
  public static func contains(_ bytes: CellBytes, in kind: Kind) -> Bool {
    let cell = bytes.blankTrimmed
    guard let p = cell.baseAddress, cell.count > 0 else { return true }
    guard cell.count <= 16 else { return false }
    // In a column of codes nothing else is asked of a word, and nearly none begins as these do.
    if kind == .code, !mayBegin(p, cell.count) { return false }
    let key = Key(p, cell.count)
    if everywhere.contains(key) { return true }
    switch kind {
    case .code: return false
    case .number: return values.contains(key)
    case .date: return values.contains(key) || dates.contains(key)
    }
  }

  public static func contains(_ text: String, in kind: Kind) -> Bool {
    text.withCellBytes { contains($0, in: kind) }
  }

  /// Up to sixteen bytes in upper case, packed.
  private struct Key: Hashable {
    var low: UInt64 = 0
    var high: UInt64 = 0

    init(_ p: UnsafePointer<UInt8>, _ count: Int) {
      for i in 0..<min(count, 8) { low |= UInt64(ByteText.upper(p[i])) << (8 * UInt64(i)) }
      for i in 8..<max(count, 8) { high |= UInt64(ByteText.upper(p[i])) << (8 * UInt64(i - 8)) }
    }
  }

  private static func keys(_ tokens: [String]) -> Set<Key> {
    Set(tokens.map { token in token.withCellBytes { Key($0.baseAddress!, $0.count) } })
  }

  private static let everywhere = keys([
    "-", "--", "---", "–", "—", "/", "//", "///", "_", "__", ".", "..", "...", "?", "n/d", "n.d.",
    "n.d", "nd", "n.d.r.", "n/a", "n.a.", "n.p.", "n/p", "null", "(null)", "<null>", "[null]",
    "\\n", "(vuoto)", "#n/d", "#n/a", "#rif!", "#ref!", "#valore!", "#value!", "#nome?", "#name?",
    "#div/0!", "#nullo!", "#null!", "#num!",
  ])
  /// Second bytes of what means nothing everywhere.
  private static let seconds: [Bool] = {
    var found = [Bool](repeating: false, count: 256)
    for key in everywhere { found[Int(key.low >> 8 & 0xFF)] = true }
    return found
  }()

  private static func mayBegin(_ p: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    seconds[count > 1 ? Int(ByteText.upper(p[1])) : 0]
  }

  private static let values = keys([
    "no", "na", "nan", "none", "nulla", "nessuno", "nessuna", "nil", "assente", "mancante", "vuoto",
    "non disponibile", "non pervenuto", "non rilevato", "non indicato", "dato mancante",
  ])
  private static let dates = keys(["0", "00", "0/0/0"])
}
