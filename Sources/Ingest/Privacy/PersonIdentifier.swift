/// Tells what an identifier is and brings it to the one form its token is made of.
enum PersonIdentifier {
  /// Longest identifier that is believed to be one.
  static let longest = 64

  /// The class of a cell; `form` receives the bytes its token is made of (at most `longest`) and their
  /// count is returned with it.
  static func classify(
    _ cell: CellBytes, form: UnsafeMutablePointer<UInt8>
  ) -> (kind: IdentifierClass, count: Int) {
    if let kind = plainFiscalCode(cell, form) { return (kind, 16) }
    let bytes = cell.blankTrimmed
    // No system calls a person NO or NESSUNO: the longer list of nothings holds here.
    if NullTokens.contains(bytes, in: .number) { return (.missing, 0) }
    guard bytes.count <= longest, let base = bytes.baseAddress else { return (.wrong, 0) }
    if isMasked(bytes) { return (.masked, 0) }
    let count = compact(base, bytes.count, into: form)
    let code = UnsafePointer(form)
    if count == 11, isDigits(code, 11) {
      let isReal = !isAll(code, 11, 0x30) && VATNumber.hasRightCheck(code)
      return (isReal ? .provisional : .wrong, 11)
    }
    if count == 16 {
      if let kind = healthCode(code) { return (kind, 16) }
      switch FiscalCodeRules.problem(code) {
      case nil: return (FiscalCodeRules.isOmocodic(code) ? .omocodic : .valid, 16)
      case .checkLetter, .day: return (.wrong, 16)
      default: break
      }
    }
    if isTemporaryKey(code, count) { return (.temporary, count) }
    if isAnonymous(code, count) { return (.anonymous, 0) }
    if looksLikeFiscalCode(code, count) || isOneDigit(code, count) { return (.wrong, count) }
    if let hashed = HashedIdentifier.read(form, count) {
      return hashed.reading == .nobody ? (.anonymous, 0) : (.local, hashed.count)
    }
    // Among other words (`(madre)`, another code) whose it is nobody can tell.
    if count > 16, Masking.holds(codes, in: bytes) { return (.wrong, count) }
    // A local identifier keeps its case and inner blanks: only its system knows what they mean.
    form.update(from: base, count: bytes.count)
    return (.local, bytes.count)
  }

  /// What is one person's wherever it stands.
  static let codes: Suspicion = [.fiscalCode, .healthCode]

  /// The common case: sixteen characters and nothing else, which are a codice fiscale.
  @inline(__always)
  private static func plainFiscalCode(
    _ cell: CellBytes, _ form: UnsafeMutablePointer<UInt8>
  ) -> IdentifierClass? {
    guard cell.count == 16, let p = cell.baseAddress else { return nil }
    for i in 0..<16 { form[i] = ByteText.upper(p[i]) }
    let code = UnsafePointer(form)
    guard FiscalCodeRules.problem(code) == nil else { return nil }
    return FiscalCodeRules.isOmocodic(code) ? .omocodic : .valid
  }

  /// Upper case without blanks.
  private static func compact(
    _ p: UnsafePointer<UInt8>, _ length: Int, into form: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var count = 0
    var i = 0
    while i < length {
      let blank = ByteText.blankWidth(p + i, length - i)
      if blank == 0 {
        form[count] = ByteText.upper(p[i])
        count += 1
      }
      i += max(blank, 1)
    }
    return count
  }

  /// `STP` or `ENI` and thirteen digits.
  private static func healthCode(_ p: UnsafePointer<UInt8>) -> IdentifierClass? {
    let isSTP = p[0] == 0x53 && p[1] == 0x54 && p[2] == 0x50
    let isENI = p[0] == 0x45 && p[1] == 0x4E && p[2] == 0x49
    guard isSTP || isENI else { return nil }
    guard isDigits(p + 3, 13) else { return .wrong }
    return isSTP ? .stp : .eni
  }

  /// `[`, thirty-two hexadecimal digits, `]`.
  private static func isTemporaryKey(_ p: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard count == 34, p[0] == 0x5B, p[33] == 0x5D else { return false }
    return (1...32).allSatisfy { ByteText.isDigit(p[$0]) || (0x41...0x46).contains(p[$0]) }
  }

  private static func isAnonymous(_ p: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    for word in anonymousWords
    where count == word.utf8CodeUnitCount {
      if (0..<count).allSatisfy({ p[$0] == word.utf8Start[$0] }) { return true }
    }
    return false
  }

  /// `False` is how some programs export a blank.
  private static let anonymousWords: [StaticString] = [
    "ANONIMO", "ANONIMA", "ANONYMOUS", "SCONOSCIUTO", "SCONOSCIUTA", "IGNOTO", "IGNOTA",
    "NONIDENTIFICATO", "NONIDENTIFICATA", "FALSE", "FALSO", "MANCANTE", "ASSENTE", "NONPRESENTE",
    "NONDISPONIBILE", "NONCOMUNICATO", "NONRILEVATO", "NONNOTO", "CFMANCANTE", "CFASSENTE",
    "CFNONPRESENTE", "CFNONDISPONIBILE", "NESSUNCF", "SENZACF", "PRIVODICF", "N.R.", "(N.D.)",
  ]

  /// Stars, crosses or a word in the place of characters: somebody took them away.
  private static func isMasked(_ bytes: CellBytes) -> Bool {
    var stars = 0
    var crosses = 0
    for byte in bytes {
      if byte == 0x2A || byte == 0x23 || byte == 0xE2 { stars += 1 }
      if byte | 0x20 == 0x78 { crosses += 1 }
    }
    if stars >= 3 || (crosses >= 4 && crosses * 2 >= bytes.count) { return true }
    guard (7...14).contains(bytes.count) else { return false }
    var scanner = ByteScanner(bytes)
    _ = scanner.skip(0x5B) || scanner.skip(0x28)
    return scanner.skipWord("omissis") || scanner.skipWord("oscurato")
      || scanner.skipWord("mascherato")
  }

  /// Begins as a codice fiscale does, six letters, year, month, day: it must have been meant as one.
  /// Local identifiers are not that shape.
  private static func looksLikeFiscalCode(_ p: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard (14...18).contains(count) else { return false }
    func isLetter(_ place: Int) -> Bool { p[place] &- 0x41 < 26 }
    func isNearlyDigit(_ place: Int) -> Bool {
      FiscalCodeRules.digit(p[place]) != nil || p[place] == 0x4F || p[place] == 0x49
    }
    return (0..<6).allSatisfy { isLetter($0) || p[$0] &- 0x30 < 2 } && isLetter(8)
      && [6, 7, 9, 10].allSatisfy(isNearlyDigit)
  }

  private static func isDigits(_ p: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    (0..<count).allSatisfy { ByteText.isDigit(p[$0]) }
  }

  /// Zeros, or another digit again and again, as a form that wants something is filled in.
  private static func isOneDigit(_ p: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    isAll(p, count, 0x30) || count > 8 && ByteText.isDigit(p[0]) && isAll(p, count, p[0])
  }

  private static func isAll(_ p: UnsafePointer<UInt8>, _ count: Int, _ byte: UInt8) -> Bool {
    count > 0 && (0..<count).allSatisfy { p[$0] == byte }
  }
}
