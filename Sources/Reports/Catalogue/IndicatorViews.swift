import Indicators
import Warehouse

/// The ways an indicator is shown, the same in every report: by comune, by modality, over time.
struct IndicatorViews {
  let reader: EvidenceReader
  var language: Language { reader.language }
  private var words: ViewPhrases.Type { ViewPhrases.self }

  /// Each comune with its interval, held against a reference: sentences, chart, table.
  func byComune(
    _ indicator: String, _ scope: Scope, _ slice: Slice, withMap: Bool = false, sheet: String
  ) -> [Block] {
    let rows = scope.comuni.map { ($0, reader.figure(indicator, $0.key, slice)) }
    let reference = reader.figure(indicator, scope.reference, slice)
    guard let sample = reference ?? rows.compactMap(\.1).first else { return [absent(indicator)] }
    let title = heading(sample, slice.label)
    let id = self.id(indicator, "comuni", slice.breakdown)
    let table = Table(
      id: id, caption: words.byComuneCaption(language, title), sheetName: sheet,
      columns: [Table.Column(words.comune[language], width: 26)] + valueColumns(sample)
        + (scope.isAlone
          ? []
          : [Table.Column(words.against(language, reader.name(of: scope.reference)), width: 30)]),
      rows: rows.map { comune, figure in
        [.text(comune.name)] + cells(figure)
          + (scope.isAlone ? [] : [.text(standing(figure, reference))])
      },
      notes: caveats(sample), isSortable: true
    ).withoutEmptyColumns().withoutLast(saying: words.silent(language))
    let plotted = plotted(rows, title)
    let said = comuniSaid(rows, reference)
    var charts = [
      Chart(
        id: "g-" + id, title: plotted.title, description: said?.text ?? "",
        kind: .dots(
          Chart.Scale(
            label: axisLabel(rows.compactMap(\.1), sample, reference), style: sample.style),
          plotted.items,
          reference: reference.flatMap { self.reference($0, scope.reference) }),
        native: Chart.Native(kind: .bar, categories: 0, values: [1]))
    ]
    // A dot for each of a hundred comuni is a picture nobody reads: the map and the table are there. One
    // alone has nothing to be seen beside.
    if scope.isWide || Self.known(rows) < 2 { charts = [] }
    if withMap, let map = map(sample, rows, title: title, id: id, said) {
      charts.insert(map, at: 0)
    }
    var blocks: [Block] = []
    if let reference { blocks.append(.sentence(reader.sentences.statement(reference))) }
    if let said, !scope.isAlone { blocks.append(.sentence(said)) }
    return blocks + [charts.isEmpty ? .table(table) : .charts(charts, table)]
  }

  /// The modalities of a dimension in one territory; nothing when none has been computed.
  func byModality(
    _ indicator: String, _ territory: TerritoryKey, wanted: Period?, dimension: String,
    codes: [NamedCode], dimensionName: String, sheet: String
  ) -> [Block] {
    let period = reader.period(for: indicator, wanted: wanted, among: [territory]) {
      $0.dimension == dimension
    }
    guard let period else { return [] }
    let rows = codes.compactMap { code in
      reader.figure(
        indicator, territory, period, Breakdown(dimension: dimension, modality: code.code)
      ).map { (code.name[language], $0) }
    }
    guard let sample = rows.first?.1 else { return [] }
    let place = reader.name(of: territory)
    let title = words.byDimensionCaption(
      language, heading(sample, place), lowercasedFirst(dimensionName))
    let id = self.id(indicator, dimension + "-" + territory.code.lowercased(), .total)
    let table = Table(
      id: id, caption: title, sheetName: sheet,
      columns: [Table.Column(dimensionName, width: 36)] + valueColumns(sample),
      rows: rows.map { [.text($0.0)] + cells($0.1) }, notes: caveats(sample),
      isSortable: rows.count > 3
    ).withoutEmptyColumns()
    let chart = Chart(
      id: "g-" + id, title: title, description: chartWords(rows.map(\.1)),
      kind: .bars(
        Chart.Scale(label: axisLabel(rows.map(\.1), sample), style: sample.style),
        rows.map { reader.item($0.0, $0.1) }, reference: nil),
      native: Chart.Native(kind: .bar, categories: 0, values: [1]))
    let figures = rows.map(\.1)
    let said = reader.sentences.outstanding(figures) ?? reader.sentences.extent(figures)
    return [said.map(Block.sentence), .charts([chart], table)].compactMap(\.self)
  }

