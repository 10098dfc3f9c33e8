/// Chooses delimiter and quote by reading the sample with each of them and keeping the reading under
/// which the records have the same number of fields.
///
/// The sample is the first window, 4 MiB: the whole of most deliveries and tens of thousands of
/// records of the others. A dialect does not change half-way through an export; if one did, the rows
/// after the change would have the wrong width and be refused one by one, never silently taken.
struct DialectDecision {
  var delimiter: Decision<UInt8>
  var quote: Decision<UInt8?>
  var escape: Decision<UInt8?>
  /// Nil where no blank stands between a delimiter and a quote.
  var skipsBlanks: Decision<Bool>?

  static let backslash = UInt8(ascii: "\\")
  static let delimiters = [";", "\t", "|", ","].map { (text: String) in text.utf8.first! }
  static let doubleQuote = UInt8(ascii: "\"")
  static let singleQuote = UInt8(ascii: "'")

  init(sample: TextWindow, options: TableOptions) {
    let bytes = UnsafeBufferPointer(start: sample.start, count: sample.count)
    var seen = [Bool](repeating: false, count: 256)
    for byte in bytes { seen[Int(byte)] = true }
    let trials = DialectDecision.trials(of: sample, options, seen)
    // Candidates are in order of habit, and `max` keeps the first of equals.
    guard let best = trials.max(by: { $0.score < $1.score }), best.score > 0 else {
      self = DialectDecision(unprovenBy: trials, options, seen)
      return
    }
    delimiter = options.delimiter.map { .declared($0) } ?? best.delimiterDecision(of: trials)
    quote =
      options.quote.map { .declared($0) }
      ?? best.quoteDecision(of: trials, hasQuotes: seen[Int(DialectDecision.doubleQuote)])
    escape = options.escape.map { .declared($0) } ?? best.escapeDecision
    skipsBlanks = BlanksAroundQuotes.decision(options.skipsBlanks, best: best, of: trials)
  }

  /// Where no reading is regular: the reader says which limit such a file passes.
  private init(unprovenBy trials: [DialectTrial], _ options: TableOptions, _ seen: [Bool]) {
    delimiter =
      trials.first { $0.isTooWide }.map {
        Decision($0.delimiter, confidence: 0.3, evidence: "divide la prima riga in troppi campi")
      } ?? DialectDecision.unproven(options.delimiter, seen)
    quote =
      options.quote.map { .declared($0) }
      ?? Decision(DialectDecision.doubleQuote, confidence: 0.5, evidence: "vale la consuetudine")
    escape =
      options.escape.map { .declared($0) }
      ?? Decision(nil, confidence: 0.5, evidence: "le virgolette nel testo si raddoppiano")
    skipsBlanks = options.skipsBlanks.map { .declared($0) }
  }

  /// The sample read with every dialect worth a try.
  private static func trials(
    of sample: TextWindow, _ options: TableOptions, _ seen: [Bool]
  ) -> [DialectTrial] {
    let bytes = UnsafeBufferPointer(start: sample.start, count: sample.count)
    let delimiters = options.delimiter.map { [$0] } ?? delimiters.filter { seen[Int($0)] }
    let quotes = quotes(options.quote, seen, bytes)
    var trials: [DialectTrial] = []
    for delimiter in delimiters {
      for quote in quotes {
        let escapes = escapes(options.escape, quote, seen, bytes)
        let skips = BlanksAroundQuotes.candidates(
          in: bytes, delimiter, quote.flatMap { seen[Int($0)] ? $0 : nil },
          declared: options.skipsBlanks)
        trying: for skipsBlanks in skips {
          for escape in escapes {
            trials.append(
              DialectTrial(
                delimiter: delimiter, quote: quote, escape: escape, skipsBlanks: skipsBlanks,
                sample: sample))
            if trials[trials.count - 1].isProperlyQuoted { break trying }
          }
        }
        if trials[trials.count - 1].isProperlyQuoted { break }
      }
    }
    if options.delimiter == nil, seen[0x20], seen[Int(doubleQuote)], quotes.contains(doubleQuote) {
      trials += blanks(sample, where: trials)
    }
    return trials
  }

