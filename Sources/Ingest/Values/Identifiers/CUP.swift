/// The unique code of a public investment project, fifteen characters such as `B41H22000020006`.
///
/// It has no public check digit: only its form can be verified. The string never changes during the
/// project, what is registered under it does.
public struct CUP: Hashable, Sendable {
  public let code: String

  /// Reads a code in any case, with blanks anywhere.
  public init?(_ text: String) {
    let code = text.utf8.filter { !ByteText.isASCIIBlank($0) }.map(ByteText.upper)
    guard code.count == 15, (0x42...0x4A).contains(code[0]), (0x41...0x4A).contains(code[3]),
      code[1...2].allSatisfy(ByteText.isDigit), code[4...].allSatisfy(ByteText.isDigit)
    else { return nil }
    self.code = String(decoding: code, as: UTF8.self)
  }
}

extension CUP: CustomStringConvertible {
  public var description: String { code }
}
