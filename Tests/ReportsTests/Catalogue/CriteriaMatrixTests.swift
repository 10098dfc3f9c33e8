import Foundation
import Indicators
import Testing

@testable import Reports

/// The scores of section E1 are the steps that are printed beside them.
@Suite struct CriteriaMatrixTests {
  @Test func stepsAreThoseOfTheRule() {
    let severity = [0.1, 0.2, 0.3, 0.4]
    #expect(
      [0, 0.1, 0.11, 0.2, 0.3, 0.31, 0.4, 0.41, 1].map { CriteriaMatrix.step($0, severity) }
        == [1, 1, 2, 2, 3, 4, 4, 5, 5])
    // 1 − 0.9 is not exactly 0.1.
    #expect(CriteriaMatrix.step(1 - 0.9, severity) == 1)
  }

  /// Chance is the middle of the scale; what cannot be judged has no score.
  @Test func aDifferenceIsScoredOnlyBeyondChance() {
    let all: [Separation] = [
      .above, .below, .indistinct, .unjudged(higher: true), .unlike(.toldInPart), .unknown,
    ]
    #expect(all.map { CriteriaMatrix.score($0, worse: .above) } == [5, 1, 3, nil, nil, nil])
    #expect(all.map { CriteriaMatrix.score($0, worse: .below) } == [1, 5, 3, nil, nil, nil])
  }

  /// Whatever is withheld has no score, and the quality says how much of the evidence there is.
  @Test(arguments: Language.allCases) func onlyPublishedFiguresAreScored(language: Language) throws
  {
    let context = WorkbookReadBackTests.context(language)
    let dossier = Dossier(SampleEvidence.brief, context)
    let matrix = CriteriaMatrix(dossier: dossier)
    let rows = matrix.rows()
    #expect(rows.contains { $0.quality != nil })
    let ids = Dictionary(
      dossier.reader.evidence.observations.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    for row in rows {
      #expect(row.quality ?? 0 == row.scores.count { $0.value != nil })
      for score in row.scores {
        #expect((score.value == nil) == (score.mark != nil))
        if let value = score.value {
          #expect((1...5).contains(value))
          #expect(score.observation.flatMap { ids[$0]?.value } != nil)
        }
      }
    }
    let names = rows.map { $0.territory + $0.area }
    #expect(names == names.sorted())
  }

  /// A withheld figure, its own or the one it is held against, is told from one that cannot be computed
  /// and from one nobody delivered.
  @Test func aMissingScoreSaysWhy() throws {
    var evidence = SampleEvidence.make()
    let states: [String: Observation.Status] = [
      "080001": .suppressed, "080002": .notApplicable, "080009": .notReceived,
    ]
    for index in evidence.observations.indices {
      let one = evidence.observations[index]
      let isReference = one.territory.kind != .comune
      let status: Observation.Status? =
        switch one.indicator {
        case CriteriaMatrix.Criterion.severity.indicator: states[one.territory.code]
        case CriteriaMatrix.Criterion.gap.indicator: isReference ? .suppressed : nil
        default: nil
        }
      guard let status else { continue }
      evidence.observations[index].status = status
      evidence.observations[index].value = nil
    }
    let context = ReportContext(evidence: evidence, tables: [], language: .it)
    let rows = CriteriaMatrix(dossier: Dossier(SampleEvidence.brief, context)).rows()
    func marks(_ comune: String, _ criterion: CriteriaMatrix.Criterion) -> [Mark?] {
      rows.filter { $0.territory == comune }.map { $0.scores[criterion.rawValue].mark }
    }
    #expect(marks("Africo", .severity) == [.confidential])
    #expect(marks("Ardore", .severity) == [.notApplicable])
    #expect(marks("Locri", .severity) == [.notReceived])
    #expect(marks("Locri", .gap) == [.confidential])
  }
}