  /// Blanks between fields, where no delimiter explains the quotes and they are around every text with a
  /// blank: words alone are no fields. A few rows may have as many words by chance, but no semicolons.
  private static func blanks(
    _ sample: TextWindow, where trials: [DialectTrial]
  ) -> [DialectTrial] {
    guard !trials.contains(where: { $0.isProperlyQuoted && $0.width > 1 }) else { return [] }
    let trial = DialectTrial(delimiter: 0x20, quote: doubleQuote, sample: sample)
    let isDivided = trials.contains {
      $0.delimiter != UInt8(ascii: ",") && $0.width > trial.width && $0.consistency > 0.6
    }
    return !isDivided && trial.isProperlyQuoted && trial.width > 2 && trial.consistency > 0.99
      ? [trial] : []
  }

  /// None, and the backslash where the text gives a reason to try it.
  private static func escapes(
    _ declared: UInt8??, _ quote: UInt8?, _ seen: [Bool], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [UInt8?] {
    if let declared { return [declared] }
    guard let quote, seen[Int(backslash)] else { return [nil] }
    let escapes = bytes.indices.dropLast().contains {
      bytes[$0] == backslash && bytes[$0 + 1] == quote
    }
    return escapes ? [nil, backslash] : [nil]
  }

  /// One column, or nothing regular: a delimiter the file does not hold keeps each line whole.
  private static func unproven(_ declared: UInt8?, _ seen: [Bool]) -> Decision<UInt8> {
    if let declared { return .declared(declared) }
    // A comma, as the standard has it, unless the text holds some.
    let candidates = [UInt8(ascii: ",")] + delimiters
    return Decision(
      candidates.first { !seen[Int($0)] } ?? delimiters[0], confidence: 0.3,
      evidence: "nessun separatore divide le righe in campi")
  }

  /// `"` always; `'` and none only when the text gives a reason to try them.
  private static func quotes(
    _ declared: UInt8??, _ seen: [Bool], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [UInt8?] {
    if let declared { return [declared] }
    var result: [UInt8?] = [doubleQuote]
    if seen[Int(doubleQuote)] { result.append(nil) }
    guard seen[Int(singleQuote)] else { return result }
    var opening = 0
    for i in bytes.indices.dropFirst() where bytes[i] == singleQuote {
      if delimiters.contains(bytes[i - 1]) || bytes[i - 1] == 0x0A { opening += 1 }
    }
    if opening >= 2 || (opening == 1 && bytes.count < 4096) { result.append(singleQuote) }
    return result
  }
}

/// What the best of the readings says of each sign.
extension DialectTrial {
  fileprivate func delimiterDecision(of trials: [DialectTrial]) -> Decision<UInt8> {
    let rival = trials.filter { $0.delimiter != delimiter }.map(\.score).max() ?? 0
    return Decision(
      delimiter, confidence: (consistency * (1 - rival / score / 2)).rounded2,
      evidence: "\(regularCount) righe su \(recordCount) hanno \(width) campi")
  }

  fileprivate func quoteDecision(
    of trials: [DialectTrial], hasQuotes: Bool
  ) -> Decision<UInt8?> {
    if !hasQuotes, quote == DialectDecision.doubleQuote {
      return Decision(
        quote, confidence: 1, evidence: "nessuna virgoletta nel file, vale la consuetudine")
    }
    let others = trials.filter { $0.delimiter == delimiter && $0.quote != quote }
    return Decision(
      quote, confidence: max(0.5, 1 - (others.map(\.score).max() ?? 0) / score / 2).rounded2,
      evidence: "con questa scelta \(regularCount) righe su \(recordCount) sono regolari")
  }

  fileprivate var escapeDecision: Decision<UInt8?> {
    if escape == nil {
      return Decision(
        nil, confidence: 1, evidence: "nessuna barra rovesciata davanti alle virgolette")
    }
    return Decision(
      escape, confidence: 0.9,
      evidence: "le virgolette nel testo sono precedute da una barra rovesciata")
  }
}
