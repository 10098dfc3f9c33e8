import Testing

@testable import Indicators

/// domain.md §7, “Disclosure (K=5)”.
@Suite struct ProtectionVectorTests {
  /// Rows A, B, C, total; columns elderly, disabled, minors, total. Id = row × 4 + column.
  static func table(unit: Int = 1) -> ProtectionProblem {
    var problem = ProtectionProblem()
    for n in [12, 3, 20, 35, 15, 14, 9, 38, 8, 11, 2, 21, 35, 28, 31, 94] {
      problem.add(.init(persons: n, threshold: 5))
    }
    for line in 0..<4 {
      problem.addRelation(total: line * 4 + 3, parts: [0, 1, 2].map { line * 4 + $0 })
      problem.addRelation(total: 12 + line, parts: [0, 1, 2].map { $0 * 4 + line })
    }
    return problem
  }

  @Test func vector() throws {
    let result = try Self.table().solved()
    let hidden = result.hidden.indices.filter { result.hidden[$0] }
    #expect(hidden == [1, 2, 9, 10])
    #expect(result.primary.indices.filter { result.primary[$0] } == [1, 10])
    #expect(result.audit.loss == 31)
    #expect(result.audit.complementary == 2 && result.audit.isSafe)
    let attacker = Attacker(PublishedView(Self.table(), hidden: result.hidden))
    for (cell, range) in [1: 1...14, 2: 9...22, 9: 0...13, 10: 0...13] {
      let found = try #require(attacker.range(of: cell))
      #expect(found.lower == range.lowerBound && found.upper == range.upperBound)
    }
  }

  @Test func thresholdAloneIsBroken() {
    let problem = Self.table()
    let hidden = problem.primaryReasons().map { $0 != nil }
    let findings = Attacker(PublishedView(problem, hidden: hidden)).attack([
      .init(cell: 1, width: 5), .init(cell: 10, width: 5),
    ])
    #expect(findings.breaches.map(\.cell) == [1, 10])
    #expect(findings.breaches.map(\.isRecovered) == [true, true])
  }

  /// Two and one withheld of a total of forty are three, told by subtraction, though neither is known.
  @Test func whatIsWithheldOfASumIsTogetherEnough() throws {
    var problem = ProtectionProblem()
    let parts = [2, 1, 17, 20].map {
      problem.add(.init(persons: $0, threshold: 5, uncertainty: 3, together: 5))
    }
    problem.addRelation(
      total: problem.add(.init(persons: 40, threshold: 5, uncertainty: 3)), parts: parts)
    #expect(try problem.solved().hidden == [true, true, true, false, false])
  }

  /// The only request of a comune is the only one of its ATS whose service was not told: it is found out
  /// from the services of the ATS, not from the other comuni, and a service is what must be withheld.
  @Test func whatGivesACellAwayIsWithheld() throws {
    var problem = ProtectionProblem()
    let ats = problem.add(.init(persons: 240, threshold: 5, uncertainty: 3))
    let services = [120, 100, 19].map {
      problem.add(.init(persons: $0, threshold: 5, uncertainty: 3))
    }
    let untold = (0..<2).map { _ in
      problem.add(.init(persons: 1, threshold: 5, isPublished: false, isUndetermined: true))
    }
    problem.addRelation(total: ats, parts: services + [untold[0]])
    problem.addRelation(total: untold[0], parts: [untold[1]])
    let comuni = [1, 2, 2] + [Int](repeating: 0, count: 20) + [130, 105]
    let ids = comuni.map { problem.add(.init(persons: $0, threshold: 5, uncertainty: 3)) }
    problem.addRelation(total: ats, parts: ids)
    problem.addRelation(total: ids[0], parts: [untold[1]])
    let result = try problem.solved()
    #expect(result.audit.isSafe)
    let withheld = result.hidden.indices.filter {
      result.hidden[$0] && problem.cells[$0].isPublished
    }
    #expect(withheld == [services[2]] + ids[0..<3])
  }

  @Test func complementIsProtectedWithTheCount() throws {
    // KP: of 40 residents over 85, 38 are users: the 2 others would be known.
    var problem = ProtectionProblem()
    let cell = problem.add(.init(persons: 38, denominator: 40, threshold: 5))
    let other = problem.add(.init(persons: 30, denominator: 90, threshold: 5))
    let third = problem.add(.init(persons: 50, denominator: 200, threshold: 5))
    let total = problem.add(.init(persons: 118, denominator: 330, threshold: 5))
    problem.addRelation(total: total, parts: [cell, other, third])
    let result = try problem.solved()
    #expect(result.reasons[cell] == .fewOthers)
    #expect(result.hidden == [true, true, false, false] && result.audit.isSafe)
  }

  @Test func zerosAndWholes() throws {
    var problem = ProtectionProblem()
    problem.add(.init(persons: 0, denominator: 9, threshold: 5))
    problem.add(.init(persons: 0, denominator: 9, threshold: 5, zeroIsPublishable: false))
    problem.add(.init(persons: 9, denominator: 9, threshold: 5))
    problem.add(.init(persons: 9, denominator: 9, threshold: 5, zeroIsPublishable: false))
    problem.add(.init(persons: 0, denominator: 0, threshold: 5, zeroIsPublishable: false))
    problem.add(.init(persons: 5, threshold: 5))
    problem.add(.init(persons: 4, threshold: 5))
    let result = try problem.solved()
    #expect(result.reasons == [nil, .tellingZero, nil, .tellingWhole, nil, nil, .fewPersons])
    #expect(result.hidden == result.primary && result.audit.isSafe)
  }

  @Test func everybodyAlike() throws {
    // All twelve share one modality of something sensitive: the parts are withheld.
    var problem = ProtectionProblem()
    let parts = [12, 0, 0].map { problem.add(.init(persons: $0, threshold: 5)) }
    let total = problem.add(.init(persons: 12, threshold: 5))
    problem.addRelation(total: total, parts: parts, revealsAttribute: true)
    let result = try problem.solved()
    #expect(result.hidden == [true, true, true, false])
    #expect(result.reasons[parts[1]] == .homogeneous && result.audit.isSafe)
  }

  /// Ten of a hundred, all of two groups of five: withheld as they all are, they can be no more than ten.
  @Test func whatCannotBeProtectedStopsThePublication() throws {
    var problem = ProtectionProblem()
    let parts = [5, 5].map { problem.add(.init(persons: $0, denominator: $0, threshold: 20)) }
    let whole = problem.add(.init(persons: 10, denominator: 100, threshold: 20))
    problem.addRelation(total: whole, parts: parts)
    let result = try problem.solved()
    #expect(result.hidden == [true, true, true] && !result.audit.isSafe)
    let count = result.audit.breaches.count
    #expect(throws: ProtectionError.breached(cells: count)) { try problem.guarded() }
    #expect(try Self.table().guarded().hidden == Self.table().solved().hidden)
  }

  @Test func contradictionsAreRefused() {
    var problem = ProtectionProblem()
    let part = problem.add(.init(persons: 7, threshold: 5))
    let total = problem.add(.init(persons: 8, threshold: 5))
    problem.addRelation(total: total, parts: [part])
    #expect(throws: ProtectionError.unbalanced(relation: 0)) { try problem.solved() }
    var impossible = ProtectionProblem()
    impossible.add(.init(persons: 8, denominator: 7, threshold: 5))
    #expect(throws: ProtectionError.impossibleCount(cell: 0)) { try impossible.solved() }
  }
}
