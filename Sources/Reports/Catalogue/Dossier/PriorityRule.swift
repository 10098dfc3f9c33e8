import Indicators
import Warehouse

/// The rule that proposes priorities: signals that stand beyond the margin of error, counted.
///
/// It never ranks: within a level the order is alphabetical, and what chance can explain is not a
/// signal. The table decides; this only says where the evidence is strongest.
struct PriorityRule {
  enum Signal: Int, Hashable, Comparable, CaseIterable {
    case fewReached, fewMet, longWait, highDemand

    static func < (a: Signal, b: Signal) -> Bool { a.rawValue < b.rawValue }

    var indicator: String {
      switch self {
      case .fewReached: "copertura-popolazione"
      case .fewMet: "copertura-bisogni"
      case .longWait: "tempo-attivazione.entro-90"
      case .highDemand: "richieste-per-1000"
      }
    }

    /// Its name among the weights of a table's file.
    var key: String {
      switch self {
      case .fewReached: "persone_raggiunte"
      case .fewMet: "richieste_soddisfatte"
      case .longWait: "attese"
      case .highDemand: "richieste"
      }
    }

    /// On which side of the reference the signal is.
    var side: Separation { self == .highDemand ? .above : .below }

    var name: Text {
      switch self {
      case .fewReached: Text(it: "poche persone raggiunte", en: "few people reached")
      case .fewMet: Text(it: "poche richieste soddisfatte", en: "few requests met")
      case .longWait: Text(it: "attese lunghe", en: "long waits")
      case .highDemand: Text(it: "molte richieste", en: "many requests")
      }
    }

    /// Its name where what it looks at must be told from figures like it: of waits there are many.
    var watched: Text {
      self != .longWait
        ? name
        : Text(
          it: "attese lunghe, come quota servita entro 90 giorni",
          en: "long waits, as the share served within 90 days")
    }
  }

  enum Level: Int, Hashable, Comparable, CaseIterable {
    case high, medium, none, insufficient

    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }

    var name: Text {
      switch self {
      case .high: Text(it: "alta", en: "high")
      case .medium: Text(it: "media", en: "medium")
      case .none: Text(it: "nessun segnale", en: "no signal")
      case .insufficient: Text(it: "dati insufficienti", en: "not enough data")
      }
    }
  }

  struct Proposal: Hashable {
    var territory: String
    var area: String
    var level: Level
    var signals: [Signal]
    /// What part of the whole weight its signals make.
    var weight = 0.0
    /// How many of the signals could be judged at all.
    var judged: Int
    var observations: [String]
    /// For each signal that could be judged, how far beyond the reference it is; see `PrioritySensitivity`.
    var margins: PrioritySensitivity.Margins = []
    /// Requests that got no answer, where their number is published.
    var unmet: Double?
    /// Why there is no such number.
    var unmetMark = Mark.notReceived
    /// Share of trials in which it is among the first three.
    var robustness: Double?
  }

  /// - Parameter pairs: for each signal, the figure of the territory and of the reference.
  static func proposal(
    territory: String, area: String, pairs: [(signal: Signal, figure: Figure?, reference: Figure?)],
    weights: PriorityWeights = .equal
  ) -> Proposal {
    var signals: [Signal] = []
    var judged = 0
    var observations: [String] = []
    var margins: PrioritySensitivity.Margins = pairs.map { _ in nil }
    for (index, (signal, figure, reference)) in pairs.enumerated() {
      guard weights[signal] > 0, let figure, let reference else { continue }
      switch Separation(figure.observation, from: reference.observation) {
      case .unknown, .unlike, .unjudged: continue
      case let side:
        judged += 1
        observations.append(figure.observation.id)
        margins[index] = PrioritySensitivity.margin(
          figure.observation.interval, beyond: reference.observation.interval,
          worseIsAbove: signal.side == .above)
        if side == signal.side { signals.append(signal) }
      }
    }
    let met = pairs.first { $0.signal == .fewMet }?.figure
    let weight = weights.share(of: signals)
    let level: Level =
      weight >= 0.5 - 1e-9
      ? .high : !signals.isEmpty ? .medium : judged >= 2 ? .none : .insufficient
    return Proposal(
      territory: territory, area: area, level: level, signals: signals, weight: weight,
      judged: judged, observations: observations, margins: margins,
      unmet: met.flatMap { unmet($0.observation) },
      unmetMark: met.flatMap { Mark($0.observation.status) } ?? .notReceived)
  }

  private static func unmet(_ one: Observation) -> Double? {
    guard let all = one.denominator, let met = one.numerator, one.value != nil else { return nil }
    return all - met
  }

  /// By level, then by name: inside a level nothing is before anything else.
  static func ordered(_ proposals: [Proposal]) -> [Proposal] {
    let named = proposals.inOrder(of: \.area).inOrder(of: \.territory)
    return Set(named.map(\.level)).sorted().flatMap { level in named.filter { $0.level == level } }
  }
}
