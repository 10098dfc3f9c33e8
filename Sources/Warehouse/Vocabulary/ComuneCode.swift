/// The ISTAT code of a comune: six characters, leading zeros and all (`080063`).
///
/// It is a code, never a number: it is printed with its zeros and compared as text would be. `ND`
/// stands for a comune that could not be resolved; it is counted wherever it belongs, never guessed.
public struct ComuneCode: Hashable, Comparable, Sendable {
  private let packed: Int32

  /// Not determined: a value was there and no comune could be recognised in it.
  public static let nd = ComuneCode(packed: 0)

  private init(packed: Int32) { self.packed = packed }

  /// Reads exactly six digits, or `ND`.
  public init?(_ text: String) {
    if text == "ND" {
      self = .nd
      return
    }
    guard text.utf8.count == 6, text.utf8.allSatisfy({ (48...57).contains($0) }),
      let value = Int32(text), value > 0
    else { return nil }
    packed = value
  }

  /// The three digits of the province, `080`; empty for `ND`.
  public var province: String { self == .nd ? "" : String(description.prefix(3)) }

  public static func < (a: ComuneCode, b: ComuneCode) -> Bool { a.packed < b.packed }
}

extension ComuneCode: CustomStringConvertible {
  public var description: String { self == .nd ? "ND" : zeroPadded(Int(packed), 6) }
}
