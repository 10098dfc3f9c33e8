/// Which cells of a publication are withheld, and the proof that it is enough.
public struct ProtectionResult: Sendable {
  /// By cell id: must not be published, in any form it can be worked out from (rate, map, sentence).
  public let hidden: [Bool]
  /// By cell id: withheld on its own account. For the log, never for readers.
  public let primary: [Bool]
  /// By cell id: the rule the cell breaks by itself.
  public let reasons: [PrimaryReason?]
  public let audit: ProtectionAudit
}

/// What protection cost and whether the attack on it failed, as numbers without any count in them.
public struct ProtectionAudit: Hashable, Sendable {
  /// Cells meant for publication.
  public var publishable: Int
  /// …withheld on their own account.
  public var primary: Int
  /// …withheld to protect others.
  public var complementary: Int
  /// Persons counted in the cells withheld to protect others.
  public var loss: Int
  /// Withheld cells that need protection, unpublished small ones included.
  public var guarded: Int
  /// …of which the attacker's bounds are exact.
  public var boundedExactly: Int
  public var largestPart: Int
  /// Times suppression was widened because the attacker had won somewhere.
  public var rounds: Int
  /// Where the attacker still wins. Anything here must stop the publication.
  public var breaches: [Attacker.Breach]

  public var isSafe: Bool { breaches.isEmpty }
}

extension ProtectionProblem {
  /// Primary and complementary suppression, then the attack, until the attack fails everywhere.
  ///
  /// Deterministic: equal losses are decided for the larger id. Ends because every round hides more
  /// and a part of the tables of which nothing is published gives nothing away.
  public func solved() throws(ProtectionError) -> ProtectionResult {
    try validate()
    var protector = Protector(self)
    protector.run()
    return protector.result()
  }
}

extension ProtectionProblem {
  /// The same for what is about to be published: where the attack still tells on somebody, nothing is.
  ///
  /// A nought that was withheld to keep others company tells on nobody.
  func guarded() throws(ProtectionError) -> ProtectionResult {
    let result = try solved()
    let telling = result.audit.breaches.filter {
      cells[$0.cell].persons > 0 || result.reasons[$0.cell] != nil
    }
    guard telling.isEmpty else { throw .breached(cells: telling.count) }
    return result
  }
}

/// The loop: settle sums, attack, widen.
struct Protector {
  private let problem: ProtectionProblem
  private let linkage: Linkage
  private let reasons: [PrimaryReason?]
  private(set) var suppression: Suppression
  private var structuralZeros: Set<Int>?
  private var rounds = 0
  private var findings = Attacker.Findings(
    breaches: [], boundedExactly: 0, isContradicted: false, parts: 0, largestPart: 0)

  init(_ problem: ProtectionProblem) {
    self.problem = problem
    linkage = problem.linkage
    reasons = problem.primaryReasons()
    suppression = Suppression(problem, linkage: linkage, reasons: reasons)
  }

  mutating func run() {
    suppression.settle()
    while true {
      // The cheap method first, until it finds nothing: most of what the others find, it finds.
      let attacker = Attacker(view)
      var breaches = attacker.narrowed(targets)
      if breaches.isEmpty {
        breaches = fullAttack(attacker)
        if breaches.isEmpty { return }
      }
      rounds += 1
      let before = suppression.order.count
      for breach in breaches {
        suppression.obscure(breach.cell, evidence: attacker.evidence(on: breach, findings.recovery))
      }
      // The next attack solves its own: two at a time are much memory for nothing.
      findings.recovery = nil
      suppression.settle()
      if suppression.order.count == before {
        // Nothing is left to hide: whatever the attacker still finds stays in the audit.
        _ = fullAttack(Attacker(view))
        return
      }
    }
  }

  private mutating func fullAttack(_ attacker: Attacker) -> [Attacker.Breach] {
    findings = attacker.attack(targets)
    findings.breaches = withoutStructuralZeros(findings.breaches)
    return findings.breaches
  }

  private var view: PublishedView { PublishedView(problem, linkage, hidden: suppression.hidden) }

  private var targets: [Attacker.Target] {
    suppression.order.filter { structuralZeros?.contains($0) != true || reasons[$0] != nil }.map {
      Attacker.Target(cell: $0, width: suppression.width($0))
    }
  }

  func attack(limit: Int = Attacker.usualLimit) -> Attacker.Findings {
    Attacker(view, limit: limit).attack(targets)
  }

  /// A zero that follows from the sums with nothing published (a class without comuni) is no secret.
  /// Looked for only when the attacker recovers a zero that was hidden for others' sake.
  private mutating func withoutStructuralZeros(
    _ breaches: [Attacker.Breach]
  ) -> [Attacker.Breach] {
    let isSuspect = breaches.contains {
      $0.isRecovered && problem.cells[$0.cell].persons == 0 && reasons[$0.cell] == nil
    }
    if structuralZeros == nil, isSuspect {
      let everything = [Bool](repeating: true, count: problem.cells.count)
      structuralZeros = Set(ExactRecovery(linkage, unknown: everything).determined)
    }
    guard let structuralZeros else { return breaches }
    return breaches.filter { !structuralZeros.contains($0.cell) || reasons[$0.cell] != nil }
  }

  func result() -> ProtectionResult {
    let cells = problem.cells
    let published = cells.indices.filter { cells[$0].isPublished }
    let complementary = published.filter { suppression.hidden[$0] && reasons[$0] == nil }
    return ProtectionResult(
      hidden: suppression.hidden, primary: reasons.map { $0 != nil }, reasons: reasons,
      audit: ProtectionAudit(
        publishable: published.count, primary: published.filter { reasons[$0] != nil }.count,
        complementary: complementary.count,
        loss: complementary.reduce(0) { $0 + cells[$1].persons },
        guarded: suppression.order.count, boundedExactly: findings.boundedExactly,
        largestPart: findings.largestPart, rounds: rounds, breaches: findings.breaches))
  }
}
