import Indicators
import Warehouse

/// Comuni with their headline figures and the link to their page: on the portal a few, to compare
/// them all.
struct ComuniTable {
  let context: ReportContext
  var indicators = ["copertura-popolazione", "richieste-per-1000", "tempo-attivazione.mediana"]
  /// The period of the page, shown wherever comuni have a value of it.
  var wanted: Period?
  /// Whether the class has its column too, where it tells some comuni from others.
  var showsPlaces = true
  private var language: Language { context.language }

  private enum Place { case district, innerArea }

  private func places(_ scope: Scope) -> Set<Place> {
    // Where all say the same a column says nothing.
    func isTold(_ place: (TerritoryAtlas.Comune) -> String?) -> Bool {
      Set(scope.comuni.map(place)).count > 1
    }
    var places: Set<Place> = []
    if isTold(\.ats) { places.insert(.district) }
    if showsPlaces, isTold(\.innerAreaGroup) { places.insert(.innerArea) }
    return places
  }

  func table(_ scope: Scope, id: String, caption: String) -> (table: Table, silence: [Block]) {
    Self.spoken(whole(scope, id: id, caption: caption), language)
  }

  /// Indicator by indicator, how the comuni stand to the territory they are of. Of those without a value the
  /// silence of the table says why.
  func said(_ scope: Scope) -> [Block] {
    let reader = context.reader
    let sentences = shown(scope).compactMap { indicator, period, _ -> Sentence? in
      let figures = scope.comuni.compactMap { reader.figure(indicator, $0.key, period) }
      guard let sample = figures.first(where: { $0.observation.value != nil }) else { return nil }
      if scope.isAlone { return reader.sentences.statement(sample) }
      let title = sample.name[language] + ", " + language.name(of: period) + "."
      let spread =
        reader.figure(indicator, scope.reference, period).map {
          reader.sentences.spread(figures, around: $0)
        } ?? reader.sentences.extent(figures)
      return spread.map { Sentence(title).followed(by: $0) }
    }
    return sentences.isEmpty ? [] : [.list(sentences)]
  }

  /// The indicators with a column, each in the period it is shown in.
  private func shown(_ scope: Scope) -> [(String, Period, Definition)] {
    indicators.compactMap { indicator in
      period(indicator, scope).flatMap { period in
        context.reader.definition(indicator).map { (indicator, period, $0) }
      }
    }
  }

  /// A table of comuni without the columns of which every cell is a mark, and what says so in their place.
  static func spoken(_ table: Table, _ language: Language) -> (table: Table, silence: [Block]) {
    let mute = table.columns.indices.filter { index in
      table.rows.allSatisfy { $0[index].value == .none }
    }
    if mute.isEmpty || table.rows.isEmpty { return (table, []) }
    let reasons = mute.map { reason(table.rows.map(\.[$0]), language) }
    let sentences = reasons.uniqued().map { one in
      let names = zip(mute, reasons).filter { $1 == one }
        .map { lowercasedFirst(table.columns[$0.0].title) }
      return Sentence(ViewPhrases.mute(language, one, names.joined(separator: "; ")))
    }
    return (table.without { mute.contains($0) }, sentences.map(Block.sentence))
  }

  /// Why cells have no value: `riservati [c] o non pervenuti [..]`.
  private static func reason(_ cells: [Cell], _ language: Language) -> String {
    let marks = Mark.allCases.filter { mark in cells.contains { $0.mark == mark } }
    let words =
      marks.map { ViewPhrases.muteReason($0)[language] }
      + (cells.contains { $0.mark == nil } ? [ViewPhrases.muteWithoutCases[language]] : [])
    return words.dropLast().joined(separator: ", ")
      + (words.count > 1 ? ViewPhrases.or[language] : "") + (words.last ?? "")
  }

  private func whole(_ scope: Scope, id: String, caption: String) -> Table {
    let reader = context.reader
    let words = PortalPhrases.self
    let shown = shown(scope)
    let places = self.places(scope)
    let columns =
      [
        Table.Column(ViewPhrases.comune[language], width: 26),
        Table.Column(ViewPhrases.residents[language], .number),
      ]
      + shown.map { indicator, period, definition in
        let sample = Figure(
          Observation(indicator: indicator, territory: .total, period: period), definition)
        return Table.Column(sample.title(language) + ", " + language.name(of: period), .number)
      }
      // After the numbers, which on a telephone they would push out of sight.
      + (places.contains(.district) ? [Table.Column(words.ambito[language], width: 24)] : [])
      + (places.contains(.innerArea) ? [Table.Column(words.innerClass[language])] : [])
    let rows = scope.comuni.map { comune -> [Cell] in
      let ats = comune.ats.map { reader.name(of: TerritoryKey(.ats, $0)) }
      let district = ats.map(Cell.text) ?? Cell(.none, mark: .notReceived)
      let area = comune.innerAreaGroup.map(Cell.text) ?? Cell(.none, mark: .notReceived)
      return [
        .link(comune.name, .page(ComunePage.path(comune) + ".html")), .integer(comune.residents),
      ]
        + shown.map { cell(reader.figure($0.0, comune.key, $0.1)) }
        + (places.contains(.district) ? [district] : [])
        + (places.contains(.innerArea) ? [area] : [])
    }
    return Table(
      id: id, caption: caption, sheetName: ViewPhrases.comune[language], columns: columns,
      rows: rows, isSortable: true)
  }

  /// Of the periods ended in the last thirteen months, the newest in which nearly as many comuni have a
  /// value as in the best of them.
  func period(_ indicator: String, _ scope: Scope) -> Period? {
    let asOf = context.evidence.asOf
    var known: [Period: Int] = [:]
    for figure in context.reader.figures(
      indicator, of: scope.comuni.map(\.key),
      where: { $0.dimension == "totale" && $0.value != nil })
    {
      let period = figure.observation.period
      if period == wanted { return period }
      if period.lastDay <= asOf, asOf - period.lastDay < 400 { known[period, default: 0] += 1 }
    }
    let enough = Double(known.values.max() ?? 0) * 0.8
    func order(_ one: (key: Period, value: Int)) -> (Day, Int, Int) {
      // Two that end together are told apart by their kind, or any of them could come.
      let kind = Period.Kind.preferred.firstIndex(of: one.key.kind)!
      return (one.key.lastDay, one.value, -kind)
    }
    return known.filter { Double($0.value) >= enough }.max { order($0) < order($1) }?.key
      ?? context.reader.period(for: indicator)
  }

  private func cell(_ figure: Figure?) -> Cell {
    var cell = context.reader.cell(figure)
    cell.bounds = figure?.observation.interval
    return cell
  }
}
