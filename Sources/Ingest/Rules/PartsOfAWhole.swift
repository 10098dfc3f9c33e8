import Warehouse

extension FindingKind {
  static let partsAboveWhole = FindingKind(
    "quote-non-tornano", .warning,
    it: "le quote non tornano con l'importo complessivo",
    en: "the parts do not agree with the whole amount",
    expected: "quote la cui somma sia l'importo complessivo, o non lo superi; i valori restano")
}

/// Who pays what adds up: the parts are the whole where all of them are told, and never more than it.
public struct PartsOfAWhole: RowRule {
  let whole: String
  let parts: [String]
  /// The parts are all there are, so their sum is the whole; otherwise it only cannot exceed it.
  let isComplete: Bool

  public init(whole: String, parts: [String], isComplete: Bool) {
    self.whole = whole
    self.parts = parts
    self.isComplete = isComplete
  }

  /// A cent of rounding.
  private static let tolerance: Int64 = 1

  public func check(_ batch: DecodedBatch) {
    guard let slot = batch.layout.slot(whole), let wholes = batch.column(whole)?.a else { return }
    let columns = parts.compactMap { batch.column($0)?.a }
    guard !columns.isEmpty else { return }
    for row in 0..<batch.facts.count where wholes[row] != FactBatch.null {
      let told = columns.map { $0[row] }.filter { $0 != FactBatch.null }
      let sum = told.reduce(0, +)
      let excess = sum - wholes[row]
      let mustEqual = isComplete && told.count == parts.count
      // A reversal is negative, and so are its parts.
      let isWrong =
        mustEqual
        ? abs(excess) > PartsOfAWhole.tolerance
        : wholes[row] >= 0 && excess > PartsOfAWhole.tolerance
      guard isWrong else { continue }
      batch.report(
        .partsAboveWhole, row: row, slot: slot,
        detail: "somma delle quote \(PartsOfAWhole.euro(sum))"
      )
    }
  }

  private static func euro(_ cents: Int64) -> String {
    let rest = abs(cents % 100)
    return
      "\(cents < 0 && cents / 100 == 0 ? "-" : "")\(cents / 100),\(rest < 10 ? "0" : "")\(rest)"
  }
}
