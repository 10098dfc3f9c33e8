/// How much each signal of the priorities counts. All alike until the table decides otherwise: its file says
/// so under `pesi`, and the dossier prints it.
struct PriorityWeights: Hashable, Sendable {
  private var stated: [PriorityRule.Signal: Double] = [:]

  static let equal = PriorityWeights()

  /// A signal the table says nothing of weighs one.
  subscript(signal: PriorityRule.Signal) -> Double { stated[signal] ?? 1 }

  var areEqual: Bool { Set(PriorityRule.Signal.allCases.map { self[$0] }).count == 1 }

  /// Signals that count at all.
  var counted: [PriorityRule.Signal] { PriorityRule.Signal.allCases.filter { self[$0] > 0 } }

  /// What part of the whole weight some signals make.
  func share(of signals: [PriorityRule.Signal]) -> Double {
    let all = PriorityRule.Signal.allCases.reduce(0) { $0 + self[$1] }
    return signals.reduce(0) { $0 + self[$1] } / all
  }

  /// `{"attese": 3, "richieste": 0}`.
  static func read(_ fields: JSONFields?) throws(TableBriefError) -> PriorityWeights {
    guard var given = fields else { return .equal }
    var weights = PriorityWeights()
    for signal in PriorityRule.Signal.allCases {
      weights.stated[signal] = try given.number(signal.key, default: 1, in: 0...100)
    }
    try given.finish()
    guard !weights.counted.isEmpty else {
      throw TableBriefError(
        file: given.file, key: "pesi", problem: "almeno un peso deve essere maggiore di zero")
    }
    return weights
  }
}
