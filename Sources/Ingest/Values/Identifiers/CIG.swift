/// The code of a public tender lot, ten characters, in one of its three formats.
public struct CIG: Hashable, Sendable {
  public enum Format: String, Sendable {
    /// Seven digits and a three-digit hexadecimal check.
    case ordinary
    /// `X`, `Y` or `Z`, a two-digit hexadecimal check, seven hexadecimal digits.
    case smart
    /// Since 2024: a letter from `A` to `U` and nine hexadecimal digits, without a known check.
    case digital
  }

  /// Why a text is no CIG.
  public enum Problem: Error, Equatable, Sendable {
    case structure, check
    /// `9,60298E+09`: a spreadsheet took the code for a number and the code is lost.
    case scientificNotation
  }

  public let code: String
  public let format: Format

  public init?(_ text: String) {
    guard case .success(let cig) = CIG.read(text) else { return nil }
    self = cig
  }

  /// Reads a code in any case, with blanks anywhere.
  public static func read(_ text: String) -> Result<CIG, Problem> {
    let code = text.utf8.filter { !ByteText.isASCIIBlank($0) }.map(ByteText.upper)
    if code.contains(0x2C) || code.contains(0x2B) { return .failure(.scientificNotation) }
    guard code.count == 10, let first = code.first else { return .failure(.structure) }
    let rest = code[1...]
    guard rest.allSatisfy(isHexadecimal) else { return .failure(.structure) }
    let written = String(decoding: code, as: UTF8.self)
    switch first {
    case 0x30...0x39:
      guard code[..<7].allSatisfy(ByteText.isDigit) else { return .failure(.structure) }
      let number = Int(written.prefix(7)) ?? 0
      return number * 211 % 4091 == Int(written.suffix(3), radix: 16)
        ? .success(CIG(code: written, format: .ordinary)) : .failure(.check)
    case 0x58...0x5A:
      let number = Int(written.suffix(7), radix: 16) ?? 0
      return number * 211 % 251 == Int(written.dropFirst().prefix(2), radix: 16)
        ? .success(CIG(code: written, format: .smart)) : .failure(.check)
    case 0x41...0x55: return .success(CIG(code: written, format: .digital))
    default: return .failure(.structure)
    }
  }

  private init(code: String, format: Format) {
    self.code = code
    self.format = format
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    ByteText.isDigit(byte) || (0x41...0x46).contains(byte)
  }
}

extension CIG: CustomStringConvertible {
  public var description: String { code }
}
