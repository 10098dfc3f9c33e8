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
    let size = words.size(
      language, dossier.scope.name, CountPhrases.comuni(language, comuni.count),
      CountPhrases.residents(language, residents))
    // Of one comune the table says all this.
    var sentences = [
      Sentence(
        comuni.count == 1
          ? size
          : size + " " + words.small(language, CountPhrases.comuni(language, small.count)))
    ]
    if comuni.count > 1, comuni.contains(where: { $0.minutesToPole != nil }) {
      sentences.append(
        Sentence(
          far.isEmpty
            ? words.noneFar[language]
            : words.distance(
              language, CountPhrases.comuni(language, far.count),
              CountPhrases.residents(language, far.reduce(0) { $0 + $1.residents }))))
    }
    if let ages = ages(comuni, dossier) {
      sentences.append(
        Sentence(
          words.old(
            language, "\(ages.year)",
            language.percent(Double(ages.elders) / Double(ages.residents), 1),
            language.integer(Int((100 * Double(ages.elders) / Double(ages.children)).rounded())))))
    }
    let (table, silence) = ComuniTable.spoken(table(dossier), language)
    return Section(
      id: "territorio", title: words.title[language],
      blocks: [.list(sentences), .table(table)] + silence)
  }

  /// Of all the comuni together; nil where one lacks its ages or they are of different years.
  private static func ages(
    _ comuni: [TerritoryAtlas.Comune], _ dossier: Dossier
  ) -> AgeStructure? {
    let own = comuni.compactMap { dossier.context.evidence.ages[$0.code] }
    guard own.count == comuni.count, let year = own.first?.year,
      own.allSatisfy({ $0.year == year })
    else { return nil }
    let sum = AgeStructure(
      year: year, residents: own.reduce(0) { $0 + $1.residents },
      children: own.reduce(0) { $0 + $1.children }, elders: own.reduce(0) { $0 + $1.elders })
    return sum.residents > 0 && sum.children > 0 ? sum : nil
  }

  private static func table(_ dossier: Dossier) -> Table {
    let language = dossier.language
    let words = PlacePhrases.self
    let hasAges = dossier.scope.comuni.contains { dossier.context.evidence.ages[$0.code] != nil }
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
        Table.Column(words.elders[language], .number),
        Table.Column(words.oldAge[language], .number),
      ],
      rows: dossier.scope.comuni.map { comune in
        let ages = dossier.context.evidence.ages[comune.code]
        return [
          .link(comune.name, .page(ComunePage.path(comune) + ".html")), .integer(comune.residents),
          number(comune.squareKilometres.map { Double(comune.residents) / $0 }, 0),
          number(comune.altitude, 0),
          comune.innerAreaGroup.map(Cell.text) ?? Cell(.none, mark: .notReceived),
          number(comune.minutesToPole, 0),
          ages.flatMap { $0.residents > 0 ? Double($0.elders) / Double($0.residents) : nil }
            .map { Cell(.number($0, .percent(1))) } ?? Cell(.none, mark: .notReceived),
          ages.map { one in
            one.children > 0
              ? Cell(.number(100 * Double(one.elders) / Double(one.children), .decimal(0)))
              : Cell(.none, mark: .notApplicable)
          } ?? Cell(.none, mark: .notReceived),
        ]
      }, notes: hasAges ? [words.ageNote[language]] : [], isSortable: true,
      isInWorkbookOnly: dossier.scope.isWide)
  }
}

/// The words of the part on the place.
enum PlacePhrases {
  static let title = Text(it: "Il territorio e chi ci vive", en: "The territory and its people")
  static let size = Text(it: "{0}: {1} e {2}.", en: "{0}: {1} and {2}.")
  static let small = Text(
    it: "Con meno di 1.000 residenti: {0}.", en: "Under 1,000 residents: {0}.")
  static let noneFar = Text(
    it: "Nessun comune è a più di 30 minuti dal polo.",
    en: "No municipality is over 30 minutes from the hub.")
  static let distance = Text(
    it: "A più di 30 minuti dal polo: {0}, dove la popolazione è di {1}.",
    en: "Over 30 minutes from the hub: {0}, with a population of {1}.")
  static let caption = Text(
    it: "{0}: residenti e distanza dai servizi, per comune",
    en: "{0}: residents and distance from services, by municipality")
  static let density = Text(it: "Residenti per km²", en: "Residents per km²")
  static let altitude = Text(it: "Altitudine (m)", en: "Altitude (m)")
  static let minutes = Text(it: "Minuti dal polo", en: "Minutes to the hub")
  static let elders = Text(it: "65 anni e più (%)", en: "Aged 65 and over (%)")
  static let oldAge = Text(it: "Indice di vecchiaia", en: "Old-age index")
  static let old = Text(
    it: "Nel {0} ha 65 anni e più il {1} di chi ci vive; l'indice di vecchiaia è {2}.",
    en: "In {0}, {1} of the people are aged 65 and over; the old-age index is {2}.")
  static let ageNote = Text(
    it: "Indice di vecchiaia: residenti di 65 anni e più ogni 100 con meno di 15 anni. Popolazione "
      + "per età dell'ultimo anno consegnato.",
    en: "Old-age index: residents aged 65 and over per 100 under 15. Population by age of the last "
      + "year delivered.")
}
