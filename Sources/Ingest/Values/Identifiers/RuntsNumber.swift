/// The number ("repertorio") of an organisation in the national register of the third sector, the
/// RUNTS: one to seven digits.
public struct RuntsNumber: Hashable, Sendable {
  public let number: Int

  /// Leading zeros and blanks at the ends do not count.
  public init?(_ text: String) {
    let digits = text.withCellBytes { $0.blankTrimmed.map(\.self) }
    guard (1...7).contains(digits.count), digits.allSatisfy(ByteText.isDigit),
      let number = Int(String(decoding: digits, as: UTF8.self)), number > 0
    else { return nil }
    self.number = number
  }
}

extension RuntsNumber: CustomStringConvertible {
  public var description: String { String(number) }
}