  /// The periods of some territories side by side, with the change of each.
  func overTime(
    _ indicator: String, _ territories: [TerritoryKey], _ slice: Slice, comparison: Period? = nil,
    sheet: String
  ) -> [Block] {
    let periods = reader.periods(for: indicator, like: slice.period, among: territories) {
      slice.breakdown.holds($0)
    }.suffix(12)
    let series = territories.map { territory in
      periods.map { reader.figure(indicator, territory, $0, slice.breakdown) }
    }
    guard periods.count > 1, let sample = series.joined().compactMap(\.self).last else { return [] }
    let places = territories.count == 1 ? reader.name(of: territories[0]) : nil
    let title = words.overTimeCaption(
      language,
      [sample.name[language], slice.label, places].compactMap(\.self)
        .joined(separator: ", "))
    let id = self.id(indicator, "tempo", slice.breakdown)
    let columns =
      territories.count == 1
      ? valueColumns(sample)
      : territories.flatMap {
        [
          Table.Column(reader.name(of: $0), .number),
          Table.Column(words.intervalOf(language, reader.name(of: $0)), .interval),
        ]
      }
    var table = Table(
      id: id, caption: title, sheetName: sheet,
      columns: [Table.Column(words.period[language], width: 22)] + columns,
      rows: periods.enumerated().map { index, period in
        [.text(language.name(of: period))]
          + (territories.count == 1
            ? cells(series[0][index])
            : series.flatMap { [reader.cell($0[index]), reader.interval($0[index])] })
      }, notes: caveats(sample))
    if territories.count == 1 { table = table.withoutEmptyColumns() }
    let chart = Chart(
      id: "g-" + id, title: title,
      description: chartWords(series.compactMap { $0.last ?? nil }),
      kind: .lines(
        Chart.Scale(label: sample.title(language), style: sample.style),
        periods: periods.map(language.short),
        zip(territories, series).map { territory, figures in
          Chart.Series(
            name: reader.name(of: territory), points: figures.map { reader.item("", $0) })
        }),
      native: Chart.Native(
        kind: .line, categories: 0,
        values: territories.count == 1 ? [1] : territories.indices.map { 1 + 2 * $0 }))
    return changes(series.map { $0.compactMap(\.self) }, comparison).map(Block.sentence)
      + [.charts([chart], table)]
  }

