import Foundation
import Indicators
import Testing

@testable import Reports

@Suite struct PriorityRuleTests {
  static func pair(
    _ signal: PriorityRule.Signal, _ figure: (Double, Double, Double)?,
    _ reference: (Double, Double, Double)? = (0.5, 0.48, 0.52)
  ) -> (signal: PriorityRule.Signal, figure: Figure?, reference: Figure?) {
    func make(_ value: (Double, Double, Double)?, _ code: String) -> Figure {
      SentencesTests.figure(
        signal.indicator, code, value?.0, value?.1, value?.2,
        status: value == nil ? .suppressed : .published)
    }
    return (signal, make(figure, "080001"), make(reference, "totale"))
  }

  func proposal(
    _ pairs: [(signal: PriorityRule.Signal, figure: Figure?, reference: Figure?)]
  ) -> PriorityRule.Proposal {
    PriorityRule.proposal(territory: "Africo", area: "Anziani", pairs: pairs)
  }

  @Test func twoSignalsAreHigh() {
    let one = proposal([
      Self.pair(.fewReached, (0.3, 0.28, 0.32)), Self.pair(.highDemand, (0.9, 0.8, 1.0)),
      Self.pair(.longWait, (0.5, 0.45, 0.55)),
    ])
    #expect(one.level == .high)
    #expect(one.signals == [.fewReached, .highDemand])
    #expect(one.judged == 3)
  }

  @Test func oneSignalIsMedium() {
    let one = proposal([Self.pair(.longWait, (0.3, 0.28, 0.32))])
    #expect(one.level == .medium)
  }

  /// What chance can explain is not a signal, however large the difference looks.
  @Test func anOverlapIsNotASignal() {
    let one = proposal([
      Self.pair(.fewReached, (0.2, 0.05, 0.49)), Self.pair(.fewMet, (0.3, 0.1, 0.5)),
    ])
    #expect(one.level == .none && one.signals.isEmpty && one.judged == 2)
  }

  /// A better figure is not a signal: sides are not mixed up.
  @Test func theOtherSideIsNotASignal() {
    let one = proposal([
      Self.pair(.fewReached, (0.9, 0.8, 1)), Self.pair(.highDemand, (0.1, 0.05, 0.15)),
    ])
    #expect(one.level == .none)
  }

  @Test func withheldFiguresAreNotJudged() {
    let one = proposal([
      Self.pair(.fewReached, nil), Self.pair(.fewMet, (0.5, 0.4, 0.6)), Self.pair(.longWait, nil),
    ])
    #expect(one.level == .insufficient && one.judged == 1)
  }

  @Test func insideALevelTheOrderIsAlphabetical() {
    func one(_ name: String, _ level: PriorityRule.Level) -> PriorityRule.Proposal {
      .init(territory: name, area: "", level: level, signals: [], judged: 0, observations: [])
    }
    let ordered = PriorityRule.ordered([
      one("Platì", .medium), one("Bova", .none), one("Locri", .high), one("Africo", .medium),
    ])
    #expect(ordered.map(\.territory) == ["Locri", "Africo", "Platì", "Bova"])
  }

  static func weights(_ json: String) throws -> PriorityWeights {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    return try PriorityWeights.read(JSONFields(object, file: "tavolo.json", path: "pesi"))
  }

  /// A signal the table gives twice the weight is two fifths of the whole alone, half with any other.
  @Test func theTablesWeightsDecideTheLevel() throws {
    let weights = try Self.weights(#"{"attese": 2, "richieste": 0}"#)
    #expect(!weights.areEqual && weights.counted == [.fewReached, .fewMet, .longWait])
    #expect(weights.share(of: [.longWait]) == 0.5)
    func level(_ signals: [PriorityRule.Signal]) -> PriorityRule.Level {
      PriorityRule.proposal(
        territory: "Africo", area: "Anziani",
        pairs: signals.map {
          Self.pair($0, $0.side == .above ? (0.9, 0.8, 1.0) : (0.3, 0.28, 0.32))
        }, weights: weights
      ).level
    }
    #expect(level([.longWait]) == .high)
    #expect(level([.fewMet]) == .medium)
    #expect(level([.fewReached, .fewMet]) == .high)
    // What weighs nothing is neither a signal nor judged.
    #expect(level([.highDemand]) == .insufficient)
  }

  @Test func equalWeightsAreTheOldRule() throws {
    #expect(PriorityWeights.equal.areEqual)
    #expect(try Self.weights(#"{"attese": 1}"#).areEqual)
    #expect(PriorityWeights.equal.share(of: [.fewMet, .longWait]) == 0.5)
  }

  @Test(arguments: [
    (#"{"attesa": 2}"#, "pesi.attesa", "attese"), (#"{"attese": -1}"#, "pesi.attese", "da 0 a 100"),
    (#"{"attese": "2"}"#, "pesi.attese", "serve un numero"),
    (
      #"{"attese": 0, "richieste": 0, "persone_raggiunte": 0, "richieste_soddisfatte": 0}"#, "pesi",
      "maggiore di zero"
    ),
  ])
  func aWrongWeightIsNamed(json: String, key: String, problem: String) {
    #expect {
      try Self.weights(json)
    } throws: { error in
      guard let error = error as? TableBriefError else { return false }
      return error.key == key && error.problem.contains(problem)
    }
  }
}
