import Indicators
import Warehouse

/// The ways an indicator is shown, the same in every report: by comune, by modality, over time.
struct IndicatorViews {
  let reader: EvidenceReader
  /// Makes ids unique in a report.
  let prefix: String
  var language: Language { reader.language }
  private var words: ViewPhrases.Type { ViewPhrases.self }

  /// Each comune with its interval, held against a reference: sentences, chart, table.
  /// Empty when the indicator has no value anywhere in the scope.
  func byComune(
    _ indicator: String, _ scope: Scope, wanted: Period?, breakdown: Breakdown = .total,
    slice: String? = nil, withMap: Bool = false, sheet: String
  ) -> [Block] {
    guard let period = reader.period(for: indicator, wanted: wanted),
      let definition = reader.definition(indicator)
    else { return [absent(indicator)] }
    let rows = scope.comuni.map {
      ($0, reader.figure(indicator, $0.key, period, breakdown))
    }
    let reference = reader.figure(indicator, scope.reference, period, breakdown)
    let sample = reference ?? rows.compactMap(\.1).first
    guard let sample else { return [absent(indicator)] }
    let title = heading(sample, slice, period)
    let id = self.id(indicator, "comuni", breakdown)
    let table = Table(
      id: id, caption: words.byComuneCaption(language, title), sheetName: sheet,
      columns: [Table.Column(words.comune[language], width: 26)] + valueColumns(sample)
        + [Table.Column(words.against(language, reader.name(of: scope.reference)), width: 30)],
      rows: rows.map { comune, figure in
        [.text(comune.name)] + cells(figure) + [.text(standing(figure, reference))]
      },
      notes: caveats(definition), isSortable: true)
    var charts = [
      Chart(
        id: "g-" + id, title: title, description: chartWords(rows.map(\.1), reference),
        kind: .dots(
          Chart.Scale(label: axisLabel(sample), style: sample.style),
          rows.map { reader.item($0.0.name, $0.1) },
          reference: reference?.observation.value.map {
            Chart.Reference(
              label: reader.name(of: scope.reference) + " "
                + sample.style.text($0, language), value: $0)
          }),
        native: Chart.Native(kind: .bar, categories: 0, values: [1]))
    ]
    if withMap, let map = map(sample, rows, title: title, id: id) { charts.insert(map, at: 0) }
    var blocks: [Block] = []
    if let reference {
      blocks.append(.sentence(reader.sentences.statement(reference)))
      blocks.append(
        .sentence(reader.sentences.spread(rows.compactMap(\.1), around: reference)))
    }
    return blocks + [.charts(charts, table)]
  }

  /// The modalities of a dimension in one territory.
  func byModality(
    _ indicator: String, _ territory: TerritoryKey, wanted: Period?, dimension: String,
    codes: [NamedCode], dimensionName: String, sheet: String
  ) -> [Block] {
    guard let period = reader.period(for: indicator, wanted: wanted) else { return [] }
    let rows = codes.compactMap { code in
      reader.figure(
        indicator, territory, period, Breakdown(dimension: dimension, modality: code.code)
      ).map { (code.name[language], $0) }
    }
    guard let sample = rows.first?.1 else { return [] }
    let title = heading(sample, reader.name(of: territory), period)
    let id = self.id(indicator, dimension, .total)
    let table = Table(
      id: id, caption: words.byDimensionCaption(language, title, lowercasedFirst(dimensionName)),
      sheetName: sheet,
      columns: [Table.Column(dimensionName, width: 36)] + valueColumns(sample),
      rows: rows.map { [.text($0.0)] + cells($0.1) }, isSortable: rows.count > 3)
    let chart = Chart(
      id: "g-" + id,
      title: words.byDimensionCaption(language, title, lowercasedFirst(dimensionName)),
      description: chartWords(rows.map { Optional($0.1) }, nil),
      kind: .bars(
        Chart.Scale(label: axisLabel(sample), style: sample.style),
        rows.map { reader.item($0.0, $0.1) }, reference: nil),
      native: Chart.Native(kind: .bar, categories: 0, values: [1]))
    return [.charts([chart], table)]
  }

