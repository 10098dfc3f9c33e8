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

  struct Row: Hashable {
    var territory: String
    var area: String
    /// By criterion; nil where the figure is not published.
    var scores: [Int?]
    var observations: [String?]

    /// From 1, one criterion published, to 5, all; nil with none.
    var quality: Int? { [scores.count { $0 != nil }].first { $0 > 0 } }
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
    let areas = dossier.userAreas.map { [$0] }
    return (areas.isEmpty ? [[]] : areas).flatMap { area -> [Row] in
      let slices = Criterion.allCases.map {
        dossier.reader.slice(
          $0.indicator, areas: area, among: dossier.scope.comuni.map(\.key),
          wanted: dossier.brief.period)
      }
      return dossier.scope.comuni.map { comune in
        let given = zip(Criterion.allCases, slices).map { criterion, slice in
          slice.flatMap { scored(criterion, comune.key, $0) }
        }
        return Row(
          territory: comune.name,
          area: area.first?.name[language] ?? DossierPhrases.allAreas[language],
          scores: given.map { $0?.score }, observations: given.map { $0?.observation })
      }
    }.sorted { ($0.territory, $0.area) < ($1.territory, $1.area) }
  }

  private func scored(
    _ criterion: Criterion, _ territory: TerritoryKey, _ slice: Slice
  ) -> (score: Int, observation: String)? {
    guard let figure = dossier.reader.figure(criterion.indicator, territory, slice)?.observation,
      figure.value != nil
    else { return nil }
    return score(criterion, figure, territory, slice).map { ($0, figure.id) }
  }

  private func score(
    _ criterion: Criterion, _ figure: Observation, _ territory: TerritoryKey, _ slice: Slice
  ) -> Int? {
    switch criterion {
    case .severity: figure.value.map { Self.step(1 - $0, [0.1, 0.2, 0.3, 0.4]) }
    case .size:
      if let all = figure.denominator, let met = figure.numerator {
        Self.step(all - met, [10, 20, 50, 100])
      } else {
        nil
      }
    case .wait: figure.value.map { Self.step(1 - $0, [0.1, 0.25, 0.4, 0.55]) }
    case .gap:
      dossier.reader.figure(criterion.indicator, dossier.scope.reference, slice)
        .flatMap { Self.score(Separation(figure, from: $0.observation), worse: .below) }
    case .trend:
      before(slice).flatMap { dossier.reader.figure(criterion.indicator, territory, $0) }
        .flatMap { Self.score(Separation(figure, from: $0.observation), worse: .above) }
    }
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
    case .unknown, .unjudged: nil
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
          + zip(row.scores, row.observations).map { score, id in
            score.map { Cell(.integer($0), observation: id) } ?? Cell(.none, mark: .notApplicable)
          }
          + [Cell(.integer(row.quality ?? 0))]
      },
      notes: [words.weightsNote[language]], isSortable: true)
  }
}
