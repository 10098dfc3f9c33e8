/// Which identifiers a text could hold at all, found in one quick pass: most cells could hold none.
struct Suspicion: OptionSet {
  let rawValue: UInt8

  static let fiscalCode = Suspicion(rawValue: 1)
  static let healthCode = Suspicion(rawValue: 2)
  static let iban = Suspicion(rawValue: 4)
  static let phone = Suspicion(rawValue: 8)
  static let email = Suspicion(rawValue: 16)
  static let card = Suspicion(rawValue: 32)
  static let dsu = Suspicion(rawValue: 64)
  static let all: Suspicion = [.fiscalCode, .healthCode, .card, .dsu, .iban, .phone, .email]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Never leaves out a kind that a full search would find (a test compares the two).
  init(_ bytes: CellBytes) {
    self = []
    guard let p = bytes.baseAddress, bytes.count >= 3 else { return }
    var units = 0
    var digits = 0
    // Letters, masks and digits that could be letters, joiners not counted; the longest such run.
    var run = 0
    var longestRun = 0
    // Letters of the word at hand and of the one before the last joiner.
    var word = 0
    var wordBefore = 0
    var longestWord = 0
    var code = Suspicion()
    // Digits before the first place where a telephone number could begin.
    var digitsBeforePhone = 0
    var isWide = false
    for i in 0..<bytes.count {
      let byte = p[i]
      if byte &- 0x30 < 10 {
        digits += 1
        units += 1
        if word == 0, byte == 0x33 || byte == 0x30 || (i > 0 && p[i - 1] == 0x2B) {
          if i == 0 || !ByteText.isDigit(p[i - 1]), !code.contains(.phone) {
            code.insert(.phone)
            digitsBeforePhone = digits - 1
          }
        }
        if word >= 2 || (word == 0 && wordBefore >= 2) { code.insert(.iban) }
        run = byte <= 0x31 && run > 0 ? run + 1 : 0
        word = 0
        wordBefore = 0
      } else if (byte | 0x20) &- 0x61 < 26 {
        units += 1
        run += 1
        word += 1
        longestWord = max(longestWord, word)
        if i >= 2, Suspicion.endsHealthLetters(byte) { code.insert(.healthCode) }
        if byte | 0x20 == 0x65, i >= 3, p[i - 1] | 0x20 == 0x65 { code.insert(.dsu) }
      } else if EmailPattern.mayBeSign(byte) {
        code.insert(.email)
        (run, word, wordBefore) = (0, 0, 0)
      } else if byte == 0x2A || byte == 0x23 || byte >= 0x80 {
        // A mask, or a byte of one, or of a non-ASCII blank.
        units += 1
        run += 1
        if byte == 0xEF { isWide = true }
        if word > 0 { wordBefore = word }
        word = 0
      } else if ByteText.isASCIIBlank(byte) || byte &- 0x2D < 3 || byte == 0x5F {
        if word > 0 { wordBefore = word }
        word = 0
      } else {
        (run, word, wordBefore) = (0, 0, 0)
      }
      longestRun = max(longestRun, run)
    }
    if code.contains(.email) { insert(.email) }
    // Full-width letters and digits were counted as neither.
    if isWide { formUnion(Suspicion.all.subtracting(.email)) }
    if digits >= 20 { insert(.card) }
    if digits >= 12, code.contains(.dsu) { insert(.dsu) }
    if digits - digitsBeforePhone >= 8, code.contains(.phone) { insert(.phone) }
    if digits >= 6, units >= 13, code.contains(.healthCode) { insert(.healthCode) }
    if digits >= 8, units >= 15, code.contains(.iban) { insert(.iban) }
    if units >= 15, longestRun >= 6,
      digits >= 1 || longestWord >= 16 || Suspicion.hasMask(bytes)
    {
      insert(.fiscalCode)
    }
  }

  /// The last letter of STP and of ENI.
  @inline(__always)
  private static func endsHealthLetters(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return letter == 0x70 || letter == 0x69
  }

  private static func hasMask(_ bytes: CellBytes) -> Bool {
    bytes.contains { $0 == 0x2A || $0 == 0x23 || $0 == 0xE2 }
  }
}
