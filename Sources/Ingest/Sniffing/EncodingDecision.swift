/// Chooses the encoding from the census of the whole file: byte order mark, then UTF-16 by its zero
/// bytes, then strict UTF-8 over every byte, then the single-byte encoding under which the bytes that
/// are not ASCII make the most sense in Italian.
enum EncodingDecision {
  /// Below this the encoding is worth asking about.
  static let uncertain = 0.6

  /// The encoding its byte order mark declares, if there is one.
  static func byteOrderMark(_ head: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    [.utf8, .utf16LittleEndian, .utf16BigEndian].first { head.starts(with: $0.byteOrderMark) }
  }

  private static func beyondASCII(_ census: ByteCensus) -> String {
    census.validSequences == 1
      ? "1 carattere non ASCII, UTF-8 valido"
      : "\(census.validSequences) caratteri non ASCII, tutti UTF-8 validi"
  }

  static func decide(_ census: ByteCensus, mark: TextEncoding?) throws -> Decision<TextEncoding> {
    if let mark, mark != .utf8 {
      return Decision(mark, confidence: 1, evidence: "il file si apre con il BOM \(mark.rawValue)")
    }
    if let utf16 = utf16(census) { return utf16 }
    if census.invalidBytes == 0 {
      if census.cutBytes > 0 {
        return Decision(
          .utf8, confidence: mark == .utf8 || census.validSequences > 0 ? 0.98 : 0.8,
          evidence: beyondASCII(census) + ", e uno tagliato a metà dove finisce il file")
      }
      if mark == .utf8 {
        return Decision(.utf8, confidence: 1, evidence: "BOM UTF-8, e ogni byte è UTF-8 valido")
      }
      if census.validSequences == 0 {
        return Decision(.utf8, confidence: 1, evidence: "solo caratteri ASCII")
      }
      return Decision(
        .utf8, confidence: 0.99,
        evidence: beyondASCII(census))
    }
    // A text in one single-byte encoding holds well-formed UTF-8 only by accident.
    let isMixed = mark == .utf8 || census.italianSequences * 4 >= census.invalidBytes
    if isMixed, census.italianSequences > 0 || mark == .utf8 {
      return Decision(
        .mixed, confidence: census.italianSequences > 9 * census.invalidBytes ? 0.9 : 0.7,
        evidence: "\(census.validSequences) caratteri sono UTF-8 e \(census.invalidBytes) byte no"
          + " (il primo alla riga \(census.firstInvalidLine ?? 1)): il file unisce due codifiche, e"
          + " quei byte sono letti come windows-1252")
    }
    return singleByte(census)
  }

  private static func utf16(_ census: ByteCensus) -> Decision<TextEncoding>? {
    let units = census.byteCount / 2
    let (low, high) = (census.evenZeros, census.oddZeros)
    guard units > 0, max(low, high) * 2 > units,
      min(low, high) * 20 < max(low, high)
    else { return nil }
    let encoding: TextEncoding = high > low ? .utf16LittleEndian : .utf16BigEndian
    return Decision(
      encoding, confidence: 0.95,
      evidence:
        "\(max(low, high)) caratteri su \(units) hanno un byte nullo, sempre dalla stessa parte"
    )
  }

  private static func singleByte(_ census: ByteCensus) -> Decision<TextEncoding> {
    let candidates: [TextEncoding] = [.windows1252, .latin9, .ibm850, .macRoman]
    let scores = candidates.map { score(census, $0) }
    let controls = (0x80...0x9F).reduce(0) { $0 + census.counts[$1] }
    // Equal scores go to the first: Windows is by far the commonest, so the others must win.
    let best = scores.indices.max { (scores[$0], -$0) < (scores[$1], -$1) }!
    let total = Double(max(1, census.invalidBytes)) * 2
    let others = scores.indices.filter { $0 != best }.map { scores[$0] }.max()!
    var encoding = candidates[best]
    // Without a byte in 0x80…0x9F the two read the same; the narrower name says what was seen.
    if encoding == .windows1252, controls == 0 { encoding = .latin1 }
    let margin =
      encoding == .ibm850 || encoding == .macRoman ? Double(scores[best] - others) / total : 1
    let sense = max(0, Double(scores[best])) / total
    // The letters of another alphabet follow each other.
    if census.foreignRuns * 4 > census.invalidBytes, census.invalidBytes > 4 {
      return Decision(
        encoding, confidence: 0.3,
        evidence:
          "non è UTF-8 (dalla riga \(census.firstInvalidLine ?? 1)), e i byte non ASCII stanno in"
          + " fila come lettere di un altro alfabeto: questa è solo la meno improbabile")
    }
    return Decision(
      encoding, confidence: (0.5 + 0.45 * min(1, sense) * min(1, max(0.2, margin))).rounded2,
      evidence: "non è UTF-8 (dalla riga \(census.firstInvalidLine ?? 1)); letti così, i"
        + " \(census.invalidBytes) byte non ASCII danno lettere e segni dell'italiano scritto")
  }

  /// Two points for a character Italian offices write, less for the rare ones, minus for those that
  /// only a wrong reading produces.
  private static func score(_ census: ByteCensus, _ encoding: TextEncoding) -> Int {
    guard let page = CodePage(encoding) else { return .min }
    var total = 0
    for byte in 0x80...0xFF where census.counts[byte] > 0 {
      let scalar = Unicode.Scalar(page.scalars[byte - 0x80])!
      let (count, joined) = (census.counts[byte], census.afterLetter[byte])
      switch scalar {
      case "à", "è", "é", "ì", "ò", "ù":
        // Italian accents end words: after a letter they make sense, alone only «è» does.
        total += 2 * joined + (scalar == "è" ? 2 : 0) * (count - joined)
      case "À", "È", "É", "Ì", "Ò", "Ù":
        total += 2 * joined + (scalar == "È" ? 2 : 1) * (count - joined)
      case "…":
        // In IBM850 the same byte is «à»: many of them glued to words, or after the t in which no word
        // of ours ends, and it must be.
        total += 2 * count - max(joined >= 10 ? joined : 0, 2 * census.dotsAfterT)
      case "—":
        // A dash stands between words: glued to one it is «ù» of IBM850.
        total += 2 * (count - joined)
      case "‘", "“":
        // An opening quote stands before a word: glued to one it is «ì» of another table.
        total += 2 * (count - joined) - joined
      case "’", "”", "–", "€", "°", "«", "»", "º", "ª", "\u{A0}":
        total += 2 * count
      case "´", "•", "§", "ç", "ü", "ö", "ä", "ñ", "á", "í", "ó", "ú", "â", "ê", "î", "ô", "û", "½",
        "·", "Ä",
        "Ö", "Ü", "Ç", "™", "®", "©", "²", "³", "±", "×", "£", "ß", "š", "ž", "Š", "Ž":
        total += count
      default: total -= (scalar.properties.isAlphabetic ? 1 : 3) * count
      }
    }
    return total
  }
}

extension Double {
  /// Two decimals are all a confidence is worth.
  var rounded2: Double { (self * 100).rounded() / 100 }
}
