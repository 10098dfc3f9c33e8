/// Something decided by looking at the file: what, how surely, and because of what.
public struct Decision<Value: Sendable>: Sendable {
  public var value: Value
  /// From 0 (a guess) to 1 (certain, or declared).
  public var confidence: Double
  /// The reason, in Italian, for the receipt.
  public var evidence: String

  public init(_ value: Value, confidence: Double, evidence: String) {
    self.value = value
    self.confidence = confidence
    self.evidence = evidence
  }

  /// What the descriptor declares is not questioned.
  public static func declared(_ value: Value) -> Decision {
    Decision(value, confidence: 1, evidence: "dichiarato nel descrittore")
  }
}

extension Decision: Equatable where Value: Equatable {}
