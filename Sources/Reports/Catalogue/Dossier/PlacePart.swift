import Indicators
import Warehouse

/// B1: who lives in the territory and how far from services, comune by comune.
enum PlacePart {
  static func section(_ dossier: Dossier) -> Section {
    let language = dossier.language
    let words = PlacePhrases.self
    let comuni = dossier.scope.comuni
    let residents = comuni.reduce(0) { $0 + $1.residents }
    let small = comuni.filter { $0.residents < 1000 }
    let far = comuni.filter { ($0.minutesToPole ?? 0) > 30 }
    var sentences = [
      Sentence(
        words.size(
          language, dossier.scope.name, CountPhrases.comuni(language, comuni.count),
          CountPhrases.residents(language, residents), CountPhrases.comuni(language, small.count)))
    ]
    if comuni.contains(where: { $0.minutesToPole != nil }) {
      sentences.append(
        Sentence(
          words.distance(
            language, CountPhrases.comuni(language, far.count),
            CountPhrases.residents(language, far.reduce(0) { $0 + $1.residents }))))
    }
    return Section(
      id: "territorio", title: words.title[language],
      blocks: [.list(sentences), .table(table(dossier))])
  }

  private static func table(_ dossier: Dossier) -> Table {
    let language = dossier.language
    let words = PlacePhrases.self
    func number(_ value: Double?, _ digits: Int) -> Cell {
      value.map { Cell(.number($0, .decimal(digits))) } ?? Cell(.none, mark: .notReceived)
    }
    return Table(
      id: "territorio-comuni", caption: words.caption(language, dossier.scope.name),
      sheetName: words.title[language],
      columns: [
        Table.Column(ViewPhrases.comune[language], width: 26),
        Table.Column(ViewPhrases.residents[language], .number),
        Table.Column(words.density[language], .number),
        Table.Column(words.altitude[language], .number),
        Table.Column(PortalPhrases.innerClass[language]),
        Table.Column(words.minutes[language], .number),
      ],
      rows: dossier.scope.comuni.map { comune in
        [
          .link(comune.name, .page(ComunePage.path(comune) + ".html")), .integer(comune.residents),
          number(comune.squareKilometres.map { Double(comune.residents) / $0 }, 0),
          number(comune.altitude, 0),
          comune.innerAreaGroup.map(Cell.text) ?? Cell(.none, mark: .notReceived),
          number(comune.minutesToPole, 0),
        ]
      }, isSortable: true)
  }
}

/// The words of the part on the place.
enum PlacePhrases {
  static let title = Text(it: "Il territorio e chi ci vive", en: "The territory and its people")
  static let size = Text(
    it: "{0}: {1} e {2}. Con meno di 1.000 residenti: {3}.",
    en: "{0}: {1} and {2}. Under 1,000 residents: {3}.")
  static let distance = Text(
    it: "A più di 30 minuti dal polo: {0}, dove la popolazione è di {1}.",
    en: "Over 30 minutes from the hub: {0}, with a population of {1}.")
  static let caption = Text(
    it: "{0}: residenti e distanza dai servizi, per comune",
    en: "{0}: residents and distance from services, by municipality")
  static let density = Text(it: "Residenti per km²", en: "Residents per km²")
  static let altitude = Text(it: "Altitudine (m)", en: "Altitude (m)")
  static let minutes = Text(it: "Minuti dal polo", en: "Minutes to the hub")
}
