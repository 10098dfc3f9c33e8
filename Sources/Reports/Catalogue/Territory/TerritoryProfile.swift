import Indicators
import Warehouse

/// What is known of one place, comune or group of them: every indicator, against the whole territory.
struct TerritoryProfile {
  let key: TerritoryKey
  let name: String
  let reader: EvidenceReader
  private var language: Language { reader.language }

  /// Nil where everything is withheld: the picture would be empty, and the table of all indicators says why.
  func comparison() -> Section? {
    let words = ComunePhrases.self
    let gaps = gaps(figures)
    return gaps.isEmpty
      ? nil
      : Section(
        id: "confronto", title: words.gapTitle[language],
        blocks: [.sentence(Sentence(words.gapLead[language]))] + gaps)
  }

  func indicators() -> Section {
    let figures = figures
    return Section(
      id: "indicatori", title: ComunePhrases.tableTitle[language],
      blocks: missing(figures) + [.table(table(figures))])
  }

  /// Every indicator published for comuni, in its newest period, with the whole territory's.
  private var figures: [(Figure, Figure?)] {
    reader.indicators.compactMap { indicator in
      guard let period = reader.period(forAnyOf: reader.curve(of: indicator)),
        let figure = reader.figure(indicator, key, period)
      else { return nil }
      return (figure, reader.figure(indicator, .total, period))
    }
  }

  private func missing(_ figures: [(Figure, Figure?)]) -> [Block] {
    reader.sentences.missing(figures.map(\.0)).map { [.sentence($0)] } ?? []
  }

  /// Each value as a multiple of the territory's, where a ratio has a meaning.
  private func gaps(_ figures: [(Figure, Figure?)]) -> [Block] {
    let words = ComunePhrases.self
    var pairs: [(figure: Figure, reference: Figure)] = []
    let rows = figures.compactMap { figure, reference -> (Chart.Item, [Cell])? in
      guard figure.unit.hasRatio, isHeadline(figure), let reference,
        let base = reference.observation.value, base > 0
      else { return nil }
      let observation = figure.observation
      let item = Chart.Item(
        label: figure.name[language], value: observation.value.map { $0 / base },
        lower: observation.lower.map { $0 / base }, upper: observation.upper.map { $0 / base },
        mark: observation.value == nil ? Mark(observation.status) ?? .notApplicable : nil)
      var ratio = reader.cell(figure)
      if let value = item.value { ratio.value = .number(value, .decimal(2)) }
      var interval = Cell(.none)
      if let lower = item.lower, let upper = item.upper, item.value != nil {
        interval = Cell(.interval(lower, upper, .decimal(2)))
      }
      pairs.append((figure, reference))
      return (item, [IndicatorViews.name(figure, figure.name[language]), ratio, interval])
    }
    if rows.allSatisfy({ $0.0.value == nil }) { return [] }
    let table = Table(
      id: "rapporti", caption: words.gapCaption(language, name), sheetName: "Rapporti",
      columns: [
        Table.Column(ViewPhrases.indicator[language], width: 44),
        Table.Column(words.ratio[language], .number),
        Table.Column(ViewPhrases.interval[language], .interval),
      ], rows: rows.map(\.1))
    let said = reader.sentences.standing(pairs)
    let chart = Chart(
      id: "g-rapporti", title: words.gapCaption(language, name),
      description: said.text,
      kind: .gaps(
        Chart.Scale(label: words.ratio[language], style: .decimal(2)), rows.map(\.0), origin: 1),
      native: Chart.Native(kind: .bar, categories: 0, values: [1]))
    return [.sentence(said), .charts([chart], table)]
  }

  /// Of the many parts of an indicator the picture takes the median and the share within 90 days.
  private func isHeadline(_ figure: Figure) -> Bool {
    switch FigurePart(slug: figure.observation.indicator) {
    case nil, .median, .within(days: 90): true
    default: false
    }
  }

  private func table(_ figures: [(Figure, Figure?)]) -> Table {
    let words = ComunePhrases.self
    let views = IndicatorViews(reader: reader)
    let isWhole = Scope.isWhole(key, in: reader.evidence.territory)
    return Table(
      id: "indicatori-tabella", caption: words.tableCaption(language, name),
      sheetName: "Indicatori",
      columns: [
        Table.Column(ViewPhrases.indicator[language], width: 44),
        // Beside the name: on a telephone what comes later is out of sight.
        Table.Column(name, .number),
        Table.Column(ViewPhrases.unit[language]),
        Table.Column(ViewPhrases.period[language]),
        Table.Column(ViewPhrases.interval[language], .interval),
        Table.Column(words.wholeTerritory[language], .number),
        Table.Column(words.standing[language]),
      ],
      rows: figures.map { figure, reference in
        [
          IndicatorViews.name(figure, figure.name[language]), reader.cell(figure),
          .text(figure.unit.label[language]),
          .text(language.name(of: figure.observation.period)), reader.interval(figure),
          // Some indicators only exist below the total: a distance from the mean has no mean.
          reference.map { reader.cell($0) } ?? Cell(.none, mark: .notApplicable),
          .text(views.standing(figure, reference)),
        ]
      }, notes: isWhole ? [] : [ViewPhrases.standingNote[language]]
    ).without { isWhole && $0 >= Self.firstOfWhole }
  }

  private static let firstOfWhole = 5
}

extension Definition.Unit {
  /// True when twice the value means twice as much.
  fileprivate var hasRatio: Bool {
    switch self {
    case .share, .perHundred, .perThousand, .days: true
    case .perFiveThousand, .hours, .months: true
    case .count, .perDay, .ratio, .nats, .euro, .percentagePoints, .bits, .score: false
    }
  }
}
