/// The sixteen-character codice fiscale of a person, with its structure and check letter proved.
///
/// The code as issued is the key of a person. The base form, with substituted digits put back, is the
/// same for different people by the very definition of omocodia: it may only bring together rows for
/// a person to review, never join them.
///
/// The characters are never printed: neither `print` nor a debugger's mirror shows them.
public struct FiscalCode: Hashable, Sendable {
  public enum Sex: String, Sendable {
    case male = "M"
    case female = "F"
  }

  /// Why sixteen characters are not a codice fiscale.
  public enum Problem: Error, Equatable, Sendable {
    case length, structure, day, checkLetter
  }

  /// The sixteen upper-case characters, eight to a word, first in the highest byte.
  private let head: UInt64
  private let tail: UInt64

  /// Reads a code in any case, with blanks anywhere.
  public init?(_ bytes: CellBytes) {
    guard case .success(let code) = FiscalCode.read(bytes) else { return nil }
    self = code
  }

  public init?(_ text: String) {
    guard let code = text.withCellBytes({ FiscalCode($0) }) else { return nil }
    self = code
  }

  /// The code, or what is wrong with it.
  public static func read(_ bytes: CellBytes) -> Result<FiscalCode, Problem> {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { code in
      guard FiscalCode.normalise(bytes, into: code) else { return .failure(.length) }
      let p = UnsafePointer(code.baseAddress!)
      if let problem = FiscalCodeRules.problem(p) { return .failure(problem) }
      return .success(FiscalCode(checked: p))
    }
  }

  public static func read(_ text: String) -> Result<FiscalCode, Problem> {
    text.withCellBytes { read($0) }
  }

  /// The only valid code that differs by `O` read as `0` (or `0` as `O`) and `I` as `1` (or `1` as
  /// `I`); nil when there is none. A hint for whoever corrects the source, never to be applied.
  public static func undoingConfusions(_ bytes: CellBytes) -> FiscalCode? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { code in
      guard normalise(bytes, into: code) else { return nil }
      for i in 0..<16 {
        switch (code[i], FiscalCodeRules.isDigitPlace(i)) {
        case (0x4F, true): code[i] = 0x30
        case (0x49, true): code[i] = 0x31
        case (0x30, false): code[i] = 0x4F
        case (0x31, false): code[i] = 0x49
        default: break
        }
      }
      let p = UnsafePointer(code.baseAddress!)
      return FiscalCodeRules.problem(p) == nil ? FiscalCode(checked: p) : nil
    }
  }

  public static func undoingConfusions(_ text: String) -> FiscalCode? {
    text.withCellBytes { undoingConfusions($0) }
  }

  /// Some digit was replaced by a letter, because two people would have had the same code.
  public var isOmocodic: Bool {
    characters.withUnsafeBufferPointer { FiscalCodeRules.isOmocodic($0.baseAddress!) }
  }

  /// The base form, digits put back and check letter computed again: for review lists only.
  public var base: String {
    var code = characters
    for place in FiscalCodeRules.digitPlaces {
      code[place] = 0x30 + (FiscalCodeRules.digit(code[place]) ?? 0)
    }
    code[15] = code.withUnsafeBufferPointer { FiscalCodeRules.checkLetter($0.baseAddress!) }
    return String(decoding: code, as: UTF8.self)
  }

  public var sex: Sex { dayField > 40 ? .female : .male }

  /// Cadastral code of the comune of birth, or `Z` and three digits for a foreign state.
  public var birthplace: String {
    var place = [self[11]]
    for i in 12...14 { place.append(0x30 + (FiscalCodeRules.digit(self[i]) ?? 0)) }
    return String(decoding: place, as: UTF8.self)
  }

  /// The latest year of birth the code allows that is not after `year`: the code does not tell the
  /// century, and people of a hundred years are taken for children. Use a birth date where there is
  /// one.
  public func birthYear(notAfter year: Int) -> Int {
    let century = year / 100 * 100 + twoDigitYear
    return century <= year ? century : century - 100
  }

  /// The sixteen upper-case characters, for whoever derives the keyed token.
  var characters: [UInt8] { (0..<16).map { self[$0] } }

  private init(checked p: UnsafePointer<UInt8>) {
    let words = UnsafeRawPointer(p)
    head = UInt64(bigEndian: words.loadUnaligned(as: UInt64.self))
    tail = UInt64(bigEndian: words.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
  }

  private subscript(place: Int) -> UInt8 {
    let word = place < 8 ? head : tail
    return UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * (place & 7)))
  }

  private var dayField: Int { number(at: 9) }
  private var twoDigitYear: Int { number(at: 6) }

  private func number(at place: Int) -> Int {
    Int(FiscalCodeRules.digit(self[place]) ?? 0) * 10
      + Int(FiscalCodeRules.digit(self[place + 1]) ?? 0)
  }

  /// Upper case without blanks; false unless exactly sixteen characters are left.
  private static func normalise(
    _ bytes: CellBytes, into code: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var count = 0
    var i = 0
    while i < bytes.count {
      let blank = ByteText.blankWidth(base + i, bytes.count - i)
      if blank > 0 {
        i += blank
        continue
      }
      guard count < 16 else { return false }
      code.initializeElement(at: count, to: ByteText.upper(base[i]))
      count += 1
      i += 1
    }
    return count == 16
  }
}

extension FiscalCode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "codice fiscale (non mostrato)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
