import Indicators
import Warehouse

/// `territori/<istat>.html`: one page per comune, held against the whole territory.
enum ComunePage: ReportKind {
  static func reports(_ context: ReportContext) -> [Report] {
    context.evidence.territory.comuni.map { report($0, context) }
  }

  private static func report(_ comune: TerritoryAtlas.Comune, _ context: ReportContext) -> Report {
    let language = context.language
    let words = ComunePhrases.self
    let reader = context.reader
    let figures = headline(comune, reader)
    return Report(
      path: "territori/\(comune.code)", language: language, title: comune.name,
      subtitle: profile(comune, context), lead: [],
      sections: [
        Section(
          id: "in-sintesi", title: words.keyTitle[language],
          blocks: [
            .keyFigures(KeyFigures(reader).figures(comune.key, wanted: nil, against: .total))
          ]
        ),
        Section(
          id: "confronto", title: words.gapTitle[language],
          blocks: [.sentence(Sentence(words.gapLead[language]))] + gaps(comune, figures, reader)),
        Section(
          id: "indicatori", title: words.tableTitle[language],
          blocks: missing(figures, reader) + [.table(table(comune, figures, reader))]),
      ],
      trail: [ReportCatalogue.home(context)])
  }

  private static func profile(_ comune: TerritoryAtlas.Comune, _ context: ReportContext) -> String {
    let language = context.language
    let words = ComunePhrases.self
    var parts = [words.residents(language, language.integer(comune.residents))]
    if let ats = comune.ats {
      parts.append(context.reader.name(of: TerritoryKey(.ats, ats)))
    }
    if let group = comune.innerAreaGroup { parts.append(words.innerClass(language, group)) }
    if let minutes = comune.minutesToPole {
      parts.append(words.minutes(language, language.decimal(minutes, 0)))
    }
    parts.append(words.code(language, "\(comune.code)"))
    return parts.joined(separator: " · ")
  }

  /// Every indicator published for comuni, in its newest period, with the whole territory's.
  private static func headline(
    _ comune: TerritoryAtlas.Comune, _ reader: EvidenceReader
  ) -> [(Figure, Figure?)] {
    reader.indicators.compactMap { indicator in
      guard let period = reader.period(for: indicator),
        let figure = reader.figure(indicator, comune.key, period)
      else { return nil }
      return (figure, reader.figure(indicator, .total, period))
    }
  }

  private static func missing(_ figures: [(Figure, Figure?)], _ reader: EvidenceReader) -> [Block] {
    reader.sentences.missing(figures.map(\.0)).map { [.sentence($0)] } ?? []
  }

  /// Each value as a multiple of the territory's, where a ratio has a meaning.
  private static func gaps(
    _ comune: TerritoryAtlas.Comune, _ figures: [(Figure, Figure?)], _ reader: EvidenceReader
  ) -> [Block] {
    let language = reader.language
    let words = ComunePhrases.self
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
      return (item, [.text(figure.name[language]), ratio, interval])
    }
    if rows.isEmpty { return [] }
    let table = Table(
      id: "rapporti", caption: words.gapCaption(language, comune.name), sheetName: "Rapporti",
      columns: [
        Table.Column(ViewPhrases.indicator[language], width: 44),
        Table.Column(words.ratio[language], .number),
        Table.Column(ViewPhrases.interval[language], .interval),
      ], rows: rows.map(\.1))
    let chart = Chart(
      id: "g-rapporti", title: words.gapCaption(language, comune.name),
      description: words.gapDescription[language],
      kind: .gaps(
        Chart.Scale(label: words.ratio[language], style: .decimal(2)), rows.map(\.0), origin: 1),
      native: Chart.Native(kind: .bar, categories: 0, values: [1]))
    return [.charts([chart], table)]
  }

  /// Of the many parts of an indicator the picture takes the median and the share within 90 days.
  private static func isHeadline(_ figure: Figure) -> Bool {
    switch FigurePart(slug: figure.observation.indicator) {
    case nil, .median, .within(days: 90): true
    default: false
    }
  }

  private static func table(
    _ comune: TerritoryAtlas.Comune, _ figures: [(Figure, Figure?)], _ reader: EvidenceReader
  ) -> Table {
    let language = reader.language
    let words = ComunePhrases.self
    let views = IndicatorViews(reader: reader)
    return Table(
      id: "indicatori-tabella", caption: words.tableCaption(language, comune.name),
      sheetName: "Indicatori",
      columns: [
        Table.Column(ViewPhrases.indicator[language], width: 44),
        Table.Column(ViewPhrases.unit[language]),
        Table.Column(ViewPhrases.period[language]),
        Table.Column(comune.name, .number),
        Table.Column(ViewPhrases.interval[language], .interval),
        Table.Column(words.wholeTerritory[language], .number),
        Table.Column(words.standing[language]),
      ],
      rows: figures.map { figure, reference in
        [
          .text(figure.name[language]), .text(figure.unit.label[language]),
          .text(language.name(of: figure.observation.period)), reader.cell(figure),
          reader.interval(figure),
          // Some indicators only exist below the total: a distance from the mean has no mean.
          reference.map { reader.cell($0) } ?? Cell(.none, mark: .notApplicable),
          .text(views.standing(figure, reference)),
        ]
      })
  }
}

extension Definition.Unit {
  /// True when twice the value means twice as much.
  fileprivate var hasRatio: Bool {
    switch self {
    case .share, .perHundred, .perThousand, .days: true
    case .count, .ratio, .nats, .euro, .percentagePoints: false
    }
  }
}
