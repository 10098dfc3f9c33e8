import Indicators
import Warehouse

/// The Punti di Prossimità open in some comuni.
struct PointsPart {
  let comuni: [TerritoryAtlas.Comune]
  let name: String
  let context: ReportContext
  private var language: Language { context.language }

  /// Nil where nobody has delivered any.
  func section() -> Section? {
    if context.evidence.points.isEmpty { return nil }
    let words = PointsPhrases.self
    let points = comuni.flatMap { comune in
      context.evidence.points
        .filter { $0.closedOn == nil && ComuneCode($0.comune) == comune.code }
        .map { (point: $0, comune: comune) }
    }
    return Section(
      id: "punti", title: words.title[language],
      blocks: points.isEmpty
        ? [.sentence(Sentence(words.none[language]))]
        : [.sentence(said(points.map(\.point))), .table(table(points.map(row)))])
  }

  /// How many are open, and for how long those that say it.
  private func said(_ points: [ProximityPoint]) -> Sentence {
    let words = PointsPhrases.self
    let hours = points.compactMap(\.weeklyHours)
    let places = Set(points.map(\.comune)).count
    let total = hours.reduce(0, +)
    return Sentence(
      words.said(
        language, language.integer(points.count), CountPhrases.comuni(language, places)) + " "
        + (hours.isEmpty
          ? words.noHours[language]
          : words.hoursSaid(
            language, language.integer(hours.count),
            NumberStyle.ofCount(total).text(total, language))))
  }

  private func table(_ rows: [[Cell]]) -> Table {
    let words = PointsPhrases.self
    return Table(
      id: "punti-tabella", caption: words.caption(language, name), sheetName: words.title[language],
      columns: [
        Table.Column(words.point[language], width: 40).delivered(),
        Table.Column(ViewPhrases.comune[language], width: 26),
        Table.Column(words.hours[language], .number),
        Table.Column(words.openedOn[language], .number),
      ], rows: rows, isSortable: rows.count > 3
    ).without { $0 == Self.place && comuni.count == 1 }
  }

  /// The column of the comune, which a page about one need not say.
  private static let place = 1

  private func row(_ point: ProximityPoint, _ comune: TerritoryAtlas.Comune) -> [Cell] {
    [
      .text(point.name), .text(comune.name),
      point.weeklyHours.map { Cell(.number($0, .ofCount($0))) } ?? Cell(.none, mark: .notReceived),
      .day(point.openedOn),
    ]
  }
}

/// The words of the Punti di Prossimità of a place.
enum PointsPhrases {
  static let title = Text(it: "I Punti di Prossimità", en: "Proximity Points")
  static let caption = Text(
    it: "{0}: i Punti di Prossimità aperti", en: "{0}: Proximity Points that are open")
  static let none = Text(
    it: "Nessun Punto di Prossimità è aperto qui, per quanto è stato consegnato.",
    en: "No Proximity Point is open here, as far as what was delivered tells.")
  static let said = Text(it: "Punti aperti: {0}, in {1}.", en: "Points open: {0}, in {1}.")
  static let hoursSaid = Text(
    it: "Punti che dicono l'orario: {0}, in tutto {1} ore a settimana.",
    en: "Points that state their hours: {0}, {1} hours a week in all.")
  static let noHours = Text(
    it: "Le ore di apertura: dato non pervenuto [..].",
    en: "Opening hours: figure not received [..].")
  static let point = Text(it: "Punto", en: "Point")
  static let hours = Text(it: "Ore di apertura a settimana", en: "Opening hours a week")
  static let openedOn = Text(it: "Aperto dal", en: "Open since")
}
