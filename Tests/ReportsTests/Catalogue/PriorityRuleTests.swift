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
}