  /// The periods of one territory, with the change between the last two.
  func overTime(
    _ indicator: String, _ territory: TerritoryKey, wanted: Period?, comparison: Period? = nil,
    breakdown: Breakdown = .total, slice: String? = nil, sheet: String
  ) -> [Block] {
    guard let period = reader.period(for: indicator, wanted: wanted) else { return [] }
    let figures = reader.periods(for: indicator, like: period).suffix(12).compactMap { one in
      reader.figure(indicator, territory, one, breakdown)
    }
    guard figures.count > 1, let last = figures.last else { return [] }
    let before = comparison.flatMap { wanted in
      figures.first { $0.observation.period == wanted }
    }
    let title = [last.name[language], slice ?? reader.name(of: territory)].joined(separator: ", ")
    let id = self.id(indicator, "tempo", breakdown)
    let table = Table(
      id: id, caption: words.overTimeCaption(language, title), sheetName: sheet,
      columns: [Table.Column(words.period[language], width: 22)] + valueColumns(last),
      rows: figures.map { [.text(language.name(of: $0.observation.period))] + cells($0) })
    let chart = Chart(
      id: "g-" + id, title: words.overTimeCaption(language, title),
      description: chartWords(figures.map { Optional($0) }, nil),
      kind: .lines(
        Chart.Scale(label: axisLabel(last), style: last.style),
        periods: figures.map { "\($0.observation.period)" },
        [Chart.Series(name: title, points: figures.map { reader.item("", $0) })]),
      native: Chart.Native(kind: .line, categories: 0, values: [1]))
    return [
      .sentence(reader.sentences.comparison(last, with: before ?? figures[figures.count - 2])),
      .charts([chart], table),
    ]
  }

  // MARK: Pieces

  func valueColumns(_ figure: Figure) -> [Table.Column] {
    [
      Table.Column(figure.title(language), .number),
      Table.Column(words.interval[language], .interval),
      Table.Column(words.numerator[language], .number),
      Table.Column(words.denominator[language], .number),
    ]
  }

  func cells(_ figure: Figure?) -> [Cell] {
    [
      reader.cell(figure), reader.interval(figure),
      reader.count(figure?.observation.numerator, of: figure),
      reader.count(figure?.observation.denominator, of: figure),
    ]
  }

  /// `più alto`, `più basso`, `non distinguibile`, in words: colour says nothing alone.
  func standing(_ figure: Figure?, _ reference: Figure?) -> String {
    guard let figure, let reference else { return words.noComparison[language] }
    return switch Separation(figure.observation, from: reference.observation) {
    case .above: words.higher[language]
    case .below: words.lower[language]
    case .indistinct: words.indistinct[language]
    case .unjudged: words.unjudged[language]
    case .unknown: words.noComparison[language]
    }
  }

  func map(
    _ sample: Figure, _ rows: [(TerritoryAtlas.Comune, Figure?)], title: String, id: String
  ) -> Chart? {
    let outlines = reader.evidence.territory.outlines
    if outlines.isEmpty { return nil }
    let areas = rows.map { comune, figure in
      Chart.Area(
        item: reader.item(comune.name, figure),
        rings: (outlines[comune.code] ?? []).map { ring in
          ring.map { Chart.Area.Point(longitude: $0.longitude, latitude: $0.latitude) }
        })
    }
    return Chart(
      id: "m-" + id, title: words.mapTitle(language, title),
      description: words.mapDescription(language, title),
      kind: .map(
        Chart.Scale(label: sample.title(language), style: sample.style), areas))
  }

  /// Says that an indicator is not there, so that silence is never mistaken for zero.
  func absent(_ indicator: String) -> Block {
    let name = reader.definition(indicator)?.name[language] ?? indicator
    return .sentence(Sentence(words.absent(language, name)))
  }

  func id(_ indicator: String, _ view: String, _ breakdown: Breakdown) -> String {
    let slice = breakdown == .total ? "" : "-" + breakdown.modality.lowercased()
    return prefix + indicator.replacing(".", with: "-") + "-" + view + slice
  }

  private func heading(_ figure: Figure, _ slice: String?, _ period: Period) -> String {
    [figure.name[language], slice, language.name(of: period)].compactMap(\.self)
      .joined(separator: ", ")
  }

  private func axisLabel(_ figure: Figure) -> String {
    figure.title(language) + "; " + words.whiskers[language]
  }

  private func chartWords(_ figures: [Figure?], _ reference: Figure?) -> String {
    let known = figures.compactMap { $0 }
    if let reference { return reader.sentences.spread(known, around: reference).text }
    return known.map { reader.sentences.statement($0).text }.prefix(8).joined(separator: " ")
  }

  private func caveats(_ definition: Definition) -> [String] {
    let text = definition.caveats[language]
    return text.isEmpty ? [] : [text]
  }
}
