import Testing

@testable import Indicators

@Suite struct AttackedTablesTests {
  /// 200 seeded publications with small counts planted everywhere.
  static func variants(_ seed: Int) -> LinkedTables {
    var tables = LinkedTables()
    tables.comuni = 4 + seed % 4
    tables.ats = 2 + seed % 2
    tables.classes = 2 + (seed / 2) % 2
    tables.modalities = 2 + (seed / 4) % 2
    tables.smallShare = [0.05, 0.2, 0.5, 0.9][seed % 4]
    tables.isComunePublished = seed % 5 != 0
    tables.hasDenominators = seed % 3 == 0
    return tables
  }

  @Test func attackerFindsNothing() throws {
    var (publishable, plain, withheld) = (0, 0, 0)
    var unprotectedWins = 0
    for seed in 0..<200 {
      var random = SeededGenerator(seed: UInt64(seed))
      let problem = Self.variants(seed).problem(using: &random)
      let result = try problem.solved()
      let audit = result.audit
      #expect(audit.breaches.isEmpty, "seed \(seed)")
      publishable += audit.publishable
      plain += audit.primary
      withheld += audit.primary + audit.complementary
      let isKept = zip(result.primary, result.hidden).allSatisfy { !$0 || $1 }
      #expect(isKept)

      // The same attack on the threshold alone must win, or it proves nothing. Where comuni are not
      // published at all a threshold may do.
      let wins = !Protector(problem).attack().breaches.isEmpty
      unprotectedWins += wins ? 1 : 0
      #expect(wins || audit.primary == 0 || seed % 5 == 0, "seed \(seed)")
    }
    #expect(unprotectedWins > 180)
    let share = { (n: Int) in "\(n * 1000 / publishable) per mille" }
    print("celle nascoste: soglia \(share(plain)), con protezione \(share(withheld))")
  }
}