  /// The newest figure of each territory and how it stands to that of the period asked for, or else of the
  /// year before.
  private func changes(_ series: [[Figure]], _ comparison: Period?) -> [Sentence] {
    series.compactMap { figures in
      guard let last = figures.last, figures.count > 1 else { return nil }
      let statement = reader.sentences.statement(last)
      let earlier = [comparison, last.observation.period.yearBefore].lazy.compactMap { wanted in
        figures.first { $0.observation.period == wanted }
      }
      guard let before = earlier.first, before != last else { return statement }
      let change = reader.sentences.comparison(last, with: before)
      return Sentence(
        statement.text + " " + change.text, (statement.observations + change.observations).uniqued()
      )
    }
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

  /// `più alto (meglio)`, `più basso`, `non distinguibile`, in words: colour says nothing alone.
  func standing(_ figure: Figure?, _ reference: Figure?) -> String {
    guard let figure, let reference,
      !figure.unit.isExtensive || figure.observation.territory == reference.observation.territory
    else { return words.noComparison[language] }
    let separation = Separation(figure.observation, from: reference.observation)
    return words.standing(separation)[language]
      + words.verdict(separation.verdict(figure.direction))[language]
  }

  /// The name of an indicator, which leads to what it means and how it is computed.
  static func name(_ figure: Figure, _ name: String) -> Cell {
    .link(name, .page("metodo.html#" + figure.definition.slug))
  }

  private static func known(_ rows: [(TerritoryAtlas.Comune, Figure?)]) -> Int {
    rows.count { $0.1?.observation.value != nil }
  }

  /// A picture is of all comuni, or of those with a value where most have none: empty rows show nothing,
  /// and why they are empty is in the sentence before and in the table after.
  func plotted(_ rows: [(TerritoryAtlas.Comune, Figure?)], _ title: String)
    -> (title: String, items: [Chart.Item])
  {
    let known = rows.filter { $0.1?.observation.value != nil }
    let isFew = known.count * 2 < rows.count
    return (
      isFew ? words.withValue(language, known.count, title) : title,
      (isFew ? known : rows).map { reader.item($0.0.name, $0.1) }
    )
  }

  /// Nil where there is no outline, or fewer than two values to be told apart.
  func map(
    _ sample: Figure, _ rows: [(TerritoryAtlas.Comune, Figure?)], title: String, id: String,
    _ said: Sentence?
  ) -> Chart? {
    let outlines = reader.evidence.territory.outlines
    if outlines.isEmpty || Self.known(rows) < 2 { return nil }
    let areas = rows.map { comune, figure in
      Chart.Area(
        item: reader.item(comune.name, figure),
        rings: (outlines[comune.code] ?? []).map { ring in
          ring.map { Chart.Area.Point(longitude: $0.longitude, latitude: $0.latitude) }
        })
    }
    return Chart(
      id: "m-" + id, title: words.mapTitle(language, title),
      description: words.mapDescription(language, title, said?.text ?? ""),
      kind: .map(Chart.Scale(label: sample.title(language), style: sample.style), areas))
  }

  /// Says that an indicator is not there and why, so that silence is never mistaken for zero.
  ///
  /// - Parameter territories: those the page is about; nil for all.
  func absent(_ indicator: String, among territories: [TerritoryKey]? = nil) -> Block {
    let definition = reader.definition(indicator)
    let name = definition?.name[language] ?? indicator
    guard reader.has(indicator, where: { $0.status != .notReceived }) else {
      let missing = definition.map(reader.missingInputs) ?? []
      return .sentence(
        Sentence(
          missing.isEmpty
            ? words.absent(language, name)
            : words.undelivered(language, name, missing.joined(separator: ", "))))
    }
    let states = Set(
      reader.figures(indicator, of: territories) { $0.value == nil }.map(\.observation.status))
    let reason =
      switch (states.contains(.suppressed), states.contains(.notApplicable)) {
      case (true, false): words.withheld
      case (false, true): words.notComputable
      default: words.withheldOrNotComputable
      }
    return .sentence(Sentence(reason(language, name)))
  }

  private func reference(_ figure: Figure, _ territory: TerritoryKey) -> Chart.Reference? {
    figure.observation.value.map {
      Chart.Reference(
        label: reader.name(of: territory) + " " + figure.style.text($0, language), value: $0,
        interval: figure.observation.interval.flatMap { $0.upperBound.isFinite ? $0 : nil })
    }
  }

  private func id(_ indicator: String, _ view: String, _ breakdown: Breakdown) -> String {
    let slice = breakdown == .total ? "" : "-" + breakdown.modality.lowercased()
    return indicator.replacing(".", with: "-") + "-" + view + slice
  }

  private func heading(_ figure: Figure, _ detail: String?) -> String {
    [figure.name[language], detail, language.name(of: figure.observation.period)]
      .compactMap(\.self).joined(separator: ", ")
  }

  /// The whiskers are explained only where there are any.
  private func axisLabel(
    _ figures: [Figure], _ sample: Figure, _ reference: Figure? = nil
  ) -> String {
    let title = sample.title(language)
    guard figures.contains(where: { $0.observation.lower != nil }) else { return title }
    let hasBand = reference?.observation.interval != nil
    return title + "; " + (hasBand ? words.whiskersAndBand : words.whiskers)[language]
  }

  private func chartWords(_ figures: [Figure]) -> String {
    figures.map { reader.sentences.statement($0).text }.prefix(8).joined(separator: " ")
  }

  /// How comuni stand to what they are held against, or between which values they lie.
  func comuniSaid(_ rows: [(TerritoryAtlas.Comune, Figure?)], _ reference: Figure?) -> Sentence? {
    let figures = rows.compactMap(\.1)
    return reference.map { reader.sentences.spread(figures, around: $0) }
      ?? reader.sentences.extent(figures)
  }

  private func caveats(_ figure: Figure) -> [String] {
    [figure.definition.caveats[language]].filter { !$0.isEmpty }
  }
}
