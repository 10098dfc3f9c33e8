import Warehouse

extension FindingKind {
  static let answerAfterDeath = FindingKind(
    "risposta-dopo-il-decesso", .warning,
    it: "la data è successiva alla chiusura della richiesta per decesso",
    en: "the date is later than the closure of the request by death",
    expected: "una data non successiva al decesso; controllare l'esito o la data di chiusura")
}

/// Nothing is answered or delivered to somebody who has died: the later date is emptied, so that it
/// feeds no duration.
public struct AfterDeath: RowRule {
  let outcome: String
  /// Fields that may say when the request ended, the better first.
  let ended: [String]
  let answers: [String]

  public init(outcome: String, ended: [String], answers: [String]) {
    self.outcome = outcome
    self.ended = ended
    self.answers = answers
  }

  public func check(_ batch: DecodedBatch) {
    guard let outcomes = batch.column(outcome), let words = outcomes.dictionary,
      let death = words.codes.firstIndex(of: "decesso").map(Int64.init)
    else { return }
    let ends = ended.compactMap { batch.column($0)?.a }
    for row in 0..<batch.facts.count where outcomes.a[row] == death {
      guard let end = ends.lazy.map({ $0[row] }).first(where: { $0 != FactBatch.null })
      else { continue }
      for name in answers {
        guard let field = batch.layout.field(name), let days = batch.column(name)?.a,
          days[row] > end
        else { continue }
        batch.empty(
          .answerAfterDeath, row: row, field: field,
          detail: "\(outcome) decesso, \(Day(number: Int32(truncatingIfNeeded: end)))")
      }
    }
  }
}
