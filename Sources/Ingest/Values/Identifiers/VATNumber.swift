/// An eleven-digit number: the partita IVA, and the codice fiscale of organisations.
public struct VATNumber: Hashable, Sendable {
  public let digits: String

  /// What a cell that should name an organisation holds.
  public enum Reading: Equatable, Sendable {
    case valid(VATNumber)
    /// Eleven digits with the wrong check digit: one in three hundred of the real ones in public
    /// files, so a warning and not a proof.
    case wrongCheck(VATNumber)
    /// A foreign number: two letters that are not `IT`, then letters and digits.
    case foreign(String)
    case notOne
  }

  /// Reads `01528071002`, `IT 01528071002`, and nine or ten digits whose leading zeros a spreadsheet
  /// ate when the check digit confirms them; nil for anything else, the all-zero number included.
  public init?(_ text: String) {
    guard case .valid(let number) = VATNumber.read(text) else { return nil }
    self = number
  }

  public static func read(_ text: String) -> Reading {
    text.withCellBytes { read($0) }
  }

  public static func read(_ bytes: CellBytes) -> Reading {
    var text = bytes.filter { !ByteText.isASCIIBlank($0) }.map(ByteText.upper)
    text.removeAll { $0 == 0xC2 || $0 == 0xA0 }
    if text.count > 2, text[0] == 0x49, text[1] == 0x54 { text.removeFirst(2) }
    if text.count >= 8, text.count <= 14, ByteText.isLetter(text[0]), ByteText.isLetter(text[1]),
      text.allSatisfy({ ByteText.isDigit($0) || ByteText.isLetter($0) }),
      text.dropFirst(2).filter(ByteText.isDigit).count >= 5
    {
      return .foreign(String(decoding: text, as: UTF8.self))
    }
    guard (9...11).contains(text.count), text.allSatisfy(ByteText.isDigit) else { return .notOne }
    let lost = 11 - text.count
    let digits = Array(repeating: UInt8(0x30), count: lost) + text
    guard digits.contains(where: { $0 != 0x30 }) else { return .notOne }
    let number = VATNumber(digits: String(decoding: digits, as: UTF8.self))
    let isRight = digits.withUnsafeBufferPointer { VATNumber.hasRightCheck($0.baseAddress!) }
    if isRight { return .valid(number) }
    return lost == 0 ? .wrongCheck(number) : .notOne
  }

  /// Code of the provincial office that issued the number, digits 8–10.
  public var office: String { String(digits.dropFirst(7).prefix(3)) }

  /// Whether eleven digits satisfy the control: those at even places doubled, less nine above nine,
  /// the total a multiple of ten.
  static func hasRightCheck(_ p: UnsafePointer<UInt8>) -> Bool {
    var sum = 0
    for i in 0..<11 {
      let digit = Int(p[i] &- 0x30)
      let doubled = digit * 2
      sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }

  private init(digits: String) { self.digits = digits }
}

extension VATNumber: CustomStringConvertible {
  public var description: String { digits }
}
