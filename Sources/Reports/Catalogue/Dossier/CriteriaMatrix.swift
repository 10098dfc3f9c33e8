import Indicators
import Warehouse

/// The matrix of section E1: each need (a comune and a user area) by six criteria from 1 to 5, where 5 asks
/// for more attention; the last says how much evidence the others rest on.
///
/// Scores are steps of published figures, printed beside the table. Where an interval tells whether a
/// difference is more than chance, chance is the middle of the scale: nobody is set before another by it.
struct CriteriaMatrix {
  enum Criterion: Int, CaseIterable {
    case severity, size, gap, wait, trend

    var indicator: String {
      switch self {
      case .severity, .size: "copertura-bisogni"
      case .gap: "copertura-popolazione"
      case .wait: "tempo-attivazione.entro-90"
      case .trend: "richieste-per-1000"
      }
    }
  }

  /// From 1 to 5, or why there is none: the mark of the figure it would rest on.
  struct Score: Hashable {
    var value: Int?
    var mark: Mark?
    var observation: String?

    static func missing(_ mark: Mark, _ figure: Observation? = nil) -> Score {
      Score(mark: mark, observation: figure?.id)
    }
  }

  struct Row: Hashable {
    var territory: String
    var area: String
    /// By criterion.
    var scores: [Score]

    /// From 1, one criterion published, to 5, all; nil with none.
    var quality: Int? { [scores.count { $0.value != nil }].first { $0 > 0 } }
  }

  let dossier: Dossier
  private var language: Language { dossier.language }
  private var words: CriteriaPhrases.Type { CriteriaPhrases.self }

  func blocks() -> [Block] {
    let all = rows()
    let shown = all.filter { $0.quality != nil }
    guard !shown.isEmpty else { return [.sentence(Sentence(words.none[language]))] }
    var sentences = words.rule.map { Sentence($0[language]) }
    if shown.count < all.count {
      sentences.append(
        Sentence(words.leftOut(language, language.integer(all.count - shown.count))))
    }
    return [
      .callout(Callout(kind: .information, title: words.ruleTitle[language], sentences: sentences)),
      .table(table(shown)),
    ]
  }

  func rows() -> [Row] {
    let withheld = Criterion.allCases.map { dossier.reader.withheldSomewhere($0.indicator) }
    return dossier.cuts(of: Criterion.allCases.map(\.indicator)).flatMap { area, slices in
      dossier.scope.comuni.map { comune in
        Row(
          territory: comune.name, area: area,
          scores: zip(Criterion.allCases, zip(slices, withheld)).map {
            scored($0, comune.key, $1.0, isWithheld: $1.1.contains(comune.key))
          })
      }
    }.inOrder(of: \.area).inOrder(of: \.territory)
  }

  private func scored(
    _ criterion: Criterion, _ territory: TerritoryKey, _ slice: Slice?, isWithheld: Bool
  ) -> Score {
    let reader = dossier.reader
    guard let slice else {
      // No comune has a value: whether they are withheld is in the observations.
      return .missing(isWithheld ? .confidential : .notReceived)
    }
    let found = reader.figure(criterion.indicator, territory, slice)?.observation
    guard let figure = found, let value = figure.value else { return .missing(mark(found), found) }
    func score(_ value: Int?) -> Score {
      Score(value: value, mark: value == nil ? .notApplicable : nil, observation: figure.id)
    }
    func against(_ other: Observation?, worse: Separation) -> Score {
      guard let other, other.value != nil else { return .missing(mark(other), other) }
      return score(Self.score(Separation(figure, from: other), worse: worse))
    }
    switch criterion {
    case .severity: return score(Self.step(1 - value, [0.1, 0.2, 0.3, 0.4]))
    case .size:
      guard let all = figure.denominator, let met = figure.numerator else { return score(nil) }
      return score(Self.step(all - met, [10, 20, 50, 100]))
    case .wait: return score(Self.step(1 - value, [0.1, 0.25, 0.4, 0.55]))
    case .gap:
      if dossier.scope.isAlone { return score(nil) }
      return against(
        reader.figure(criterion.indicator, dossier.scope.reference, slice)?.observation,
        worse: .below)
    case .trend:
      guard let before = before(slice) else { return score(nil) }
      return against(
        reader.figure(criterion.indicator, territory, before)?.observation, worse: .above)
    }
  }

  /// Why a figure has no value; one that was never computed was never received.
  private func mark(_ figure: Observation?) -> Mark {
    figure.map { Mark($0.status) ?? .notApplicable } ?? .notReceived
  }

  private func before(_ slice: Slice) -> Slice? {
    guard let comparison = dossier.brief.comparison, comparison != slice.period else { return nil }
    var before = slice
    before.period = comparison
    return before
  }

  /// 1 up to the first limit, then one more for each limit passed.
  static func step(_ value: Double, _ limits: [Double]) -> Int {
    1 + limits.count { value > $0 + 1e-9 }
  }

  /// 5 on the worse side, 1 on the other, 3 where chance may explain it; nil where it cannot be told.
  static func score(_ separation: Separation, worse: Separation) -> Int? {
    switch separation {
    case .unknown, .unlike, .unjudged: nil
    case .indistinct: 3
    case .above, .below: separation == worse ? 5 : 1
    }
  }

  private func table(_ rows: [Row]) -> Table {
    Table(
      id: "criteri-tabella", caption: words.caption[language], sheetName: words.sheet[language],
      columns: [
        Table.Column(ViewPhrases.comune[language], width: 26),
        Table.Column(ViewPhrases.userArea[language], width: 30),
      ] + words.criteria.map { Table.Column($0[language], .number) }
        + [Table.Column(words.quality[language], .number)],
      rows: rows.map { row in
        [.text(row.territory), .text(row.area)]
          + row.scores.map { score in
            score.value.map { Cell(.integer($0), observation: score.observation) }
              ?? Cell(.none, mark: score.mark, observation: score.observation)
          }
          + [Cell(.integer(row.quality ?? 0))]
      },
      notes: [words.weightsNote[language]], isSortable: true,
      isInWorkbookOnly: dossier.scope.isWide)
  }
}
