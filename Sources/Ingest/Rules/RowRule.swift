/// A check between the fields of a row, run on a whole batch after its cells have been read.
public protocol RowRule: Sendable {
  /// Fields the rule may fill in though the delivery does not carry them.
  var fills: [String] { get }

  /// Reports what it finds through `batch` and empties or refuses what must not stay.
  func check(_ batch: DecodedBatch)
}

extension RowRule {
  public var fills: [String] { [] }
}
